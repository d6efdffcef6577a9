// Blank forms to put into the workbook, each as a sheet of its own.

import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { formTitle } from '../form-names.ts';
import type { PaneState } from '../state.ts';

interface BlankFormsProps {
  readonly state: PaneState;
  readonly actions: Actions;
  /** Form ids, in the order shown. */
  readonly forms: readonly string[];
}

export function BlankForms({ state, actions, forms }: BlankFormsProps) {
  const isDisabled = state.busy !== null || state.reading?.readOnly === 'structure-protected';
  return (
    <ul class="rows choose">
      {forms.map((form) => {
        const title = formTitle(form);
        const note = words.pane.firstRun.notes[form];
        return (
          <li key={form}>
            <div>
              {title}
              {note && <div class="note-text muted">{note}</div>}
            </div>
            <button type="button" class="button tiny" aria-label={words.pane.more.putForm(title)} disabled={isDisabled} onClick={() => void actions.insertBlankForm(form)}>
              {words.pane.more.put}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
