// Two records of 礼品馈赠计划表: the least that is complete, and one with everything.

import type { FormFixtures } from './fixture.ts';

export const fixtures: FormFixtures = {
  minimal: { customer: '澄澜电子商务有限公司', gift_purpose: '中秋问候', gift_name: '月饼礼盒', quantity: 4, budget_value: 67200, responsible: '江映川' },
  maximal: {
    customer: '望岳汽车服务有限公司',
    industry: '医(药)疗',
    cooperation_status: '年度合作',
    gift_purpose: '答谢续签',
    gift_name: '茶礼盒',
    quantity: 2,
    budget_value: 76050,
    responsible: '江映川',
    remark: '总经理、总监各一份',
    plan_period: '2026年中秋、国庆',
  },
};
