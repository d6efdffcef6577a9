// What could not be read in a file, cell by cell, and the records that cannot be imported at all.

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { wordProblem } from '../../words/problems.ts';
import { importWords } from '../../words/import-words.ts';
import { fieldLabel, formTitle } from '../form-names.ts';
import type { OldFileRead, OldRecord } from '../import-services.ts';
import type { PlacedProblem } from '../services.ts';
import { placeText } from './place-text.ts';

const text = importWords;
const shownAtFirst = 5;

export function ProblemsInFile({ file }: { file: OldFileRead }) {
  const going = file.records.filter((record) => record.is !== 'no-right' && record.is !== 'refused' && record.is !== 'known');
  const problems = [...file.problems, ...going.flatMap((record) => record.problems)];
  const out = (['no-right', 'refused'] as const).map((is) => ({ is, records: file.records.filter((record) => record.is === is) }));
  return (
    <>
      {problems.length > 0 && (
        <Group title={text.problems} lead={text.problemsLead}>
          {problems.map((problem, index) => (
            <ProblemLine key={index} problem={problem} />
          ))}
        </Group>
      )}
      {out.map(
        ({ is, records }) =>
          records.length > 0 && (
            <Group key={is} title={text.out} lead={text.outReasons[is]}>
              {records.map((record, index) => (
                <OutLine key={index} record={record} />
              ))}
            </Group>
          ),
      )}
    </>
  );
}

function Group({ title, lead, children }: { title: string; lead: string; children: VNode[] }) {
  const [isWhole, setWhole] = useState(false);
  const more = children.length - shownAtFirst;
  return (
    <div class="group">
      <div class="section">
        <span class="strong">{title}</span>
        <span class="tag bad">{children.length}</span>
      </div>
      <p class="note-text muted">{lead}</p>
      <ul>{isWhole ? children : children.slice(0, shownAtFirst)}</ul>
      {!isWhole && more > 0 && (
        <button type="button" class="link note-text" onClick={() => setWhole(true)}>
          {text.moreProblems(more)}
        </button>
      )}
    </div>
  );
}

export function ProblemLine({ problem }: { problem: PlacedProblem }) {
  return (
    <li class="note-text">
      <span class="tag">{placeText(problem.cell)}</span> {fieldLabel(problem)} {problem.text && <q>{problem.text}</q>} {wordProblem(problem)}
    </li>
  );
}

function OutLine({ record }: { record: OldRecord }) {
  return (
    <li class="note-text">
      <span class="tag">{placeText(record.cell)}</span> {formTitle(record.form)}　{record.label}
      {record.is === 'refused' && record.problems.map((problem, index) => <span key={index}>　{fieldLabel(problem)}：{wordProblem(problem)}</span>)}
    </li>
  );
}
