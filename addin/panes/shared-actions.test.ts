// What presses about shared workbooks ask of the services, and what they leave in the state.

import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { createActions } from './actions.ts';
import { demoConflicts, demoHistory, demoNews, demoQuestions } from './demo-shared.ts';
import { demoReading, demoReceipt, demoSession } from './demo-state.ts';
import { PaneError } from './services.ts';
import type { PaneServices, SyncWishes, WorkbookReading } from './services.ts';
import { opened, initialState } from './state.ts';
import type { PaneState } from './state.ts';

const reading: WorkbookReading = { ...demoReading, conflicts: demoConflicts, questions: demoQuestions };

function paneWith(services: Partial<PaneServices>, after: WorkbookReading = demoReading) {
  const state = signal<PaneState>({ ...initialState(demoSession), reading });
  const wishes: SyncWishes[] = [];
  const all = {
    session: () => demoSession,
    synchronise: async (_onProgress: unknown, wish: SyncWishes) => {
      wishes.push(wish);
      return { receipt: demoReceipt, reading: after };
    },
    history: async () => demoHistory,
    ...services,
  } as unknown as PaneServices;
  return { state, wishes, actions: createActions(all, state) };
}

test('deciding sends what is chosen as one sync, stays on the screen and keeps a receipt', async () => {
  const { state, wishes, actions } = paneWith({});
  state.value = opened(state.value, { kind: 'conflicts' });
  actions.choose('conflict-phone', 'mine');
  await actions.decide();
  expect(wishes).toMatchObject([{ mutations: [{ kind: 'decide', conflict: 'conflict-phone', to: '19900001108' }] }]);
  expect(state.value.screen.kind).toBe('conflicts');
  expect(state.value.shared.decided.map(({ value }) => value)).toEqual(['19900001108']);
  expect(state.value.receipts).toEqual([demoReceipt]);
});

test('without a choice nothing is sent, and what failed leaves the choices', async () => {
  const { state, wishes, actions } = paneWith({});
  await actions.decide();
  expect(wishes).toEqual([]);
  const broken = paneWith({ synchronise: () => Promise.reject(new PaneError({ code: 'offline' })) });
  broken.actions.choose('conflict-phone', 'mine');
  await broken.actions.decide();
  expect(broken.state.value).toMatchObject({ connection: 'offline', busy: null, shared: { choices: { 'conflict-phone': 'mine' }, decided: [] } });
  expect(state.value.busy).toBeNull();
});

test('a conflict that is still open after the decision is said, and waits for another choice', async () => {
  const { state, actions } = paneWith({}, reading);
  actions.choose('conflict-phone', 'mine');
  await actions.decide();
  expect(state.value).toMatchObject({ notice: { kind: 'not-decided', conflicts: 1 }, shared: { choices: {}, decided: [] } });
});

test('choosing otherwise changes what was decided here, and leaves alone what somebody changed since', async () => {
  const budget = { conflict: demoConflicts[1]!, value: 380_000_000, press: 1 };
  const restore = vi.fn(async () => ({ receipt: demoReceipt, reading: demoReading }));
  const { state, actions } = paneWith({ restore });
  state.value = { ...state.value, shared: { ...state.value.shared, decided: [budget] } };
  await actions.chooseOtherwise(budget, 360_000_000);
  expect(restore).toHaveBeenCalledWith(budget.conflict.record, 'budget_amount', 360_000_000, demoHistory.rev);
  expect(state.value.shared.decided[0]!.value).toBe(360_000_000);
  await actions.chooseOtherwise({ ...budget, value: 1 }, 360_000_000);
  expect(restore).toHaveBeenCalledTimes(1);
  expect(state.value.shared.decided[0]!.isLate).toBe(true);
});

test('a whole press of decisions is taken back as one sync, and not at all once somebody changed one of its fields', async () => {
  const phone = demoConflicts[0]!;
  const decide = { seq: 50, at: '2026-10-16T09:00:00Z', by: '林小满', kind: 'decide', workbook: null, device: null, paths: [{ path: phone.path, from: phone.theirs.value, to: phone.mine.value }] } as const;
  const { state, wishes, actions } = paneWith({ history: async () => ({ ...demoHistory, rev: 8, entries: [decide, ...demoHistory.entries] }) });
  state.value = { ...opened(state.value, { kind: 'conflicts' }), shared: { ...state.value.shared, decided: [{ conflict: phone, value: phone.mine.value, press: 3 }] } };
  await actions.undoDecision(3);
  expect(wishes).toMatchObject([{ mutations: [{ kind: 'edit', record: phone.record, path: phone.path, baseRev: 8, to: phone.theirs.value }] }]);
  expect(state.value).toMatchObject({ screen: { kind: 'conflicts' }, notice: { kind: 'decision-undone', fields: 1 }, shared: { decided: [] } });
  const late = paneWith({ history: async () => ({ ...demoHistory, entries: [{ ...decide, kind: 'edit' }] }) });
  late.state.value = { ...late.state.value, shared: { ...late.state.value.shared, decided: [{ conflict: phone, value: phone.mine.value, press: 1 }] } };
  await late.actions.undoDecision(1);
  expect([late.wishes, late.state.value.shared.decided.map(({ isLate }) => isLate), late.state.value.busy]).toEqual([[], [true], null]);
});

