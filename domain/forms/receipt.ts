// 回款台账: what a contract owes by when, and what came in. Both sides may stand in one row.

import { nonNegative } from './checks.ts';
import { optionalFact } from './facts.ts';
import { field } from './types.ts';
import type { FieldProblem, Fields, FormDefinition } from './definition.ts';
import type { PaperLayout } from './layout.ts';

export const receipt: FormDefinition = {
  id: 'receipt',
  title: '回款台账',
  kind: 'list',
  fields: [
    field('contract_no', '合同编号', 'text', { required: true }),
    field('due_day', '应收日期', 'day'),
    field('due_amount', '应收金额(元)', 'money'),
    field('received_day', '回款日期', 'day'),
    field('received_amount', '回款金额(元)', 'money'),
    field('remark', '备注', 'text'),
  ],
  naturalKey: ['contract_no', 'due_day', 'received_day', 'received_amount'],
  customerThrough: { form: 'contract', field: 'contract_no' },
  day: 'received_day',
  rights: {
    manager: { read: 'customers', write: 'none' },
    director: { read: 'department', write: 'department' },
    finance: { read: 'department', write: 'department' },
    gm: { read: 'org', write: 'none' },
  },
  check: (fields) => [
    ...nonNegative(fields, 'due_amount', 'received_amount'),
    ...paired(fields, 'due_day', 'due_amount'),
    ...paired(fields, 'received_day', 'received_amount'),
  ],
  facts: (fields) => {
    const line = String(fields['contract_no'] ?? '');
    return [
      ...optionalFact('receipt-due', fields['due_day'], fields['due_amount'], { line }),
      ...optionalFact('receipt', fields['received_day'], fields['received_amount'], { line }),
    ];
  },
};

export const receiptLayout: PaperLayout = {
  titles: ['回款登记表', '回款台帐', '收款台账', '回款明细'],
  orientation: 'landscape', columns: [18, 14, 16, 14, 16, 24],
};

function paired(fields: Fields, day: string, amount: string): FieldProblem[] {
  const hasDay = fields[day] !== undefined;
  const hasAmount = fields[amount] !== undefined;
  if (hasDay === hasAmount) return [];
  return [hasDay ? { code: 'amount-missing', path: amount } : { code: 'day-missing', path: day }];
}
