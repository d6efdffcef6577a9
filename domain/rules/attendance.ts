// Item 9 of the scorecard (2.2, item 9): attendance, by month; a longer period is the unrounded mean of its months.

import type { Month } from '../values/day.ts';
import { lastDayOf } from '../values/day.ts';
import { ratioText } from '../values/ratio.ts';
import { fullDaysOf, meanOf, scoreMonth } from './attendance-month.ts';
import { isRefusal, KEY_ACCOUNT_REGULATION, SCORECARD_FROM } from './item.ts';
import type { ItemInput, ItemResult, ItemRule } from './item.ts';
import { ofMonth } from './monthly.ts';
import type { MonthAttendance } from './results.ts';
import type { Refusal, Step } from './rule.ts';
import type { Settings } from './setting.ts';
import { refusal, step } from './step-codes.ts';

interface MonthReading {
  readonly attendance: MonthAttendance;
  readonly settings?: Settings;
  readonly step?: Step;
  readonly problem?: 'missing' | 'twice' | Refusal;
}

function evaluate(input: ItemInput): ItemResult {
  const readings = input.months.map((month) => readMonth(input, month));
  const attendance = readings.map((reading) => reading.attendance);
  const steps = readings.flatMap((reading) => reading.step ?? []);
  const used = readings.flatMap((reading) => (reading.settings ? [reading.settings] : []));
  const missing = refusalsOf(readings);
  const days = (count: number) => ({ unit: 'days' as const, amount: String(count) });
  const complete = readings.every((reading) => reading.attendance.present !== null);
  const plan = days(attendance.reduce((sum, month) => sum + month.fullDays, 0));
  const actual = complete ? days(attendance.reduce((sum, month) => sum + month.present!, 0)) : null;
  if (missing.length > 0) return { plan, actual, suggestion: null, score: null, missing, steps, attendance, used };
  const scores = attendance.map((month) => month.score!);
  const { mean, sum } = meanOf(scores);
  if (scores.length > 1) steps.push(step('mean-of-months', { months: scores.length, scores: scores.join(','), sum: ratioText(sum) }, ratioText(mean)));
  return { plan, actual, suggestion: null, score: mean, missing, steps, attendance, used };
}

function readMonth(input: ItemInput, month: Month): MonthReading {
  const settings = input.settingsOn(lastDayOf(month));
  const empty = { month, fullDays: 0, present: null, late: null, directToMarket: null, score: null };
  if (isRefusal(settings)) return { attendance: empty, problem: settings };
  const of = (measure: 'days-present' | 'late' | 'direct-to-market') => ofMonth(input.facts, measure, month, input.months);
  const [present, late, direct] = [of('days-present'), of('late'), of('direct-to-market')];
  const blank = { ...empty, fullDays: fullDaysOf(month, settings) };
  const records = [present, late, direct].map((total) => total.records.length);
  if (records.some((count) => count === 0)) return { attendance: blank, settings, problem: 'missing' };
  if (records.some((count) => count > 1)) return { attendance: blank, settings, problem: 'twice' };
  const scored = scoreMonth(month, { present: present.amount, late: late.amount, direct: direct.amount }, settings, input.weight);
  return {
    settings,
    step: scored.step,
    attendance: { ...blank, present: present.amount, late: late.amount, directToMarket: direct.amount, score: ratioText(scored.score) },
  };
}

function refusalsOf(readings: readonly MonthReading[]): Refusal[] {
  const monthsWith = (problem: 'missing' | 'twice') => readings.filter((reading) => reading.problem === problem).map((reading) => reading.attendance.month).join(',');
  const refusals = readings.flatMap((reading) => (typeof reading.problem === 'object' ? reading.problem : []));
  if (monthsWith('missing')) refusals.push(refusal('attendance-missing', { months: monthsWith('missing') }));
  if (monthsWith('twice')) refusals.push(refusal('attendance-twice', { months: monthsWith('twice') }));
  return refusals;
}

export const attendance: ItemRule = {
  id: 'attendance',
  number: 9,
  label: '员工出勤率',
  group: 'attitude',
  source: { regulation: KEY_ACCOUNT_REGULATION, article: '2.2 第 9 项' },
  statement: '按月计：月天数减 4 为满勤，每少一天减 1 分；迟到 1 至 3 次减 1 分、4 至 6 次减 2 分、更多则当月 0 分；不到公司直接去市场超过 5 次减 1 分、8 次起减 2 分；每月最低 0 分，季度取各月平均。',
  versions: [{
    from: SCORECARD_FROM,
    parameters: {
      full_attendance_offset_days: '4', late_1_3: '-1', late_4_6: '-2', late_over_6: 'zero',
      direct_to_market_limit: '5', direct_over_penalty: '1..2', direct_over_high_from: '8',
    },
  }],
  checkedOn: '2026-11-21',
  limits: {
    full_attendance_offset_days: 'not-negative-whole', late_1_3: 'size', late_4_6: 'size', late_over_6: 'size-or-zero-word',
    direct_to_market_limit: 'not-negative-whole', direct_over_penalty: 'range', direct_over_high_from: 'positive-whole',
  },
  measures: ['days-present', 'late', 'direct-to-market'],
  window: 'period',
  evaluate,
  thresholds: ['full attendance', 'late at all', 'late 3', 'late 6', 'direct 5', 'direct 8'],
};
