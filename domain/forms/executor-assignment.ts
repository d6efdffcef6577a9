// 客户执行指派单: who executes a customer's account for its manager, from a day on. Append-only: the share of
// commission follows from it (seed 2), so an assignment once accepted may neither change nor go.

import { field } from './types.ts';
import type { FormDefinition } from './definition.ts';
import type { PaperLayout } from './layout.ts';

export const executorAssignment: FormDefinition = {
  id: 'executor-assignment',
  title: '客户执行指派单',
  kind: 'list',
  appendOnly: true,
  fields: [
    field('customer', '客户名称', 'customer', { required: true, synonyms: ['客户', '客户单位', '大客户名称'] }),
    field('manager', '客户经理', 'member', { required: true, synonyms: ['经理', '大客户经理'] }),
    field('executor', '客户执行', 'member', { required: true, synonyms: ['执行人', '执行', '客户执行人', '执行专员', '被指派人', '执行人员'] }),
    field('from_day', '指派日期', 'day', { required: true, synonyms: ['指派日', '指派时间', '生效日期', '起始日期', '开始日期', '启用日期'] }),
  ],
  naturalKey: ['customer'],
  owner: 'manager',
  customer: 'customer',
  day: 'from_day',
  rights: {
    manager: { read: 'customers', write: 'customers' },
    specialist: { read: 'own', write: 'none' },
    director: { read: 'department', write: 'department' },
    gm: { read: 'org', write: 'none' },
  },
  facts: () => [],
};

export const executorAssignmentLayout: PaperLayout = {
  titles: ['执行指派单', '客户执行指派表', '客户执行指派'],
  orientation: 'portrait', columns: [32, 14, 14, 14],
};
