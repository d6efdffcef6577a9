// Item 3 of the scorecard (2.2, item 3): new customers against plan, in one of three readings.

import { totalOf } from '../measures/fact.ts';
import { isQuarter } from '../values/period.ts';
import { add, compare, larger, ratio, ratioText, smaller } from '../values/ratio.ts';
import type { Ratio } from '../values/ratio.ts';
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
};
