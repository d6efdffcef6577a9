// Two records of 回款台账: the least that is complete, and one with everything.

import type { FormFixtures } from './fixture.ts';

export const fixtures: FormFixtures = {
  minimal: { contract_no: 'HT-2026-001', due_day: '2026-10-15', due_amount: 4000000 },
  maximal: { contract_no: 'HT-2026-001', due_day: '2026-11-15', due_amount: 4000000, received_day: '2026-11-14', received_amount: 3999999, remark: '银行扣费后到账' },
};
