// Why there is no figure, said for every refusal of a rule: what is lacking or wrong, and where it is put right.

import type { refusalCodes, RefusalCode } from '../../../domain/rules/step-codes.ts';

type Facts<Code extends RefusalCode> = { readonly [Name in keyof (typeof refusalCodes)[Code]]: string };

export interface MissingWords<Code extends RefusalCode> {
  /** As short as a line of a list: what is to be supplied. */
  readonly brief: (shown: Facts<Code>) => string;
  /** A sentence with what to do. */
  readonly say: (shown: Facts<Code>) => string;
}

/** A blank stands between Chinese and a digit or letter. */
const spaced = (text: string): string => (/^[0-9A-Za-z]/.test(text) ? ` ${text}` : text);

export const missing: { readonly [Code in RefusalCode]: MissingWords<Code> } = {
  'plan-missing': { brief: (f) => `${f.months}销售计划`, say: (f) => `没有${spaced(f.months)}的销售计划。请在销售计划表里补上并同步。` },
  'plan-zero': { brief: (f) => `${f.period}销售计划为 0`, say: (f) => `${f.period}的销售计划合计为 0，算不出完成率。请核对销售计划表。` },
  'sales-missing': { brief: (f) => `${f.period}销售额`, say: (f) => `没有${spaced(f.period)}的销售记录。请在销售台账里补上并同步。` },
  'previous-sales-missing': { brief: (f) => `${f.period}销售额`, say: (f) => `没有上期（${f.period}）的销售记录，算不出增长。请补登上期的销售台账。` },
  'new-customer-plan-missing': { brief: (f) => `${f.months}新客户计划`, say: (f) => `销售计划没有写${spaced(f.months)}的新客户数。请补上并同步。` },
  'rating-missing': { brief: (f) => `${f.quarter}评分`, say: (f) => `${f.quarter}还没有评定并确认的分数。请在评分表里填写，并由另一人确认。` },
  'rating-twice': { brief: (f) => `${f.quarter}评分重复`, say: (f) => `${f.quarter}有 ${f.records} 条评分，不知道以哪条为准。请只留一条。` },
  'rating-outside-levels': { brief: (f) => `${f.quarter}评分不在档次内`, say: (f) => `${f.quarter}评了 ${f.points} 分，办法里没有这一档。请改成有的档次。` },
  'attendance-missing': { brief: (f) => `${f.months}考勤`, say: (f) => `没有${spaced(f.months)}的考勤。请在考勤表里补上并同步。` },
  'attendance-twice': { brief: (f) => `${f.months}考勤重复`, say: (f) => `${f.months}有不止一条考勤，不知道以哪条为准。请只留一条。` },
  'outside-versions': { brief: (f) => `${f.day} 没有有效的办法`, say: (f) => `${f.day} 在办法生效之前（${f.first} 起生效），不算。` },
  'weights-not-100': { brief: (f) => `各项权重合计 ${f.total}`, say: (f) => `${f.day} 的各项权重合计 ${f.total} 分，不是 100 分。请管理员核对参数。` },
  'parameter-unreadable': { brief: (f) => `参数 ${f.parameter}`, say: (f) => `参数 ${f.parameter} 的值“${f.value}”读不出来。请在参数表里改正。` },
  'parameter-out-of-range': { brief: (f) => `参数 ${f.parameter}`, say: (f) => `参数 ${f.parameter} 的值“${f.value}”超出允许的范围。请在参数表里改正。` },
  'parameter-unknown': { brief: (f) => `参数 ${f.parameter}`, say: (f) => `办法里没有参数 ${f.parameter}。请在参数表里核对名称。` },
  'rate-missing': { brief: (f) => `${f.manager}的费率`, say: (f) => `${f.day} 没有合同 ${f.contractNo} 或${f.manager}的费率。请在账户费率表里补上。` },
  'rate-outside-range': { brief: (f) => `费率 ${f.ratePercent}`, say: (f) => `费率 ${f.ratePercent} 不在 ${f.lowest} 到 ${f.highest} 之间。请核对账户费率表。` },
  'owner-missing': { brief: (f) => `${f.customer}的客户经理`, say: (f) => `${f.day} ${f.customer}没有客户经理。请在客户档案表里写明。` },
  'receipt-negative': { brief: (f) => `回款 ${f.receivedFen} 元`, say: (f) => `回款 ${f.receivedFen} 元是负数，不能算佣金。退款请另作处理。` },
};
