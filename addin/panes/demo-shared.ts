// Invented conflicts, questions, news, history and findings of the demo department, for the gallery and the pane's tests.

import type { Finding } from './check-up-services.ts';
import type { ConflictView, News, Questions, RecordHistory } from './shared-services.ts';
import type { SharedState } from './shared-state.ts';
import { nothingShared } from './shared-state.ts';

const archive = { record: 'archive-qianfandu', form: 'customer-archive', label: '临澜千帆渡电子商务有限公司', isGone: false, side: 'lost', rev: 7, isHeard: true, mark: 'set' } as const;
const mine = (value: string | number) => ({ value, by: '林小满', at: '2026-10-16T08:48:00Z' });
const theirs = (value: string | number) => ({ value, by: '叶知秋', at: '2026-10-16T07:20:00Z' });
const base = (value: string | number | null, by = '林小满', at = '2026-09-02T02:10:00Z') => ({ value, by, at });

export const demoConflicts: readonly ConflictView[] = [
  { ...archive, id: 'conflict-phone', path: 'decision_chain/decider/phone', cell: { sheet: '千帆渡', address: 'O4' }, mine: mine('19900001108'), theirs: theirs('19900001118'), base: base('19900001101') },
  { ...archive, id: 'conflict-budget', path: 'budget_amount', cell: { sheet: '千帆渡', address: 'N10' }, mine: mine(360_000_000), theirs: theirs(380_000_000), base: { value: 320_000_000, by: null, at: null } },
  { ...archive, id: 'conflict-plan', path: 'plan_time', cell: { sheet: '千帆渡', address: 'D16' }, mine: mine('2026年11月15日前'), theirs: theirs('2026年12月中旬'), base: base('2026年11月底前') },
];

/** Deleted by one and changed by the other, both ways round, and one that only concerns colleagues. */
export const demoHardConflicts: readonly ConflictView[] = [
  { id: 'conflict-deleted', record: 'gift-tea', form: 'gift-plan', label: '千帆渡 · 茶叶礼盒', path: '@deleted', cell: { sheet: '年末答谢', address: 'A9' }, mine: { value: true, by: '林小满', at: '2026-10-16T08:48:00Z' }, theirs: { value: false, by: '叶知秋', at: '2026-10-16T07:20:00Z' }, base: { value: null, by: null, at: null }, isGone: false, side: 'lost', rev: 3, isHeard: true, mark: 'set' },
  { id: 'conflict-gone', record: 'gift-pen', form: 'gift-plan', label: '星河教育 · 钢笔', path: 'quantity', cell: { sheet: '年末答谢', address: 'G12' }, mine: { value: 12, by: '林小满', at: '2026-10-16T08:48:00Z' }, theirs: { value: null, by: '叶知秋', at: '2026-10-15T07:20:00Z' }, base: { value: 10, by: '叶知秋', at: '2026-09-02T02:10:00Z' }, isGone: true, side: 'lost', rev: 4, isHeard: true, mark: 'set' },
  { id: 'conflict-others', record: 'archive-xinghe', form: 'customer-archive', label: '临澜星河教育科技有限公司', path: 'industry_position', cell: null, mine: { value: '行业第三，全国 12 城有校区，2026 年计划再开 5 城', by: '韩谷雨', at: '2026-10-14T08:48:00Z' }, theirs: { value: '行业第三，全国 14 城有校区', by: '周立夏', at: '2026-10-14T07:20:00Z' }, base: { value: null, by: null, at: null }, isGone: false, side: 'neither', rev: 9, isHeard: true, mark: 'none' },
];

export const demoQuestions: Questions = {
  deletions: [
    { record: 'gift-tea', form: 'gift-plan', label: '千帆渡 · 茶叶礼盒', was: { sheet: '年末答谢', address: 'A9' } },
    { record: 'gift-cup', form: 'gift-plan', label: '邻里通 · 保温杯', was: null },
  ],
  matches: [
    {
      id: 'match-1',
      kind: 'unclear',
      form: 'gift-plan',
      label: '星河教育 · 钢笔',
      cell: { sheet: '年末答谢', address: 'A14' },
      mayBeNew: true,
      fields: [
        { path: 'customer', value: '星河教育' },
        { path: 'gift_name', value: '钢笔' },
      ],
      candidates: [
        { record: 'gift-pen', label: '星河教育 · 钢笔', was: { sheet: '年末答谢', address: 'A12' }, differences: [{ path: 'quantity', here: 12, there: 10 }, { path: 'remark', here: '刻字', there: null }] },
        { record: 'gift-pen-2', label: '星河教育 · 钢笔（礼盒）', was: { sheet: '年末答谢', address: 'A13' }, differences: [{ path: 'gift_name', here: '钢笔' }] },
      ],
    },
    {
      id: 'match-mixed',
      kind: 'mixed',
      form: 'visit-report',
      label: '2026-10-12 · 林小满',
      cell: { sheet: '10.12', address: 'A1' },
      mayBeNew: false,
      fields: [{ path: 'reporter', value: '林小满' }],
      candidates: [
        {
          record: 'visit-2',
          label: '2026-10-12 · 林小满',
          was: { sheet: '10.12', address: 'A1' },
          differences: [
            { path: 'visits/row-1/summary', row: '千帆渡 张三', here: '谈价', there: '介绍方案' },
            { path: 'visits/row-2/summary', row: '仁心 李四', here: '介绍方案', there: '谈价' },
          ],
        },
      ],
    },
    ...['A3', 'A4'].map((address, index) => ({
      id: `match-copy-${index}`,
      kind: 'copy' as const,
      form: 'gift-plan',
      label: index === 0 ? '千帆渡 · 茶叶礼盒' : '邻里通 · 保温杯',
      cell: { sheet: '年末答谢 (2)', address },
      fields: [],
      mayBeNew: true,
      candidates: [{ record: `gift-${index}`, label: '', was: { sheet: '年末答谢', address }, differences: [] }],
    })),
  ],
};

