// What presses do, over services that answer by hand.

import { signal } from '@preact/signals';
import { afterEach, expect, test, vi } from 'vitest';
import { createActions } from './actions.ts';
import { demoScores } from './demo-results.ts';
import { demoLayout, demoReading, demoReceipt, demoSession } from './demo-state.ts';
import { PaneError } from './services.ts';
import type { PaneServices } from './services.ts';
import { initialState } from './state.ts';
import type { PaneState } from './state.ts';

afterEach(() => void vi.useRealTimers());

function paneWith(services: Partial<PaneServices>) {
  const state = signal<PaneState>(initialState(demoSession));
  const all = { session: () => demoSession, readWorkbook: async () => demoReading, cellOf: () => null, ...services } as PaneServices;
  return { state, actions: createActions(all, state) };
}

/** A promise that the test settles. */
function held<Value>() {
  let settle!: { resolve: (value: Value) => void; reject: (error: unknown) => void };
  const promise = new Promise<Value>((resolve, reject) => (settle = { resolve, reject }));
  return { promise, ...settle };
}

test('a sync tells its stages and ends at the receipt', async () => {
  const { state, actions } = paneWith({
    synchronise: async (onProgress) => {
      onProgress({ stage: 'read', done: 1, of: 6 });
      expect(state.value.screen.kind).toBe('syncing');
      return { receipt: demoReceipt, reading: demoReading };
    },
  });
  await actions.sync();
  expect(state.value.screen).toEqual({ kind: 'receipt', receipt: demoReceipt });
});

test('a second press while a sync runs does nothing', async () => {
  const running = held<{ receipt: typeof demoReceipt; reading: typeof demoReading }>();
  const synchronise = vi.fn(() => running.promise);
  const { actions } = paneWith({ synchronise });
  const first = actions.sync();
  await actions.sync();
  await actions.writeScorecards();
  expect(synchronise).toHaveBeenCalledTimes(1);
  running.resolve({ receipt: demoReceipt, reading: demoReading });
  await first;
});

test('without a connection the pane goes home, says so and reads the sheets again', async () => {
  const readWorkbook = vi.fn(async () => demoReading);
  const { state, actions } = paneWith({ readWorkbook, synchronise: () => Promise.reject(new PaneError({ code: 'offline' })) });
  await actions.sync();
  expect(state.value.connection).toBe('offline');
  expect(state.value.screen).toEqual({ kind: 'tab', tab: 'workbook' });
  expect(readWorkbook).toHaveBeenCalledTimes(1);
});

test('a session that ended while scores were fetched leads to the sign-in', async () => {
  const { state, actions } = paneWith({ scorecards: () => Promise.reject(new PaneError({ code: 'token-expired', status: 401 })) });
  await actions.loadScores();
  expect([state.value.session, state.value.expired]).toEqual([null, true]);
});

test('scores of a period that was left meanwhile are dropped', async () => {
  const slow = held<typeof demoScores>();
  const scorecards = vi.fn((period: string) => (period === '2026Q3' ? slow.promise : Promise.resolve({ ...demoScores, period })));
  const { state, actions } = paneWith({ scorecards });
  const first = actions.loadScores();
  actions.choosePeriod('2026Q2');
  await vi.waitFor(() => expect(state.value.scores.is).toBe('here'), { timeout: 60_000 });
  slow.resolve(demoScores);
  await first;
  expect(state.value.scores).toMatchObject({ value: { period: '2026Q2' } });
});

test('changes of cells are read once they rest, and never during a sync', async () => {
  vi.useFakeTimers();
  const readWorkbook = vi.fn(async () => demoReading);
  const running = held<{ receipt: typeof demoReceipt; reading: typeof demoReading }>();
  const { actions } = paneWith({ readWorkbook, synchronise: () => running.promise });
  actions.workbookChanged();
  actions.workbookChanged();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(readWorkbook).toHaveBeenCalledTimes(1);
  const sync = actions.sync();
  actions.workbookChanged();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(readWorkbook).toHaveBeenCalledTimes(1);
  running.resolve({ receipt: demoReceipt, reading: demoReading });
  await sync;
});

test('an earlier reading that takes longer does not win over a later one', async () => {
  const slow = held<typeof demoReading>();
  const later = { ...demoReading, unrecognised: ['later'] };
  const readWorkbook = vi.fn().mockReturnValueOnce(slow.promise).mockResolvedValueOnce(later);
  const { state, actions } = paneWith({ readWorkbook });
  const first = actions.reread();
  await actions.reread();
  slow.resolve(demoReading);
  await first;
  expect(state.value.reading).toBe(later);
});

test('signing out works without a connection', async () => {
  const { state, actions } = paneWith({ signOut: () => Promise.reject(new PaneError({ code: 'offline' })) });
  await actions.signOut();
  expect(state.value.session).toBeNull();
});

test('a mistake of ours is said as one, and the pane is free again', async () => {
  const { state, actions } = paneWith({ undoLastWrite: () => Promise.reject(new TypeError('x is not a function')) });
  await actions.undoLastWrite();
  expect(state.value.busy).toBeNull();
  expect(state.value.notice).toMatchObject({ kind: 'failure', failure: { code: 'internal' } });
});

test('what was taught is said with what the sheet gives now, back where one came from', async () => {
  const taught = { saved: 'department', kept: [], reading: { ...demoReading, layouts: [] }, records: 1, fields: 25 } as const;
  const teach = vi.fn(async () => taught);
  const { state, actions } = paneWith({ teach });
  state.value = { ...state.value, reading: demoReading };
  actions.open({ kind: 'layout', sheet: demoLayout.sheet, form: demoLayout.form });
  const words = [{ form: demoLayout.form, label: '甲方全称', path: 'customer_name' }];
  await actions.teach(words, true, demoLayout);
  expect(teach).toHaveBeenCalledWith(words, true, demoLayout);
  expect(state.value).toMatchObject({ screen: { kind: 'tab', tab: 'workbook' }, busy: null, notice: { kind: 'taught', taught, sheet: '邻里通资料', labels: 1 } });
  expect(state.value.reading!.layouts).toEqual([]);
});

test('teaching that is refused leaves one on the screen, with what was chosen', async () => {
  const { state, actions } = paneWith({ teach: () => Promise.reject(new PaneError({ code: 'role-lacks-right', status: 403 })) });
  actions.open({ kind: 'layout', sheet: demoLayout.sheet, form: demoLayout.form });
  await actions.teach([{ form: demoLayout.form, label: '甲方全称', path: 'customer_name' }], true, demoLayout);
  expect(state.value).toMatchObject({ screen: { kind: 'layout' }, notice: { kind: 'failure', failure: { code: 'role-lacks-right' } } });
});

test('a word that was taken back is named, and the sheets are read without it', async () => {
  const takeBack = vi.fn(async () => {});
  const readWorkbook = vi.fn(async () => demoReading);
  const { state, actions } = paneWith({ takeBack, readWorkbook });
  await actions.takeBack(demoReading.learned[0]!);
  expect([takeBack.mock.calls.length, readWorkbook.mock.calls.length]).toEqual([1, 1]);
  expect(state.value.notice).toEqual({ kind: 'taken-back', label: '甲方简称' });
});
