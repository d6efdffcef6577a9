// Two records of 销售计划表: the least that is complete, and one with everything.

import type { FormFixtures } from './fixture.ts';

export const fixtures: FormFixtures = {
  minimal: { member: '江映川', month: '2026-09', planned_sales: 50000000 },
  maximal: { member: '江映川', month: '2026-10', planned_sales: 60000000, planned_new_customers: 2 },
};
