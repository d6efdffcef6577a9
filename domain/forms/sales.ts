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
    field('day', '日期', 'day', { required: true, synonyms: ['销售日期', '结算日期', '业务日期', '发生日期'] }),
    field('customer', '客户名称', 'customer', { required: true, synonyms: ['客户', '客户单位', '客户简称'] }),
    field('contract_no', '合同编号', 'text', { synonyms: ['合同号', '关联合同号', '对应合同'] }),
    field('document_no', '单据号', 'text', { synonyms: ['单据编号', '结算单号', '单号', '凭证号', '结算单编号'] }),
    choice('kind', '类型', labels('结算', '销售'), { required: true, synonyms: ['业务类型', '类别', '结算/销售', '结算或销售'] }),
    field('amount', '金额(元)', 'money', { required: true, synonyms: ['金额', '销售额', '销售金额', '结算金额', '本次金额', '消耗金额'] }),
    field('member', '业绩归属', 'member', { synonyms: ['业绩归属人', '归属人', '业绩人', '业绩归属人员', '归属人员'] }),
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
