// 体检: everything that can stand in the way, looked at one by one; what can be mended is mended after a yes.

import { useEffect, useState } from 'preact/hooks';
import { hashInFours, momentInList } from '../../words/numbers.ts';
import { sharedWords, wordFinding } from '../../words/shared-words.ts';
import type { Actions } from '../actions.ts';
import { checks } from '../check-up-services.ts';
import type { Finding, Mend } from '../check-up-services.ts';
import { CellChip } from '../parts/cell-chip.tsx';
import { Foot } from '../parts/foot.tsx';
import { Head } from '../parts/head.tsx';
import { Icon } from '../parts/icon.tsx';
import type { PaneState } from '../state.ts';
import { SharedNotice } from './shared-notice.tsx';

const text = sharedWords.checkUp;
const icons = { good: 'done', note: 'warning', bad: 'alert' } as const;
const CELLS = 6;

export function CheckUp({ state, actions }: { state: PaneState; actions: Actions }) {
  const { findings, isRunning } = state.shared.checkUp;
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => void actions.checkUp(), []);
  const copy = async (): Promise<void> => setCopied(await put(asText(findings, state.session?.today ?? '')));
  return (
    <>
      <Head state={state} actions={actions} title={text.title} />
      <main id="screen" tabIndex={-1}>
        <SharedNotice state={state} actions={actions} />
        <section class="block tight">
          <h2 class={`strong bar-title ${toneOf(findings, isRunning)}`}>
            <span role="status">{isRunning ? text.running : summaryOf(findings)}</span>
          </h2>
          <p class="note-text muted">{text.lead}</p>
        </section>
        <ul class="block rows findings">
          {[...findings].sort((a, b) => checks.indexOf(a.check) - checks.indexOf(b.check)).map((finding) => (
            <FindingLine key={`${finding.check} ${finding.code}`} finding={finding} state={state} actions={actions} />
          ))}
        </ul>
      </main>
      <Foot state={state} actions={actions}>
        <span class="note" aria-live="polite">
          {copied === null ? '' : copied ? text.copied : text.notCopied}
        </span>
        <button type="button" class="button" disabled={isRunning} onClick={() => void copy()}>
          {text.copy}
        </button>
        <button type="button" class="button" disabled={isRunning} onClick={() => void actions.checkUp()}>
          {text.again}
        </button>
      </Foot>
    </>
  );
}

function FindingLine({ finding, state, actions }: { finding: Finding; state: PaneState; actions: Actions }) {
  const [isAsking, setAsking] = useState(false);
  const { check, is, cells = [], mend } = finding;
  const question = mend && text.asks[mend];
  const press = (): void => (question ? setAsking(true) : mended(mend!, state, actions));
  return (
    <li class={is}>
      <Icon name={icons[is]} />
      <div>
        <b>
          {text.names[check]}
          <span class="unseen">：{text.stands[is]}</span>
        </b>
        <p class="note-text">{said(finding, state.session?.today ?? '')}</p>
        {cells.length > 0 && (
          <div class="answers">
            {cells.slice(0, CELLS).map((cell) => (
              <CellChip key={`${cell.sheet}!${cell.address}`} cell={cell} actions={actions} />
            ))}
          </div>
        )}
        {mend && !isAsking && (
          <div class="answers">
            <button type="button" class="button tiny" disabled={state.busy !== null} onClick={press}>
              {text.mends[mend]}
            </button>
          </div>
        )}
        {mend && isAsking && (
          <div class="asking" role="group">
            <p class="note-text">{question}</p>
            <div class="answers">
              <button type="button" class="button tiny" disabled={state.busy !== null} onClick={() => mended(mend, state, actions)}>
                {text.goAhead}
              </button>
              <button type="button" class="button tiny" onClick={() => setAsking(false)}>
                {text.leave}
              </button>
            </div>
          </div>
        )}
      </div>
    </li>
  );
}

/** Hashes, moments and kinds of damage as a person reads them. */
function said({ code, facts }: Finding, today: string): string {
  const { head, at, what } = facts;
  const shown = { ...facts, ...(head ? { head: hashInFours(String(head)) } : {}), ...(at ? { at: momentInList(String(at), today) } : {}), ...(what ? { what: text.breaks[what] ?? what } : {}) };
  return wordFinding(code, shown);
}

function mended(mend: Mend, state: PaneState, actions: Actions): void {
  const layout = state.reading?.layouts[0];
  if (mend === 'sign-in') void (state.session ? actions.signOut() : actions.askToSignIn());
  if (mend === 'sync') void actions.sync();
  if (mend === 'ask-again') void actions.askAgain({ again: true }).then(actions.checkUp);
  if (mend === 'ask-afresh') void actions.askAgain({ afresh: true }).then(actions.checkUp);
  if (mend === 'teach' && layout) actions.open({ kind: 'layout', sheet: layout.sheet, form: layout.form });
  if (mend === 'problems' || mend === 'questions') actions.open({ kind: mend });
}

function toneOf(findings: readonly Finding[], isRunning: boolean): string {
  if (isRunning) return '';
  return findings.some(({ is }) => is === 'bad') ? 'bad' : findings.some(({ is }) => is === 'note') ? 'warn' : 'ok';
}

function summaryOf(findings: readonly Finding[]): string {
  const count = (is: Finding['is']): number => findings.filter((finding) => finding.is === is).length;
  if (count('bad') > 0) return text.wrong(count('bad'));
  return count('note') > 0 ? text.notes(count('note')) : text.allGood;
}

/** For the administrator: every line as it stands on the screen. */
function asText(findings: readonly Finding[], today: string): string {
  return findings.map((finding) => `${text.names[finding.check]}（${text.stands[finding.is]}）：${said(finding, today)}`).join('\n');
}

async function put(result: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(result);
    return true;
  } catch {
    return false;
  }
}
