// The forms that were recognised in this workbook, and the sheets left alone.

import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { Icon } from '../parts/icon.tsx';
import type { FoundForm, WorkbookReading } from '../services.ts';

const text = words.pane.home;
const NAMED_AT_MOST = 4;

export function FormsFound({ reading, actions }: { reading: WorkbookReading; actions: Actions }) {
  const records = reading.forms.reduce((sum, form) => sum + form.records, 0);
  return (
    <section class="block tight">
      <div class="section">
        <h2>{text.forms}</h2>
        <span class="muted">{text.formsSum(reading.forms.length, records)}</span>
      </div>
      <ul class="rows forms">
        {reading.forms.map((form) => (
          <FormRow key={form.form} form={form} actions={actions} />
        ))}
      </ul>
      {reading.unrecognised.length > 0 && <p class="note-text muted left-alone">{leftAlone(reading.unrecognised)}</p>}
    </section>
  );
}

function FormRow({ form, actions }: { form: FoundForm; actions: Actions }) {
  return (
    <li>
      <button type="button" class="form-row" title={text.openForm(form.title)} onClick={() => void actions.select(form.first)}>
        <Icon name={form.kind} />
        <span>
          <span class="name">{form.title}</span>
          <span class="sheets">{words.pane.list(form.sheets)}</span>
        </span>
        <span class="number">
          {form.kind === 'card' ? text.cards(form.records) : text.rows(form.records)}
          {form.pending > 0 && <span class="waits">{text.waiting(form.pending)}</span>}
        </span>
        <Icon name="onward" />
      </button>
    </li>
  );
}

export function leftAlone(names: readonly string[]): string {
  const named = words.pane.list(names.slice(0, NAMED_AT_MOST));
  return names.length > NAMED_AT_MOST ? text.unrecognisedMore(named, names.length) : text.unrecognised(named);
}
