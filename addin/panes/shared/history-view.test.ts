import { expect, test } from 'vitest';
import { demoHistory } from '../demo-shared.ts';
import { changesShown, sourceOfBase, versionsOf } from './history-view.ts';

test('a field’s versions are told latest first, and only the latest stands', () => {
  const versions = versionsOf(demoHistory, 'budget_amount');
  expect(versions.map(({ value, isNow, entry }) => [value, isNow, entry.by])).toEqual([[380_000_000, true, '叶知秋'], [320_000_000, false, '叶知秋'], [300_000_000, false, '林小满']]);
  expect(versionsOf(demoHistory, 'plan_time')).toHaveLength(2);
  const [latest] = demoHistory.entries;
  const backAndForth = { ...demoHistory, entries: [{ ...latest!, paths: [{ path: 'budget_amount', from: 380_000_000, to: 300_000_000 }] }, ...demoHistory.entries] };
  expect(versionsOf(backAndForth, 'budget_amount').map(({ canReturn }) => canReturn)).toEqual([false, true, true, false]);
});

test('who wrote what both began from is told by the history before them', () => {
  const conflict = { path: 'budget_amount', base: { value: 320_000_000, by: null, at: null }, theirs: { value: 380_000_000, by: '叶知秋', at: '2026-10-16T07:20:00Z' } };
  expect(sourceOfBase(demoHistory, conflict)).toEqual({ by: '叶知秋', at: '2026-10-12T02:10:00Z' });
  expect(sourceOfBase(demoHistory, { ...conflict, base: { ...conflict.base, value: 1 } })).toBeNull();
  expect(sourceOfBase(demoHistory, { ...conflict, theirs: { ...conflict.theirs, at: '2026-10-01T00:00:00Z' } })).toBeNull();
});

test('of a deleted record no value stands', () => {
  expect(versionsOf({ ...demoHistory, deleted: true }, 'budget_amount').some(({ isNow }) => isNow)).toBe(false);
});

test('a row’s place among others is no change to a person', () => {
  expect(changesShown({ paths: [{ path: 'visits/r1/order', from: 1, to: 2 }, { path: 'visits/r1/summary', from: null, to: '谈了' }] }).map(({ path }) => path)).toEqual(['visits/r1/summary']);
});