test('answers go out together, and a deletion that was sent can be taken back', async () => {
  const { state, wishes, actions } = paneWith({});
  actions.answerRemovals(['gift-tea'], 'remove');
  actions.answerRemovals(['gift-cup'], 'keep');
  actions.answerMatches(['match-1', 'asked-before'], 'new');
  await actions.sendAnswers();
  expect(wishes[0]).toMatchObject({ deletions: { confirmed: ['gift-tea'], keep: ['gift-cup'], leftOut: [] }, answers: [{ id: 'match-1', record: 'new' }] });
  expect(state.value.shared.removed.map(({ record }) => record)).toEqual(['gift-tea']);
  await actions.bringBack(state.value.shared.removed);
  expect(wishes[1]).toMatchObject({ mutations: [{ kind: 'restore', record: 'gift-tea', baseRev: 7 }] });
  expect(state.value).toMatchObject({ shared: { removed: [] }, notice: { kind: 'brought-back', records: 1 } });
});

test('history opens at the selected cell, and says so where the cell belongs to nothing', async () => {
  const field = { record: demoHistory.record, form: demoHistory.form, label: demoHistory.label, path: 'budget_amount', cell: { sheet: '千帆渡', address: 'N10' } };
  const { state, actions } = paneWith({ selected: async () => field });
  await actions.openSelectedHistory();
  expect(state.value.screen).toMatchObject({ kind: 'history', record: field.record, path: 'budget_amount' });
  const nowhere = paneWith({ selected: async () => null });
  await nowhere.actions.openSelectedHistory();
  expect(nowhere.state.value.screen).toMatchObject({ kind: 'history', record: null });
});

test('a history that was asked for before is not shown in place of a later one', async () => {
  let answer!: (history: typeof demoHistory) => void;
  const slow = new Promise<typeof demoHistory>((resolve) => (answer = resolve));
  const { state, actions } = paneWith({ history: (record) => (record === 'slow' ? slow : Promise.resolve(demoHistory)) });
  const first = actions.loadHistory('slow', null);
  await actions.loadHistory(demoHistory.record, 'plan_time');
  answer({ ...demoHistory, record: 'slow' });
  await first;
  expect(state.value.shared.history).toMatchObject({ of: `${demoHistory.record} plan_time`, loading: { is: 'here', value: { record: demoHistory.record } } });
});

test('news that comes by itself is counted, and a refresh by itself takes the reading over without leaving the screen', () => {
  const heard: { news?: (news: typeof demoNews) => void; refreshed?: (what: { receipt: typeof demoReceipt; reading: WorkbookReading }) => void } = {};
  const { state, actions } = paneWith({ news: () => ({ ...demoNews, count: 0 }), autoRefresh: () => true, onNews: (callback) => ((heard.news = callback), () => {}), onRefreshed: (callback) => ((heard.refreshed = callback), () => {}) });
  state.value = opened(state.value, { kind: 'news' });
  actions.begin();
  expect(state.value.shared).toMatchObject({ isAuto: true, news: { count: 0 } });
  heard.news!(demoNews);
  expect(state.value.shared.news.count).toBe(4);
  heard.refreshed!({ receipt: demoReceipt, reading: demoReading });
  const done = { ...demoReceipt, received: [{ by: '叶知秋', records: 2 }] };
  expect(state.value).toMatchObject({ screen: { kind: 'news' }, reading: { conflicts: [] } });
  heard.refreshed!({ receipt: done, reading: demoReading });
  expect(state.value.notice).toEqual({ kind: 'refreshed', receipt: done });
});

test('a refresh that did nothing says nothing, and none talks over a failure', () => {
  const heard: { refreshed?: (what: { receipt: typeof demoReceipt; reading: WorkbookReading }) => void } = {};
  const { state, actions } = paneWith({ news: () => demoNews, autoRefresh: () => true, onNews: () => () => {}, onRefreshed: (callback) => ((heard.refreshed = callback), () => {}) });
  actions.begin();
  heard.refreshed!({ receipt: { ...demoReceipt, sent: [], received: [], kept: [], rejected: [] }, reading: demoReading });
  expect(state.value.notice).toBeNull();
  const failure = { kind: 'failure', failure: { code: 'cell-changed' } } as const;
  state.value = { ...state.value, notice: failure };
  heard.refreshed!({ receipt: demoReceipt, reading: demoReading });
  expect(state.value.notice).toBe(failure);
});

test('the check-up tells each finding as it comes', async () => {
  const { state, actions } = paneWith({
    checkUp: async (onFound) => {
      onFound({ check: 'chain', is: 'good', code: 'chain-none', facts: {} });
      expect(state.value.shared.checkUp).toMatchObject({ isRunning: true, findings: [{ check: 'chain' }] });
    },
  });
  await actions.checkUp();
  expect(state.value.shared.checkUp).toMatchObject({ isRunning: false, findings: [{ code: 'chain-none' }] });
});
