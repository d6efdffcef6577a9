// One month of item 9: what absence, lateness and going straight to the market cost. Knows nothing of other months.

import { daysInMonth } from '../values/day.ts';
import type { Month } from '../values/day.ts';
import { add, compare, larger, ratio, ratioOfText, ratioText, subtract } from '../values/ratio.ts';
import type { Ratio } from '../values/ratio.ts';
import type { Step } from './rule.ts';
import { decimal, levels, size, word, ZERO } from './setting.ts';
import type { Settings } from './setting.ts';
import { step } from './step-codes.ts';

export interface MonthCounts {
  readonly present: number;
  readonly late: number;
  readonly direct: number;
}

/** Days of a full month: calendar days less the offset. */
export function fullDaysOf(month: Month, settings: Settings): number {
  return daysInMonth(month) - Number(word(settings, 'full_attendance_offset_days'));
}

export function scoreMonth(month: Month, counts: MonthCounts, settings: Settings, weight: Ratio): { score: Ratio; step: Step } {
  const fullDays = fullDaysOf(month, settings);
  const absent = Math.max(0, fullDays - counts.present);
  if (counts.late > 6 && word(settings, 'late_over_6') === ZERO) {
    return { score: ratio(0), step: step('attendance-month-too-late', { month, late: counts.late, limit: 6 }, '0') };
  }
  const lost = { absence: ratio(absent), late: lateness(counts.late, settings), direct: straightToMarket(counts.direct, settings) };
  const score = larger(ratio(0), subtract(weight, add(add(lost.absence, lost.late), lost.direct)));
  return {
    score,
    step: step('attendance-month', {
      month, fullDays, present: counts.present, absent, late: counts.late, direct: counts.direct,
      absencePoints: ratioText(lost.absence), latePoints: ratioText(lost.late), directPoints: ratioText(lost.direct), weight: ratioText(weight),
    }, ratioText(score)),
  };
}

function lateness(late: number, settings: Settings): Ratio {
  if (late === 0) return ratio(0);
  if (late <= 3) return size(settings, 'late_1_3');
  return size(settings, late <= 6 ? 'late_4_6' : 'late_over_6');
}

/** `direct_over_penalty` has two ends: the lower just over the limit, the higher from `direct_over_high_from` times on. */
function straightToMarket(times: number, settings: Settings): Ratio {
  if (compare(ratio(times), decimal(settings, 'direct_to_market_limit')) <= 0) return ratio(0);
  const penalty = levels(settings, 'direct_over_penalty')[0]!;
  return compare(ratio(times), decimal(settings, 'direct_over_high_from')) >= 0 ? penalty.to : penalty.from;
}

export function meanOf(scores: readonly string[]): { mean: Ratio; sum: Ratio } {
  const sum = scores.reduce((total, score) => add(total, ratioOfText(score)), ratio(0));
  return { mean: ratio(sum.numerator, sum.denominator * BigInt(scores.length)), sum };
}
