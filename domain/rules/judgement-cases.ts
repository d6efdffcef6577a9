// Worked cases of item 7, as data.

import type { ItemCase } from './case.ts';

export const cases: readonly ItemCase[] = [
  { name: 'fairly strong', given: [['rating-judgement', '2026-09-30', 350]], score: '7/2', codes: ['rating-confirmed', 'rating-level'] },
  { name: 'strong', given: [['rating-judgement', '2026-09-30', 400]], score: '4' },
  { name: 'below the lowest level is no rating', given: [['rating-judgement', '2026-09-30', 249]], score: null, missing: ['rating-outside-levels'], threshold: ['the lowest level', 'below'] },
  { name: 'the lowest level', given: [['rating-judgement', '2026-09-30', 250]], score: '5/2', threshold: ['the lowest level', 'at'] },
  { name: 'between two levels is no rating', given: [['rating-judgement', '2026-09-30', 251]], score: null, missing: ['rating-outside-levels'], threshold: ['the lowest level', 'above'] },
  { name: 'no rating is no data', given: [], score: null, missing: ['rating-missing'] },
];
