// Item 1 of the scorecard (2.2, item 1): sales against plan.

import { totalOf } from '../measures/fact.ts';
import { add, compare, divide, floor, larger, multiply, ratio, ratioText, smaller, subtract } from '../values/ratio.ts';
import type { Ratio } from '../values/ratio.ts';
import { eachMonth } from './case.ts';
import { KEY_ACCOUNT_REGULATION, SCORECARD_FROM } from './item.ts';
import type { ItemInput, ItemResult, ItemRule } from './item.ts';
import { silentMonths, sumOfMonths } from './monthly.ts';
import type { Refusal, Step } from './rule.ts';
import { decimal, decimalOrNone } from './setting.ts';
import { refusal, step } from './step-codes.ts';

function evaluate(input: ItemInput): ItemResult {
  const { facts, months, period } = input;
  const silent = silentMonths(facts, 'planned-sales', months);
  const planFen = silent.length > 0 ? null : sumOfMonths(facts, 'planned-sales', months);
  const sales = totalOf(facts, 'sales', months);
  const missing: Refusal[] = [];
  if (planFen === null) missing.push(refusal('plan-missing', { months: silent.join(',') }));
  else if (planFen <= 0) missing.push(refusal('plan-zero', { period }));
  if (sales.records.length === 0) missing.push(refusal('sales-missing', { period }));
  const known = {
    plan: planFen === null ? null : { unit: 'fen' as const, amount: String(planFen) },
    actual: sales.records.length === 0 ? null : { unit: 'fen' as const, amount: String(sales.amount) },
    suggestion: null,
  };
  if (missing.length > 0) return { ...known, score: null, missing, steps: [] };
  return { ...known, missing, ...scoreOf(input, sales.amount, planFen!) };
}

function scoreOf({ settings, weight }: ItemInput, actualFen: number, planFen: number): { score: Ratio; steps: Step[] } {
  const standard = decimal(settings, 'standard_pct');
  const rate = divide(ratio(BigInt(actualFen) * 100n), ratio(planFen));
  const above = compare(rate, standard) >= 0;
  const difference = above ? subtract(rate, standard) : subtract(standard, rate);
  const stepPercent = decimal(settings, 'step_pct');
  const steps = floor(divide(difference, stepPercent));
  const earned = multiply(ratio(steps), decimal(settings, 'step_pts'));
  const said: Step[] = [
    step('actual-over-plan', { actualFen, planFen }, ratioText(rate)),
    step('compare-with-standard', { ratePercent: ratioText(rate), standardPercent: ratioText(standard) }, ratioText(subtract(rate, standard))),
    step('whole-percent-steps', {
      direction: above ? 'above' : 'below',
      differencePercent: ratioText(difference),
      stepPercent: ratioText(stepPercent),
      steps: Number(steps),
      restPercent: ratioText(subtract(difference, multiply(ratio(steps), stepPercent))),
      pointsEach: ratioText(decimal(settings, 'step_pts')),
      nextStepFen: fenToNextStep(actualFen, planFen, standard, multiply(ratio(steps + 1n), stepPercent), above),
    }, ratioText(above ? earned : subtract(ratio(0), earned))),
  ];
  const cap = decimalOrNone(settings, 'bonus_cap');
  const bonus = above && cap ? smaller(earned, cap) : earned;
  if (above && cap && compare(earned, cap) > 0) said.push(step('capped', { points: ratioText(earned), cap: ratioText(cap) }, ratioText(cap)));
  const change = above ? bonus : subtract(ratio(0), bonus);
  const points = add(weight, change);
  said.push(step('full-marks-with-change', { weight: ratioText(weight), change: ratioText(change) }, ratioText(points)));
  if (compare(points, ratio(0)) < 0) said.push(step('floored-at-zero', { points: ratioText(points) }, '0'));
  return { score: larger(points, ratio(0)), steps: said };
}

/** How many fen separate the actual from the next whole step away from the standard. */
function fenToNextStep(actualFen: number, planFen: number, standard: Ratio, distance: Ratio, above: boolean): number {
  const percent = above ? add(standard, distance) : subtract(standard, distance);
  const edge = divide(multiply(ratio(planFen), percent), ratio(100));
  const whole = above ? -floor(subtract(ratio(0), edge)) : floor(edge);
  return Number(above ? whole - BigInt(actualFen) : BigInt(actualFen) - whole);
}

const plan = eachMonth('planned-sales', [38_000_000, 40_000_000, 42_000_000]);

export const salesCompletion: ItemRule = {
  id: 'sales-completion',
  number: 1,
  label: '销售完成率',
  group: 'results',
  source: { regulation: KEY_ACCOUNT_REGULATION, article: '2.2 第 1 项' },
  statement: '实际销售额与计划销售额相比：以 100% 为满分，每高出一个 5% 加 1 分，每低出一个 5% 减 1 分，不满 5% 的零头不算；最低 0 分，加分默认不封顶。',
  versions: [{ from: SCORECARD_FROM, parameters: { standard_pct: '100', step_pct: '5', step_pts: '1', bonus_cap: null } }],
  checkedOn: '2026-11-21',
  limits: { standard_pct: 'positive', step_pct: 'positive', step_pts: 'not-negative', bonus_cap: 'not-negative-or-none' },
  measures: ['planned-sales', 'sales'],
  window: 'period',
  evaluate,
  thresholds: ['105 %', '100 %', '95 %'],
  cases: [
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
  ],
};
