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
    field('member', '姓名', 'member', { required: true, synonyms: ['客户经理', '人员', '员工姓名', '业务员', '销售人员', '员工', '负责人'] }),
    field('month', '月份', 'month', { required: true, synonyms: ['计划月份', '年月', '所属月份', '计划年月', '月度'] }),
    field('planned_sales', '计划销售额(元)', 'money', { required: true, synonyms: ['计划销售额', '计划完成销售额', '销售计划额', '销售目标额', '计划销售金额', '销售计划', '计划金额', '销售目标', '目标销售额', '月度销售目标'] }),
    field('planned_new_customers', '计划新客户数', 'number', { synonyms: ['计划开发新客户', '计划新客户', '计划开发新客户数', '计划新增客户数', '新客户计划数', '计划新增客户', '新客户目标', '计划新客户个数', '新客户目标数'] }),
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
