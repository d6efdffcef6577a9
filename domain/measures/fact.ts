// A fact as the books keep it: append-only, signed, posted to a month. A changed record states the negative of what it
// said (sign -1) and what it says now (sign 1), so that sums, and the number of records behind them, stay right.

import type { Day, Month } from '../values/day.ts';
import type { MeasureId } from './registry.ts';

export interface Fact {
  readonly member: string;
  readonly measure: MeasureId;
  /** Month in which it counts: that of `day` if open, else the first open one. */
  readonly posted: Month;
  readonly day: Day;
  readonly record: string;
  readonly line: string;
  readonly seq: number;
  /** Whole, in the measure's unit; negative in a reversal of a positive amount. */
  readonly amount: number;
  readonly sign: 1 | -1;
  readonly customer: string | null;
}

/** The sum of a measure over some facts, with the records that still stand behind it. */
export interface Total {
  readonly amount: number;
  /**
   * Ids of records that state the measure after all reversals, or whose correction of an earlier month leaves something
   * here; empty means that nothing is known.
   */
  readonly records: readonly string[];
}

/** Sums one measure over the facts of the given posting months. */
export function totalOf(facts: readonly Fact[], measure: MeasureId, months: readonly Month[]): Total {
  let amount = 0;
  const standing = new Map<string, { count: number; amount: number }>();
  for (const fact of facts) {
    if (fact.measure !== measure || !months.includes(fact.posted)) continue;
    amount += fact.amount;
    const said = standing.get(fact.record) ?? { count: 0, amount: 0 };
    standing.set(fact.record, { count: said.count + fact.sign, amount: said.amount + fact.amount });
  }
  return { amount, records: [...standing].filter(([, said]) => said.count > 0 || said.amount !== 0).map(([record]) => record) };
}
