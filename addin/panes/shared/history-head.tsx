// Whose history it is: the record with its cell, or one of its fields with the way to the whole.

import { sharedWords } from '../../words/shared-words.ts';
import type { Actions } from '../actions.ts';
import { formOf, formTitle } from '../form-names.ts';
import { CellChip } from '../parts/cell-chip.tsx';
import type { Screen } from '../state.ts';
import { fieldInWords } from './value-in-words.ts';

interface HistoryHeadProps {
  readonly screen: Extract<Screen, { kind: 'history' }>;
  readonly record: string;
  readonly label: string;
  readonly actions: Actions;
}

export function HistoryHead({ screen, record, label, actions }: HistoryHeadProps) {
  const { form, path } = screen;
  const title = formTitle(form);
  const cell = actions.cellOf(record, path);
  return (
    <section class="block history-head">
      <div class="record-line">
        <h2>{path === null ? label || title : fieldInWords(formOf(form), path)}</h2>
        {cell && <CellChip cell={cell} actions={actions} />}
      </div>
      <p class="note-text muted">{path === null || label === '' ? title : `${title}　${label}`}</p>
      {path !== null && (
        <button type="button" class="link note-text" onClick={() => actions.open({ ...screen, path: null })}>
          {sharedWords.historyScreen.whole}
        </button>
      )}
    </section>
  );
}
