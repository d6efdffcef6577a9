// Two records of 合同台账: the least that is complete, and one with everything.

import type { FormFixtures } from './fixture.ts';

export const fixtures: FormFixtures = {
  minimal: { contract_no: 'HT-2026-001', customer: '澄澜电子商务有限公司', type: '销售合同', signed_day: '2026-09-03', amount: 128400000 },
  maximal: { contract_no: '=HT-2026-002', customer: '澄澜电子商务有限公司', type: '补充协议', signed_day: '2026-09-30', amount: 150, remark: '续签，含两个季度' },
};
