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
    field('contract_no', '合同编号', 'text', { required: true, synonyms: ['合同号'] }),
    field('customer', '客户名称', 'customer', { required: true, synonyms: ['客户', '甲方', '签约客户', '签约单位', '客户全称', '客户单位'] }),
    choice('type', '合同类型', labels('战略合作协议', '销售合同', '补充协议', '其他'), { required: true, synonyms: ['合同种类', '类型'] }),
    field('signed_day', '签订日期', 'day', { required: true, synonyms: ['签约日期', '签订时间', '签署日期', '合同签订日期', '签约日', '合同日期'] }),
    field('amount', '合同金额(元)', 'money', { required: true, synonyms: ['合同金额', '合同总额', '金额', '签约金额', '合同额', '合同总金额'] }),
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
