// Worked cases of item 12, as data.

import type { ItemCase } from './case.ts';

export const cases: readonly ItemCase[] = [
  { name: 'no complaint is full marks', given: [], score: '5', threshold: ['one complaint', 'below'], codes: ['complaints', 'full-marks-with-change'] },
  { name: 'one valid complaint is 0', given: [['complaint', '2026-08-05', 1]], score: '0', threshold: ['one complaint', 'at'] },
  { name: 'two do not go below 0', given: [['complaint', '2026-08-05', 2]], score: '0', threshold: ['one complaint', 'above'], codes: ['complaints', 'full-marks-with-change', 'floored-at-zero'] },
  { name: 'a complaint of another quarter does not count', given: [['complaint', '2026-06-30', 1]], score: '5' },
];
