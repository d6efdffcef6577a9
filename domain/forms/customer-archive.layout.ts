// The paper of 客户档案表: sixteen narrow columns on two A4 pages, labels left of their values.

import type { PaperCell, PaperLayout, PaperRow } from './layout.ts';

const label = (field: string, width: number, text?: string): PaperCell => ({ kind: 'label', field, width, text });
const value = (field: string, width: number): PaperCell => ({ kind: 'value', field, width });
const boxes = (field: string, width: number): PaperCell => ({ kind: 'value', field, width, boxes: 'after' });
const section = (text: string): PaperRow => ({ cells: [{ kind: 'text', text, width: 16, style: 'section' }] });
const long = (field: string, height = 48): PaperRow => ({ cells: [label(field, 3), value(field, 13)], height });

function opinion(field: string): PaperRow[] {
  return [long(field, 40), { cells: [{ kind: 'text', text: '', width: 3 }, { kind: 'text', text: '签字：                日期：', width: 13, style: 'line' }] }];
}

function followup(number: number): PaperRow[] {
  const row = `followups/followup-${number}`;
  const issues = number === 1 ? undefined : '问题反馈、项目发展进度及存在的问题';
  return [
    { cells: [label(`${row}/time`, 3, `沟通跟进时间${number}`), value(`${row}/time`, 3), label(`${row}/progress_issues`, 3, issues), value(`${row}/progress_issues`, 7)], height: 38 },
    { cells: [label(`${row}/opinion`, 3), value(`${row}/opinion`, 5), label(`${row}/handling`, 2), value(`${row}/handling`, 6)], height: 32 },
  ];
}

export const customerArchiveLayout: PaperLayout = {
  titles: ['客户档案', '客户资料表', '客户信息表', '大客户档案表', '客户档案卡', '客户资料卡', '客户基础资料', '客户信息卡', '客户基本信息', '客户基本资料', '客户信息登记表', '客户建档表', '客户档案登记', '客户资料', '客户总表'],
  orientation: 'portrait',
  unprinted: ['grade', 'status', 'customer_types', 'owner_manager', 'owner_specialist'],
  columns: [5.5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5, 7],
  blocks: [
    { cells: [{ kind: 'inline', field: 'archive_no', width: 6 }, { kind: 'text', text: '', width: 4, style: 'note' }, { kind: 'inline', field: 'created_date', width: 6 }] },
    { cells: [{ kind: 'text', text: '客户档案表', width: 16, style: 'title' }], height: 40 },
    section('第一部分：客户情况'),
    { cells: [label('customer_name', 2), value('customer_name', 3), label('customer_phone', 1), value('customer_phone', 2), label('regular_contact', 2), value('regular_contact', 2), label('contact_phone', 1), value('contact_phone', 3)], height: 32 },
    { cells: [label('enterprise_nature', 2), boxes('enterprise_nature', 9), label('cooperation_project', 2), value('cooperation_project', 3)], height: 32 },
    long('business_scope'),
    { cells: [label('industry_position', 2), value('industry_position', 4), label('industry', 2), value('industry', 3), label('founded_year', 2), value('founded_year', 3)] },
    long('org_structure'),
    long('sem_outsourcing_driver'),
    { cells: [label('has_budget', 3), boxes('has_budget', 2), label('budget_fund_category', 3), value('budget_fund_category', 3), label('budget_amount', 2), value('budget_amount', 3)] },
    { cells: [label('has_plan', 4), boxes('has_plan', 2), label('plan_time', 2), value('plan_time', 8)] },
    { table: 'senior_contacts', side: { text: '接触高层\n关系描述', width: 3 }, columns: [['name', 3], ['position', 3], ['phone', 4], ['intimacy', 3]], rows: 3 },
    { table: 'competitors', side: { text: '竞争对手\n信息', width: 3 }, columns: [['company', 5], ['product', 5], ['intimacy', 3]], rows: 3 },
    {
      cells: [
        {
          kind: 'joined',
          label: '项目预期：\n（目标、时间、成功率）',
          labelWidth: 4,
          parts: [{ field: 'expectation_goal', word: '目标' }, { field: 'expectation_time', word: '时间' }, { field: 'expectation_success_rate', word: '成功率' }],
          width: 12,
        },
      ],
      height: 32,
    },
    ...opinion('follower_opinion'),
    ...opinion('director_opinion'),
    ...opinion('gm_opinion'),
    { ...section('第二部分：项目调研'), newPage: true },
    { cells: [label('expected_funds', 3), value('expected_funds', 3), label('involved_units', 5), value('involved_units', 5)] },
    { cells: [label('needs_trial', 3), boxes('needs_trial', 5), label('is_tender', 3), boxes('is_tender', 5)] },
    { table: 'decision_chain', side: { text: '决策链', width: 1 }, columns: [['role', 3, ''], ['name', 2], ['position', 2], ['phone', 3], ['intimacy', 2], ['expertise', 2], ['support', 1]], rows: 5 },
    { cells: [label('third_party.name', 2), value('third_party.name', 5), label('third_party.nature', 2), value('third_party.nature', 2), label('third_party.intimacy', 2), value('third_party.intimacy', 3)] },
    { table: 'third_party.contacts', columns: [['', 3], ['name', 3], ['position', 3], ['phone', 4], ['support', 3]], rows: 3 },
    { table: 'project_team', columns: [['duty', 3], ['name', 3], ['position', 4], ['phone', 6]], rows: 5 },
    long('feasibility', 42),
    long('technical_risk', 42),
    section('第三部分：持续支持与跟进'),
    ...followup(1),
    ...followup(2),
    ...followup(3),
  ],
};
