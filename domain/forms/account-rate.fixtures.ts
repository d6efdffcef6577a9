// Two records of 佣金费率表: the least that is complete, and one with everything.

import type { FormFixtures } from './fixture.ts';

export const fixtures: FormFixtures = {
  minimal: { member: '江映川', rate: 1.5, from_day: '2026-01-01' },
  maximal: { member: '江映川', contract_no: 'HT-2026-001', rate: 10, from_day: '2026-09-03' },
};
