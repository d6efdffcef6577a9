// Worked cases of item 11, as data.

import type { ItemCase } from './case.ts';

export const cases: readonly ItemCase[] = [
  { name: 'just below 3 is careless', given: [['rating-responsibility', '2026-09-30', 299]], score: '299/100', threshold: ['3 points', 'below'] },
  { name: '3 is careless', given: [['rating-responsibility', '2026-09-30', 300]], score: '3', threshold: ['3 points', 'at'] },
  { name: 'between 3 and 4 is no rating', given: [['rating-responsibility', '2026-09-30', 301]], score: null, missing: ['rating-outside-levels'], threshold: ['3 points', 'above'] },
  { name: 'just below 4 is no rating', given: [['rating-responsibility', '2026-09-30', 399]], score: null, missing: ['rating-outside-levels'], threshold: ['4 points', 'below'] },
  { name: '4 is on own initiative', given: [['rating-responsibility', '2026-09-30', 400]], score: '4', threshold: ['4 points', 'at'] },
  { name: '4.5 is on own initiative', given: [['rating-responsibility', '2026-09-30', 450]], score: '9/2', threshold: ['4 points', 'above'] },
  { name: 'just below 5', given: [['rating-responsibility', '2026-09-30', 499]], score: '499/100', threshold: ['5 points', 'below'] },
  { name: '5 is extra work', given: [['rating-responsibility', '2026-09-30', 500]], score: '5', threshold: ['5 points', 'at'] },
  { name: 'more than 5 is no rating', given: [['rating-responsibility', '2026-09-30', 501]], score: null, missing: ['rating-outside-levels'], threshold: ['5 points', 'above'] },
  { name: '0 is a real 0', given: [['rating-responsibility', '2026-09-30', 0]], score: '0' },
  { name: 'no rating is no data', given: [], score: null, missing: ['rating-missing'] },
];
