// Records that go only after a yes: what was not read for certain, and what resembles another record without being equal.

import { wordProblem } from '../../words/problems.ts';
import { importWords } from '../../words/import-words.ts';
import { fieldLabel, formTitle } from '../form-names.ts';
import type { OldRecord } from '../import-services.ts';
import { take } from './import-actions.ts';
import { placeText } from './place-text.ts';

const text = importWords;
const takenTogether = 2;

export function Asked({ records, taken }: { records: readonly OldRecord[]; taken: ReadonlySet<string> }) {
  const ids = records.map((record) => record.id);
  const isAllTaken = ids.every((id) => taken.has(id));
  return (
    <fieldset class="asked">
      <legend class="section">
        <span class="strong">{text.asks}</span>
        <span class="tag warn">{records.length}</span>
        <span class="muted">{text.asksLead}</span>
      </legend>
      {records.length >= takenTogether && <Choice label={text.takeAll(records.length)} isTaken={isAllTaken} onTake={(isTaken) => take(ids, isTaken)} />}
      <ul>
        {records.map((record, index) => (
          <li key={index}>
            <Choice label={`${formTitle(record.form)}　${record.label || placeText(record.cell)}`} isTaken={taken.has(record.id)} onTake={(isTaken) => take([record.id], isTaken)} />
            {record.twin && <p class="note-text">{text.differs(placeText(record.twin.cell, record.twin.file))}</p>}
            {record.questions.map((question) => (
              <p key={question.path} class="note-text">
                <span class="tag">{placeText(question.cell)}</span> {fieldLabel(question)} <q>{question.text}</q> {wordProblem(question)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function Choice({ label, isTaken, onTake }: { label: string; isTaken: boolean; onTake: (isTaken: boolean) => void }) {
  return (
    <label class="choice">
      <input type="checkbox" checked={isTaken} onChange={(event) => onTake(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
