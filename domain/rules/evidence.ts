// The facts behind one item of a scorecard: those that the item's measures say in the months it looks at, without what a
// correction has taken back. Knows no records' contents.

import type { Fact } from '../measures/fact.ts';
import type { Month } from '../values/day.ts';
import { monthOf } from '../values/day.ts';
import { monthsOf, previousPeriod, quarterOf } from '../values/period.ts';
import type { Period } from '../values/period.ts';
import { itemRules } from './registry.ts';

/** Facts of one member behind an item, in order of measure, day and record. `facts`: the member's, of `factWindow`. */
export function evidenceFacts(item: number, period: Period, facts: readonly Fact[]): Fact[] {
  const rule = itemRules.find((each) => each.number === item);
  if (!rule) return [];
  const months = monthsOf(period);
  const own = rule.window === 'period' ? months : [...monthsOf(previousPeriod(period)), ...months];
  const quarter = monthsOf(quarterOf(months[0]!));
  const behind = facts.filter((fact) => {
    const place = rule.measures.indexOf(fact.measure);
    return place >= 0 && belongs(fact, fact.measure.startsWith('rating-') ? quarter : own);
  });
  return standing(behind).sort((a, b) =>
    rule.measures.indexOf(a.measure) - rule.measures.indexOf(b.measure) || order(a.day, b.day) || order(a.record, b.record) || a.seq - b.seq);
}

/** What stands for a whole month or quarter counts for that of its own day; everything else where it was posted. */
function belongs(fact: Fact, months: readonly Month[]): boolean {
  const ofWholeMonths = /^(planned-|days-present|late|direct-to-market|rating-)/.test(fact.measure);
  return months.includes(fact.posted) && (!ofWholeMonths || months.includes(monthOf(fact.day)));
}

/** Pairs of a statement and its taking back, in the same months, cancel out. */
function standing(facts: readonly Fact[]): Fact[] {
  const left: Fact[] = [];
  for (const fact of [...facts].sort((a, b) => a.seq - b.seq || b.sign - a.sign)) {
    const taken = fact.sign === -1 ? left.findIndex((said) => said.sign === 1 && takesBack(fact, said)) : -1;
    if (taken >= 0) left.splice(taken, 1);
    else left.push(fact);
  }
  return left;
}

function takesBack(fact: Fact, said: Fact): boolean {
  return said.record === fact.record && said.measure === fact.measure && said.line === fact.line && said.day === fact.day && said.amount === -fact.amount;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
