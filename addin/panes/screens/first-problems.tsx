// The first problems on the home screen; the rest is a press away.

import { wordProblemInOneLine } from '../../words/problems.ts';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { CellChip } from '../parts/cell-chip.tsx';
import { fieldLabel } from '../form-names.ts';
import type { ProblemList } from '../problem-list.ts';

const text = words.pane.home;
const SHOWN = 3;

export function FirstProblems({ problems, actions }: { problems: ProblemList; actions: Actions }) {
  const { blocks, asks } = problems;
  if (blocks.length + asks.length === 0) return null;
  const first = [...blocks, ...asks].slice(0, SHOWN);
  return (
    <section class="block tight">
      <div class="section">
        <h2>{text.problems}</h2>
        {blocks.length > 0 && <span class="tag bad">{blocks.length}</span>}
        <button type="button" class="link" onClick={() => actions.open({ kind: 'problems' })}>
          {asks.length > 0 ? text.allProblemsAsk(asks.length) : text.allProblems}
        </button>
      </div>
      <ul>
        {first.map((problem, index) => (
          <li key={index} class="problem">
            <div class="top">
              <CellChip cell={problem.cell} actions={actions} />
              <b>{fieldLabel(problem)}</b>
            </div>
            <p>{wordProblemInOneLine(problem)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
