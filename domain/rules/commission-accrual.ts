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

export interface AccrualCase {
  readonly name: string;
  readonly receivedFen: Fen;
  readonly ratePercent: string;
  /** null: refused. */
  readonly commissionFen: Fen | null;
  readonly expenseAccountFen: Fen | null;
  readonly threshold?: readonly [name: string, side: 'below' | 'at' | 'above'];
}

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
  cases: [
    { name: 'C-08 example 1', receivedFen: 30_000_000, ratePercent: '6', commissionFen: 1_800_000, expenseAccountFen: 600_000 },
    { name: 'C-08 example 2', receivedFen: 4_567_890, ratePercent: '3.5', commissionFen: 159_876, expenseAccountFen: 91_358 },
    { name: 'a rate below 0 is refused', receivedFen: 100, ratePercent: '-0.01', commissionFen: null, expenseAccountFen: null, threshold: ['0 %', 'below'] },
    { name: 'a rate of 0 earns nothing', receivedFen: 10_000, ratePercent: '0', commissionFen: 0, expenseAccountFen: 200, threshold: ['0 %', 'at'] },
    { name: 'a rate just above 0', receivedFen: 10_000, ratePercent: '0.01', commissionFen: 1, expenseAccountFen: 200, threshold: ['0 %', 'above'] },
    { name: 'a rate just below 10', receivedFen: 10_000, ratePercent: '9.99', commissionFen: 999, expenseAccountFen: 200, threshold: ['10 %', 'below'] },
    { name: 'a rate of 10', receivedFen: 10_000, ratePercent: '10', commissionFen: 1_000, expenseAccountFen: 200, threshold: ['10 %', 'at'] },
    { name: 'a rate above 10 is refused', receivedFen: 10_000, ratePercent: '10.01', commissionFen: null, expenseAccountFen: null, threshold: ['10 %', 'above'] },
    { name: 'less than half a fen is dropped', receivedFen: 49, ratePercent: '1', commissionFen: 0, expenseAccountFen: 1, threshold: ['half a fen', 'below'] },
    { name: 'half a fen goes up', receivedFen: 50, ratePercent: '1', commissionFen: 1, expenseAccountFen: 1, threshold: ['half a fen', 'at'] },
    { name: 'more than half a fen goes up', receivedFen: 51, ratePercent: '1', commissionFen: 1, expenseAccountFen: 1, threshold: ['half a fen', 'above'] },
    { name: 'a negative receipt is refused', receivedFen: -1, ratePercent: '6', commissionFen: null, expenseAccountFen: null },
    { name: 'a receipt of 5.5 %', receivedFen: 9_045_080, ratePercent: '5.5', commissionFen: 497_479, expenseAccountFen: 180_902 },
  ],
} as const satisfies Rule & { readonly limits: Limits; readonly thresholds: readonly string[]; readonly cases: readonly AccrualCase[] };
