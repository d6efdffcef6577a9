// Facts that stand for a month or quarter as a whole (plans, attendance, ratings): they count for the period of their
// own day, and only as far as they were posted inside the period looked at. Knows no rule.

import type { Fact, Total } from '../measures/fact.ts';
import { totalOf } from '../measures/fact.ts';
import type { MeasureId } from '../measures/registry.ts';
import { monthOf } from '../values/day.ts';
import type { Month } from '../values/day.ts';
import { monthsOf } from '../values/period.ts';
import type { Period } from '../values/period.ts';

/** What is known of one month of the months looked at. */
export function ofMonth(facts: readonly Fact[], measure: MeasureId, month: Month, months: readonly Month[]): Total {
  return totalOf(facts.filter((fact) => monthOf(fact.day) === month), measure, months);
}

/** The months of which no record states the measure. */
export function silentMonths(facts: readonly Fact[], measure: MeasureId, months: readonly Month[]): Month[] {
  return months.filter((month) => ofMonth(facts, measure, month, months).records.length === 0);
}

export function sumOfMonths(facts: readonly Fact[], measure: MeasureId, months: readonly Month[]): number {
  return months.reduce((sum, month) => sum + ofMonth(facts, measure, month, months).amount, 0);
}

/** What two people agreed on for a quarter: a late rating of an earlier quarter is not this one's. */
export function ofQuarter(facts: readonly Fact[], measure: MeasureId, quarter: Period): Total {
  const months = monthsOf(quarter);
  return totalOf(facts.filter((fact) => months.includes(monthOf(fact.day))), measure, months);
}
