// Two records of 客户接待报告表: the least that is complete, and one with everything.

import type { FormFixtures } from './fixture.ts';

export const fixtures: FormFixtures = {
  minimal: {
    customer: '澄澜电子商务有限公司',
    purpose: '客户来访时的招待',
    reception_date: '2026-10-20',
    place: '公司商务室',
    reporter: '江映川',
    report_time: '2026-10-22',
    customer_attendees: ['程若水'],
    company_attendees: ['江映川'],
    effect: '达成一致',
    expenses: { 'expense-a': { item: '餐费', amount: 108600, order: 0 } },
  },
  maximal: {
    customer: '望岳汽车服务有限公司',
    purpose: '庆祝新客户合作关系的建立',
    reception_date: '2026-11-27',
    place: '星汉宾馆二楼',
    reporter: '江映川',
    report_time: '2026-11-30',
    customer_attendees: ['高远 市场总监', '易安（总经理）', '许慎'],
    company_attendees: ['顾衡', '江映川', '苏问渠'],
    notes: '签约文本由办公室保管',
    effect: '完成签约，客户要求下周启动',
    info_wanted: '新车上市时间',
    future_activities: '12月3日项目启动会',
    expenses: {
      'expense-a': { item: '餐费', amount: 364000, remark: '两桌', order: 0 },
      'expense-b': { item: '交通费', amount: 86250, remark: '高铁', order: 1 },
      'expense-c': { item: '场地布置', amount: 195000, remark: '背景板', order: 2 },
    },
    reviews: {
      director: { opinion: '情况属实，同意报销。', name: '顾衡', date: '2026-11-30', order: 0 },
      gm: { opinion: '已阅。', name: '陆见深', date: '2026-12-01', order: 1 },
      finance: { opinion: '票据齐全。', name: '钱载道', date: '2026-12-02', order: 2 },
    },
  },
};
