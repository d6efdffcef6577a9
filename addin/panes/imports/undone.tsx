// What taking an import back removed, and what stays and why.

import { wordFailure } from '../../words/failures.ts';
import { importWords } from '../../words/import-words.ts';
import { formTitle } from '../form-names.ts';
import type { UndoOutcome } from '../import-services.ts';
import { Message } from '../parts/message.tsx';

const text = importWords;

export function Undone({ outcome }: { outcome: UndoOutcome }) {
  const { removed, gone, stays, failure } = outcome;
  return (
    <>
      {failure && <Message kind="bad" title={wordFailure(failure).title} text={wordFailure(failure).text} />}
      {(!failure || removed > 0) && <Message kind="ok" title={text.undone(removed)} text={stays.length === 0 ? text.undoneText : undefined} />}
      {gone > 0 && (
        <section class="block">
          <p class="note-text muted">{text.gone(gone)}</p>
        </section>
      )}
      {stays.length > 0 && (
        <section class="block">
          <div class="section">
            <h2>{text.stays}</h2>
            <span class="tag warn">{stays.length}</span>
          </div>
          <ul class="rows">
            {stays.map((record, index) => (
              <li key={index}>
                <span>
                  {formTitle(record.form)}　{record.label}
                </span>
                <span class="note-text muted">{text.staysBecause[record.because](record.by ?? '')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
