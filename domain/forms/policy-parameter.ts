// 制度参数表: a rule's parameter as the department sets it, from a day on.

import { field } from './types.ts';
import type { FormDefinition } from './definition.ts';
import type { PaperLayout } from './layout.ts';

export const policyParameter: FormDefinition = {
  id: 'policy-parameter',
  title: '制度参数表',
  kind: 'list',
  fields: [
    field('rule', '规则', 'text', { required: true, synonyms: ['规则编号', '制度条款', '规则名称', '适用规则', '制度', '条款'] }),
    field('parameter', '参数', 'text', { required: true, synonyms: ['参数名称', '参数项', '参数名', '参数代码'] }),
    // Empty switches a parameter off (a cap that no longer caps), so it is not required.
    field('value', '取值', 'text', { synonyms: ['参数值', '数值', '值', '设定值', '参数取值'] }),
    field('from_day', '生效日期', 'day', { required: true, synonyms: ['生效日', '起用日期', '执行日期', '启用日期', '起始日期', '起效日期'] }),
    field('remark', '备注', 'text', { synonyms: ['说明'] }),
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
