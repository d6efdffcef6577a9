// 销售计划表: what a member is to sell, and how many customers to win, in a month.

import { monthlyFacts } from './facts.ts';
import { nonNegative, whole } from './checks.ts';
import { field } from './types.ts';
import type { FormDefinition } from './definition.ts';
import type { PaperLayout } from './layout.ts';

export const salesPlan: FormDefinition = {
  id: 'sales-plan',
  title: '销售计划表',
  kind: 'list',
  fields: [
    field('member', '姓名', 'member', { required: true }),
    field('month', '月份', 'month', { required: true }),
    field('planned_sales', '计划销售额(元)', 'money', { required: true }),
    field('planned_new_customers', '计划新客户数', 'number'),
  ],
  naturalKey: ['member', 'month'],
  owner: 'member',
  day: 'month',
  rights: {
    manager: { read: 'own', write: 'none' },
    specialist: { read: 'own', write: 'none' },
    director: { read: 'department', write: 'department' },
    finance: { read: 'department', write: 'none' },
    gm: { read: 'org', write: 'none' },
  },
  check: (fields) => [...nonNegative(fields, 'planned_sales', 'planned_new_customers'), ...whole(fields, 'planned_new_customers')],
  facts: (fields) => monthlyFacts(fields, { planned_sales: 'planned-sales', planned_new_customers: 'planned-new-customers' }, 'member'),
};

export const salesPlanLayout: PaperLayout = {
  titles: ['销售计划', '月度销售计划', '月度销售计划表', '销售目标'],
  orientation: 'portrait', columns: [14, 14, 20, 18],
};
