// Two records of 客户接待申请表: the least that is complete, and one with everything.

import type { FormFixtures } from './fixture.ts';

export const fixtures: FormFixtures = {
  minimal: { customer: '澄澜电子商务有限公司', reception_time: '2026-11-12', expense_type: '自费', purposes: ['客户服务人员出访时的请客'], grade: '低档' },
  maximal: {
    customer: '望岳汽车服务有限公司',
    reception_time: '2026-11-27 17:30',
    expense_type: '部分执行',
    purposes: ['招待新的合作客户', '重要的节日或庆典'],
    grade: '高档',
    expenses: {
      entertainment: { amount: 380000, order: 0 },
      meeting: { amount: 20050, order: 1 },
      ceremony: { amount: 200000, order: 2 },
      gift: { amount: 177600, order: 3 },
      other: { amount: 50000, order: 4 },
    },
    approvals: {
      director: { name: '顾衡', date: '2026-11-24', order: 0 },
      'finance-manager': { name: '钱载道', date: '2026-11-25', order: 1 },
      applicant: { name: '江映川', date: '2026-11-23', order: 2 },
    },
  },
};
