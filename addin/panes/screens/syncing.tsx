// A sync under way: six steps, what each found, and that one may go on typing.

import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { Foot } from '../parts/foot.tsx';
import { Icon } from '../parts/icon.tsx';
import type { SyncProgress } from '../services.ts';
import type { PaneState } from '../state.ts';
import { fractionDone, isWaitingForCell, stageNow, stages } from '../sync-view.ts';

const text = words.pane.syncing;

export function Syncing({ state, actions }: { state: PaneState; actions: Actions }) {
  const now = stageNow(state.progress);
  const isWaiting = isWaitingForCell(state.progress);
  const said = isWaiting ? text.cellEdit : text.said(now + 1, text.stages[stages[now]!]);
  return (
    <>
      <header class="head">
        <h1>{words.pane.tabs.workbook}</h1>
      </header>
      <main id="screen" tabIndex={-1} aria-busy="true">
        <section class="block">
          <div class="figure progress-title">
            <span class="strong">{text.title}</span>
            <span class="muted push">{text.step(now + 1, stages.length)}</span>
          </div>
          <progress value={fractionDone(state.progress)} max="1" aria-label={text.progress} />
          <span class="unseen" role="status" aria-live="polite">
            {said}
          </span>
          <ol class="steps">
            {stages.map((stage, index) => (
              <Step key={stage} name={text.stages[stage]} is={index < now ? 'done' : index === now ? 'now' : 'todo'} progress={state.progress.find((entry) => entry.stage === stage)} />
            ))}
          </ol>
        </section>
      </main>
      <Foot state={state} actions={actions}>
        <span class="note">{isWaiting ? text.cellEdit : text.note}</span>
      </Foot>
    </>
  );
}

function Step({ name, is, progress }: { name: string; is: 'done' | 'now' | 'todo'; progress: SyncProgress | undefined }) {
  const detail = progress ? detailOf(progress, is) : '';
  return (
    <li class={is} aria-current={is === 'now' ? 'step' : undefined}>
      <Icon name={is === 'done' ? 'done' : is === 'now' ? 'running' : 'todo'} />
      <b>{name}</b>
      <span class="note-text muted number">{progress?.seconds !== undefined ? text.seconds(progress.seconds.toFixed(1)) : ''}</span>
      {detail && <span class="detail">{detail}</span>}
    </li>
  );
}

function detailOf(progress: SyncProgress, is: 'done' | 'now' | 'todo'): string {
  const found = progress.found ?? {};
  if (progress.stage === 'seal') return found['pushes'] !== 0 && is === 'done' ? text.sealed : '';
  if (progress.stage === 'send' && found['part'] && found['of'] && found['of'] > 1) return text.part(found['part'], found['of']);
  const table = text.found as Readonly<Record<string, ((count: number) => string) | undefined>>;
  return Object.entries(found)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => table[name]?.(count) ?? '')
    .filter((part) => part !== '')
    .join('，');
}
