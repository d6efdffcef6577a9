// 教一次版式: the labels that no form knows beside the form's free fields. What is chosen lives here until it is saved.

import { useState } from 'preact/hooks';
import { scopeOf } from '../../../domain/forms/rights.ts';
import type { Role } from '../../../domain/forms/definition.ts';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { formOf } from '../form-names.ts';
import { layoutView, wordsOf } from '../layout-view.ts';
import type { Choices } from '../layout-view.ts';
import { Foot } from '../parts/foot.tsx';
import { Head } from '../parts/head.tsx';
import { Message } from '../parts/message.tsx';
import { Notice } from '../parts/notice.tsx';
import type { PaneState } from '../state.ts';
import { LabelLines } from './label-lines.tsx';

const text = words.pane.layout;
const CHIPS = 12;

interface TeachLayoutProps {
  readonly state: PaneState;
  readonly actions: Actions;
  readonly sheet: string;
  readonly form: string;
}

export function TeachLayout({ state, actions, sheet, form }: TeachLayoutProps) {
  const [choices, setChoices] = useState<Choices>(new Map());
  const [wantsShared, setWantsShared] = useState(true);
  const layout = state.reading?.layouts.find((candidate) => candidate.sheet === sheet && candidate.form === form);
  const definition = formOf(form);
  if (!layout || !definition) return <Gone state={state} actions={actions} />;
  const view = layoutView(definition, layout, choices);
  const isTheirs = !state.session || scopeOf(definition, state.session.member.roles as Role[], 'write') !== 'none';
  const shared = isTheirs && wantsShared;
  const learned = wordsOf(layout, choices);
  const choose = (label: string, choice: string | null | undefined): void => {
    const next = new Map(choices);
    if (choice === undefined) next.delete(label);
    else next.set(label, choice);
    setChoices(next);
  };
  const isBusy = state.busy !== null;
  return (
    <>
      <Head state={state} actions={actions} title={text.title} />
      <main id="screen" tabIndex={-1}>
        {state.notice && <Notice notice={state.notice} actions={actions} />}
        <section class="block tight">
          <p>
            {(layout.isRead ? text.foundRead : text.found)(sheet)}
            <b class="strong">{layout.title}</b>
            {text.known(layout.known, layout.labels.length)}
          </p>
          <p class="note-text muted">{text.lead[shared ? 'department' : 'device']}</p>
        </section>
        <LabelLines lines={view.lines} choose={choose} actions={actions} />
        <section class="block rest">
          <FreeFields free={view.free} />
          <label class="check">
            <input type="checkbox" checked={shared} disabled={!isTheirs} aria-describedby="shared-help" onChange={(event) => setWantsShared(event.currentTarget.checked)} />
            {text.shared}
          </label>
          <p id="shared-help" class="note-text muted check-help">
            {isTheirs ? (shared ? '' : text.sharedOff) : text.notYours}
          </p>
        </section>
      </main>
      <Foot state={state} actions={actions}>
        <span class="note" role="status">
          {text.unchosen(view.unchosen)}
        </span>
        <button type="button" class="button" onClick={actions.back}>
          {text.later}
        </button>
        <button type="button" class="button primary" disabled={isBusy || learned.length === 0} onClick={() => void actions.teach(learned, shared, layout)}>
          {isBusy ? text.saving : text.save}
        </button>
      </Foot>
    </>
  );
}

function FreeFields({ free }: { free: readonly string[] }) {
  if (free.length === 0) return null;
  return (
    <>
      <div class="section">
        <h2>{text.free}</h2>
        <span class="muted">{text.freeCount(free.length)}</span>
      </div>
      <div class="chips">
        {free.slice(0, CHIPS).map((label) => (
          <span key={label} class="tag">
            {label}
          </span>
        ))}
        {free.length > CHIPS && <span class="muted note-text">{text.more(free.length - CHIPS)}</span>}
      </div>
    </>
  );
}

function Gone({ state, actions }: { state: PaneState; actions: Actions }) {
  return (
    <>
      <Head state={state} actions={actions} title={text.title} />
      <main id="screen" tabIndex={-1}>
        <Message kind="ok" title={text.gone} text={text.goneText} />
      </main>
      <Foot state={state} actions={actions} />
    </>
  );
}
