// Worked cases of scorecard items, as data that the generic suite runs. Amounts in the measures' own units. They lie beside
// their rules (`<id>-cases.ts`), which do not import them: what is only tried is not carried by Worker and pane.

import type { Fact } from '../measures/fact.ts';
import type { MeasureId } from '../measures/registry.ts';
import { monthOf } from '../values/day.ts';
import type { Day } from '../values/day.ts';
import type { Period } from '../values/period.ts';
import type { RatioText } from '../values/ratio.ts';
import type { Archive } from './item.ts';
import type { ParameterValue } from './rule.ts';
import type { RefusalCode, StepCode } from './step-codes.ts';

/** Measure, day, amount: one record each, posted in the day's month. */
export type GivenFact = readonly [measure: MeasureId, day: Day, amount: number];

export interface ItemCase {
  readonly name: string;
  readonly period?: Period;
  readonly given: readonly GivenFact[];
  readonly archives?: readonly Archive[];
  readonly policy?: readonly (readonly [parameter: string, value: ParameterValue, fromDay: Day])[];
  /** null: no data, for the reasons in `missing`. */
  readonly score: RatioText | null;
  readonly missing?: readonly RefusalCode[];
  readonly suggestion?: RatioText;
  readonly codes?: readonly StepCode[];
  /** On which side of which threshold the case stands. */
  readonly threshold?: readonly [name: string, side: 'below' | 'at' | 'above'];
}

/** Period of the cases that name none. */
export const CASE_PERIOD: Period = '2026Q3';

const monthEnds = ['2026-07-31', '2026-08-31', '2026-09-30'] as const;

/** One record a month of the quarter, each on the month's last day. */
export function eachMonth(measure: MeasureId, amounts: readonly number[]): GivenFact[] {
  return amounts.map((amount, index) => [measure, monthEnds[index]!, amount]);
}

export function factsOfCase(given: readonly GivenFact[], member: string): Fact[] {
  return given.map(([measure, day, amount], index) => ({
    member, measure, posted: monthOf(day), day, record: `record-${index}`, line: '', seq: index + 1, amount, sign: 1, customer: null,
  }));
}
