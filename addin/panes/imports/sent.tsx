// What became of an import, and the way back.

import { wordFailure } from '../../words/failures.ts';
import { importWords } from '../../words/import-words.ts';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { formTitle } from '../form-names.ts';
import type { ImportOutcome, PastImport } from '../import-services.ts';
import { Message } from '../parts/message.tsx';
import { importState, send, startOver, undo } from './import-actions.ts';
import type { Stage } from './import-state.ts';
import { ProblemLine } from './problems-in-file.tsx';

const text = importWords;

export function Sent({ outcome }: { outcome: ImportOutcome }) {
  const created = outcome.created.reduce((sum, entry) => sum + entry.records, 0);
  return (
    <>
      {outcome.failure && <Message kind="bad" title={text.left} text={text.leftText(wordFailure(outcome.failure).title)} />}
      {created > 0 && <Message kind="ok" title={text.done(created)} text={text.doneText} />}
      {created === 0 && !outcome.failure && <Message kind="ok" title={text.doneNone} text={outcome.rejected.length === 0 ? text.doneNoneText : undefined} />}
      <section class="block">
        <ul class="rows choose">
          {outcome.created.map(({ form, records }) => (
            <li key={form}>
              <span>{formTitle(form)}</span>
              <span>{text.sumOf(records)}</span>
            </li>
          ))}
        </ul>
        {outcome.known > 0 && <p class="note-text muted">{text.known(outcome.known)}</p>}
        {outcome.incomplete > 0 && <p class="note-text warn">{text.incomplete(outcome.incomplete)}</p>}
        {outcome.receipts.length > 0 && (
          <p class="note-text muted">
            {text.receipt} {words.pane.list(outcome.receipts)}
          </p>
        )}
      </section>
      {outcome.rejected.length > 0 && (
        <section class="block">
          <div class="section">
            <h2>{text.rejected}</h2>
            <span class="tag bad">{outcome.rejected.length}</span>
          </div>
          <ul>{outcome.rejected.flatMap(({ problems }) => problems.map((problem, index) => <ProblemLine key={index} problem={problem} />))}</ul>
        </section>
      )}
    </>
  );
}

interface SentFootProps {
  readonly stage: Extract<Stage, { is: 'sent' }>;
  readonly latest: PastImport | undefined;
  readonly isDisabled: boolean;
  readonly actions: Actions;
}

export function SentFoot({ stage: { outcome }, latest, isDisabled, actions }: SentFootProps) {
  const finish = (): void => {
    const isMore = importState.value.waiting.length > 0;
    startOver();
    if (!isMore) actions.back();
  };
  return (
    <>
      {outcome.created.length > 0 && latest && (
        <button type="button" class="button" disabled={isDisabled} onClick={() => void undo(latest.id)}>
          {text.undo}
        </button>
      )}
      {outcome.failure ? (
        <button type="button" class="button primary wide" disabled={isDisabled} onClick={() => void send()}>
          {text.goOn}
        </button>
      ) : (
        <button type="button" class="button primary wide" disabled={isDisabled} onClick={finish}>
          {text.finish}
        </button>
      )}
    </>
  );
}
