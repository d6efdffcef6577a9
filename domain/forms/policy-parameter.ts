// 制度参数表: a rule's parameter as the department sets it, from a day on.

import { field } from './types.ts';
import type { FormDefinition } from './definition.ts';
import type { PaperLayout } from './layout.ts';

export const policyParameter: FormDefinition = {
  id: 'policy-parameter',
  title: '制度参数表',
  kind: 'list',
  fields: [
    field('rule', '规则', 'text', { required: true }),
    field('parameter', '参数', 'text', { required: true }),
    // Empty switches a parameter off (a cap that no longer caps), so it is not required.
    field('value', '取值', 'text'),
    field('from_day', '生效日期', 'day', { required: true }),
    field('remark', '备注', 'text'),
  ],
  naturalKey: ['rule', 'parameter', 'from_day'],
  day: 'from_day',
  rights: {
    director: { read: 'department', write: 'department' },
    finance: { read: 'department', write: 'none' },
    hr: { read: 'department', write: 'none' },
    gm: { read: 'org', write: 'none' },
  },
  facts: () => [],
};

export const policyParameterLayout: PaperLayout = {
  titles: ['制度参数', '规则参数表', '参数设置表'],
  orientation: 'portrait', columns: [20, 24, 14, 14, 24],
};
