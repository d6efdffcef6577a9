// Worked cases of item 1, as data.

import { eachMonth } from './case.ts';
import type { ItemCase } from './case.ts';

const plan = eachMonth('planned-sales', [38_000_000, 40_000_000, 42_000_000]);

export const cases: readonly ItemCase[] = [
  { name: '107 % of plan is one whole step above', given: [...plan, ['sales', '2026-08-31', 128_400_000]], score: '26', codes: ['actual-over-plan', 'compare-with-standard', 'whole-percent-steps', 'full-marks-with-change'] },
  { name: 'a fen below 105 % earns nothing', given: [...plan, ['sales', '2026-08-31', 125_999_999]], score: '25', threshold: ['105 %', 'below'] },
  { name: '105 % exactly earns a point', given: [...plan, ['sales', '2026-08-31', 126_000_000]], score: '26', threshold: ['105 %', 'at'] },
  { name: 'a fen above 105 % earns no more', given: [...plan, ['sales', '2026-08-31', 126_000_001]], score: '26', threshold: ['105 %', 'above'] },
  { name: 'a fen below plan costs nothing', given: [...plan, ['sales', '2026-08-31', 119_999_999]], score: '25', threshold: ['100 %', 'below'] },
  { name: 'on plan is full marks', given: [...plan, ['sales', '2026-08-31', 120_000_000]], score: '25', threshold: ['100 %', 'at'] },
  { name: 'a fen above plan is full marks', given: [...plan, ['sales', '2026-08-31', 120_000_001]], score: '25', threshold: ['100 %', 'above'] },
  { name: 'a fen below 95 % costs a point', given: [...plan, ['sales', '2026-08-31', 113_999_999]], score: '24', threshold: ['95 %', 'below'] },
  { name: '95 % exactly costs a point', given: [...plan, ['sales', '2026-08-31', 114_000_000]], score: '24', threshold: ['95 %', 'at'] },
  { name: 'a fen above 95 % costs nothing', given: [...plan, ['sales', '2026-08-31', 114_000_001]], score: '25', threshold: ['95 %', 'above'] },
  { name: '120.78 % of plan is four steps', given: [...plan, ['sales', '2026-08-31', 144_936_000]], score: '29' },
  { name: 'sales of 0 that are booked leave five points', given: [...plan, ['sales', '2026-08-31', 0]], score: '5' },
  { name: 'returns larger than sales do not go below 0', given: [...plan, ['sales', '2026-08-31', -60_000_000]], score: '0', codes: ['actual-over-plan', 'compare-with-standard', 'whole-percent-steps', 'full-marks-with-change', 'floored-at-zero'] },
  { name: 'the cap limits the bonus, not the item', given: [...plan, ['sales', '2026-08-31', 180_000_000]], policy: [['bonus_cap', '5', '2026-07-01']], score: '30' },
  { name: 'a setting from the day after the period does not count', given: [...plan, ['sales', '2026-08-31', 180_000_000]], policy: [['bonus_cap', '5', '2026-10-01']], score: '35' },
  { name: 'a setting from the last day counts', given: [...plan, ['sales', '2026-08-31', 180_000_000]], policy: [['bonus_cap', '5', '2026-09-30']], score: '30' },
  { name: 'a month without a plan is no data, not a smaller plan', given: [plan[0]!, plan[1]!, ['sales', '2026-08-31', 1]], score: null, missing: ['plan-missing'] },
  { name: 'a plan of 0 is no data', given: [...eachMonth('planned-sales', [0, 0, 0]), ['sales', '2026-08-31', 1]], score: null, missing: ['plan-zero'] },
  { name: 'no sales record is no data, not 0', given: plan, score: null, missing: ['sales-missing'] },
  { name: 'a month is scored by its own plan', period: '2026-07', given: [...plan, ['sales', '2026-07-31', 38_000_000]], score: '25' },
];
