// Two records of 销售台账: the least that is complete, and one with everything.

import type { FormFixtures } from './fixture.ts';

export const fixtures: FormFixtures = {
  minimal: { day: '2026-09-05', customer: '澄澜电子商务有限公司', kind: '结算', amount: 3500000 },
  maximal: { day: '2026-09-28', customer: '澄澜电子商务有限公司', contract_no: 'HT-2026-001', document_no: 'JS-0928', kind: '销售', amount: -120050, member: '江映川' },
};
