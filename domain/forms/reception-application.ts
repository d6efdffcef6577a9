// 客户接待申请表: leave to receive a customer: when, at whose expense, for what and how well. One card a reception.

import { nonNegative } from './checks.ts';
import { rowsOf } from './fields.ts';
import { signing } from './signing.ts';
import { choice, field, labels } from './types.ts';
import type { FieldProblem, Fields, FormDefinition } from './definition.ts';

/** The customer pays himself, so that nothing is to be spent. */
export const selfPaid = '自费';

export const receptionApplication: FormDefinition = {
  id: 'reception-application',
  title: '客户接待申请表',
  kind: 'card',
  fields: [
    field('customer', '客户名称', 'customer', { required: true }),
    field('reception_time', '接待时间', 'datetime', { required: true }),
    choice('expense_type', '费用类型', [
      { label: '全部执行' },
      { label: '部分执行' },
      { label: selfPaid },
    ], { required: true }),
    {
      key: 'purposes',
      label: '招待目的',
      type: { kind: 'choices', options: labels('招待新的合作客户', '庆祝新客户合作关系的建立', '客户来访时的招待', '客户服务人员出访时的请客', '与客户合作结束后的致谢', '接纳各种客户建议后的致谢', '达到各种目的后的致谢', '重要的节日或庆典') },
      required: true,
    },
    choice('grade', '客户接待档次', [
      { label: '高档', printed: '高档，高级的饭店、餐馆、美食中心' },
      { label: '中档', printed: '中档，中高档餐馆' },
      { label: '低档', printed: '低档，中低档大众用餐场所' },
    ], { required: true }),
  ],
  tables: [
    {
      key: 'expenses',
      label: '费用明细',
      columns: [
        field('item', '明细', 'text'),
        field('amount', '金额(单位:元)', 'money'),
      ],
      rowKey: ['item'],
      total: 'amount',
      rowLabel: 'item',
      fixedRows: [
        { key: 'entertainment', label: '招待费用' },
        { key: 'meeting', label: '会议费用' },
        { key: 'ceremony', label: '典礼费用' },
        { key: 'gift', label: '礼品费用' },
        { key: 'other', label: '其他费用' },
      ],
    },
    signing('approvals', '审核签字', [
      { key: 'director', label: '大客户总监' },
      { key: 'finance-manager', label: '财务部经理' },
      { key: 'applicant', label: '申请人' },
    ]),
  ],
  naturalKey: ['customer', 'reception_time'],
  customer: 'customer',
  day: 'reception_time',
  rights: {
    manager: { read: 'customers', write: 'customers' },
    specialist: { read: 'customers', write: 'own' },
    director: { read: 'department', write: 'department' },
    finance: { read: 'department', write: 'none' },
    gm: { read: 'org', write: 'none' },
  },
  check: (fields) => [...amounts(fields).flatMap(([path]) => nonNegative(fields, path)), ...spentThoughSelfPaid(fields)],
  // Leave to spend is not spent: the report states the expenses.
  facts: () => [],
};

function amounts(fields: Fields): [string, number][] {
  return rowsOf(fields, 'expenses').flatMap(([rowId, row]) => (typeof row['amount'] === 'number' ? [[`expenses/${rowId}/amount`, row['amount']]] : []));
}

function spentThoughSelfPaid(fields: Fields): FieldProblem[] {
  if (fields['expense_type'] !== selfPaid) return [];
  return amounts(fields).filter(([, amount]) => amount > 0).map(([path]) => ({ code: 'spent-though-self-paid', path }));
}
