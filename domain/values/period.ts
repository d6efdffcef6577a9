// A period of assessment: a calendar month (`2026-09`) or a calendar quarter (`2026Q3`), written as its key.

import { addMonths, firstDayOf, isMonth, lastDayOf, monthOf } from './day.ts';
import type { Day, Month } from './day.ts';

/** `YYYY-MM` or `YYYYQn`. */
export type Period = string;

export function isQuarter(text: string): boolean {
  return /^\d{4}Q[1-4]$/.test(text);
}

export function isPeriod(text: string): boolean {
  return isMonth(text) || isQuarter(text);
}

/** The months of a period in order; a refusal of a malformed key is the boundary's business. */
export function monthsOf(period: Period): Month[] {
  if (!isQuarter(period)) return [period];
  const first = `${period.slice(0, 4)}-${String((Number(period[5]) - 1) * 3 + 1).padStart(2, '0')}`;
  return [first, addMonths(first, 1), addMonths(first, 2)];
}

export function quarterOf(month: Month): Period {
  return `${month.slice(0, 4)}Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
}

export function previousPeriod(period: Period): Period {
  const before = addMonths(monthsOf(period)[0]!, -1);
  return isQuarter(period) ? quarterOf(before) : before;
}

export function nextPeriod(period: Period): Period {
  const months = monthsOf(period);
  const after = addMonths(months[months.length - 1]!, 1);
  return isQuarter(period) ? quarterOf(after) : after;
}

export function firstDayOfPeriod(period: Period): Day {
  return firstDayOf(monthsOf(period)[0]!);
}

export function lastDayOfPeriod(period: Period): Day {
  const months = monthsOf(period);
  return lastDayOf(months[months.length - 1]!);
}

/** The last quarter that was over on that day. */
export function lastWholeQuarter(today: Day): Period {
  return previousPeriod(quarterOf(monthOf(today)));
}
