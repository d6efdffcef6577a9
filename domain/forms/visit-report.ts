// 客户拜访日报表: one member's visits of one day, with what they cost. One card a reporter and day.

import { rowsOf } from './fields.ts';
import { choice, field } from './types.ts';
import type { FactLine, FieldProblem, Fields, FormDefinition } from './definition.ts';

export const visitReport: FormDefinition = {
  id: 'visit-report',
  title: '客户拜访日报表',
  kind: 'card',
  fields: [
    field('reporter', '填表人', 'member', { required: true, synonyms: ['报告人', '拜访人', '填报人', '客户经理', '业务员', '汇报人', '填写人', '拜访人员', '走访人', '走访人员', '汇报者', '报告者', '记录人', '外勤人员', '业务经理', '销售', '销售人员', '销售员', '销售代表', '业务代表', '谁去的', '去的人'] }),
    field('report_date', '日期', 'day', { required: true, synonyms: ['填表日期', '报告日期', '拜访日期', '拜访时间', '填报日期', '走访日期', '走访时间', '报告时间', '填报时间', '填写日期', '记录日期'] }),
    field('visits_count', '今日拜访数目', 'number', { reckoned: true, synonyms: ['今日拜访数', '本日拜访数目', '当日拜访数目', '拜访数目', '今日拜访家数', '拜访家数', '本日拜访家数', '当日拜访家数', '今日拜访数量', '今日拜访客户数', '今日拜访客户数目', '当日拜访数'] }),
    field('issues_handled', '今日处理问题', 'text', { synonyms: ['当日已处理问题', '本日已处理问题', '本日处理问题', '当日处理问题', '已处理问题', '今日已处理问题', '今日解决问题', '今日已解决问题', '已解决问题', '当日解决问题', '今日处理的问题'] }),
    field('issues_open', '今日未处理问题', 'text', { synonyms: ['本日未处理问题', '当日未处理问题', '未处理问题', '遗留问题', '今日未解决问题', '未解决问题', '待处理问题', '待解决问题', '今日待处理问题', '今日未处理的问题', '遗留事项', '未处理', '未解决', '没解决的', '没解决', '没处理的', '没解决的问题', '待解决'] }),
    field('companions', '同行者', 'names', { synonyms: ['同行人', '同行人员', '同行', '陪同人员', '随行人员', '随行', '陪同', '陪访人', '陪访人员', '同访人', '随同人员', '同访人员', '陪同人', '协访人', '协访人员', '同去人员', '协同人', '协同人员', '同去', '同去的人', '一起去的', '谁同去'] }),
  ],
  tables: [
    {
      key: 'visits',
      label: '拜访',
      columns: [
        field('customer', '客户', 'customer', { required: true, synonyms: ['客户名称', '拜访客户', '拜访单位', '客户单位', '单位名称', '公司名称', '客户全称', '客户简称', '受访单位', '被访单位', '受访客户', '走访单位', '走访客户', '客户名', '对方单位', '拜访公司', '被拜访单位', '拜访企业', '拜访客户名称'] }),
        field('interviewee', '面谈者', 'text', { required: true, synonyms: ['面谈人', '受访人', '洽谈人', '接待人', '对方人员', '拜访对象', '见谁', '面谈对象', '会见人', '会谈人', '洽谈对象', '对方联系人', '被访人', '被拜访人', '见面人', '接洽人', '接洽对象', '洽谈者', '受访者', '受访人员', '访谈对象', '访谈人', '会晤人', '会见对象', '面谈人员', '商谈人', '商谈对象', '客户联系人', '联系人', '对方代表', '会面人', '约见人', '会谈对象', '谈话对象', '面谈人姓名', '见的人', '见了谁', '见了什么人'] }),
        choice('plan', '商谈计划', [
          { code: 'a', label: '初次拜访', synonyms: ['初访', '初次', '首次拜访', '首访', '第一次拜访', '初次接触'] },
          { code: 'b', label: '处理问题', synonyms: ['解决问题', '问题处理', '处理客户问题'] },
          { code: 'c', label: '建立关系', synonyms: ['关系建立', '建立客户关系', '建关系', '维护关系'] },
        ], { required: true, synonyms: ['商谈计划(选择)', '拜访目的', '拜访计划', '商谈目的', '计划', '目的', '面谈目的', '洽谈目的', '来访目的', '拜访类型', '拜访事由', '拜访意图', '走访目的', '面谈计划', '洽谈计划', '拜访类别', '访问目的', '访问计划', '走访事由', '事由', '商谈类型', '拜访性质', '拜访计划(选择)'] }),
        field('summary', '面谈概要', 'text', { required: true, synonyms: ['洽谈内容', '面谈内容', '商谈内容', '拜访内容', '面谈纪要', '谈了什么', '概要', '洽谈概要', '洽谈纪要', '拜访概要', '拜访纪要', '拜访情况', '沟通内容', '沟通情况', '会谈内容', '主要内容', '谈话要点', '拜访记录', '面谈摘要', '洽谈摘要', '会谈概要', '会谈纪要', '交流内容', '交流情况', '商谈概要', '商谈纪要', '商谈情况', '面谈情况', '洽谈情况', '拜访摘要', '谈话内容', '谈话纪要', '访谈内容', '访谈纪要', '访谈概要', '拜访详情', '沟通概要', '沟通要点', '走访内容', '走访情况', '面谈要点', '洽谈要点', '交谈内容', '走访纪要', '走访概要', '纪要', '谈了些啥', '谈了啥', '谈了些什么', '聊了什么'] }),
        choice('result', '成果', [
          { code: 'A', label: '商谈成功', synonyms: ['成功'] },
          { code: 'B', label: '有希望' },
          { code: 'C', label: '再度访问', synonyms: ['再访', '再次访问', '再次拜访'] },
          { code: 'D', label: '无希望', synonyms: ['没希望', '没有希望'] },
          { code: 'E', label: '继续观察', synonyms: ['观察'] },
        ], { required: true, synonyms: ['成果(选择)', '拜访结果', '商谈结果', '结果', '拜访成果', '面谈结果', '洽谈结果', '面谈成果', '拜访成效', '商谈成果', '洽谈成果', '访谈结果', '拜访效果', '走访结果', '会谈结果', '效果', '成效', '结果怎样'] }),
        field('next_visit_date', '下次拜访日期', 'day', { synonyms: ['下次拜访时间', '下次拜访', '下次约访', '下次约访日期', '约定下次拜访', '下次', '下次日期', '下次时间', '下次跟进', '下次跟进日期', '下次跟进时间', '下次回访', '下次回访日期', '下次走访', '再访日期', '下次约见', '下次约见日期', '下次预约', '下次计划日期', '下次拜访计划'] }),
      ],
      rowKey: ['customer', 'interviewee'],
      required: true,
    },
    {
      key: 'expenses',
      label: '费用',
      columns: [
        field('item', '费用项目', 'text', { required: true, synonyms: ['项目', '费用名称', '费用类别', '费用科目', '支出项目', '费用明细', '开支项目'] }),
        field('amount', '金额(元)', 'money', { required: true, synonyms: ['金额', '费用金额', '支出金额', '实际金额', '发生金额'] }),
        field('remark', '备注', 'text', { synonyms: ['说明', '费用说明', '备注说明', '票据说明', '情况说明'] }),
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
