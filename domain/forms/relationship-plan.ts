// 客户关系强化表: whose influence at a customer is to be strengthened, by whom and how. One card a customer and period.

import { field } from './types.ts';
import type { FormDefinition } from './definition.ts';

export const relationshipPlan: FormDefinition = {
  id: 'relationship-plan',
  title: '客户关系强化表',
  kind: 'card',
  fields: [
    field('customer', '客户名称', 'customer', { required: true }),
    field('period', '计划期间', 'text'),
    field('plan_date', '编制日期', 'day'),
  ],
  tables: [
    {
      key: 'rows',
      label: '关系强化',
      columns: [
        field('target', '要强化影响力的人', 'text'),
        field('our_relation', '与客户关系', 'text'),
        field('rival_relation', '关键竞争对手关系', 'text'),
        field('responsible', '公司相关负责人员', 'text'),
        field('measures', '客户关系强化措施', 'text'),
        field('schedule', '时间安排', 'day-or-text'),
        field('remark', '备注', 'text'),
      ],
      rowKey: ['target'],
      rowLabel: 'target',
      fixedRows: [
        { key: 'general-manager', label: '总经理' },
        { key: 'deputy-general-manager', label: '副总经理' },
        { key: 'department-manager', label: '部门经理' },
        { key: 'department-supervisor', label: '部门主管' },
        { key: 'department-staff', label: '部门人员' },
      ],
      required: true,
    },
  ],
  naturalKey: ['customer', 'period'],
  customer: 'customer',
  day: 'plan_date',
  rights: {
    manager: { read: 'customers', write: 'customers' },
    specialist: { read: 'customers', write: 'own' },
    director: { read: 'department', write: 'department' },
    gm: { read: 'org', write: 'none' },
  },
  // What is planned is nothing that has happened.
  facts: () => [],
};
