// Worked cases of item 10, as data.

import type { ItemCase } from './case.ts';

export const cases: readonly ItemCase[] = [
  { name: 'no breach is full marks', given: [], score: '5', codes: ['violations', 'full-marks-with-change'] },
  { name: 'one breach', given: [['violation', '2026-08-05', 1]], score: '3' },
  { name: 'two breaches leave a point', given: [['violation', '2026-08-05', 1], ['violation', '2026-09-05', 1]], score: '1', threshold: ['the floor', 'below'] },
  { name: 'two and a half points each use it up', given: [['violation', '2026-08-05', 2]], policy: [['violation_pts', '2.5', '2026-01-01']], score: '0', threshold: ['the floor', 'at'] },
  { name: 'three breaches do not go below 0', given: [['violation', '2026-08-05', 3]], score: '0', threshold: ['the floor', 'above'], codes: ['violations', 'full-marks-with-change', 'floored-at-zero'] },
  { name: 'a breach of another quarter does not count', given: [['violation', '2026-10-01', 1]], score: '5' },
  { name: 'each breach goes by the setting of its own day', given: [['violation', '2026-08-05', 1], ['violation', '2026-09-05', 1]], policy: [['violation_pts', '1', '2026-09-01']], score: '2' },
];
