// Invented session, reading and receipt for the pane's own tests and its gallery. Never part of the build.

import type { SignInAnswer } from '../../domain/protocol/messages.ts';
import type { SyncReceipt, UnknownLabel, UnknownLayout, WorkbookReading } from './services.ts';

export const demoSession: SignInAnswer = {
  token: 'demo',
  expiresAt: '2027-01-15T00:00:00Z',
  member: { id: 'member-gu', name: '顾山海', post: '客户总监', roles: ['director'], department: 'department-1', departmentName: '大客户部' },
  org: { id: 'org-demo', name: '临澜云帆传媒' },
  today: '2026-10-16',
};

const at = (address: string, text: string, label: string): UnknownLabel => ({ label, cell: { sheet: '邻里通资料', address }, kind: 'value', table: '', sample: { value: text, text, format: '@' } });

export const demoLayout: UnknownLayout = {
  form: 'customer-archive',
  title: '客户档案表',
  sheet: '邻里通资料',
  isRead: false,
  known: 21,
  labels: [at('A3', '邻里通生活服务有限公司', '甲方全称'), at('A9', '李善邻', '拍板人'), at('D9', '120万', '盘子'), at('A12', '12月上旬', '几时上线'), at('D12', '云汐字0417号', '备案号')],
  free: ['customer_name', 'budget_amount', 'plan_time', 'founded_year', 'industry_position', 'is_tender', 'feasibility', 'technical_risk', 'decision_chain/decider/name', 'decision_chain/decider/phone'].map((path) => ({ path, kind: 'value' })),
};

export const demoReading: WorkbookReading = {
  forms: [
    { form: 'customer-archive', title: '客户档案表', kind: 'card', records: 3, sheets: ['千帆渡', '星河教育', '邻里通'], pending: 1, first: { sheet: '千帆渡', address: 'A1' } },
    { form: 'visit-report', title: '客户拜访日报表', kind: 'card', records: 5, sheets: ['10.12', '10.13', '10.14', '10.15', '10.16'], pending: 4, first: { sheet: '10.12', address: 'A1' } },
    { form: 'gift-plan', title: '礼品馈赠计划表', kind: 'list', records: 12, sheets: ['年末答谢'], pending: 2, first: { sheet: '年末答谢', address: 'A3' } },
    { form: 'attendance', title: '考勤表', kind: 'list', records: 7, sheets: ['考勤'], pending: 0, first: { sheet: '考勤', address: 'A3' } },
  ],
  unrecognised: ['周汇总'],
  layouts: [demoLayout],
  learned: [
    { form: 'customer-archive', label: '甲方简称', path: 'customer_name', where: 'department', member: 'member-lin', by: '林小满', at: '2026-10-12T01:20:00Z' },
    { form: 'visit-report', label: '谈了啥', path: 'visits/summary', where: 'device' },
    { form: 'gift-plan', label: '内部号', path: null, where: 'unsent' },
  ],
  problems: [
    { code: 'several-days', path: 'report_date', text: '10月15、16日', form: 'visit-report', field: '日期', record: 'visit-1015', cell: { sheet: '10.15', address: 'H2' }, weight: 'blocks', from: 'sheet' },
    { code: 'unreadable-number', path: 'quantity', text: '两三盒', form: 'gift-plan', field: 'quantity', cell: { sheet: '年末答谢', address: 'G9' }, weight: 'blocks', from: 'sheet' },
    { code: 'no-right', path: '', text: '', form: 'visit-report', field: '', cell: { sheet: '10.16', address: 'A1' }, weight: 'blocks', from: 'server' },
    {
      code: 'customer-ambiguous',
      path: 'visits/v1/customer',
      text: '星河',
      choices: ['星河教育', '星河影业'],
      form: 'visit-report',
      field: 'customer',
      cell: { sheet: '10.13', address: 'B6' },
      weight: 'asks',
      from: 'server',
    },
  ],
  pending: {
    created: 3,
    changed: 4,
    deleted: 0,
    cells: [
      { kind: 'edit', form: 'visit-report', label: '面谈概要', cell: { sheet: '10.16', address: 'G6' } },
      { kind: 'edit', form: 'customer-archive', label: '预算金额', cell: { sheet: '星河教育', address: 'N10' } },
      { kind: 'create', form: 'gift-plan', label: '预算价值', cell: { sheet: '年末答谢', address: 'H7' } },
    ],
  },
  receipts: [],
  conflicts: [],
  questions: { deletions: [], matches: [] },
  isNew: false,
  elsewhere: ['contract', 'sales'],
  lastSync: { at: '2026-10-15T10:06:00Z', receipt: '20261015-02' },
  readOnly: null,
  syncs: 3,
  milliseconds: 312,
};

export const demoReceipt: SyncReceipt = {
  number: '20261016-01',
  at: '2026-10-16T09:42:08Z',
  chain: '9f3c41d70be2a6c8f00d',
  sent: [
    { form: 'customer-archive', records: 1, fields: 6, merged: 3, conflicts: 3 },
    { form: 'visit-report', records: 4, fields: 13, merged: 13, conflicts: 0 },
    { form: 'gift-plan', records: 2, fields: 4, merged: 4, conflicts: 0 },
  ],
  received: [
    { by: '叶知秋', records: 3 },
    { by: '顾山海', records: 1 },
  ],
  kept: [{ cell: { sheet: '千帆渡', address: 'O4' }, reason: 'changed-meanwhile' }],
  rejected: [],
  restored: [],
  unplaced: [],
};
