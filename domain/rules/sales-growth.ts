// Item 2 of the scorecard (2.2, item 2): sales against the previous period.

import { totalOf } from '../measures/fact.ts';
import { monthsOf } from '../values/period.ts';
import { compare, divide, floor, multiply, ratio, ratioText, smaller, subtract } from '../values/ratio.ts';
import type { Ratio } from '../values/ratio.ts';
import { KEY_ACCOUNT_REGULATION, SCORECARD_FROM } from './item.ts';
import type { ItemInput, ItemResult, ItemRule } from './item.ts';
import type { Refusal, Step } from './rule.ts';
import { decimal } from './setting.ts';
import { refusal, step } from './step-codes.ts';

function evaluate(input: ItemInput): ItemResult {
  const now = totalOf(input.facts, 'sales', input.months);
  const before = totalOf(input.facts, 'sales', monthsOf(input.previous));
  const missing: Refusal[] = [];
  if (now.records.length === 0) missing.push(refusal('sales-missing', { period: input.period }));
  if (before.records.length === 0) missing.push(refusal('previous-sales-missing', { period: input.previous }));
  const known = {
    plan: before.records.length === 0 ? null : { unit: 'fen' as const, amount: String(before.amount) },
    actual: now.records.length === 0 ? null : { unit: 'fen' as const, amount: String(now.amount) },
    suggestion: null,
    missing,
  };
  if (missing.length > 0) return { ...known, score: null, steps: [] };
  return { ...known, ...scoreOf(input, now.amount, before.amount) };
}

function scoreOf({ settings, previous }: ItemInput, actualFen: number, previousFen: number): { score: Ratio; steps: Step[] } {
  const growthFen = actualFen - previousFen;
  const said: Step[] = [step('growth', { actualFen, previousFen, previousPeriod: previous }, growthFen)];
  if (growthFen < 0) {
    const penalty = decimal(settings, 'negative_growth_penalty');
    const score = subtract(ratio(0), penalty);
    said.push(step('negative-growth', { fallFen: -growthFen, penalty: ratioText(penalty) }, ratioText(score)));
    return { score, steps: said };
  }
  const stepFen = multiply(decimal(settings, 'growth_step'), ratio(100));
  const steps = floor(divide(ratio(growthFen), stepFen));
  const points = ratio(steps);
  const rest = subtract(ratio(growthFen), multiply(points, stepFen));
  said.push(step('whole-amount-steps', {
    growthFen, stepFen: ratioText(stepFen), steps: Number(steps), restFen: ratioText(rest), pointsEach: '1',
  }, ratioText(points)));
  const cap = decimal(settings, 'growth_cap');
  if (compare(points, cap) > 0) said.push(step('capped', { points: ratioText(points), cap: ratioText(cap) }, ratioText(cap)));
  return { score: smaller(points, cap), steps: said };
}

export const salesGrowth: ItemRule = {
  id: 'sales-growth',
  number: 2,
  label: '销售增长率',
  group: 'results',
  source: { regulation: KEY_ACCOUNT_REGULATION, article: '2.2 第 2 项' },
  statement: '与上一期的销售额相比，从 0 分起，每增加一个整 10 万元得 1 分，最多 10 分；销售额下降默认不扣分。',
  versions: [{ from: SCORECARD_FROM, parameters: { growth_step: '100000', growth_cap: '10', negative_growth_penalty: '0' } }],
  checkedOn: '2026-11-21',
  limits: { growth_step: 'positive', growth_cap: 'not-negative', negative_growth_penalty: 'not-negative' },
  measures: ['sales'],
  window: 'period-and-previous',
  evaluate,
  thresholds: ['100,000 yuan', 'the cap', 'no growth'],
};
