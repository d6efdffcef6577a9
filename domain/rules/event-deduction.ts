// What items 10 and 12 share: full marks less points for each event, each by the setting of its own day, floor 0.

import { totalOf } from '../measures/fact.ts';
import type { MeasureId } from '../measures/registry.ts';
import type { Day } from '../values/day.ts';
import { add, compare, larger, multiply, ratio, ratioText, subtract } from '../values/ratio.ts';
import { isRefusal } from './item.ts';
import type { ItemInput, ItemResult } from './item.ts';
import { decimal } from './setting.ts';
import type { Step } from './rule.ts';
import type { Settings } from './setting.ts';
import { step } from './step-codes.ts';

export function eventDeduction(input: ItemInput, measure: MeasureId, parameter: string, code: 'violations' | 'complaints'): ItemResult {
  const count = totalOf(input.facts, measure, input.months).amount;
  const known = { plan: null, actual: { unit: 'times' as const, amount: String(count) }, suggestion: null };
  const settings = [...eventsByDay(input, measure)].map(([day, events]) => ({ events, settings: input.settingsOn(day) }));
  const missing = settings.flatMap((entry) => (isRefusal(entry.settings) ? entry.settings : []));
  if (missing.length > 0) return { ...known, score: null, missing, steps: [] };
  const used: Settings[] = [input.settings];
  let lost = ratio(0);
  const rates = new Set<string>();
  for (const entry of settings as { events: number; settings: Settings }[]) {
    const each = decimal(entry.settings, parameter);
    lost = add(lost, multiply(ratio(entry.events), each));
    rates.add(ratioText(each));
    used.push(entry.settings);
  }
  if (rates.size === 0) rates.add(ratioText(decimal(input.settings, parameter)));
  const change = subtract(ratio(0), lost);
  const points = add(input.weight, change);
  const steps: Step[] = [
    step(code, { count, pointsEach: rates.size === 1 ? [...rates][0]! : '' }, ratioText(change)),
    step('full-marks-with-change', { weight: ratioText(input.weight), change: ratioText(change) }, ratioText(points)),
  ];
  if (compare(points, ratio(0)) < 0) steps.push(step('floored-at-zero', { points: ratioText(points) }, '0'));
  return { ...known, score: larger(points, ratio(0)), missing: [], steps, used };
}

/** Events that still stand, by their day; what a correction took back is gone. */
function eventsByDay({ facts, months }: ItemInput, measure: MeasureId): Map<Day, number> {
  const days = new Map<Day, number>();
  for (const fact of facts) {
    if (fact.measure === measure && months.includes(fact.posted)) days.set(fact.day, (days.get(fact.day) ?? 0) + fact.amount);
  }
  return new Map([...days].filter(([, events]) => events !== 0));
}
