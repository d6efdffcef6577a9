// What people also call the parts of 销售台账.

import type { Synonyms } from './parts.ts';

export const salesSynonyms: Synonyms = {
  day: ['销售日期', '结算日期', '业务日期', '发生日期'],
  customer: ['客户', '客户单位', '客户简称'],
  contract_no: ['合同号', '关联合同号', '对应合同'],
  document_no: ['单据编号', '结算单号', '单号', '凭证号', '结算单编号'],
  kind: ['业务类型', '类别', '结算/销售', '结算或销售'],
  amount: ['金额', '销售额', '销售金额', '结算金额', '本次金额', '消耗金额'],
  member: ['业绩归属人', '归属人', '业绩人', '业绩归属人员', '归属人员'],
};
