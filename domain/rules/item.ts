// What an item of the scorecard is: a rule that turns one member's facts into a score with its steps. Knows no item.

import type { Fact } from '../measures/fact.ts';
import type { MeasureId } from '../measures/registry.ts';
import type { Day, Month } from '../values/day.ts';
import type { Period } from '../values/period.ts';
import type { Ratio, RatioText } from '../values/ratio.ts';
import type { ItemGroup, MonthAttendance, Quantity } from './results.ts';
import type { Refusal, Rule, Step } from './rule.ts';
import type { Limits, Settings } from './setting.ts';

/** How complete one of the member's archives is. */
export interface Archive {
  readonly filled: number;
  readonly countable: number;
}

export interface ItemInput {
  readonly period: Period;
  readonly months: readonly Month[];
  readonly previous: Period;
  /** The quarter in whose last days ratings are given. */
  readonly quarter: Period;
  /** Of the member alone. */
  readonly facts: readonly Fact[];
  readonly archives: readonly Archive[];
  readonly weight: Ratio;
  /** Parameters on the period's last day. */
  readonly settings: Settings;
  /** Parameters on another day (a month's last, an event's own). */
  readonly settingsOn: (day: Day) => Settings | Refusal;
}

export interface ItemResult {
  readonly plan: Quantity | null;
  readonly actual: Quantity | null;
  readonly suggestion: RatioText | null;
  readonly score: Ratio | null;
  readonly missing: readonly Refusal[];
  readonly steps: readonly Step[];
  readonly attendance?: readonly MonthAttendance[];
  /** All settings that were used, where they are not simply those of the period's last day. */
  readonly used?: readonly Settings[];
}

export interface ItemRule extends Rule {
  readonly number: number;
  readonly group: ItemGroup;
  readonly limits: Limits;
  /** Measures behind the figure, in the order in which evidence shows them. */
  readonly measures: readonly MeasureId[];
  /** The months whose facts belong to the figure; ratings are always those of the quarter. */
  readonly window: 'period' | 'period-and-previous';
  readonly evaluate: (input: ItemInput) => ItemResult;
  /** Thresholds that the cases must try below, at and above. */
  readonly thresholds: readonly string[];
}

export function isRefusal(answer: object): answer is Refusal {
  return 'code' in answer && 'facts' in answer;
}

export const KEY_ACCOUNT_REGULATION = '大客户部业务流程及管理办法';
/** First day of the scorecard. */
export const SCORECARD_FROM: Day = '2012-08-08';
