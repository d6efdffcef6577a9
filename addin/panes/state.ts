// What the pane knows at a moment, and every way it can change, as pure functions. Knows no services and no screen.

import type { SignInAnswer } from '../../domain/protocol/messages.ts';
import type { DepartmentScorecards, Evidence, Slip } from '../../domain/rules/results.ts';
import type { Month } from '../../domain/values/day.ts';
import { addMonths, monthOf } from '../../domain/values/day.ts';
import { isQuarter, lastDayOfPeriod, lastWholeQuarter, quarterOf } from '../../domain/values/period.ts';
import type { Period } from '../../domain/values/period.ts';
import type { Path, Value } from '../../domain/forms/definition.ts';
import type { PaneFailure, SyncProgress, SyncReceipt, Taught, WorkbookReading, WrittenSheets } from './services.ts';
import { nothingShared } from './shared-state.ts';
import type { SharedState } from './shared-state.ts';

export type Tab = 'workbook' | 'scores' | 'commission' | 'more';

export type Screen =
  | { readonly kind: 'tab'; readonly tab: Tab }
  | { readonly kind: 'syncing' }
  | { readonly kind: 'receipt'; readonly receipt: SyncReceipt }
  | { readonly kind: 'problems' }
  | { readonly kind: 'import' }
  | { readonly kind: 'conflicts' }
  | { readonly kind: 'questions' }
  /** Of a record, or of one of its fields; null where the selected cell belongs to none. */
  | { readonly kind: 'history'; readonly record: string | null; readonly form: string; readonly label: string; readonly path: Path | null }
  | { readonly kind: 'news' }
  | { readonly kind: 'check-up' }
  | { readonly kind: 'layout'; readonly sheet: string; readonly form: string }
  | { readonly kind: 'person'; readonly member: string }
  | { readonly kind: 'evidence'; readonly member: string; readonly item: number }
  | { readonly kind: 'commission-person'; readonly member: string; readonly as: 'manager' | 'executor' };

/** Something asked of the Worker: not yet, being fetched, here, or refused. */
export type Loading<Value> =
  | { readonly is: 'idle' }
  | { readonly is: 'loading' }
  | { readonly is: 'here'; readonly value: Value }
  | { readonly is: 'refused'; readonly failure: PaneFailure };

/** What the pane is busy with; one thing at a time, so that two writes never cross. */
export type Busy =
  | { readonly with: 'sign-in' | 'write-slip' | 'insert' | 'undo' | 'answer' | 'import' | 'teach' | 'decide' | 'look-up' | 'restore' | 'ask-again' }
  | { readonly with: 'write-scorecards'; readonly done: number; readonly of: number };

/** A message over the screen: a failure, or what was done. */
export type Notice =
  | { readonly kind: 'failure'; readonly failure: PaneFailure }
  | { readonly kind: 'written'; readonly sheets: WrittenSheets }
  | { readonly kind: 'taught'; readonly taught: Taught; readonly title: string; readonly sheet: string; readonly labels: number }
  | { readonly kind: 'taken-back'; readonly label: string }
  | { readonly kind: 'brought-back'; readonly records: number }
  | { readonly kind: 'restored'; readonly record: string; readonly path: Path; readonly value: Value | null }
  /** A refresh that nobody pressed for. */
  | { readonly kind: 'refreshed'; readonly receipt: SyncReceipt }
  | { readonly kind: 'asked-again' }
  | { readonly kind: 'not-decided'; readonly conflicts: number }
  | { readonly kind: 'decision-undone'; readonly fields: number }
  | { readonly kind: 'undone'; readonly cells: number };

export interface PaneState {
  readonly session: SignInAnswer | null;
  /** For whom a workbook shall be that is new. */
  readonly audience: 'member' | 'department';
  /** The session ended by itself; the sign-in says so. */
  readonly expired: boolean;
  /** The code with which the Worker ended it. */
  readonly endedBy: string | null;
  /** Looking at what can be read, without signing in. */
  readonly looking: boolean;
  readonly connection: 'connected' | 'offline';
  readonly screen: Screen;
  readonly behind: readonly Screen[];
  readonly reading: WorkbookReading | null;
  /** The receipts of this sitting, the latest first. */
  readonly receipts: readonly SyncReceipt[];
  /** Every stage of the running sync that has reported, in order. */
  readonly progress: readonly SyncProgress[];
  readonly busy: Busy | null;
  readonly notice: Notice | null;
  readonly period: Period;
  readonly month: Month;
  readonly scores: Loading<DepartmentScorecards>;
  readonly slip: Loading<Slip>;
  readonly evidence: Loading<Evidence>;
  readonly shared: SharedState;
}

const home: Screen = { kind: 'tab', tab: 'workbook' };

export function initialState(session: SignInAnswer | null): PaneState {
  return {
    session,
    audience: 'member',
    expired: false,
    endedBy: null,
    looking: false,
    connection: 'connected',
    screen: home,
    behind: [],
    reading: null,
    receipts: [],
    progress: [],
    busy: null,
    notice: null,
    ...periodsOf(session),
    scores: { is: 'idle' },
    slip: { is: 'idle' },
    evidence: { is: 'idle' },
    shared: nothingShared,
  };
}

/** The period and month that are shown first: the last ones that are over on the server's day. */
function periodsOf(session: SignInAnswer | null): { period: Period; month: Month } {
  if (!session) return { period: '', month: '' };
  return { period: lastWholeQuarter(session.today), month: addMonths(monthOf(session.today), -1) };
}

