// 客户接待报告表: what a reception was, who sat at the table, what it cost and what came of it. One card a reception.

import { nonNegative } from './checks.ts';
import { optionalFact } from './facts.ts';
import { rowsOf } from './fields.ts';
import { againstApplication } from './linked.ts';
import { signing } from './signing.ts';
import { field } from './types.ts';
import type { FactLine, FieldProblem, Fields, FormDefinition } from './definition.ts';

export const receptionReport: FormDefinition = {
  id: 'reception-report',
  title: '客户接待报告表',
  kind: 'card',
  fields: [
    field('customer', '客户名称', 'customer', { required: true, synonyms: ['客户名', '客户', '来访单位', '来访客户', '客户单位', '接待客户', '接待单位', '接待对象', '招待客户', '招待对象', '来宾单位', '到访单位', '来访公司', '来访客户名称', '来访企业', '宾客单位', '来客单位', '客人单位', '客户公司', '接待客户名称'] }),
    field('purpose', '招待目的', 'text', { required: true, synonyms: ['接待目的', '接待事由', '招待事由', '来访目的', '接待原因', '来访事由', '招待的目的', '宴请事由', '招待事项', '接待事项', '接待缘由'] }),
    field('reception_date', '招待日期', 'day', { required: true, synonyms: ['接待日期', '招待时间', '接待时间', '来访日期', '来访时间', '接待日', '招待日', '到访日期', '到访时间', '实际接待日期', '实际接待时间', '接待日期时间'] }),
    field('place', '招待地点', 'text', { required: true, synonyms: ['接待地点', '地点', '接待场所', '招待场所', '招待场地', '接待场地', '接待地址', '用餐地点', '宴请地点', '会面地点'] }),
    field('reporter', '报告人', 'member', { required: true, synonyms: ['汇报人', '填表人', '填报人', '报告人姓名', '经办人', '填写人', '报告者', '撰写人', '汇报者', '执笔人'] }),
    field('report_time', '报告时间', 'day', { required: true, synonyms: ['报告日期', '填报日期', '填表日期', '汇报时间', '汇报日期', '填报时间', '填写日期', '提交日期', '撰写日期', '报告提交日期', '填写时间'] }),
    field('customer_attendees', '客户与席人员名单', 'names', { required: true, synonyms: ['客户出席人员名单', '客户与席人员', '客户出席人员', '客户方与席人员', '客户方出席人员', '客户方人员', '客户参加人员', '客户方参加人员', '客方参加人员', '客户参会人员', '来访人员', '来宾名单', '客户人员名单', '客户名单', '客户方名单', '客户出席名单', '客户方出席名单', '客户方参会人员', '客户与会人员', '客户方与会人员', '客方人员', '客方出席人员', '来宾人员', '来宾', '客人名单', '客户到场人员', '客户方与席人员名单', '客户方出席人员名单', '客户方代表', '客户方来宾', '来访客人', '客户方', '客方', '客方出席', '客户人员', '客户参与人员'] }),
    field('company_attendees', '公司与席人员名单', 'names', { required: true, synonyms: ['公司出席人员名单', '公司与席人员', '公司出席人员', '公司方与席人员', '公司方出席人员', '我方与席人员', '我方出席人员', '我方人员', '我方出席人员名单', '公司参加人员', '我方参加人员', '公司陪同人员', '陪同人员', '接待人员', '公司人员名单', '公司名单', '我方名单', '公司方名单', '我司人员', '我司出席人员', '我司与席人员', '我司陪同人员', '我方陪同人员', '我方陪同', '公司陪同', '公司与会人员', '我方与会人员', '公司出席名单', '公司方人员', '公司接待人员', '我方参会人员', '公司参会人员', '接待方人员', '本公司人员', '本公司出席人员', '作陪人员', '陪同人', '我方接待人员', '我司参会人员', '我司名单', '公司方出席人员名单', '公司方与席人员名单', '我方', '公司方', '我方出席', '公司人员', '公司参与人员'] }),
    field('notes', '注意事项', 'text', { synonyms: ['注意事宜', '需注意事项', '特别事项', '应注意事项', '注意的事项', '接待注意事项', '需要注意的事项', '特别注意事项', '须注意事项', '需注意的事项', '注意点'] }),
    field('effect', '接待效果', 'text', { required: true, synonyms: ['招待效果', '接待成果', '接待结果', '效果', '接待情况及效果', '接待成效', '取得效果', '接待效果评价', '接待效果评估', '招待成效', '招待成果', '招待结果', '效果评价', '达到的效果', '达成效果'] }),
    field('info_wanted', '想要搜集的信息', 'text', { synonyms: ['想要收集的信息', '需搜集的信息', '需收集的信息', '待搜集信息', '待收集信息', '拟搜集的信息', '要搜集的信息', '搜集的信息', '想搜集的信息', '想收集的信息', '需要搜集的信息', '需要收集的信息', '需了解的信息', '想要了解的信息', '想了解的信息', '需要了解的信息', '拟收集的信息', '要收集的信息', '希望搜集的信息', '希望收集的信息', '收集信息', '搜集信息'] }),
    field('future_activities', '今后的活动', 'text', { synonyms: ['今后活动', '后续活动', '下一步活动', '今后的安排', '今后活动安排', '后续安排', '后续计划', '下一步安排', '下一步计划', '今后的活动安排', '今后活动计划', '后续活动安排', '今后安排', '下一步工作', '后续工作', '后续跟进', '后续跟进计划', '今后的计划', '今后计划', '下步计划', '下步安排'] }),
  ],
  tables: [
    {
      key: 'expenses',
      label: '支出费用报告',
      synonyms: ['支出费用', '费用报告', '费用支出', '支出明细', '费用明细', '费用支出明细', '实际费用', '支出费用明细', '费用支出报告', '实际支出费用', '支出情况', '费用情况', '费用开支', '开支明细', '接待费用', '接待费用明细', '招待费用明细'],
      columns: [
        field('item', '项目', 'text', { required: true, synonyms: ['费用项目', '支出项目', '费用名称', '明细', '费用类别', '支出内容', '开支项目', '费用科目', '费用明细'] }),
        field('amount', '金额(元)', 'money', { required: true, synonyms: ['金额', '费用金额', '支出金额', '实际金额', '实际支出', '实付金额', '发生金额', '实际费用', '实际支出金额', '报销金额'] }),
        field('remark', '备注', 'text', { synonyms: ['说明', '费用说明', '备注说明', '票据说明', '情况说明'] }),
      ],
      rowKey: ['item'],
      total: 'amount',
      rowLabel: 'item',
      required: true,
    },
    signing('reviews', '审核', ['审核意见', '审批', '审批意见', '审核签字'], [
      { key: 'director', label: '大客户总监', synonyms: ['大客户总监审核', '大客户部总监审核', '大客户部总监', '总监审核', '客户总监', '总监', '大客户总监意见', '总监意见'] },
      { key: 'gm', label: '总经理', synonyms: ['总经理审核', '总经理意见', '总经理审批'] },
      { key: 'finance', label: '财务部', synonyms: ['财务部审核', '财务审核', '财务部意见', '财务意见', '财务部经理', '财务部经理审核', '财务经理审核', '财务'] },
    ], [field('opinion', '意见', 'text', { synonyms: ['审核意见', '审批意见'] })]),
  ],
  naturalKey: ['customer', 'reception_date'],
  owner: 'reporter',
  customer: 'customer',
  day: 'reception_date',
  rights: {
    manager: { read: 'customers', write: 'customers' },
    specialist: { read: 'customers', write: 'own' },
    director: { read: 'department', write: 'department' },
    finance: { read: 'department', write: 'none' },
    gm: { read: 'org', write: 'none' },
  },
  check: (fields) => [...rowsOf(fields, 'expenses').flatMap(([rowId]) => nonNegative(fields, `expenses/${rowId}/amount`)), ...reportedTooEarly(fields)],
  advise: againstApplication,
  facts: receptionFacts,
};

function reportedTooEarly(fields: Fields): FieldProblem[] {
  const { reception_date: received, report_time: reported } = fields;
  return typeof received === 'string' && typeof reported === 'string' && reported < received ? [{ code: 'report-before-reception', path: 'report_time' }] : [];
}

function receptionFacts(fields: Fields): FactLine[] {
  const day = fields['reception_date'];
  const credited = { member: 'reporter' } as const;
  return [
    ...optionalFact('reception', day, 1, credited),
    ...rowsOf(fields, 'expenses').flatMap(([line, row]) => optionalFact('reception-expense', day, row['amount'], { line, ...credited })),
  ];
}
