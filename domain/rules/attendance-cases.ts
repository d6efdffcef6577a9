// Worked cases of item 9, as data: months of 2026, where September has 30 days and so 26 days of full attendance.

import { eachMonth } from './case.ts';
import type { GivenFact, ItemCase } from './case.ts';

function month(present: number, late: number, direct: number, day = '2026-09-30'): GivenFact[] {
  return [['days-present', day, present], ['late', day, late], ['direct-to-market', day, direct]];
}

function september(name: string, counts: readonly [number, number, number], score: string, threshold?: ItemCase['threshold']): ItemCase {
  return { name, period: '2026-09', given: month(...counts), score, ...(threshold ? { threshold } : {}) };
}

export const cases: readonly ItemCase[] = [
  september('a day short costs a point', [25, 0, 0], '4', ['full attendance', 'below']),
  september('full attendance', [26, 0, 0], '5', ['full attendance', 'at']),
  september('more than full earns no more', [27, 0, 0], '5', ['full attendance', 'above']),
  september('never late', [26, 0, 0], '5', ['late at all', 'below']),
  september('late once', [26, 1, 0], '4', ['late at all', 'at']),
  september('late twice costs no more', [26, 2, 0], '4', ['late at all', 'above']),
  september('late twice', [26, 2, 0], '4', ['late 3', 'below']),
  september('late three times', [26, 3, 0], '4', ['late 3', 'at']),
  september('late four times', [26, 4, 0], '3', ['late 3', 'above']),
  september('late five times', [26, 5, 0], '3', ['late 6', 'below']),
  september('late six times', [26, 6, 0], '3', ['late 6', 'at']),
  september('late seven times makes the month 0', [26, 7, 0], '0', ['late 6', 'above']),
  september('four times straight to the market', [26, 0, 4], '5', ['direct 5', 'below']),
  september('five times straight to the market', [26, 0, 5], '5', ['direct 5', 'at']),
  september('six times straight to the market', [26, 0, 6], '4', ['direct 5', 'above']),
  september('seven times straight to the market', [26, 0, 7], '4', ['direct 8', 'below']),
  september('eight times straight to the market', [26, 0, 8], '3', ['direct 8', 'at']),
  september('nine times straight to the market', [26, 0, 9], '3', ['direct 8', 'above']),
  september('deductions add up', [25, 2, 8], '1'),
  september('a month does not go below 0', [18, 4, 8], '0'),
  {
    name: 'the quarter is the mean of 5, 4 and 5, unrounded',
    given: [...month(27, 0, 4, '2026-07-31'), ...month(27, 2, 5, '2026-08-31'), ...month(26, 0, 3)],
    score: '14/3',
    codes: ['attendance-month', 'attendance-month', 'attendance-month', 'mean-of-months'],
  },
  { name: 'floored months are not made up for by good ones', given: [...month(10, 0, 0, '2026-07-31'), ...month(27, 0, 0, '2026-08-31'), ...month(26, 0, 0)], score: '10/3' },
  { name: 'a missing month is no data', given: [...month(27, 0, 0, '2026-07-31'), ...month(27, 0, 0, '2026-08-31')], score: null, missing: ['attendance-missing'] },
  { name: 'a month without its late count is no data', given: [...eachMonth('days-present', [27, 27, 26]), ...eachMonth('direct-to-market', [0, 0, 0])], score: null, missing: ['attendance-missing'] },
  { name: 'February of a leap year has 25 days', period: '2028-02', given: month(25, 0, 0, '2028-02-29'), score: '5' },
  {
    name: 'a setting counts from the month in whose last day it holds',
    given: [...month(27, 0, 0, '2026-07-31'), ...month(27, 0, 0, '2026-08-31'), ...month(26, 0, 0)],
    policy: [['full_attendance_offset_days', '3', '2026-09-30']],
    score: '14/3',
  },
];
