// 销售台账: settled or sold amounts, credited to the member named in the row, else to the customer's owner of that day.

import { optionalFact } from './facts.ts';
import { choice, field, labels } from './types.ts';
import type { FormDefinition } from './definition.ts';
import type { PaperLayout } from './layout.ts';

export const sales: FormDefinition = {
  id: 'sales',
  title: '销售台账',
  kind: 'list',
  fields: [
    field('day', '日期', 'day', { required: true }),
    field('customer', '客户名称', 'customer', { required: true }),
    field('contract_no', '合同编号', 'text'),
    field('document_no', '单据号', 'text'),
    choice('kind', '类型', labels('结算', '销售'), { required: true }),
    field('amount', '金额(元)', 'money', { required: true }),
    field('member', '业绩归属', 'member'),
  ],
  naturalKey: ['day', 'customer', 'contract_no', 'document_no', 'amount'],
  owner: 'member',
  customer: 'customer',
  day: 'day',
  rights: {
    manager: { read: 'customers', write: 'none' },
    specialist: { read: 'own', write: 'none' },
    director: { read: 'department', write: 'department' },
    finance: { read: 'department', write: 'department' },
    gm: { read: 'org', write: 'none' },
  },
  facts: (fields) => optionalFact('sales', fields['day'], fields['amount'], { member: 'member' }),
};

export const salesLayout: PaperLayout = {
  titles: ['销售明细', '销售台帐', '消耗结算台账', '销售登记表', '销售流水'],
  orientation: 'landscape', columns: [14, 30, 18, 18, 10, 16, 14],
};
