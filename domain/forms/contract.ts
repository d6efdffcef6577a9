// 合同台账: signed contracts. That a contract is a customer's first, and so wins a new customer, the Worker finds.

import { choice, field, labels } from './types.ts';
import { optionalFact } from './facts.ts';
import type { FormDefinition } from './definition.ts';
import type { PaperLayout } from './layout.ts';

export const contract: FormDefinition = {
  id: 'contract',
  title: '合同台账',
  kind: 'list',
  fields: [
    field('contract_no', '合同编号', 'text', { required: true }),
    field('customer', '客户名称', 'customer', { required: true }),
    choice('type', '合同类型', labels('战略合作协议', '销售合同', '补充协议', '其他'), { required: true }),
    field('signed_day', '签订日期', 'day', { required: true }),
    field('amount', '合同金额(元)', 'money', { required: true }),
    field('remark', '备注', 'text'),
  ],
  naturalKey: ['contract_no'],
  customer: 'customer',
  day: 'signed_day',
  rights: {
    manager: { read: 'customers', write: 'none' },
    director: { read: 'department', write: 'department' },
    finance: { read: 'department', write: 'department' },
    gm: { read: 'org', write: 'none' },
  },
  facts: (fields) => optionalFact('contract-amount', fields['signed_day'], fields['amount']),
};

export const contractLayout: PaperLayout = {
  titles: ['合同登记表', '合同台帐', '签订合同台账'],
  orientation: 'landscape', columns: [18, 30, 16, 14, 16, 24],
};