/** The server's day moves on: what was not chosen by hand moves with it. */
export function heard(state: PaneState, session: SignInAnswer | null): PaneState {
  if (!session || !state.session) return { ...state, session };
  const before = periodsOf(state.session);
  const now = periodsOf(session);
  const moved = { ...state, session };
  const withPeriod = state.period === before.period && now.period !== before.period ? chosePeriod(moved, now.period) : moved;
  return state.month === before.month && now.month !== before.month ? choseMonth(withPeriod, now.month) : withPeriod;
}

/** What the sheets hold, and what this device is set to, whoever sits there. */
function kept({ reading, shared }: PaneState): Pick<PaneState, 'reading' | 'shared'> {
  return { reading, shared: { ...nothingShared, isAuto: shared.isAuto } };
}

export function signedIn(state: PaneState, session: SignInAnswer): PaneState {
  return { ...initialState(session), ...kept(state) };
}

/** Signed out by hand, or by the Worker; what the sheets hold stays as it is. */
export function signedOut(state: PaneState, expired: boolean): PaneState {
  return { ...initialState(null), ...kept(state), expired };
}

export function lookedAround(state: PaneState): PaneState {
  return { ...state, looking: true, screen: home, behind: [] };
}

/** Back from looking around to the sign-in. */
export function askedToSignIn(state: PaneState): PaneState {
  return { ...state, looking: false };
}

export function wentToTab(state: PaneState, tab: Tab): PaneState {
  return { ...state, screen: { kind: 'tab', tab }, behind: [], notice: null };
}

export function opened(state: PaneState, screen: Screen): PaneState {
  return { ...state, screen, behind: [...state.behind, state.screen], notice: null };
}

/** In place of the screen shown: one does not go back to it. */
export function replaced(state: PaneState, screen: Screen): PaneState {
  return { ...state, screen, notice: null };
}

export function wentBack(state: PaneState): PaneState {
  if (state.screen.kind === 'syncing') return state;
  const screen = state.behind.at(-1);
  if (!screen) return state;
  return { ...state, screen, behind: state.behind.slice(0, -1), notice: null };
}

export function read(state: PaneState, reading: WorkbookReading): PaneState {
  return { ...state, reading };
}

export function syncStarted(state: PaneState): PaneState {
  return { ...state, screen: { kind: 'syncing' }, behind: [home], progress: [], notice: null };
}

/** A stage's latest report takes the place of its earlier one. */
export function syncProgressed(state: PaneState, progress: SyncProgress): PaneState {
  const others = state.progress.filter((entry) => entry.stage !== progress.stage);
  return { ...state, progress: [...others, progress] };
}

export function synced(state: PaneState, receipt: SyncReceipt, reading: WorkbookReading): PaneState {
  return { ...syncedInPlace(state, receipt, reading), screen: { kind: 'receipt', receipt }, behind: [home] };
}

/** The same without leaving the screen. */
export function syncedInPlace(state: PaneState, receipt: SyncReceipt, reading: WorkbookReading): PaneState {
  return recordsChanged({ ...state, reading, progress: [], connection: 'connected', receipts: [receipt, ...state.receipts] });
}

/** What was sent changes what is reckoned. */
export function recordsChanged(state: PaneState): PaneState {
  return { ...state, scores: { is: 'idle' }, slip: { is: 'idle' }, evidence: { is: 'idle' } };
}

export function isOffline(failure: PaneFailure): boolean {
  return failure.status === 0 || offlineCodes.includes(failure.code);
}

const offlineCodes: readonly string[] = ['offline', 'unreachable', 'timeout', 'network'];

export function isExpired(failure: PaneFailure): boolean {
  return failure.status === 401 && failure.code !== 'invalid_code';
}

/** A failure is said once: a lost connection in its own bar, an ended session at the sign-in, the rest as a notice. */
export function failed(state: PaneState, failure: PaneFailure): PaneState {
  const still = { ...state, busy: null, progress: [], screen: state.screen.kind === 'syncing' ? home : state.screen };
  const settled = state.screen.kind === 'syncing' ? { ...still, behind: [] } : still;
  if (isOffline(failure)) return { ...settled, connection: 'offline', notice: null };
  if (state.session && isExpired(failure)) return { ...signedOut(settled, true), endedBy: failure.code };
  return { ...settled, notice: { kind: 'failure', failure } };
}

export function noticed(state: PaneState, notice: Notice | null): PaneState {
  return { ...state, notice, busy: null };
}

export function becameBusy(state: PaneState, busy: Busy | null): PaneState {
  return { ...state, busy, notice: busy ? null : state.notice };
}

export function choseMonth(state: PaneState, month: Month): PaneState {
  return { ...state, month, slip: { is: 'idle' }, notice: null };
}

export function chosePeriod(state: PaneState, period: Period): PaneState {
  return { ...state, period, scores: { is: 'idle' }, notice: null };
}

/** From a quarter to its last month that has begun, and from a month to its quarter. */
export function switchedUnit(state: PaneState, unit: 'month' | 'quarter', today: string): PaneState {
  if (unit === 'quarter') return isQuarter(state.period) ? state : chosePeriod(state, quarterOf(state.period));
  if (!isQuarter(state.period)) return state;
  const last = monthOf(lastDayOfPeriod(state.period));
  const now = monthOf(today);
  return chosePeriod(state, last > now ? now : last);
}
