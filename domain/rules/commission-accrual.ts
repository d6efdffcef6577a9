// The two accounts of a manager (article 9, C-08): what a receipt adds to the commission and to the expense account.

import type { Day } from '../values/day.ts';
import { share } from '../values/money.ts';
import type { Fen } from '../values/money.ts';
import { compare, divide, ratio, ratioText } from '../values/ratio.ts';
import type { Ratio } from '../values/ratio.ts';
import type { Refusal, Rule, Step } from './rule.ts';
import { decimal } from './setting.ts';
import type { Limits, Settings } from './setting.ts';
import { refusal, step } from './step-codes.ts';

/** Both accruals of one receipt, each rounded half-up to the fen; refused are negative receipts and rates outside the range. */
export function accrue(receivedFen: Fen, rate: Ratio, settings: Settings): { commissionFen: Fen; expenseAccountFen: Fen; steps: Step[] } | Refusal {
  const [lowest, highest] = [decimal(settings, 'rate_min'), decimal(settings, 'rate_max')];
  if (compare(rate, lowest) < 0 || compare(rate, highest) > 0) {
    return refusal('rate-outside-range', { ratePercent: ratioText(rate), lowest: ratioText(lowest), highest: ratioText(highest) });
  }
  if (receivedFen < 0) return refusal('receipt-negative', { receivedFen });
  const expense = decimal(settings, 'expense_rate');
  const commissionFen = share(receivedFen, divide(rate, ratio(100)));
  const expenseAccountFen = share(receivedFen, divide(expense, ratio(100)));
  return {
    commissionFen,
    expenseAccountFen,
    steps: [
      step('commission', { receivedFen, ratePercent: ratioText(rate) }, commissionFen),
      step('expense-accrual', { receivedFen, percent: ratioText(expense) }, expenseAccountFen),
    ],
  };
}

const FROM: Day = '2012-04-08';

export const commissionAccrual = {
  id: 'commission-accrual',
  label: '佣金与销售费用账户',
  source: { regulation: '客户部费用报销管理规定', article: '第九条（2）' },
  statement: '每笔实际回款按客户经理的费率（0 至 10%）计入个人佣金账户，按 2% 计入销售费用账户，逐笔四舍五入到分；合同自己的费率先于客户经理的通用费率，以回款日已生效的最新一条为准。',
  versions: [{ from: FROM, parameters: { expense_rate: '2', rate_min: '0', rate_max: '10' } }],
  checkedOn: '2026-11-21',
  limits: { expense_rate: 'not-negative', rate_min: 'not-negative', rate_max: 'not-negative' },
  thresholds: ['0 %', '10 %', 'half a fen'],
} as const satisfies Rule & { readonly limits: Limits; readonly thresholds: readonly string[] };
