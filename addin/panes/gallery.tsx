// Every screen with invented data, for looking at: gallery.html?screen=home&theme=dark, with texts as
// long as they get by &long. Never part of the build.

import { signal } from '@preact/signals';
import { render } from 'preact';
import { createActions } from './actions.ts';
import { demoEvidence, demoScores, demoSlip } from './demo-results.ts';
import { demoConflicts, demoFindings, demoFindingsCut, demoHardConflicts, demoHistory, demoNews, demoQuestions, demoShared } from './demo-shared.ts';
import { lengthened } from './demo-long.ts';
import { demoLayout, demoReading, demoReceipt, demoSession } from './demo-state.ts';
import { loadForms } from './form-names.ts';
import { PaneError } from './services.ts';
import type { PaneServices } from './services.ts';
import { Shell } from './shell.tsx';
import { initialState } from './state.ts';
import { loadLaterScreens } from './later-screens.tsx';
import type { PaneState } from './state.ts';
import './styles/pane.css';

const here = { ...initialState(demoSession), reading: demoReading, receipts: [demoReceipt] };
const scored: PaneState = { ...here, scores: { is: 'here', value: demoScores }, evidence: { is: 'here', value: demoEvidence } };
const slip: PaneState = { ...here, slip: { is: 'here', value: demoSlip } };
const sharing: PaneState = { ...here, reading: { ...demoReading, conflicts: demoConflicts, questions: demoQuestions }, shared: demoShared };
const historyOf = { kind: 'history', record: demoHistory.record, form: demoHistory.form, label: demoHistory.label } as const;
const refused = {
  ...demoReceipt,
  rejected: [
    { record: 'x', status: 'rejected' as const, rev: 0, merged: 0, problems: [{ code: 'negative', path: 'quantity' }], conflicts: [], form: 'gift-plan', cell: { sheet: '年末答谢', address: 'G12' } },
  ],
};

const screens: Readonly<Record<string, PaneState>> = {
  'sign-in': initialState(null),
  expired: { ...initialState(null), expired: true },
  looking: { ...initialState(null), looking: true, reading: demoReading },
  home: here,
  offline: { ...here, connection: 'offline' },
  protected: { ...here, reading: { ...demoReading, readOnly: 'structure-protected' } },
  'first-run': { ...here, reading: { ...demoReading, forms: [], problems: [], pending: { created: 0, changed: 0, deleted: 0, cells: [] } } },
  failure: { ...here, notice: { kind: 'failure', failure: { code: 'cell-edit-mode' } } },
  syncing: {
    ...here,
    screen: { kind: 'syncing' },
    progress: [
      { stage: 'read', done: 1, of: 1, seconds: 0.3, found: { sheets: 9, records: 20 } },
      { stage: 'compare', done: 1, of: 1, seconds: 0.1, found: { changes: 7, fields: 23 } },
      { stage: 'seal', done: 1, of: 1 },
      { stage: 'send', done: 1, of: 1, seconds: 0.6, found: { bytes: 1900 } },
      { stage: 'write', done: 2, of: 4 },
    ],
  },
  receipt: { ...here, screen: { kind: 'receipt', receipt: demoReceipt } },
  refused: { ...here, screen: { kind: 'receipt', receipt: refused } },
  problems: { ...here, screen: { kind: 'problems' } },
  'home-shared': sharing,
  'receipt-conflicts': { ...sharing, screen: { kind: 'receipt', receipt: demoReceipt } },
  conflicts: { ...sharing, screen: { kind: 'conflicts' } },
  'conflicts-hard': { ...sharing, reading: { ...demoReading, conflicts: demoHardConflicts }, screen: { kind: 'conflicts' } },
  'conflicts-decided': { ...here, shared: { ...demoShared, decided: demoConflicts.map((conflict) => ({ conflict, value: conflict.mine.value, press: 1 })) }, screen: { kind: 'conflicts' } },
  'conflicts-undone': { ...here, notice: { kind: 'decision-undone', fields: 3 }, screen: { kind: 'conflicts' } },
  'conflicts-none': { ...here, screen: { kind: 'conflicts' } },
  'conflicts-offline': { ...sharing, connection: 'offline', screen: { kind: 'conflicts' } },
  questions: { ...sharing, shared: { ...demoShared, removals: { 'gift-tea': 'remove' } }, screen: { kind: 'questions' } },
  'questions-removed': { ...here, shared: { ...demoShared, removed: demoQuestions.deletions }, screen: { kind: 'questions' } },
  'history-record': { ...sharing, screen: { ...historyOf, path: null } },
  'history-field': { ...sharing, screen: { ...historyOf, path: 'budget_amount' } },
  'history-none': { ...sharing, screen: { kind: 'history', record: null, form: '', label: '', path: null } },
  refreshed: { ...sharing, notice: { kind: 'refreshed', receipt: demoReceipt } },
  news: { ...sharing, screen: { kind: 'news' } },
  'check-up': { ...sharing, screen: { kind: 'check-up' } },
  'check-up-cut': { ...sharing, screen: { kind: 'check-up' } },
  layout: { ...here, screen: { kind: 'layout', sheet: demoLayout.sheet, form: demoLayout.form } },
  taught: { ...here, notice: { kind: 'taught', taught: { saved: 'unsent', kept: ['盘子'], reading: demoReading, records: 1, fields: 25 }, title: '客户档案表', sheet: '邻里通资料', labels: 4 } },
  scores: { ...scored, screen: { kind: 'tab', tab: 'scores' } },
  written: { ...scored, screen: { kind: 'tab', tab: 'scores' }, notice: { kind: 'written', sheets: { created: ['大客户部 2026Q3', '周立夏 2026Q3'], updated: [], syncs: 2 } } },
  person: { ...scored, screen: { kind: 'person', member: 'm7' } },
  evidence: { ...scored, screen: { kind: 'evidence', member: 'm3', item: 1 } },
  'evidence-missing': { ...scored, screen: { kind: 'evidence', member: 'm7', item: 1 } },
  commission: { ...slip, screen: { kind: 'tab', tab: 'commission' } },
  'commission-person': { ...slip, screen: { kind: 'commission-person', member: '林小满', as: 'manager' } },
  more: { ...here, screen: { kind: 'tab', tab: 'more' } },
};

