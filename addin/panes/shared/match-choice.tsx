// One place that may be this record or that one: what stands there beside what each record says, and the choice.

import type { FormDefinition } from '../../../domain/forms/definition.ts';
import { sharedWords } from '../../words/shared-words.ts';
import type { Actions } from '../actions.ts';
import { formOf, formTitle } from '../form-names.ts';
import { CellChip } from '../parts/cell-chip.tsx';
import type { MatchCandidate, MatchQuestion } from '../shared-services.ts';
import { fieldInWords, valueInWords } from './value-in-words.ts';

const text = sharedWords.questions;
const SHOWN = 3;
const LINES = 12;

export function MatchChoice({ question, answer, actions }: { question: MatchQuestion; answer: string | undefined; actions: Actions }) {
  const { id, kind, form, label, cell, fields, candidates, mayBeNew } = question;
  const definition = formOf(form);
  const shown = fields.slice(0, SHOWN).map(({ path, value }) => `${fieldInWords(definition, path)} ${valueInWords(definition, path, value)}`);
  const option = (choice: string, says: string, name: string) => (
    <label class={answer === choice ? 'option on' : 'option'}>
      <input type="radio" name={id} checked={answer === choice} aria-label={name} onChange={() => actions.answerMatches([id], choice)} />
      <span>{says}</span>
    </label>
  );
  return (
    <div class="asked">
      <fieldset class="question">
        <legend>
          <CellChip cell={cell} actions={actions} />
          <b>{label || formTitle(form)}</b>
        </legend>
        <p class="note-text muted">{[formTitle(form), ...shown].join('　')}</p>
        {candidates.map((candidate) => (
          <div key={candidate.record} class="candidate">
            <div class="top">
              {option(candidate.record, saidOf(candidate, label), `${text.sameAs(candidate.label || label)} ${placeOf(candidate)}`.trim())}
              {candidate.was && <CellChip cell={candidate.was} actions={actions} />}
            </div>
            <Differences candidate={candidate} form={definition} />
          </div>
        ))}
        {(mayBeNew || kind === 'copy') && (
          <div class="options">
            {mayBeNew && option('new', text.fresh, text.fresh)}
            {kind === 'copy' && option('copy', text.copy, text.copy)}
          </div>
        )}
      </fieldset>
    </div>
  );
}

function saidOf({ label }: MatchCandidate, asked: string): string {
  return label === '' || label === asked ? text.same : text.sameAs(label);
}

function placeOf({ was }: MatchCandidate): string {
  return was ? `${was.sheet}!${was.address}` : '';
}

function Differences({ candidate, form }: { candidate: MatchCandidate; form: FormDefinition | undefined }) {
  const { differences } = candidate;
  if (differences.length === 0) return <p class="note-text muted under-option">{text.noDifference}</p>;
  return (
    <>
      <table class="evidence-table under-option">
        <thead>
          <tr>
            <th scope="col">{text.columns.field}</th>
            <th scope="col">{text.columns.here}</th>
            <th scope="col">{text.columns.there}</th>
          </tr>
        </thead>
        <tbody>
          {differences.slice(0, LINES).map(({ path, row, here, there }) => (
            <tr key={path}>
              <td class="muted">{fieldInWords(form, path, row)}</td>
              <td>{valueInWords(form, path, here)}</td>
              <td>{there === undefined ? text.unknownThere : valueInWords(form, path, there)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {differences.length > LINES && <p class="note-text muted under-option">{sharedWords.changes.more(differences.length - LINES)}</p>}
    </>
  );
}
