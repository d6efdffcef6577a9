// Worked cases of item 4, as data.

import type { ItemCase } from './case.ts';

export const cases: readonly ItemCase[] = [
  { name: 'the confirmed rating is the score', given: [['rating-market-information', '2026-09-30', 900]], score: '9' },
  { name: 'the suggestion is the mean of the archives, not of their fields', given: [['rating-market-information', '2026-09-30', 900]], archives: [{ filled: 20, countable: 20 }, { filled: 1, countable: 2 }], score: '9', suggestion: '15/2' },
  { name: 'a suggestion that nobody confirmed is no score', given: [], archives: [{ filled: 20, countable: 20 }], score: null, missing: ['rating-missing'], suggestion: '10' },
  { name: 'an empty archive is 0 %', given: [], archives: [{ filled: 0, countable: 20 }], score: null, missing: ['rating-missing'], suggestion: '0' },
  { name: 'just below full marks', given: [['rating-market-information', '2026-09-30', 999]], score: '999/100', threshold: ['10 points', 'below'] },
  { name: 'full marks', given: [['rating-market-information', '2026-09-30', 1000]], score: '10', threshold: ['10 points', 'at'] },
  { name: 'more than full marks is no rating', given: [['rating-market-information', '2026-09-30', 1001]], score: null, missing: ['rating-outside-levels'], threshold: ['10 points', 'above'] },
  { name: 'a month shows the rating of its quarter', period: '2026-07', given: [['rating-market-information', '2026-09-30', 900]], score: '9' },
  { name: 'the rating of another quarter is not this one\'s', given: [['rating-market-information', '2026-06-30', 900]], score: null, missing: ['rating-missing'] },
  { name: 'two ratings are none', given: [['rating-market-information', '2026-09-30', 400], ['rating-market-information', '2026-09-30', 500]], score: null, missing: ['rating-twice'] },
];
