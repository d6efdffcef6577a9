// What people also call the parts of 违规登记表.

import type { Synonyms } from './parts.ts';

export const violationSynonyms: Synonyms = {
  day: ['违规日期', '发生日期', '登记日期', '事发日期'],
  member: ['违规人', '员工姓名', '责任人', '当事人', '违规员工', '违规人员'],
  kind: ['违规类别', '类型', '违规性质'],
  content: ['违规情况', '说明', '内容', '违规内容', '事由', '违规事实', '违规行为', '具体情况'],
};
