// What people also call the parts of 合同台账.

import type { Synonyms } from './parts.ts';

export const contractSynonyms: Synonyms = {
  contract_no: ['合同号'],
  customer: ['客户', '甲方', '签约客户', '签约单位', '客户全称', '客户单位'],
  type: ['合同种类', '类型'],
  signed_day: ['签约日期', '签订时间', '签署日期', '合同签订日期', '签约日', '合同日期'],
  amount: ['合同金额', '合同总额', '金额', '签约金额', '合同额', '合同总金额'],
};
