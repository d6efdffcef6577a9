// What people also call the parts of 客户执行指派单.

import type { Synonyms } from './parts.ts';

export const executorAssignmentSynonyms: Synonyms = {
  customer: ['客户', '客户单位', '大客户名称'],
  manager: ['经理', '大客户经理'],
  executor: ['执行人', '执行', '客户执行人', '执行专员', '被指派人', '执行人员'],
  from_day: ['指派日', '指派时间', '生效日期', '起始日期', '开始日期', '启用日期'],
};
