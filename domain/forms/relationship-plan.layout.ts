// The paper of 客户关系强化表: a matrix of five persons, landscape, the customer in a line above it.

import type { PaperLayout } from './layout.ts';

export const relationshipPlanLayout: PaperLayout = {
  titles: ['关系强化表', '客户关系强化', '客户关系强化计划', '客户关系强化计划表', '关系强化计划', '客户关系维护计划', '客户关系维护计划表', '客户关系提升计划', '客户关系提升表', '关系维护计划', '关系提升计划'],
  orientation: 'landscape',
  onePage: true,
  titled: ['customer', 'period'],
  columns: [20, 16, 16, 14, 35, 18, 21],
  blocks: [
    { cells: [{ kind: 'text', text: '客户关系强化表', width: 7, style: 'title' }], height: 36 },
    { cells: [{ kind: 'inline', field: 'customer', width: 4 }, { kind: 'inline', field: 'period', width: 1 }, { kind: 'inline', field: 'plan_date', width: 2 }], height: 26 },
    { table: 'rows', corner: ['项目', '要强化影响力的人'], columns: [['target', 1], ['our_relation', 1], ['rival_relation', 1, '关键竞争\n对手关系'], ['responsible', 1, '公司相关\n负责人员'], ['measures', 1], ['schedule', 1], ['remark', 1]], rows: 5, height: 56 },
  ],
};
