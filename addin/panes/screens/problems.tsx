// 问题: what blocks a cell before what only asks; each with its cell, the text as typed, why, and what to do.

import { wordProblem } from '../../words/problems.ts';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { CellChip } from '../parts/cell-chip.tsx';
import { Foot } from '../parts/foot.tsx';
import { Head } from '../parts/head.tsx';
import { Message } from '../parts/message.tsx';
import { Notice } from '../parts/notice.tsx';
import { fieldLabel, formTitle } from '../form-names.ts';
import { problemList } from '../problem-list.ts';
import type { PlacedProblem } from '../services.ts';
import type { PaneState } from '../state.ts';

const text = words.pane.problems;

export function Problems({ state, actions }: { state: PaneState; actions: Actions }) {
  const { blocks, asks } = problemList(state.reading, state.receipts[0]);
  return (
    <>
      <Head state={state} actions={actions} title={text.title} />
      <main id="screen" tabIndex={-1}>
        {state.notice && <Notice notice={state.notice} actions={actions} />}
        {blocks.length + asks.length === 0 && <Message kind="ok" title={text.none} text={text.noneText} />}
        {blocks.length > 0 && (
          <section class="block issues">
            <div class="section">
              <h2>{text.blocks}</h2>
              <span class="tag bad">{blocks.length}</span>
              <span class="muted">{text.blocksLead}</span>
            </div>
            <Issues problems={blocks} state={state} actions={actions} />
          </section>
        )}
        {asks.length > 0 && (
          <section class="block issues parted">
            <div class="section">
              <h2>{text.asks}</h2>
              <span class="tag warn">{asks.length}</span>
              <span class="muted">{text.asksLead}</span>
            </div>
            <Issues problems={asks} state={state} actions={actions} />
          </section>
        )}
      </main>
      <Foot state={state} actions={actions}>
        <span class="note">{text.note}</span>
        <button type="button" class="button" onClick={() => void actions.reread()}>
          {text.again}
        </button>
      </Foot>
    </>
  );
}

function Issues({ problems, state, actions }: { problems: readonly PlacedProblem[]; state: PaneState; actions: Actions }) {
  return (
    <ul>
      {problems.map((problem) => (
        <Issue key={`${problem.cell.sheet}!${problem.cell.address} ${problem.path} ${problem.code}`} problem={problem} isBusy={state.busy !== null} actions={actions} />
      ))}
    </ul>
  );
}

function Issue({ problem, isBusy, actions }: { problem: PlacedProblem; isBusy: boolean; actions: Actions }) {
  const label = fieldLabel(problem);
  return (
    <li class="issue">
      <div class="top">
        <CellChip cell={problem.cell} actions={actions} />
        <b>{label}</b>
        <span class="form">{formTitle(problem.form)}</span>
      </div>
      {problem.text !== undefined && problem.text !== '' && (
        <div class="typed">
          <span>{text.typed}</span>
          <q>{problem.text}</q>
        </div>
      )}
      <p>
        {wordProblem(problem)}
        {problem.record !== undefined && (
          <>
            {' '}
            <button type="button" class="link" aria-label={text.historyOf(label)} onClick={() => actions.open({ kind: 'history', record: problem.record!, form: problem.form, label: '', path: problem.path || null })}>
              {text.history}
            </button>
          </>
        )}
      </p>
      {problem.choices && problem.choices.length > 0 && (
        <div class="answers">
          {problem.choices.map((choice) => (
            <button key={choice} type="button" class="button tiny" aria-label={text.choose(choice, label)} disabled={isBusy} onClick={() => void actions.answerProblem(problem, choice)}>
              {choice}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}
