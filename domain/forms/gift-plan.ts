// 礼品馈赠计划表: gifts that are planned, one record a row; the period stands in the title or in a line above.

import { industries } from './industries.ts';
import { choice, field } from './types.ts';
import type { FormDefinition } from './definition.ts';
import type { PaperLayout } from './layout.ts';

export const giftPlan: FormDefinition = {
  id: 'gift-plan',
  title: '礼品馈赠计划表',
  kind: 'list',
  fields: [
    field('customer', '客户名称', 'customer', { required: true }),
    choice('industry', '所属行业', industries),
    field('cooperation_status', '合作现状', 'text'),
    field('gift_purpose', '馈赠目的', 'text', { required: true }),
    field('gift_name', '礼品名称', 'text', { required: true }),
    field('quantity', '礼品数量', 'number', { required: true }),
    field('budget_value', '预算价值(元)', 'money', { required: true }),
    field('responsible', '负责人姓名', 'member', { required: true }),
    field('remark', '备注', 'text'),
    field('status', '进度', 'text'),
    field('plan_period', '计划期间', 'text'),
  ],
  naturalKey: ['customer', 'gift_purpose', 'gift_name', 'plan_period'],
  owner: 'responsible',
  customer: 'customer',
  rights: {
    manager: { read: 'customers', write: 'customers' },
    specialist: { read: 'own', write: 'own' },
    director: { read: 'department', write: 'department' },
    finance: { read: 'department', write: 'none' },
    office: { read: 'department', write: 'none' },
    gm: { read: 'org', write: 'none' },
  },
  // The paper prints no day, so a plan states nothing for the books.
  facts: () => [],
};

export const giftPlanLayout: PaperLayout = {
  titles: ['礼品计划', '礼品计划表', '礼品馈赠计划', '赠礼计划表', '赠礼计划', '馈赠计划', '馈赠计划表', '礼品馈赠安排', '节日礼品计划', '礼品安排', '馈赠安排', '馈赠打算'],
  orientation: 'landscape', columns: [30, 12, 14, 24, 18, 10, 14, 12, 24], above: ['plan_period'], unprinted: ['status'],
};
