// Worked cases of item 8, as data.

import type { ItemCase } from './case.ts';

export const cases: readonly ItemCase[] = [
  { name: 'resolves conflicts', given: [['rating-communication', '2026-09-30', 550]], score: '11/2', codes: ['rating-confirmed', 'rating-level'] },
  { name: 'below the lowest level is no rating', given: [['rating-communication', '2026-09-30', 449]], score: null, missing: ['rating-outside-levels'], threshold: ['the lowest level', 'below'] },
  { name: 'the lowest level', given: [['rating-communication', '2026-09-30', 450]], score: '9/2', threshold: ['the lowest level', 'at'] },
  { name: 'between two levels is no rating', given: [['rating-communication', '2026-09-30', 451]], score: null, missing: ['rating-outside-levels'], threshold: ['the lowest level', 'above'] },
  { name: 'no rating is no data', given: [], score: null, missing: ['rating-missing'] },
];
