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
    field('day', '日期', 'day', { required: true }),
    field('member', '姓名', 'member', { required: true }),
    choice('kind', '类别', labels('违反制度', '影响团队'), { required: true }),
    field('content', '情况说明', 'text'),
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
