// Two records of 礼品馈赠申请表: the least that is complete, and one with everything.

import type { FormFixtures } from './fixture.ts';

export const fixtures: FormFixtures = {
  minimal: {
    applying_dept: '大客户部',
    gift_dept: '办公室',
    rows: { 'gift-a': { gift_date: '2026-09-21', recipient_org: '澄澜电子商务有限公司', recipient_person: '程若水', gift_name: '月饼礼盒', quantity: 4, value: 67200, order: 0 } },
  },
  maximal: {
    applying_dept: '大客户部',
    gift_dept: '行政部',
    rows: {
      'gift-a': { gift_date: '2026-09-22', recipient_org: '望岳汽车服务有限公司', recipient_person: '高远、易安', gift_name: '茶礼盒', quantity: 2, value: 76050, remark: '计划内', order: 0 },
      'gift-b': { gift_date: '2026-09-23', recipient_org: '澄澜电子商务有限公司', recipient_person: '程若水', gift_name: '保温杯', quantity: 10, value: 88000, remark: '定制', order: 1 },
    },
    signatures: {
      filler: { name: '江映川', date: '2026-09-14', order: 0 },
      'department-head': { name: '顾衡', date: '2026-09-15', order: 1 },
      'gift-keeper': { name: '何知礼', date: '2026-09-15', order: 2 },
      'office-head': { name: '文若谷', date: '2026-09-16', order: 3 },
      'deputy-manager': { name: '谢知行', date: '2026-09-16', order: 4 },
    },
  },
};
