// What was just decided, press by press, each with its value now: one can choose the other one after all, or take the whole
// press back.

import { sharedWords } from '../../words/shared-words.ts';
import type { Actions } from '../actions.ts';
import { formOf } from '../form-names.ts';
import { CellChip } from '../parts/cell-chip.tsx';
import { Message } from '../parts/message.tsx';
import { presses } from '../shared-state.ts';
import type { Decided } from '../shared-state.ts';
import type { PaneState } from '../state.ts';
import { otherValues } from './conflict-view.ts';
import { canUndo, changedSomething } from './undo-decision.ts';
import { fieldInWords, isDeletion, valueInWords } from './value-in-words.ts';

const text = sharedWords.conflicts;

/** Press by press, the latest first. */
export function DecidedList({ decided, state, actions }: { decided: readonly Decided[]; state: PaneState; actions: Actions }) {
  const isBusy = state.busy !== null || state.connection === 'offline';
  return presses(decided).map((press) => <Press key={press[0]!.press} press={press} isBusy={isBusy} actions={actions} />);
}

function Press({ press, isBusy, actions }: { press: readonly Decided[]; isBusy: boolean; actions: Actions }) {
  const mayUndo = canUndo(press);
  return (
    <>
      <Message kind="ok" title={text.decided(press.length)} text={mayUndo ? text.decidedText : press.every(({ isLate }) => isLate) ? text.decidedLate : text.decidedOnlyText}>
        {mayUndo && (
          <div class="row">
            <button type="button" class="button tiny" disabled={isBusy} aria-label={text.undoAll(press.filter(changedSomething).length)} onClick={() => void actions.undoDecision(press[0]!.press)}>
              {text.undo}
            </button>
          </div>
        )}
      </Message>
      <ul class="block rows decided">
        {press.map((entry) => (
          <DecidedLine key={entry.conflict.id} entry={entry} isBusy={isBusy} actions={actions} />
        ))}
      </ul>
    </>
  );
}

function DecidedLine({ entry, isBusy, actions }: { entry: Decided; isBusy: boolean; actions: Actions }) {
  const { conflict, value, isLate } = entry;
  const { path, row, cell, record, label } = conflict;
  const form = formOf(conflict.form);
  const field = fieldInWords(form, path, row);
  return (
    <li>
      <div class="top">
        <b>{field}</b>
        {cell && <CellChip cell={cell} actions={actions} />}
        <button type="button" class="link push" aria-label={sharedWords.historyOf(field)} onClick={() => actions.open({ kind: 'history', record, form: conflict.form, label, path: isDeletion(path) ? null : path })}>
          {sharedWords.history}
        </button>
      </div>
      <p class="note-text">{isLate ? text.insteadLate(field) : text.decidedNow(valueInWords(form, path, value))}</p>
      {!isLate && !isDeletion(path) && !conflict.isGone && (
        <div class="answers">
          {otherValues(conflict, value).map((other, index) => (
            <button key={index} type="button" class="button tiny" disabled={isBusy} aria-label={text.insteadOf(field, valueInWords(form, path, other))} onClick={() => void actions.chooseOtherwise(entry, other)}>
              {text.instead(valueInWords(form, path, other))}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}
