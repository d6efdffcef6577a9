// 客户关系强化表: whose influence at a customer is to be strengthened, by whom and how. One card a customer and period.

import { field } from './types.ts';
import type { FormDefinition } from './definition.ts';

export const relationshipPlan: FormDefinition = {
  id: 'relationship-plan',
  title: '客户关系强化表',
  kind: 'card',
  fields: [
    field('customer', '客户名称', 'customer', { required: true, synonyms: ['客户', '客户名', '客户单位', '单位名称', '公司名称', '客户全称', '企业名称', '目标客户', '客户单位名称', '客户公司'] }),
    field('period', '计划期间', 'text', { synonyms: ['计划期', '期间', '计划周期', '计划时段', '实施期间', '适用期间', '周期', '实施周期', '强化期间', '计划年度', '执行期间', '适用期', '时段', '时间段'] }),
    field('plan_date', '编制日期', 'day', { synonyms: ['制表日期', '计划日期', '制定日期', '填表日期', '编制时间', '日期', '制定时间', '填写日期', '填报日期', '编写日期', '填表时间', '制表时间'] }),
  ],
  tables: [
    {
      key: 'rows',
      label: '关系强化',
      columns: [
        field('target', '要强化影响力的人', 'text', { synonyms: ['项目要强化影响力的人', '强化影响力的人', '要强化的人', '强化对象', '强化影响力对象', '影响力人物', '关键人', '关键人物', '对象', '目标人员', '要强化影响的人', '需强化影响力的人', '需强化的人', '影响力对象', '强化影响力的对象', '影响对象', '关系强化对象', '强化人员', '目标人物', '客户关键人', '客户方关键人', '要强化影响力的对象'] }),
        field('our_relation', '与客户关系', 'text', { synonyms: ['与客户的关系', '与我方关系', '我方关系', '客户关系', '与该人关系', '关系现状', '目前关系', '与我司关系', '我司关系', '关系状况', '现有关系', '当前关系', '跟客户关系', '跟客户的关系', '与公司关系', '与我公司关系', '客户关系现状', '我方与其关系', '与我方的关系'] }),
        field('rival_relation', '关键竞争对手关系', 'text', { synonyms: ['竞争对手关系', '与竞争对手关系', '对手关系', '竞争对手与其关系', '与对手关系', '竞品关系', '与关键竞争对手关系', '关键对手关系', '与竞争者关系', '竞争者关系', '与竞品关系', '与竞争对手的关系', '关键竞争对手的关系', '竞争对手与其的关系', '与友商关系', '友商关系', '与主要竞争对手关系', '与主要竞争对手的关系', '主要竞争对手关系', '竞争行关系', '主要竞争行关系', '跟竞品关系', '跟竞争对手关系', '跟对手关系'] }),
        field('responsible', '公司相关负责人员', 'text', { synonyms: ['公司负责人员', '相关负责人员', '负责人员', '负责人', '我方负责人', '责任人', '公司负责人', '跟进人', '公司相关负责人', '相关负责人', '我司负责人', '公司责任人', '公司对接人', '我方对接人', '我司负责人员', '我方负责人员', '公司负责人姓名', '我方责任人', '我方负责', '谁负责'] }),
        field('measures', '客户关系强化措施', 'text', { synonyms: ['关系强化措施', '强化措施', '措施', '具体措施', '行动措施', '强化办法', '关系强化办法', '强化方案', '强化手段', '强化举措', '客户关系强化办法', '拟采取措施', '采取措施', '改善措施', '行动计划', '推进措施', '关系维护措施', '关系提升措施'] }),
        field('schedule', '时间安排', 'day-or-text', { synonyms: ['时间', '计划时间', '完成时间', '时间计划', '安排时间', '实施时间', '时间节点', '完成期限', '时限', '日程安排', '计划完成时间', '时间表', '执行时间', '进度安排', '预计完成时间', '时间要求'] }),
        field('remark', '备注', 'text', { synonyms: ['说明'] }),
      ],
      rowKey: ['target'],
      rowLabel: 'target',
      fixedRows: [
        { key: 'general-manager', label: '总经理', synonyms: ['总裁', '董事长/总经理'] },
        { key: 'deputy-general-manager', label: '副总经理', synonyms: ['副总', '副总裁', '分管副总'] },
        { key: 'department-manager', label: '部门经理', synonyms: ['部门负责人'] },
        { key: 'department-supervisor', label: '部门主管', synonyms: ['主管'] },
        { key: 'department-staff', label: '部门人员', synonyms: ['部门员工', '部门职员', '普通员工'] },
      ],
      required: true,
    },
  ],
  naturalKey: ['customer', 'period'],
  customer: 'customer',
  day: 'plan_date',
  rights: {
    manager: { read: 'customers', write: 'customers' },
    specialist: { read: 'customers', write: 'own' },
    director: { read: 'department', write: 'department' },
    gm: { read: 'org', write: 'none' },
  },
  // What is planned is nothing that has happened.
  facts: () => [],
};
