// Worked cases of the commission's accrual, as data.

import type { Fen } from '../values/money.ts';

export interface AccrualCase {
  readonly name: string;
  readonly receivedFen: Fen;
  readonly ratePercent: string;
  /** null: refused. */
  readonly commissionFen: Fen | null;
  readonly expenseAccountFen: Fen | null;
  readonly threshold?: readonly [name: string, side: 'below' | 'at' | 'above'];
}

export const cases: readonly AccrualCase[] = [
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
];
