// The month's receipts and commission, and how it is split between managers and executors.

import type { Slip } from '../../../domain/rules/results.ts';
import { money } from '../../words/numbers.ts';
import { words } from '../../words/words.ts';
import { managerPercent, splitCount } from '../slip-view.ts';

const text = words.pane.commission;

export function CommissionSums({ slip }: { slip: Slip }) {
  const { totals } = slip;
  const { withExecutor, withoutExecutor } = splitCount(slip);
  const said = [withExecutor > 0 ? text.withExecutor(withExecutor) : '', withoutExecutor > 0 ? text.withoutExecutor(withoutExecutor) : ''];
  return (
    <section class="block">
      <div class="sums">
        <span class="muted">
          {text.received}　{text.receipts(totals.receipts)}
        </span>
        <span class="number">{money(totals.receivedFen)}</span>
        <span class="strong">{text.commission}</span>
        <b class="number">{money(totals.commissionFen)}</b>
      </div>
      <div class="stack high" role="img" aria-label={text.splitLabel(money(totals.managerFen), money(totals.executorFen))}>
        <i style={{ width: managerPercent(slip) }} />
        {totals.executorFen > 0 && <i class="third rest" />}
      </div>
      <div class="between">
        <span class="key">
          {text.manager} {money(totals.managerFen)}
        </span>
        <span class="key third">
          {text.executor} {money(totals.executorFen)}
        </span>
      </div>
      <p class="note-text muted why-not">{said.filter((part) => part !== '').join('；')}。</p>
      {totals.expenseAccountFen > 0 && (
        <div class="sums note-text muted">
          <span>{text.expenseAccount}</span>
          <span class="number">{money(totals.expenseAccountFen)}</span>
        </div>
      )}
    </section>
  );
}
