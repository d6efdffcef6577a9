// Worked cases of item 5, as data.

import type { ItemCase } from './case.ts';

export const cases: readonly ItemCase[] = [
  { name: 'without incidents ten is suggested', given: [['rating-teamwork', '2026-09-30', 1000]], score: '10', suggestion: '10' },
  { name: 'one incident suggests five', given: [['team-incident', '2026-07-09', 1]], score: null, missing: ['rating-missing'], suggestion: '5', threshold: ['suggestion of 0', 'below'] },
  { name: 'two incidents suggest 0', given: [['team-incident', '2026-07-09', 2]], score: null, missing: ['rating-missing'], suggestion: '0', threshold: ['suggestion of 0', 'at'] },
  { name: 'three incidents do not suggest less', given: [['team-incident', '2026-07-09', 3]], score: null, missing: ['rating-missing'], suggestion: '0', threshold: ['suggestion of 0', 'above'] },
  { name: 'people may rate otherwise than suggested', given: [['team-incident', '2026-07-09', 1], ['rating-teamwork', '2026-09-30', 800]], score: '8', suggestion: '5' },
  { name: 'just below full marks', given: [['rating-teamwork', '2026-09-30', 999]], score: '999/100', threshold: ['10 points', 'below'] },
  { name: 'full marks', given: [['rating-teamwork', '2026-09-30', 1000]], score: '10', threshold: ['10 points', 'at'] },
  { name: 'above full marks is no rating', given: [['rating-teamwork', '2026-09-30', 1001]], score: null, missing: ['rating-outside-levels'], threshold: ['10 points', 'above'] },
];
