// 客户接待报告表: what a reception was, who sat at the table, what it cost and what came of it. One card a reception.

import { nonNegative } from './checks.ts';
import { optionalFact } from './facts.ts';
import { rowsOf } from './fields.ts';
import { againstApplication } from './linked.ts';
import { signing } from './signing.ts';
import { field } from './types.ts';
import type { FactLine, FieldProblem, Fields, FormDefinition } from './definition.ts';

export const receptionReport: FormDefinition = {
  id: 'reception-report',
  title: '客户接待报告表',
  kind: 'card',
  fields: [
    field('customer', '客户名称', 'customer', { required: true }),
    field('purpose', '招待目的', 'text', { required: true }),
    field('reception_date', '招待日期', 'day', { required: true }),
    field('place', '招待地点', 'text', { required: true }),
    field('reporter', '报告人', 'member', { required: true }),
    field('report_time', '报告时间', 'day', { required: true }),
    field('customer_attendees', '客户与席人员名单', 'names', { required: true }),
    field('company_attendees', '公司与席人员名单', 'names', { required: true }),
    field('notes', '注意事项', 'text'),
    field('effect', '接待效果', 'text', { required: true }),
    field('info_wanted', '想要搜集的信息', 'text'),
    field('future_activities', '今后的活动', 'text'),
  ],
  tables: [
    {
      key: 'expenses',
      label: '支出费用报告',
      columns: [
        field('item', '项目', 'text', { required: true }),
        field('amount', '金额(元)', 'money', { required: true }),
        field('remark', '备注', 'text'),
      ],
      rowKey: ['item'],
      total: 'amount',
      rowLabel: 'item',
      required: true,
    },
    signing('reviews', '审核', [
      { key: 'director', label: '大客户总监' },
      { key: 'gm', label: '总经理' },
      { key: 'finance', label: '财务部' },
    ], [field('opinion', '意见', 'text')]),
  ],
  naturalKey: ['customer', 'reception_date'],
  owner: 'reporter',
  customer: 'customer',
  day: 'reception_date',
  rights: {
    manager: { read: 'customers', write: 'customers' },
    specialist: { read: 'customers', write: 'own' },
    director: { read: 'department', write: 'department' },
    finance: { read: 'department', write: 'none' },
    gm: { read: 'org', write: 'none' },
  },
  check: (fields) => [...rowsOf(fields, 'expenses').flatMap(([rowId]) => nonNegative(fields, `expenses/${rowId}/amount`)), ...reportedTooEarly(fields)],
  advise: againstApplication,
  facts: receptionFacts,
};

function reportedTooEarly(fields: Fields): FieldProblem[] {
  const { reception_date: received, report_time: reported } = fields;
  return typeof received === 'string' && typeof reported === 'string' && reported < received ? [{ code: 'report-before-reception', path: 'report_time' }] : [];
}

function receptionFacts(fields: Fields): FactLine[] {
  const day = fields['reception_date'];
  const credited = { member: 'reporter' } as const;
  return [
    ...optionalFact('reception', day, 1, credited),
    ...rowsOf(fields, 'expenses').flatMap(([line, row]) => optionalFact('reception-expense', day, row['amount'], { line, ...credited })),
  ];
}
