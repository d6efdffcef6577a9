// 客户档案表: what is known of a customer, in three parts. One card a customer.

import { completenessOf } from './completeness.ts';
import { industries } from './industries.ts';
import { choice, field, labels } from './types.ts';
import type { Fields, FormDefinition, Table } from './definition.ts';

const counts = { counts: true } as const;
const contact = { sensitive: true } as const;

const posts = ['职位', '岗位', '职称', '担任职务'];
const name = field('name', '姓名', 'text', { synonyms: ['名字', '人员姓名', '人员'] });
const position = field('position', '职务', 'text', { synonyms: posts });
const phone = field('phone', '联系电话', 'text', { synonyms: ['电话', '手机', '手机号', '手机号码', '电话号码', '联系方式', '联系手机'], ...contact });
const intimacy = field('intimacy', '亲密程度', 'text', { synonyms: ['关系程度', '密切程度', '亲密度', '关系亲密程度', '关系密切程度', '亲疏程度'] });
const support = field('support', '支持程度', 'text', { synonyms: ['支持度', '支持态度', '支持情况', '态度'] });

const tables: readonly Table[] = [
  {
    key: 'senior_contacts',
    label: '接触高层关系描述',
    synonyms: ['高层关系', '接触高层', '高层联系人', '高层接触', '接触高层关系', '高层接触情况', '高层关系描述'],
    columns: [
      name,
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
    synonyms: ['竞争对手', '竞争对手情况', '竞争情况', '竞争者信息', '竞争对手分析', '对手信息'],
    columns: [
      field('company', '企业名称', 'text', { synonyms: ['对手名称', '竞争企业', '竞争对手名称', '公司名称', '竞争公司', '对手公司', '竞争对手', '竞争者', '竞争者名称'] }),
      field('product', '产品', 'text', { synonyms: ['产品名称', '竞争产品', '主要产品', '竞品'] }),
      intimacy,
    ],
    rowKey: ['company', 'product'],
    ...counts,
  },
  {
    key: 'decision_chain',
    label: '决策链',
    synonyms: ['决策链条', '决策链信息', '决策链人员', '采购决策链'],
    columns: [
      field('role', '角色', 'text', { synonyms: ['决策角色', '决策链角色'] }),
      name,
      position,
      phone,
      intimacy,
      field('expertise', '专业程度', 'text', { synonyms: ['专业度', '专业水平', '专业能力'] }),
      support,
    ],
    rowKey: ['role'],
    rowLabel: 'role',
    fixedRows: [
      { key: 'decider', label: '决策者', synonyms: ['决策人'] },
      { key: 'gatekeeper', label: '把关者', synonyms: ['把关人'] },
      { key: 'user', label: '使用者', synonyms: ['使用人'] },
      { key: 'buyer', label: '采购者', synonyms: ['采购人'] },
      { key: 'influencer', label: '影响者', synonyms: ['影响人'] },
    ],
    ...counts,
  },
  {
    key: 'third_party.contacts',
    label: '联系人',
    columns: [
      { ...name, synonyms: [...name.synonyms!, '第三方联系人'] },
      position,
      phone,
      support,
    ],
    rowKey: ['name'],
    fixedRows: [
      { key: 'contact-1', label: '联系人1', synonyms: ['联系人一'] },
      { key: 'contact-2', label: '联系人2', synonyms: ['联系人二'] },
      { key: 'contact-3', label: '联系人3', synonyms: ['联系人三'] },
    ],
  },
  {
    key: 'project_team',
    label: '项目组',
    synonyms: ['项目团队', '项目小组', '我方项目组', '项目组成员', '服务团队', '实施团队'],
    columns: [
      field('duty', '职责', 'text', { synonyms: ['分工', '项目职责', '项目角色', '担任角色'] }),
      name,
      field('position', '职位', 'text', { synonyms: ['职务', ...posts.slice(1)] }),
      phone,
    ],
    rowKey: ['duty'],
    rowLabel: 'duty',
    fixedRows: [
      { key: 'project-manager', label: '项目经理', synonyms: ['项目负责人'] },
      { key: 'account-manager', label: '大客户经理' },
      { key: 'technician', label: '技术实施', synonyms: ['技术支持', '实施技术'] },
      { key: 'specialist', label: '大客户专员' },
      { key: 'complaints', label: '接受投诉', synonyms: ['投诉受理', '受理投诉', '投诉接待'] },
    ],
    ...counts,
  },
  {
    key: 'followups',
    label: '沟通跟进',
    synonyms: ['跟进记录', '沟通记录', '沟通跟进记录', '沟通跟进情况'],
    columns: [
      field('time', '沟通跟进时间', 'day-or-text', { synonyms: ['跟进时间', '沟通时间', '跟进日期', '沟通日期', '沟通跟进日期'] }),
      field('progress_issues', '项目发展进度及存在的问题', 'text', { synonyms: ['问题反馈、项目发展进度及存在的问题', '进度及存在的问题', '项目进度及问题', '问题反馈', '进展及问题', '项目进展', '进度与问题', '项目进展及问题', '项目发展进度', '进展及存在问题', '问题与进度', '问题及进度', '进度及问题', '项目进展及存在的问题'] }),
      field('opinion', '问题跟进意见', 'text', { synonyms: ['跟进意见', '问题改进意见', '改进意见', '跟进建议'] }),
      field('handling', '处理方式', 'text', { synonyms: ['处理方法', '处理结果', '处理措施', '处理情况', '解决方式', '解决办法', '处理办法'] }),
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
    field('archive_no', '档案编号', 'text', { required: true, synonyms: ['档案号', '客户编号', '客户档案号', '客户档案编号', '客户代码', '客户编码', '档案编码', '归档编号', '建档编号', '编号'] }),
    field('created_date', '建档日期', 'day', { required: true, synonyms: ['建档时间', '建立日期', '建档日', '建立时间', '登记日期', '建卡日期', '立档日期', '录入日期', '填写日期'] }),
    field('customer_name', '客户名称', 'customer', { required: true, synonyms: ['公司名称', '单位名称', '客户全称', '客户单位', '单位全称', '企业名称', '企业全称', '公司全称', '客户名', '客户单位名称', '客户公司', '客户公司名称'] }),
    field('customer_phone', '电话', 'text', { synonyms: ['客户电话', '联系电话', '公司电话', '总机', '单位电话', '企业电话', '固定电话', '座机', '办公电话', '客户联系电话', '单位联系电话', '公司总机', '总机电话', '公司联系电话', '企业联系电话', '固话'], ...counts }),
    field('regular_contact', '经常联系人', 'text', { synonyms: ['常用联系人', '联系人', '对接人', '日常联系人', '主要联系人', '常联系人', '固定联系人', '经常接触人', '日常对接人', '联系人姓名', '客户联系人'], ...counts }),
    field('contact_phone', '电话', 'text', { synonyms: ['联系人电话', '联系人手机', '对接人电话', '对接人手机', '手机', '手机号', '手机号码', '移动电话', '联系手机', '联系人手机号', '联系人联系电话', '联系人电话号码', '联系人联系方式', '对接人联系方式', '联系人手机号码', '联系电话', '常用联系人手机', '常用联系人电话', '经常联系人电话', '经常联系人手机'], ...counts, ...contact }),
    choice('enterprise_nature', '企业性质', [
      { label: '国企', synonyms: ['国有', '国有企业', '国营', '国营企业'] },
      { label: '合资', synonyms: ['合资企业', '中外合资'] },
      { label: '民营', synonyms: ['民企', '私营', '民营企业', '私企', '私营企业'] },
      { label: '股份', synonyms: ['股份制', '股份制企业', '股份企业', '股份公司'] },
      { label: '外资', synonyms: ['外企', '外资企业', '外商独资', '外商投资'] },
      { label: '事业单位' },
    ], { synonyms: ['单位性质', '公司性质', '企业类型', '公司类型', '所有制性质', '企业所有制', '经济性质', '客户性质', '性质'], ...counts }),
    field('cooperation_project', '合作项目', 'text', { synonyms: ['合作内容', '意向合作项目', '合作的项目', '合作业务', '拟合作项目', '意向项目', '合作标的'], ...counts }),
    field('business_scope', '主营业务范围', 'text', { synonyms: ['经营范围', '主营业务', '业务范围', '主营范围', '主要业务', '经营内容', '主营产品', '营业范围', '主要产品/业务', '主要产品', '主要产品及业务'], ...counts }),
    field('industry_position', '行业地位', 'text', { synonyms: ['市场地位', '业内地位', '行业排名', '行业中的地位'], ...counts }),
    choice('industry', '所在行业', industries, { synonyms: ['所属行业', '行业', '行业类别'], ...counts }),
    field('founded_year', '成立年代', 'text', { synonyms: ['成立时间', '成立年份', '成立日期', '创立时间', '创办时间', '注册时间', '创立年份', '创建时间', '成立年月', '哪年成立', '何时成立'], ...counts }),
    field('org_structure', '客户组织结构', 'text', { synonyms: ['组织结构', '组织架构', '客户组织架构', '组织机构', '公司组织结构', '公司架构', '客户组织机构', '企业组织结构', '内部架构', '内部组织架构', '组织架构图'], ...counts }),
    field('sem_outsourcing_driver', 'SEM项目外包驱动力', 'text', { synonyms: ['SEM项目外包驱动', 'SEM外包驱动力', '外包驱动力', 'SEM外包驱动', '外包驱动', 'SEM外包动因', '外包动因', '项目外包驱动', '项目外包驱动力'], ...counts }),
    field('has_budget', '是否有项目预算', 'boolean', { synonyms: ['有无项目预算', '项目预算', '有无预算', '是否有预算', '是否列入预算', '项目预算有无', '有没有项目预算', '有没有预算'], ...counts }),
    field('budget_fund_category', '预算资金类别', 'text', { synonyms: ['资金类别', '预算类别', '资金来源', '预算来源', '资金类型', '资金性质', '预算资金类型', '预算资金来源'] }),
    field('budget_amount', '预算金额', 'money', { synonyms: ['预算额度', '项目预算', '预算总额', '预算数额', '预算额', '预算'] }),
    field('has_plan', '是否有项目实施计划', 'boolean', { synonyms: ['有无实施计划', '是否有实施计划', '有无项目实施计划', '项目实施计划', '实施计划', '有无计划', '是否有计划', '实施计划有无', '有没有实施计划', '有没有计划'], ...counts }),
    field('plan_time', '计划时间', 'text', { synonyms: ['计划实施时间', '实施时间', '计划实施日期', '项目计划时间', '计划启动时间'] }),
    field('expectation_goal', '项目预期目标', 'text', { synonyms: ['预期目标', '目标', '项目目标', '期望目标', '目标预期'], ...counts }),
    field('expectation_time', '项目预期时间', 'text', { synonyms: ['预期时间', '预期完成时间', '预期成交时间', '预计时间', '时间', '期望时间', '预期达成时间', '预计完成时间', '预计成交时间'], ...counts }),
    field('expectation_success_rate', '成功率', 'percent', { synonyms: ['预期成功率', '项目成功率', '成交概率', '成功概率', '成功机率', '成功把握', '成单率', '成功几率', '成功可能性', '赢单率', '签约概率'], ...counts }),
    field('follower_opinion', '项目跟进人员意见', 'text', { synonyms: ['跟进人员意见', '跟进人意见', '项目跟进意见', '跟进人员的意见', '跟进者意见'] }),
    field('director_opinion', '大客户总监意见', 'text', { synonyms: ['总监意见', '大客户总监批示', '总监批示', '大客户总监审核意见', '部门总监意见'] }),
    field('gm_opinion', '总经理意见', 'text', { synonyms: ['总经理批示', '总经理审批意见', '总经理审核意见'] }),
    field('expected_funds', '预计项目资金', 'money', { synonyms: ['项目资金', '预计资金', '预计项目金额', '预计投入资金', '预计资金投入', '预计投入', '项目预计资金', '项目投入资金', '预计项目费用', '预估项目资金'], ...counts }),
    field('involved_units', '涉及单位(第三方公司等)', 'text', { synonyms: ['涉及单位', '第三方公司', '涉及第三方', '涉及的单位', '涉及公司', '涉及第三方单位', '第三方单位'] }),
    field('needs_trial', '是否需要试用', 'boolean', { synonyms: ['需要试用', '是否试用', '试用需求', '试用', '需试用', '是否要试用', '是否安排试用', '是否需试用', '要不要试用'], ...counts }),
    field('is_tender', '是否招标', 'boolean', { synonyms: ['招标', '是否需要招标', '需要招标', '招标与否', '是否投标', '是否公开招标', '招投标', '需招标', '要不要招标'], ...counts }),
    field('third_party.name', '单位名称', 'text', { synonyms: ['第三方单位名称', '第三方名称', '第三方公司名称'] }),
    field('third_party.nature', '单位性质', 'text', { synonyms: ['第三方单位性质', '第三方性质'] }),
    field('third_party.intimacy', '亲密程度', 'text', { synonyms: ['第三方亲密程度', '与第三方亲密程度', '与第三方关系'] }),
    field('feasibility', '可行性评估', 'text', { synonyms: ['可行性分析', '可行性评价', '项目可行性', '可行性'], ...counts }),
    field('technical_risk', '技术风险评估', 'text', { synonyms: ['技术风险', '风险评估', '技术风险评价', '技术风险分析', '项目技术风险'], ...counts }),
    field('grade', '级别', 'text', { synonyms: ['客户级别', '客户等级', '客户分级', '等级'] }),
    field('status', '状态', 'text', { synonyms: ['客户状态'] }),
    { key: 'customer_types', label: '客户类型', type: { kind: 'choices', options: labels('优质客户', '高值客户', '集团客户', '战略客户') }, synonyms: ['客户类别'] },
    field('owner_manager', '客户经理', 'member', { synonyms: ['责任经理', '负责经理', '所属经理', '归属经理', '主管经理', '大客户经理', '所属客户经理', '维护经理', '责任人'] }),
    field('owner_specialist', '客户专员', 'member', { synonyms: ['大客户专员', '所属专员'] }),
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

