// Every change of the pane's state, without services or screen.

import { expect, test } from 'vitest';
import { demoReading, demoReceipt, demoSession } from './demo-state.ts';
import {
  becameBusy,
  chosePeriod,
  failed,
  heard,
  initialState,
  lookedAround,
  opened,
  signedIn,
  signedOut,
  switchedUnit,
  syncProgressed,
  syncStarted,
  synced,
  wentBack,
  wentToTab,
} from './state.ts';

const state = initialState(demoSession);

test('the first period shown is the last whole quarter of the server’s day, the first month the one before it', () => {
  expect(state.period).toBe('2026Q3');
  expect(state.month).toBe('2026-09');
});

test('the server’s day moves the period and the month on, unless they were chosen by hand', () => {
  const later = { ...demoSession, today: '2027-01-04' };
  expect(heard(state, later)).toMatchObject({ period: '2026Q4', month: '2026-12', scores: { is: 'idle' } });
  expect(heard(chosePeriod(state, '2026Q1'), later)).toMatchObject({ period: '2026Q1', month: '2026-12' });
  expect(heard(state, demoSession)).toMatchObject({ period: state.period, month: state.month });
});

test('one goes back the way one came, and a tab starts anew', () => {
  const person = opened(wentToTab(state, 'scores'), { kind: 'person', member: 'm1' });
  const item = opened(person, { kind: 'evidence', member: 'm1', item: 3 });
  expect(wentBack(item).screen).toEqual({ kind: 'person', member: 'm1' });
  expect(wentBack(wentBack(item)).screen).toEqual({ kind: 'tab', tab: 'scores' });
  expect(wentBack(wentToTab(item, 'more')).screen).toEqual({ kind: 'tab', tab: 'more' });
});

test('a running sync cannot be left by going back', () => {
  const running = syncStarted(state);
  expect(wentBack(running).screen.kind).toBe('syncing');
});

test('a stage’s later report replaces its earlier one', () => {
  const first = syncProgressed(syncStarted(state), { stage: 'write', done: 1, of: 4 });
  const second = syncProgressed(first, { stage: 'write', done: 2, of: 4 });
  expect(second.progress).toEqual([{ stage: 'write', done: 2, of: 4 }]);
});

test('after a sync the receipt is shown, kept, and what was reckoned before is asked again', () => {
  const before = { ...syncStarted(state), slip: { is: 'loading' } as const };
  const after = synced(before, demoReceipt, demoReading);
  expect(after.screen.kind).toBe('receipt');
  expect(after.receipts).toHaveLength(1);
  expect(after.slip.is).toBe('idle');
  expect(wentBack(after).screen).toEqual({ kind: 'tab', tab: 'workbook' });
});

test('a lost connection during a sync leads home, says so, and keeps the reading', () => {
  const lost = failed({ ...syncStarted(state), reading: demoReading }, { code: 'offline' });
  expect(lost.screen).toEqual({ kind: 'tab', tab: 'workbook' });
  expect(lost.connection).toBe('offline');
  expect(lost.reading).toBe(demoReading);
  expect(lost.behind).toEqual([]);
});

test('an ended session leads to the sign-in with its explanation, the reading stays', () => {
  const ended = failed({ ...state, reading: demoReading }, { code: 'unauthorized', status: 401 });
  expect(ended.session).toBeNull();
  expect(ended.expired).toBe(true);
  expect(ended.reading).toBe(demoReading);
});

test('a refused activation code is no ended session', () => {
  const refused = failed(becameBusy(initialState(null), { with: 'sign-in' }), { code: 'invalid_code', status: 401 });
  expect(refused.expired).toBe(false);
  expect(refused.notice?.kind).toBe('failure');
  expect(refused.busy).toBeNull();
});

test('signing in after looking around keeps what was read', () => {
  const after = signedIn({ ...lookedAround(initialState(null)), reading: demoReading }, demoSession);
  expect(after.looking).toBe(false);
  expect(after.reading).toBe(demoReading);
});

test('signing out and in leaves what this device is set to, and nothing of what the other was about to choose', () => {
  const before = { ...state, shared: { ...state.shared, isAuto: true, choices: { a: 'mine' as const } } };
  expect(signedIn(signedOut(before, false), demoSession).shared).toMatchObject({ isAuto: true, choices: {}, news: { count: 0 } });
});

test('switching the unit stays within the period, and never beyond today’s month', () => {
  const today = demoSession.today;
  expect(switchedUnit(state, 'month', today).period).toBe('2026-09');
  expect(switchedUnit(chosePeriod(state, '2026Q4'), 'month', today).period).toBe('2026-10');
  expect(switchedUnit(chosePeriod(state, '2026-05'), 'quarter', today).period).toBe('2026Q2');
});
