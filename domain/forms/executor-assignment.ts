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
    field('customer', '客户名称', 'customer', { required: true }),
    field('manager', '客户经理', 'member', { required: true }),
    field('executor', '客户执行', 'member', { required: true }),
    field('from_day', '指派日期', 'day', { required: true }),
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
