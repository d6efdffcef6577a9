// What was sent, form by form; merged and conflicting fields add up to the fields sent.

import { words } from '../../words/words.ts';
import { formTitle } from '../form-names.ts';
import type { SyncReceipt } from '../services.ts';

const text = words.pane.receipt;
type Sent = SyncReceipt['sent'];

export function SentTable({ sent }: { sent: Sent }) {
  const sum = (pick: (form: Sent[number]) => number): number => sent.reduce((total, form) => total + pick(form), 0);
  return (
    <section class="block">
      <div class="section">
        <h2>{text.sent}</h2>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.columns.form}</th>
            <th scope="col" class="number">{text.columns.records}</th>
            <th scope="col" class="number">{text.columns.fields}</th>
            <th scope="col" class="number">{text.columns.merged}</th>
            <th scope="col" class="number">{text.columns.conflicts}</th>
          </tr>
        </thead>
        <tbody>
          {sent.map((form) => (
            <tr key={form.form}>
              <td>{formTitle(form.form)}</td>
              <td class="number">{form.records}</td>
              <td class="number">{form.fields}</td>
              <td class={form.merged === 0 ? 'number muted' : 'number'}>{form.merged}</td>
              <td class={form.conflicts === 0 ? 'number muted' : 'number warn strong'}>{form.conflicts}</td>
            </tr>
          ))}
          {sent.length > 1 && (
            <tr class="total">
              <td>{text.total}</td>
              <td class="number">{sum((form) => form.records)}</td>
              <td class="number">{sum((form) => form.fields)}</td>
              <td class="number">{sum((form) => form.merged)}</td>
              <td class="number">{sum((form) => form.conflicts)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
