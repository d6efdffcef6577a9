import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { totalOf } from './fact.ts';
import type { Fact } from './fact.ts';
import { measureOf, measures } from './registry.ts';

function fact(more: Partial<Fact>): Fact {
  return { member: 'm', measure: 'sales', posted: '2026-09', day: '2026-09-30', record: 'r1', line: '', seq: 1, amount: 100, sign: 1, customer: null, ...more };
}

const months = ['2026-07', '2026-08', '2026-09'];

describe('a total', () => {
  test('counts one measure in the posting months asked for', () => {
    const facts = [fact({}), fact({ record: 'r2', amount: 5 }), fact({ record: 'r3', posted: '2026-10' }), fact({ record: 'r4', measure: 'receipt' })];
    expect(totalOf(facts, 'sales', months)).toEqual({ amount: 105, records: ['r1', 'r2'] });
  });

  test('knows nothing where nothing was said, and 0 where 0 was said', () => {
    expect(totalOf([], 'sales', months)).toEqual({ amount: 0, records: [] });
    expect(totalOf([fact({ amount: 0 })], 'sales', months)).toEqual({ amount: 0, records: ['r1'] });
  });

  test('forgets a record that was taken back, and keeps one that was corrected', () => {
    const back = fact({ seq: 2, amount: -100, sign: -1 });
    expect(totalOf([fact({}), back], 'sales', months)).toEqual({ amount: 0, records: [] });
    expect(totalOf([fact({}), back, fact({ seq: 2, amount: 90 })], 'sales', months)).toEqual({ amount: 90, records: ['r1'] });
  });

  test('knows what the correction of a closed month leaves in a later one', () => {
    const correction = [fact({ posted: '2026-10', day: '2026-09-30', amount: -100, sign: -1, seq: 2 }), fact({ posted: '2026-10', day: '2026-09-30', amount: 130, seq: 2 })];
    expect(totalOf([fact({}), ...correction], 'sales', ['2026-10'])).toEqual({ amount: 30, records: ['r1'] });
    expect(totalOf([fact({}), correction[0]!], 'sales', ['2026-10'])).toEqual({ amount: -100, records: ['r1'] });
  });

  test('does not depend on order', () => {
    const anyFact = fc.record({ record: fc.constantFrom('a', 'b', 'c'), amount: fc.integer({ min: 0, max: 9 }), sign: fc.constantFrom(1 as const, -1 as const) }).map((each) => fact({ ...each, amount: each.sign * each.amount }));
    fc.assert(fc.property(fc.array(anyFact), (facts) => {
      const [one, other] = [totalOf(facts, 'sales', months), totalOf([...facts].reverse(), 'sales', months)];
      expect(one.amount + 0).toBe(other.amount + 0);
      expect([...one.records].sort()).toEqual([...other.records].sort());
    }), { seed: 20261121, numRuns: 200 });
  });
});

describe('the registry', () => {
  test('names each measure once, with a label and a unit', () => {
    expect(new Set(measures.map((measure) => measure.id)).size).toBe(measures.length);
    expect(new Set(measures.map((measure) => measure.label)).size).toBe(measures.length);
    for (const measure of measures) expect(measureOf(measure.id)).toBe(measure);
  });
});
