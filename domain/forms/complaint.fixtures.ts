// Two records of 客户投诉登记表: the least that is complete, and one with everything.

import type { FormFixtures } from './fixture.ts';

export const fixtures: FormFixtures = {
  minimal: { day: '2026-09-12', customer: '澄澜电子商务有限公司', member: '江映川' },
  maximal: { day: '2026-09-20', customer: '澄澜电子商务有限公司', member: '江映川', content: '报表连续两次晚交', valid: true },
};