export const demoNews: News = {
  count: 4,
  more: false,
  rights: false,
  changes: [
    {
      record: archive.record,
      form: archive.form,
      label: archive.label,
      by: '叶知秋',
      at: '2026-10-16T07:20:00Z',
      kind: 'edit',
      cell: { sheet: '千帆渡', address: 'A1' },
      paths: [
        { path: 'budget_amount', from: 320_000_000, to: 380_000_000, cell: { sheet: '千帆渡', address: 'N10' } },
        { path: 'decision_chain/decider/phone', from: null, to: '19900001118', cell: { sheet: '千帆渡', address: 'O4' } },
        { path: 'industry_position', from: '等回复', to: null, cell: { sheet: '千帆渡', address: 'B30' } },
      ],
    },
    { record: 'visit-1', form: 'visit-report', label: '2026-10-16 · 叶知秋', by: '叶知秋', at: '2026-10-16T09:01:00Z', kind: 'create', cell: null, paths: [] },
  ],
};

export const demoHistory: RecordHistory = {
  record: archive.record,
  form: archive.form,
  label: archive.label,
  rev: 7,
  deleted: false,
  entries: [
    { seq: 41, at: '2026-10-16T07:20:00Z', by: '叶知秋', kind: 'edit', workbook: '叶知秋-客户档案.xlsx', device: '叶知秋的笔记本', paths: [{ path: 'budget_amount', from: 320_000_000, to: 380_000_000 }, { path: 'plan_time', from: '2026年11月底前', to: '2026年12月中旬' }] },
    { seq: 30, at: '2026-10-12T02:10:00Z', by: '叶知秋', kind: 'decide', workbook: '大客户部.xlsx', device: null, paths: [{ path: 'budget_amount', from: 300_000_000, to: 320_000_000 }] },
    { seq: 12, at: '2026-09-02T02:10:00Z', by: '林小满', kind: 'create', workbook: '01-客户档案.xlsx', device: null, paths: [{ path: 'budget_amount', from: null, to: 300_000_000 }, { path: 'plan_time', from: null, to: '2026年11月底前' }, { path: 'customer_name', from: null, to: archive.label }] },
  ],
};

export const demoFindings: readonly Finding[] = [
  { check: 'sign-in', is: 'good', code: 'signed-in', facts: { name: '林小满', until: '2027-01-15' } },
  { check: 'network', is: 'good', code: 'reachable', facts: { milliseconds: 84, today: '2026-10-16' } },
  { check: 'excel', is: 'good', code: 'excel-good', facts: { platform: 'Excel', version: '16.0.18', api: '1.17', sheets: 9, milliseconds: 312, trips: 3 } },
  { check: 'protection', is: 'note', code: 'sheets-protected', facts: { count: 1, names: '10.15' }, cells: [{ sheet: '10.15', address: 'A1' }] },
  { check: 'identities', is: 'bad', code: 'identities-damaged', facts: {}, mend: 'ask-again' },
  { check: 'layouts', is: 'note', code: 'layouts-drifted', facts: { labels: 2, names: '盘子、备案号' }, cells: [{ sheet: '邻里通资料', address: 'D9' }], mend: 'teach' },
  { check: 'pending', is: 'note', code: 'push-unanswered', facts: { count: 7 }, mend: 'sync' },
  { check: 'chain', is: 'good', code: 'chain-kept', facts: { head: '9f3c41d70be2a6c8f00d' } },
];

/** After the server was set back to an older copy. */
export const demoFindingsCut: readonly Finding[] = [
  ...demoFindings.filter(({ check }) => check !== 'chain'),
  { check: 'chain', is: 'bad', code: 'chain-cut', facts: { head: '9f3c41d70be2a6c8f00d' }, mend: 'ask-afresh' },
];

export const demoShared: SharedState = { ...nothingShared, news: demoNews, choices: { 'conflict-phone': 'mine', 'conflict-budget': 'theirs' } };
