// 客户拜访日报表: one member's visits of one day, with what they cost. One card a reporter and day.

import { rowsOf } from './fields.ts';
import { choice, field } from './types.ts';
import type { FactLine, FieldProblem, Fields, FormDefinition } from './definition.ts';

export const visitReport: FormDefinition = {
  id: 'visit-report',
  title: '客户拜访日报表',
  kind: 'card',
  fields: [
    field('reporter', '填表人', 'member', { required: true }),
    field('report_date', '日期', 'day', { required: true }),
    field('visits_count', '今日拜访数目', 'number', { reckoned: true }),
    field('issues_handled', '今日处理问题', 'text'),
    field('issues_open', '今日未处理问题', 'text'),
    field('companions', '同行者', 'names'),
  ],
  tables: [
    {
      key: 'visits',
      label: '拜访',
      columns: [
        field('customer', '客户', 'customer', { required: true }),
        field('interviewee', '面谈者', 'text', { required: true }),
        choice('plan', '商谈计划', [
          { code: 'a', label: '初次拜访' },
          { code: 'b', label: '处理问题' },
          { code: 'c', label: '建立关系' },
        ], { required: true }),
        field('summary', '面谈概要', 'text', { required: true }),
        choice('result', '成果', [
          { code: 'A', label: '商谈成功' },
          { code: 'B', label: '有希望' },
          { code: 'C', label: '再度访问' },
          { code: 'D', label: '无希望' },
          { code: 'E', label: '继续观察' },
        ], { required: true }),
        field('next_visit_date', '下次拜访日期', 'day'),
      ],
      rowKey: ['customer', 'interviewee'],
      required: true,
    },
    {
      key: 'expenses',
      label: '费用',
      columns: [
        field('item', '费用项目', 'text', { required: true }),
        field('amount', '金额(元)', 'money', { required: true }),
        field('remark', '备注', 'text'),
      ],
      rowKey: ['item', 'remark'],
      total: 'amount',
      across: { ending: '费', heading: 'item', cell: 'amount' },
    },
  ],
  naturalKey: ['reporter', 'report_date'],
  owner: 'reporter',
  day: 'report_date',
  rights: {
    manager: { read: 'customers', write: 'customers' },
    specialist: { read: 'own', write: 'own' },
    director: { read: 'department', write: 'department' },
    finance: { read: 'department', write: 'none' },
    gm: { read: 'org', write: 'none' },
  },
  advise: miscounted,
  facts: visitFacts,
};

function miscounted(fields: Fields): FieldProblem[] {
  const counted = rowsOf(fields, 'visits').length;
  const stated = fields['visits_count'];
  return typeof stated === 'number' && stated !== counted ? [{ code: 'visits-miscounted', path: 'visits_count', facts: { counted } }] : [];
}

function visitFacts(fields: Fields): FactLine[] {
  const day = fields['report_date'];
  if (typeof day !== 'string') return [];
  const member = 'reporter';
  const facts: FactLine[] = [];
  for (const [rowId] of rowsOf(fields, 'visits')) {
    facts.push({ measure: 'visit', day, line: rowId, amount: 1, member, customer: `visits/${rowId}/customer` });
  }
  for (const [rowId, row] of rowsOf(fields, 'expenses')) {
    if (typeof row['amount'] === 'number') facts.push({ measure: 'visit-expense', day, line: rowId, amount: row['amount'], member });
  }
  return facts;
}
