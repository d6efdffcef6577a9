// Item 1 of the scorecard (2.2, item 1): sales against plan.

import { totalOf } from '../measures/fact.ts';
import { add, compare, divide, floor, larger, multiply, ratio, ratioText, smaller, subtract } from '../values/ratio.ts';
import type { Ratio } from '../values/ratio.ts';
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
};
