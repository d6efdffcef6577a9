// Fact lines of the common kind: one day, one whole amount.

import { isMonth, lastDayOf } from '../values/day.ts';
import { isQuarter, lastDayOfPeriod } from '../values/period.ts';
import type { MeasureId } from '../measures/registry.ts';
import type { FactLine, Fields, Path } from './definition.ts';

type Content = Fields[string] | undefined;
type Extra = Partial<Pick<FactLine, 'line' | 'member' | 'customer'>>;

/** One fact, or none where the day or the amount is missing or is not whole. */
export function optionalFact(measure: MeasureId, day: Content, amount: Content, extra: Extra = {}): FactLine[] {
  if (typeof day !== 'string' || typeof amount !== 'number' || !Number.isSafeInteger(amount)) return [];
  return [{ measure, day, amount, line: '', ...extra }];
}

/** Monthly figures of one member, each on the last day of the record's month. */
export function monthlyFacts(fields: Fields, measures: Readonly<Record<string, MeasureId>>, member: Path): FactLine[] {
  const month = fields['month'];
  if (typeof month !== 'string' || !isMonth(month)) return [];
  return Object.entries(measures).flatMap(([key, measure]) => optionalFact(measure, lastDayOf(month), fields[key], { member }));
}

/** Last day of a quarter's key, undefined where it is none. */
export function lastDayOfQuarter(quarter: Content): string | undefined {
  return typeof quarter === 'string' && isQuarter(quarter) ? lastDayOfPeriod(quarter) : undefined;
}
