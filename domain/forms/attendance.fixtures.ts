// Two records of 考勤月报表: the least that is complete, and one with everything.

import type { FormFixtures } from './fixture.ts';

export const fixtures: FormFixtures = {
  minimal: { member: '江映川', month: '2026-09', days_present: 22, late: 0, direct_to_market: 0 },
  maximal: { member: '江映川', month: '2026-10', days_present: 19, late: 3, direct_to_market: 5 },
};
