// Worked cases of item 6, as data.

import type { ItemCase } from './case.ts';

export const cases: readonly ItemCase[] = [
  { name: 'nine is three of the four parts', given: [['rating-knowledge', '2026-09-30', 900]], score: '9', threshold: ['sum of all parts', 'below'], codes: ['rating-confirmed', 'rating-parts'] },
  { name: 'ten is all of them', given: [['rating-knowledge', '2026-09-30', 1000]], score: '10', threshold: ['sum of all parts', 'at'] },
  { name: 'eleven is no sum of them', given: [['rating-knowledge', '2026-09-30', 1100]], score: null, missing: ['rating-outside-levels'], threshold: ['sum of all parts', 'above'] },
  { name: 'half a point is no sum of them', given: [['rating-knowledge', '2026-09-30', 950]], score: null, missing: ['rating-outside-levels'] },
  { name: 'none mastered is a real 0', given: [['rating-knowledge', '2026-09-30', 0]], score: '0' },
  { name: 'in single mode a level stands for itself', given: [['rating-knowledge', '2026-09-30', 400]], policy: [['knowledge_mode', 'single', '2026-01-01']], score: '4' },
  { name: 'in single mode a sum is no level', given: [['rating-knowledge', '2026-09-30', 700]], policy: [['knowledge_mode', 'single', '2026-01-01']], score: null, missing: ['rating-outside-levels'] },
  { name: 'no rating is no data', given: [], score: null, missing: ['rating-missing'] },
];
