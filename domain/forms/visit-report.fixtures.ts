// Two records of 客户拜访日报表: the least that is complete, and one with everything.

import type { FormFixtures } from './fixture.ts';

export const fixtures: FormFixtures = {
  minimal: {
    reporter: '江映川',
    report_date: '2026-10-12',
    visits: { 'visit-a': { customer: '澄澜电子商务有限公司', interviewee: '程若水', plan: '初次拜访', summary: '介绍服务方案，约定一周后再谈。', result: '有希望', order: 0 } },
  },
  maximal: {
    reporter: '江映川',
    report_date: '2026-10-13',
    visits_count: 3,
    issues_handled: '对账口径已说明',
    issues_open: '素材排期未定',
    companions: ['苏问渠', '何知礼'],
    visits: {
      'visit-a': { customer: '澄澜电子商务有限公司', interviewee: '程若水', plan: '处理问题', summary: '复核消耗。', result: '商谈成功', order: 0 },
      'visit-b': { customer: '望岳汽车服务有限公司', interviewee: '高远', plan: '建立关系', summary: '拜访市场总监。', result: '再度访问', order: 1 },
      'visit-c': { customer: '望岳汽车服务有限公司', interviewee: '易安', plan: '初次拜访', summary: '了解准入流程。', result: '继续观察', order: 2 },
    },
    expenses: { 'expense-a': { item: '市内交通费', amount: 8650, order: 0 }, 'expense-b': { item: '停车费', amount: 2000, remark: '两处', order: 1 } },
  },
};
