import { expect, test } from 'vitest';
import type { Fact } from '../measures/fact.ts';
import { factsOfCase } from './case.ts';
import { evidenceFacts } from './evidence.ts';

const base = factsOfCase([
  ['sales', '2026-09-30', 300], ['planned-sales', '2026-07-31', 100], ['sales', '2026-07-31', 200], ['sales', '2026-06-30', 50],
  ['complaint', '2026-08-01', 1], ['rating-teamwork', '2026-09-30', 900], ['team-incident', '2026-08-03', 1],
], 'm1');

test('plans come before sales, each by day', () => {
  expect(evidenceFacts(1, '2026Q3', base).map((fact) => fact.amount)).toEqual([100, 200, 300]);
});

test('growth shows the previous period too', () => {
  expect(evidenceFacts(2, '2026Q3', base).map((fact) => fact.amount)).toEqual([50, 200, 300]);
});

test('a month shows its quarter\'s rating but only its own incidents', () => {
  expect(evidenceFacts(5, '2026-07', base).map((fact) => fact.measure)).toEqual(['rating-teamwork']);
  expect(evidenceFacts(5, '2026-08', base).map((fact) => fact.measure)).toEqual(['rating-teamwork', 'team-incident']);
});

test('what a correction took back is not shown, what it says now is', () => {
  const sale = base[0]!;
  const corrected: Fact[] = [...base, { ...sale, seq: 90, amount: -300, sign: -1 }, { ...sale, seq: 90, amount: 310, sign: 1 }];
  expect(evidenceFacts(1, '2026Q3', corrected).map((fact) => fact.amount)).toEqual([100, 200, 310]);
});

test('a correction posted after the month was closed stands beside what it corrects', () => {
  const sale = base[3]!;
  const corrected: Fact[] = [...base, { ...sale, seq: 90, posted: '2026-07', amount: -50, sign: -1 }, { ...sale, seq: 90, posted: '2026-07', amount: 60, sign: 1 }];
  expect(evidenceFacts(1, '2026Q3', corrected).map((fact) => fact.amount).sort((a, b) => a - b)).toEqual([-50, 60, 100, 200, 300]);
});

test('an unknown item has no evidence', () => {
  expect(evidenceFacts(13, '2026Q3', base)).toEqual([]);
});
