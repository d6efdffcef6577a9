// What people also call the parts of 佣金费率表.

import type { Synonyms } from './parts.ts';

export const accountRateSynonyms: Synonyms = {
  member: ['姓名', '经理姓名', '人员', '大客户经理'],
  contract_no: ['合同号', '适用合同'],
  rate: ['费率', '佣金费率', '佣金比例', '佣金率', '提成比例', '提成费率', '提成率'],
  from_day: ['生效日', '执行日期', '启用日期', '起始日期'],
};
