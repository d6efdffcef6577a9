// 客户档案表: what is known of a customer, in three parts. One card a customer.

import { completenessOf } from './completeness.ts';
import { industries } from './industries.ts';
import { choice, field, labels } from './types.ts';
import type { Fields, FormDefinition, Table } from './definition.ts';

const counts = { counts: true } as const;
const contact = { sensitive: true } as const;

const name = field('name', '姓名', 'text');
const position = field('position', '职务', 'text');
const phone = field('phone', '联系电话', 'text', contact);
const intimacy = field('intimacy', '亲密程度', 'text');
const support = field('support', '支持程度', 'text');

const tables: readonly Table[] = [
  {
    key: 'senior_contacts',
    label: '接触高层关系描述',
    columns: [
      // A part of its own: 高层姓名 is a word for this name alone.
      { ...name },
      position,
      phone,
      intimacy,
    ],
    rowKey: ['name'],
    ...counts,
  },
  {
    key: 'competitors',
    label: '竞争对手信息',
    columns: [
      field('company', '企业名称', 'text'),
      field('product', '产品', 'text'),
      intimacy,
    ],
    rowKey: ['company', 'product'],
    ...counts,
  },
  {
    key: 'decision_chain',
    label: '决策链',
    columns: [
      field('role', '角色', 'text'),
      name,
      position,
      phone,
      intimacy,
      field('expertise', '专业程度', 'text'),
      support,
    ],
    rowKey: ['role'],
    rowLabel: 'role',
    fixedRows: [
      { key: 'decider', label: '决策者' },
      { key: 'gatekeeper', label: '把关者' },
      { key: 'user', label: '使用者' },
      { key: 'buyer', label: '采购者' },
      { key: 'influencer', label: '影响者' },
    ],
    ...counts,
  },
  {
    key: 'third_party.contacts',
    label: '联系人',
    columns: [
      // A part of its own: 第三方联系人 is a word for this name alone.
      { ...name },
      position,
      phone,
      support,
    ],
    rowKey: ['name'],
    fixedRows: [
      { key: 'contact-1', label: '联系人1' },
      { key: 'contact-2', label: '联系人2' },
      { key: 'contact-3', label: '联系人3' },
    ],
  },
  {
    key: 'project_team',
    label: '项目组',
    columns: [
      field('duty', '职责', 'text'),
      name,
      field('position', '职位', 'text'),
      phone,
    ],
    rowKey: ['duty'],
    rowLabel: 'duty',
    fixedRows: [
      { key: 'project-manager', label: '项目经理' },
      { key: 'account-manager', label: '大客户经理' },
      { key: 'technician', label: '技术实施' },
      { key: 'specialist', label: '大客户专员' },
      { key: 'complaints', label: '接受投诉' },
    ],
    ...counts,
  },
  {
    key: 'followups',
    label: '沟通跟进',
    columns: [
      field('time', '沟通跟进时间', 'day-or-text'),
      field('progress_issues', '项目发展进度及存在的问题', 'text'),
      field('opinion', '问题跟进意见', 'text'),
      field('handling', '处理方式', 'text'),
    ],
    rowKey: ['time'],
    fixedRows: [
      { key: 'followup-1', label: '1' },
      { key: 'followup-2', label: '2' },
      { key: 'followup-3', label: '3' },
    ],
  },
];

export const customerArchive: FormDefinition = {
  id: 'customer-archive',
  title: '客户档案表',
  kind: 'card',
  fields: [
    field('archive_no', '档案编号', 'text', { required: true }),
    field('created_date', '建档日期', 'day', { required: true }),
    field('customer_name', '客户名称', 'customer', { required: true }),
    field('customer_phone', '电话', 'text', counts),
    field('regular_contact', '经常联系人', 'text', counts),
    field('contact_phone', '电话', 'text', { ...counts, ...contact }),
    choice('enterprise_nature', '企业性质', labels('国企', '合资', '民营', '股份', '外资', '事业单位'), counts),
    field('cooperation_project', '合作项目', 'text', counts),
    field('business_scope', '主营业务范围', 'text', counts),
    field('industry_position', '行业地位', 'text', counts),
    choice('industry', '所在行业', industries, counts),
    field('founded_year', '成立年代', 'text', counts),
    field('org_structure', '客户组织结构', 'text', counts),
    field('sem_outsourcing_driver', 'SEM项目外包驱动力', 'text', counts),
    field('has_budget', '是否有项目预算', 'boolean', counts),
    field('budget_fund_category', '预算资金类别', 'text'),
    field('budget_amount', '预算金额', 'money'),
    field('has_plan', '是否有项目实施计划', 'boolean', counts),
    field('plan_time', '计划时间', 'text'),
    field('expectation_goal', '项目预期目标', 'text', counts),
    field('expectation_time', '项目预期时间', 'text', counts),
    field('expectation_success_rate', '成功率', 'percent', counts),
    field('follower_opinion', '项目跟进人员意见', 'text'),
    field('director_opinion', '大客户总监意见', 'text'),
    field('gm_opinion', '总经理意见', 'text'),
    field('expected_funds', '预计项目资金', 'money', counts),
    field('involved_units', '涉及单位(第三方公司等)', 'text'),
    field('needs_trial', '是否需要试用', 'boolean', counts),
    field('is_tender', '是否招标', 'boolean', counts),
    field('third_party.name', '单位名称', 'text'),
    field('third_party.nature', '单位性质', 'text'),
    field('third_party.intimacy', '亲密程度', 'text'),
    field('feasibility', '可行性评估', 'text', counts),
    field('technical_risk', '技术风险评估', 'text', counts),
    field('grade', '级别', 'text'),
    field('status', '状态', 'text'),
    { key: 'customer_types', label: '客户类型', type: { kind: 'choices', options: labels('优质客户', '高值客户', '集团客户', '战略客户') } },
    field('owner_manager', '客户经理', 'member'),
    field('owner_specialist', '客户专员', 'member'),
  ],
  tables,
  naturalKey: ['customer_name'],
  customer: 'customer_name',
  day: 'created_date',
  rights: {
    manager: { read: 'customers', write: 'customers' },
    specialist: { read: 'customers', write: 'customers' },
    director: { read: 'department', write: 'department' },
    gm: { read: 'org', write: 'none' },
  },
  facts: archiveFacts,
};

/** Filled and countable are two facts, so that an indicator can take sum over sum; both go to the customer's owner. */
function archiveFacts(fields: Fields) {
  const day = fields['created_date'];
  if (typeof day !== 'string') return [];
  const { filled, countable } = completenessOf(customerArchive, fields);
  return [
    { measure: 'archive-filled', day, line: '', amount: filled },
    { measure: 'archive-countable', day, line: '', amount: countable },
  ] as const;
}

