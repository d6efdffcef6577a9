// One person's receipts of the month: each with its days, rate, split, steps and cell.

import type { SlipLine, SlipPerson } from '../../../domain/rules/results.ts';
import { dayInList, money, percent } from '../../words/numbers.ts';
import { divide, ratio, ratioOfText } from '../../../domain/values/ratio.ts';
import { words } from '../../words/words.ts';
import type { Actions } from '../actions.ts';
import { CellChip } from '../parts/cell-chip.tsx';
import { Foot } from '../parts/foot.tsx';
import { Head } from '../parts/head.tsx';
import { linesOf } from '../slip-view.ts';
import type { PaneState } from '../state.ts';
import { StepList } from './steps.tsx';

const text = words.pane.commission;

interface CommissionPersonProps {
  readonly state: PaneState;
  readonly actions: Actions;
  readonly member: string;
  readonly as: SlipPerson['as'];
}

export function CommissionPerson({ state, actions, member, as }: CommissionPersonProps) {
  const slip = state.slip.is === 'here' ? state.slip.value : null;
  const person = slip?.people.find((entry) => entry.member.id === member && entry.as === as);
  const lines = slip ? linesOf(slip, member, as) : [];
  return (
    <>
      <Head state={state} actions={actions} title={person?.member.name ?? text.title} />
      <main id="screen" tabIndex={-1}>
        {person && (
          <section class="block">
            <div class="sums">
              <span class="muted">{as === 'manager' ? text.columns.manager : text.columns.executor}</span>
              <span class="number muted">{text.lines(person.receipts)}</span>
              <span class="strong">{text.columns.own}</span>
              <b class="number">{money(person.earnedFen)}</b>
            </div>
          </section>
        )}
        <section class="block">
          <ul>
            {lines.map((line) => (
              <ReceiptLine key={line.record} line={line} as={as} actions={actions} />
            ))}
          </ul>
        </section>
      </main>
      <Foot state={state} actions={actions} />
    </>
  );
}

function ReceiptLine({ line, as, actions }: { line: SlipLine; as: SlipPerson['as']; actions: Actions }) {
  const cell = actions.cellOf(line.record);
  const earnedFen = as === 'manager' ? line.managerFen : line.executorFen;
  return (
    <li class="receipt-line">
      <div class="between">
        <span>{line.customer}</span>
        <b>{earnedFen === null ? '' : money(earnedFen)}</b>
      </div>
      <div class="between note-text muted">
        <span>
          {text.contract(line.contractNo)}　{text.day} {dayInList(line.receivedDay)}
        </span>
        <span>
          {money(line.receivedFen)}
          {line.ratePercent !== null && ` × ${percent(divide(ratioOfText(line.ratePercent), ratio(100))).text}`}
        </span>
      </div>
      <details>
        <summary>{text.how}</summary>
        <StepList steps={line.steps} />
        {line.sources.map((source) => (
          <p key={source.article} class="muted">
            《{source.regulation}》{source.article}
          </p>
        ))}
        {cell && <CellChip cell={cell} actions={actions} />}
      </details>
    </li>
  );
}
