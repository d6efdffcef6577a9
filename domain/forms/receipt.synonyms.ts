// What people also call the parts of 回款台账.

import type { Synonyms } from './parts.ts';

export const receiptSynonyms: Synonyms = {
  contract_no: ['合同号', '对应合同号'],
  due_day: ['约定回款日期', '应回款日期', '应收款日期', '计划回款日期', '应回款日', '到期日', '应付款日期', '到期日期'],
  due_amount: ['应收金额', '约定回款金额', '应回款金额', '应收款', '计划回款金额', '应收款金额', '应收账款'],
  received_day: ['到账日期', '实际回款日期', '收款日期', '实收日期', '实际到账日期', '回款到账日期'],
  received_amount: ['回款金额', '到账金额', '实际回款金额', '收款金额', '实收金额', '回款额', '实收款', '实际到账金额'],
};
