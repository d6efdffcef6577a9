// What screens show of results, problems and progress, without a screen.

import { expect, test } from 'vitest';
import { demoEvidence, demoScores, demoSlip } from './demo-results.ts';
import { demoReading, demoReceipt } from './demo-state.ts';
import { factGroups } from './evidence-view.ts';
import { neighbour } from './parts/tabs.tsx';
import { fieldLabel, loadForms } from './form-names.ts';
import { problemList } from './problem-list.ts';
import { barOf, changeOf, missingOf, shortPost } from './score-view.ts';
import { linesOf, managerPercent, splitCount } from './slip-view.ts';
import { placeToFill } from './supplying-form.ts';
import { fractionDone, stageNow } from './sync-view.ts';

test('what is missing is named once a place, with people and items it holds up', () => {
  const summary = missingOf(demoScores.scorecards);
  expect(summary.places.map((place) => `${place.member} ${place.text}`)).toEqual(['唐半夏 第三季度销售计划', '唐半夏 9 月考勤']);
  expect([summary.people, summary.items]).toEqual([1, 2]);
});

test('what is missing leads to the form that supplies it, where the workbook has one', () => {
  const [plan, attendance] = missingOf(demoScores.scorecards).places;
  expect(placeToFill(attendance!.refusal, demoReading)).toEqual({ sheet: '考勤', address: 'A3' });
  expect(placeToFill(plan!.refusal, demoReading)).toBeNull();
});

test('the hatched part of a bar is the weight that has no score', () => {
  expect(barOf(demoScores.scorecards[6]!).lackingWeight).toBe(30);
  expect(barOf(demoScores.scorecards[0]!).lackingWeight).toBe(0);
});

test('without two totals there is no change', () => {
  expect(changeOf(demoScores.scorecards[6]!)).toBeNull();
  expect(changeOf(demoScores.scorecards[3]!)).toBe('');
});

test('a post loses only what the whole department shares', () => {
  expect(['客户经理', '大客户专员', '客户', '会计'].map(shortPost)).toEqual(['经理', '专员', '客户', '会计']);
});

test('the split says how many receipts have no executor', () => {
  expect(splitCount(demoSlip)).toEqual({ withExecutor: 2, withoutExecutor: 1 });
  expect(managerPercent(demoSlip)).toBe('73.95%');
  expect(linesOf(demoSlip, '叶知秋', 'executor').map((line) => line.record)).toEqual(['r1']);
});

test('facts are grouped by measure and add up; a reversed record no longer counts', () => {
  const first = demoEvidence.facts[0]!;
  const reversed = { ...demoEvidence, facts: [...demoEvidence.facts, { ...first, amount: -first.amount, sign: -1 as const }] };
  const [plan, sales] = factGroups(reversed);
  expect([plan!.records, plan!.sum]).toEqual([2, 82_000_000]);
  expect([sales!.records, sales!.sum]).toEqual([3, 128_400_000]);
});

test('a problem of the Worker is shown once, and no longer when the reading has dropped it', async () => {
  await loadForms();
  const cell = { sheet: '年末答谢', address: 'G12' };
  const problems = [{ code: 'negative', path: 'quantity' }];
  const refused = { ...demoReceipt, rejected: [{ record: 'x', status: 'rejected' as const, rev: 0, merged: 0, problems, conflicts: [], form: 'gift-plan', cell }] };
  const placed = { ...problems[0]!, form: 'gift-plan', field: 'quantity', cell, weight: 'blocks', from: 'server' } as const;
  const list = problemList({ ...demoReading, problems: [...demoReading.problems, placed, placed] }, refused);
  const blocks = demoReading.problems.filter(({ weight }) => weight === 'blocks').length;
  expect([list.blocks.length, list.asks.length]).toEqual([blocks + 1, 1]);
  expect(fieldLabel(list.blocks.at(-1)!)).toBe('礼品数量');
  expect(problemList(demoReading, refused).blocks).toHaveLength(blocks);
});

test('a possible duplicate without problems is a problem all the same, and says so where it is out of sight', () => {
  const cell = { sheet: '年末答谢', address: 'A14' };
  const twin = { record: 'x', status: 'duplicate' as const, rev: 0, merged: 0, problems: [], conflicts: [], form: 'gift-plan', cell };
  const codes = (...rejected: (typeof twin & { hidden?: boolean })[]) => problemList(null, { ...demoReceipt, rejected }).blocks.map((problem) => problem.code);
  expect([codes(twin), codes({ ...twin, hidden: true })]).toEqual([['possible_duplicate'], ['known-out-of-sight']]);
});

test('progress goes on from stage to stage and is never whole before the receipt', () => {
  const stages = ['read', 'compare', 'seal', 'send', 'write', 'check'] as const;
  const seen = stages.map((_, index) => fractionDone(stages.slice(0, index + 1).map((entry) => ({ stage: entry, done: 1, of: 6 }))));
  expect(seen.every((fraction, index) => fraction < 1 && (index === 0 || fraction > seen[index - 1]!))).toBe(true);
  expect(stageNow([])).toBe(0);
});

test('arrow keys go round a row of choices', () => {
  expect(neighbour(['a', 'b', 'c'], 'c', 'ArrowRight')).toBe('a');
  expect(neighbour(['a', 'b', 'c'], 'a', 'ArrowLeft')).toBe('c');
  expect(neighbour(['a', 'b', 'c'], 'b', 'End')).toBe('c');
  expect(neighbour(['a', 'b', 'c'], 'b', 'Enter')).toBeNull();
});
