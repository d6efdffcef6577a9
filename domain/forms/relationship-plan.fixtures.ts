// Two records of 客户关系强化表: the least that is complete, and one with everything.

import type { FormFixtures } from './fixture.ts';

export const fixtures: FormFixtures = {
  minimal: { customer: '澄澜电子商务有限公司', rows: { 'general-manager': { our_relation: '未接触', order: 0 } } },
  maximal: {
    customer: '望岳汽车服务有限公司',
    period: '2026年第四季度',
    plan_date: '2026-10-09',
    rows: {
      'general-manager': { our_relation: '未接触', rival_relation: '一般', responsible: '顾衡、江映川', measures: '借签约仪式引见；每月一份简报', schedule: '2026年11月底', remark: '招标期间不单独约见', order: 0 },
      'deputy-general-manager': { our_relation: '较密切', rival_relation: '密切', responsible: '顾衡', measures: '高层互访一次', schedule: '2026-11-05', remark: '分管营销', order: 1 },
      'department-manager': { our_relation: '密切', rival_relation: '较密切', responsible: '江映川', measures: '每周例会', schedule: '每周二', remark: '高远', order: 2 },
      'department-supervisor': { our_relation: '密切', rival_relation: '一般', responsible: '苏问渠', measures: '驻场支持', schedule: '2026-11-10', remark: '许慎', order: 3 },
      'department-staff': { our_relation: '一般', rival_relation: '一般', responsible: '苏问渠', measures: '整理操作手册', schedule: '长期', remark: '共八人', order: 4 },
    },
  },
};
