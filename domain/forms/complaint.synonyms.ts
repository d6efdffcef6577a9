// What people also call the parts of 客户投诉登记表.

import type { Synonyms } from './parts.ts';

export const complaintSynonyms: Synonyms = {
  day: ['日期', '投诉时间', '登记日期', '受理日期'],
  customer: ['客户', '投诉客户', '投诉单位', '客户单位', '投诉方'],
  member: ['被投诉人', '责任人员', '责任客户经理', '被投诉员工', '被投诉人员'],
  content: ['内容', '投诉事项', '投诉事由', '投诉原因', '投诉内容描述', '投诉情况'],
  valid: ['是否有效', '有效投诉', '是否有效投诉', '是否成立', '有效性', '投诉是否有效', '是否属实'],
};
