// Item 3 of the scorecard (2.2, item 3): new customers against plan, in one of three readings.

import { totalOf } from '../measures/fact.ts';
import { isQuarter } from '../values/period.ts';
import { add, compare, larger, ratio, ratioText, smaller } from '../values/ratio.ts';
import type { Ratio } from '../values/ratio.ts';
import { eachMonth } from './case.ts';
import type { GivenFact, ItemCase } from './case.ts';
import { isRefusal, KEY_ACCOUNT_REGULATION, SCORECARD_FROM } from './item.ts';
import type { ItemInput, ItemResult, ItemRule } from './item.ts';
import { silentMonths, sumOfMonths } from './monthly.ts';
import type { Refusal, Step } from './rule.ts';
import { decimal, word } from './setting.ts';
import { refusal, step } from './step-codes.ts';

function evaluate(input: ItemInput): ItemResult {
  const actualCustomers = totalOf(input.facts, 'new-customer', input.months).amount;
  const planned = plannedCustomers(input);
  const known = {
    plan: isRefusal(planned) ? null : { unit: 'customers' as const, amount: String(planned.customers) },
    actual: { unit: 'customers' as const, amount: String(actualCustomers) },
    suggestion: null,
  };
  if (word(input.settings, 'new_customer_mode') === '3') return { ...known, missing: [], ...eachFromZero(actualCustomers, input.weight) };
  if (isRefusal(planned)) return { ...known, score: null, missing: [planned], steps: [] };
  return { ...known, missing: [], ...againstPlan(input, actualCustomers, planned.customers, planned.steps) };
}

/** The plan of all months; where no month states a number, the parameter's (which is a quarter's). */
function plannedCustomers({ facts, months, period, settings }: ItemInput): { customers: number; steps: Step[] } | Refusal {
  const withoutPlan = silentMonths(facts, 'planned-sales', months);
  const silent = silentMonths(facts, 'planned-new-customers', months);
  if (silent.length === 0) return { customers: sumOfMonths(facts, 'planned-new-customers', months), steps: [] };
  const noneStated = silent.length === months.length;
  if (withoutPlan.length > 0 || !noneStated || !isQuarter(period)) {
    return refusal('new-customer-plan-missing', { months: (withoutPlan.length > 0 ? withoutPlan : silent).join(',') });
  }
  const planCustomers = Number(word(settings, 'new_customer_plan'));
  return { customers: planCustomers, steps: [step('plan-by-parameter', { planCustomers }, planCustomers)] };
}

function againstPlan({ settings, weight }: ItemInput, actualCustomers: number, planCustomers: number, first: Step[]): { score: Ratio; steps: Step[] } {
  const difference = actualCustomers - planCustomers;
  const said = [...first, step('customers-against-plan', { actualCustomers, planCustomers }, difference)];
  const shortfallStep = Number(decimal(settings, 'shortfall_step').numerator);
  let change = 0;
  if (difference > 0) {
    change = difference;
    said.push(step('customers-extra', { extra: difference, pointsEach: '1' }, difference));
  }
  if (word(settings, 'new_customer_mode') === '2') {
    if (actualCustomers < shortfallStep) {
      change -= 1;
      said.push(step('customers-below-minimum', { actualCustomers, minimum: shortfallStep, points: '1' }, '-1'));
    }
  } else if (difference < 0) {
    const steps = Math.floor(-difference / shortfallStep);
    change = -steps;
    said.push(step('customers-short', { short: -difference, shortfallStep, steps, pointsEach: '1' }, steps === 0 ? 0 : -steps));
  }
  const points = add(weight, ratio(change));
  said.push(step('full-marks-with-change', { weight: ratioText(weight), change: String(change) }, ratioText(points)));
  if (compare(points, ratio(0)) < 0) said.push(step('floored-at-zero', { points: ratioText(points) }, '0'));
  return { score: larger(points, ratio(0)), steps: said };
}

function eachFromZero(actualCustomers: number, cap: Ratio): { score: Ratio; steps: Step[] } {
  const score = larger(ratio(0), smaller(ratio(actualCustomers), cap));
  return { score, steps: [step('customers-each', { actualCustomers, pointsEach: '1', cap: ratioText(cap) }, ratioText(score))] };
}

const salesPlan = eachMonth('planned-sales', [1, 1, 1]);

function gained(count: number, plan: readonly number[] = [1, 1, 0]): GivenFact[] {
  const customers = Array.from({ length: count }, (): GivenFact => ['new-customer', '2026-08-15', 1]);
  return [...salesPlan, ...eachMonth('planned-new-customers', plan), ...customers];
}

function mode(value: string): ItemCase['policy'] {
  return [['new_customer_mode', value, '2026-01-01']];
}

export const newCustomers: ItemRule = {
  id: 'new-customers',
  number: 3,
  label: '新客户开发',
  group: 'results',
  source: { regulation: KEY_ACCOUNT_REGULATION, article: '2.2 第 3 项' },
  statement: '新客户数达到计划得满分，每多 1 户加 1 分，每差满 2 户减 1 分，最低 0 分；客户在首份合同签订日算新客户，归当日负责人。',
  versions: [{ from: SCORECARD_FROM, parameters: { new_customer_plan: '2', new_customer_mode: '1', shortfall_step: '2' } }],
  checkedOn: '2026-11-21',
  limits: { new_customer_plan: 'not-negative-whole', new_customer_mode: ['1', '2', '3'], shortfall_step: 'positive-whole' },
  measures: ['planned-sales', 'planned-new-customers', 'new-customer'],
  window: 'period',
  evaluate,
  thresholds: ['plan', 'two short', 'minimum of reading 2', 'cap of reading 3'],
  cases: [
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
  ],
};
