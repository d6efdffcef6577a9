// What people also call the parts of 制度参数表.

import type { Synonyms } from './parts.ts';

export const policyParameterSynonyms: Synonyms = {
  rule: ['规则编号', '制度条款', '规则名称', '适用规则', '制度', '条款'],
  parameter: ['参数名称', '参数项', '参数名', '参数代码'],
  value: ['参数值', '数值', '值', '设定值', '参数取值'],
  from_day: ['生效日', '起用日期', '执行日期', '启用日期', '起始日期', '起效日期'],
  remark: ['说明'],
};
