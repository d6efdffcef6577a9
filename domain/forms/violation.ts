// 违规登记表: breaches of the rules and incidents that hurt the team, dated by the day on which they happened.

import { optionalFact } from './facts.ts';
import { choice, field, labels } from './types.ts';
import type { FormDefinition } from './definition.ts';
import type { PaperLayout } from './layout.ts';

export const violation: FormDefinition = {
  id: 'violation',
  title: '违规登记表',
  kind: 'list',
  fields: [
    field('day', '日期', 'day', { required: true, synonyms: ['违规日期', '发生日期', '登记日期', '事发日期'] }),
    field('member', '姓名', 'member', { required: true, synonyms: ['违规人', '员工姓名', '责任人', '当事人', '违规员工', '违规人员'] }),
    choice('kind', '类别', labels('违反制度', '影响团队'), { required: true, synonyms: ['违规类别', '类型', '违规性质'] }),
    field('content', '情况说明', 'text', { synonyms: ['违规情况', '说明', '内容', '违规内容', '事由', '违规事实', '违规行为', '具体情况'] }),
  ],
  naturalKey: ['day', 'member', 'kind', 'content'],
  owner: 'member',
  day: 'day',
  rights: {
    manager: { read: 'own', write: 'none' },
    specialist: { read: 'own', write: 'none' },
    director: { read: 'department', write: 'department' },
    hr: { read: 'org', write: 'org' },
    gm: { read: 'org', write: 'none' },
  },
  facts: (fields) => optionalFact(fields['kind'] === '影响团队' ? 'team-incident' : 'violation', fields['day'], 1, { member: 'member' }),
};

export const violationLayout: PaperLayout = {
  titles: ['违规记录表', '违纪登记表', '违规台账', '制度违反登记表'],
  orientation: 'landscape', columns: [14, 14, 14, 60],
};
