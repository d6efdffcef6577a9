// What people also call the columns of a table of who signs.

import type { Synonyms } from './parts.ts';

export const signingSynonyms: Synonyms = {
  role: ['角色', '岗位', '签字人'],
  name: ['签名', '签章', '签字人', '姓名'],
  date: ['签字日期', '审核日期', '签字时间', '申请日期', '审批日期', '批准日期', '签名日期', '时间'],
};
