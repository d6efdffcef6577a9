// Worked cases of item 3, as data.

import { eachMonth } from './case.ts';
import type { GivenFact, ItemCase } from './case.ts';

const salesPlan = eachMonth('planned-sales', [1, 1, 1]);

function gained(count: number, plan: readonly number[] = [1, 1, 0]): GivenFact[] {
  const customers = Array.from({ length: count }, (): GivenFact => ['new-customer', '2026-08-15', 1]);
  return [...salesPlan, ...eachMonth('planned-new-customers', plan), ...customers];
}

function mode(value: string): ItemCase['policy'] {
  return [['new_customer_mode', value, '2026-01-01']];
}

export const cases: readonly ItemCase[] = [
  { name: 'one more than planned', given: gained(3), score: '6', threshold: ['plan', 'above'], codes: ['customers-against-plan', 'customers-extra', 'full-marks-with-change'] },
  { name: 'as many as planned', given: gained(2), score: '5', threshold: ['plan', 'at'] },
  { name: 'one short costs nothing', given: gained(1), score: '5', threshold: ['plan', 'below'] },
  { name: 'one short of four', given: gained(3, [2, 1, 1]), score: '5', threshold: ['two short', 'above'] },
  { name: 'two short of four', given: gained(2, [2, 1, 1]), score: '4', threshold: ['two short', 'at'] },
  { name: 'three short of four are one full two', given: gained(1, [2, 1, 1]), score: '4', threshold: ['two short', 'below'] },
  { name: 'none of twelve does not go below 0', given: gained(0, [4, 4, 4]), score: '0' },
  { name: 'where plans are silent the parameter is the plan', given: [...salesPlan, ['new-customer', '2026-07-02', 1], ['new-customer', '2026-07-03', 1], ['new-customer', '2026-07-04', 1]], score: '6', codes: ['plan-by-parameter', 'customers-against-plan', 'customers-extra', 'full-marks-with-change'] },
  { name: 'for a month a silent plan is no data', period: '2026-07', given: salesPlan, score: null, missing: ['new-customer-plan-missing'] },
  { name: 'a month without a plan is no data', given: [salesPlan[0]!, salesPlan[1]!], score: null, missing: ['new-customer-plan-missing'] },
  { name: 'a plan that only one month states is no data', given: [...salesPlan, ['planned-new-customers', '2026-07-31', 2]], score: null, missing: ['new-customer-plan-missing'] },
  { name: 'reading 2: one is fewer than two', given: gained(1), policy: mode('2'), score: '4', threshold: ['minimum of reading 2', 'below'] },
  { name: 'reading 2: two are enough', given: gained(2, [2, 2, 2]), policy: mode('2'), score: '5', threshold: ['minimum of reading 2', 'at'] },
  { name: 'reading 2: three of two', given: gained(3), policy: mode('2'), score: '6', threshold: ['minimum of reading 2', 'above'] },
  { name: 'reading 3: a point each', given: gained(4), policy: mode('3'), score: '4', threshold: ['cap of reading 3', 'below'] },
  { name: 'reading 3: five is the cap', given: gained(5), policy: mode('3'), score: '5', threshold: ['cap of reading 3', 'at'] },
  { name: 'reading 3: six are capped', given: gained(6), policy: mode('3'), score: '5', threshold: ['cap of reading 3', 'above'] },
  { name: 'reading 3 needs no plan', given: [['new-customer', '2026-07-02', 1]], policy: mode('3'), score: '1' },
];