const asked = new URLSearchParams(location.search);
document.documentElement.setAttribute('data-theme', asked.get('theme') ?? 'light');
const chosen = screens[asked.get('screen') ?? 'home'] ?? here;
const long = <Data,>(data: Data): Data => (asked.has('long') ? lengthened(data) : data);
const state = signal<PaneState>(long(chosen));

const never = (): Promise<never> => Promise.reject(new PaneError({ code: 'offline' }));
const services: PaneServices = {
  session: () => demoSession,
  signIn: () => Promise.resolve(demoSession),
  signOut: () => Promise.resolve(),
  refreshSession: () => Promise.resolve(demoSession),
  readWorkbook: () => Promise.resolve(demoReading),
  onWorkbookChanged: () => () => undefined,
  synchronise: never,
  scorecards: () => Promise.resolve(demoScores),
  scorecard: never,
  slip: () => Promise.resolve(demoSlip),
  evidence: () => Promise.resolve(demoEvidence),
  writeScorecards: never,
  writeSlip: never,
  insertBlankForm: never,
  answerProblem: () => Promise.resolve(),
  teach: () => Promise.resolve({ saved: 'department', kept: [], reading: demoReading, records: 1, fields: 25 }),
  takeBack: () => Promise.resolve(),
  select: () => Promise.resolve(),
  cellOf: (record) => ({ sheet: '销售台账', address: `F${record.length + 30}` }),
  imports: never,
  conflicts: () => Promise.resolve(long(demoConflicts)),
  restore: never,
  news: () => demoNews,
  onNews: () => () => {},
  changedSinceOpened: () => Promise.resolve(long({ ...demoNews, count: 0 })),
  autoRefresh: () => false,
  setAutoRefresh: () => {},
  onRefreshed: () => () => {},
  history: () => Promise.resolve(long(demoHistory)),
  selected: () => Promise.resolve(null),
  checkUp: async (onFound) => long(asked.get('screen') === 'check-up-cut' ? demoFindingsCut : demoFindings).forEach(onFound),
  undoLastWrite: () => Promise.resolve([]),
};

void loadForms();
void loadLaterScreens();
render(<Shell state={state} actions={createActions(services, state)} />, document.getElementById('pane')!);
