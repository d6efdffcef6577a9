// Forms whose records stay at the Worker because this workbook does not hold them: each can be placed here.

import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { formTitle } from '../form-names.ts';
import type { PaneState } from '../state.ts';

const text = words.pane.receipt;

interface ElsewhereProps {
  readonly state: PaneState;
  readonly actions: Actions;
  readonly title: string;
  readonly lead: string;
  /** Without a number where only the form is known. */
  readonly forms: readonly { readonly form: string; readonly records?: number }[];
}

export function Elsewhere({ state, actions, title, lead, forms }: ElsewhereProps) {
  const isDisabled = state.busy !== null || state.connection === 'offline' || state.reading?.readOnly === 'structure-protected';
  return (
    <section class="block">
      <div class="section">
        <h2>{title}</h2>
        {forms.length > 1 && (
          <button type="button" class="link" disabled={isDisabled} onClick={() => void actions.place(forms.map(({ form }) => form))}>
            {text.placeAll}
          </button>
        )}
      </div>
      <p class="note-text muted">{lead}</p>
      <ul class="rows choose">
        {forms.map(({ form, records }) => (
          <li key={form}>
            <div>
              {formTitle(form)}
              {records !== undefined && <span class="note-text muted">　{text.unplacedCount(records)}</span>}
            </div>
            <button type="button" class="button tiny" aria-label={text.placeForm(formTitle(form))} disabled={isDisabled} onClick={() => void actions.place([form])}>
              {text.place}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
