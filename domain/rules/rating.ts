// What the rated items (4 to 8 and 11) share: the one rating that two people confirmed, checked against its scale.

import type { MeasureId } from '../measures/registry.ts';
import { compare, divide, multiply, ratio, ratioText } from '../values/ratio.ts';
import type { Ratio } from '../values/ratio.ts';
import type { ItemInput, ItemResult } from './item.ts';
import { ofQuarter } from './monthly.ts';
import type { Refusal, Step } from './rule.ts';
import { refusal, step } from './step-codes.ts';

/** How the scale takes the points: the steps that say so, or null where no level holds them. */
export type Scale = { readonly full: Ratio; readonly read: (points: Ratio) => readonly Step[] | null };

export function ratedItem(input: ItemInput, measure: MeasureId, scale: Scale, hint: { suggestion: Ratio | null; steps: readonly Step[] }): ItemResult {
  const suggestion = hint.suggestion && ratioText(hint.suggestion);
  const { amount, records } = ofQuarter(input.facts, measure, input.quarter);
  const points = ratio(amount, 100);
  const none = (why: Refusal, rated: boolean): ItemResult => ({
    plan: null, actual: rated ? { unit: 'points', amount: ratioText(points) } : null, suggestion, score: null, missing: [why], steps: hint.steps,
  });
  if (records.length === 0) return none(refusal('rating-missing', { quarter: input.quarter }), false);
  if (records.length > 1) return none(refusal('rating-twice', { quarter: input.quarter, records: records.length }), false);
  const read = scale.read(points);
  if (!read) return none(refusal('rating-outside-levels', { quarter: input.quarter, points: ratioText(points) }), true);
  const steps: Step[] = [...hint.steps, step('rating-confirmed', { points: ratioText(points), quarter: input.quarter }, ratioText(points)), ...read];
  const score = scaled(points, scale.full, input.weight);
  if (compare(score, points) !== 0 || compare(scale.full, input.weight) !== 0) {
    steps.push(step('rating-scaled', { points: ratioText(points), scale: ratioText(scale.full), weight: ratioText(input.weight) }, ratioText(score)));
  }
  return { plan: null, actual: { unit: 'points', amount: ratioText(points) }, suggestion, score, missing: [], steps };
}

/** A department that changes an item's weight keeps the scale on which people rate. */
function scaled(points: Ratio, full: Ratio, weight: Ratio): Ratio {
  return full.numerator === 0n ? points : divide(multiply(points, weight), full);
}
