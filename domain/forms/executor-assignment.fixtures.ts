// Two records of 客户执行指派单: the least that is complete, and one with everything.

import type { FormFixtures } from './fixture.ts';

export const fixtures: FormFixtures = {
  minimal: { customer: '澄澜电子商务有限公司', manager: '江映川', executor: '苏问渠', from_day: '2026-09-01' },
  maximal: { customer: '望岳汽车服务有限公司', manager: '江映川', executor: '苏问渠', from_day: '2026-09-15' },
};
