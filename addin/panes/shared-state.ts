// What the pane knows of a shared workbook at a moment, and every way it can change. Pure; knows no services and no screen.

import type { Path, Value } from '../../domain/forms/definition.ts';
import type { Finding } from './check-up-services.ts';
import type { ConflictView, DeletionQuestion, News, RecordHistory } from './shared-services.ts';
import type { Choice, ConflictChoices } from './shared/conflict-view.ts';
import type { BaseSource } from './shared/history-view.ts';
import type { SyncReceipt } from './services.ts';
import type { Loading, PaneState } from './state.ts';

/** A conflict that was decided here, with what was chosen, so that one may choose otherwise. */
export interface Decided {
  readonly conflict: ConflictView;
  readonly value: Value | null;
  /** Counts the presses: what was decided with one is taken back with one. */
  readonly press: number;
  /** It was changed by somebody else before one chose otherwise. */
  readonly isLate?: boolean;
  /** One chose otherwise since. */
  readonly isOtherwise?: boolean;
}

/** What is to become of a record whose cells are gone. */
export type Removal = 'remove' | 'keep' | 'leave';

export interface SharedState {
  readonly news: News;
  readonly isAuto: boolean;
  readonly choices: ConflictChoices;
  /** By conflict: who wrote what both began from, as far as history was asked. */
  readonly bases: Readonly<Record<string, BaseSource>>;
  /** The last decisions, the latest first. */
  readonly decided: readonly Decided[];
  /** By record. */
  readonly removals: Readonly<Record<string, Removal>>;
  /** By question: a record, `new` or `copy`. */
  readonly matches: Readonly<Record<string, string>>;
  /** The deletions that were sent last: they can be taken back. */
  readonly removed: readonly DeletionQuestion[];
  /** `of`: record and path that it was asked for. */
  readonly history: { readonly of: string; readonly loading: Loading<RecordHistory> };
  readonly changed: Loading<News>;
  readonly checkUp: { readonly isRunning: boolean; readonly findings: readonly Finding[] };
}

export const nothingNew: News = { count: 0, more: false, rights: false, changes: [] };

export const nothingShared: SharedState = {
  news: nothingNew,
  isAuto: false,
  choices: {},
  bases: {},
  decided: [],
  removals: {},
  matches: {},
  removed: [],
  history: { of: '', loading: { is: 'idle' } },
  changed: { is: 'idle' },
  checkUp: { isRunning: false, findings: [] },
};

export function historyKey(record: string, path: Path | null): string {
  return path === null ? record : `${record} ${path}`;
}

export function chose(shared: SharedState, conflict: string, choice: Choice | null): SharedState {
  const { [conflict]: _before, ...others } = shared.choices;
  return { ...shared, choices: choice === null ? others : { ...others, [conflict]: choice } };
}

const decidedKept = 20;

/** The last presses, the latest first, each with all that was decided with it. */
export function presses(decided: readonly Decided[]): (readonly Decided[])[] {
  return [...Map.groupBy(decided, ({ press }) => press).values()];
}

/** No press is kept in part, and the last one is kept however much it decided. */
function kept(decided: readonly Decided[]): readonly Decided[] {
  let count = 0;
  return presses(decided).filter((press, turn) => (count += press.length) <= decidedKept || turn === 0).flat();
}

/** Those of `sent` that are open no more are decided; a conflict that moved meanwhile is to be chosen again. */
export function afterDecisions(shared: SharedState, sent: readonly Omit<Decided, 'press'>[], open: readonly ConflictView[]): SharedState {
  const still = new Set(open.map(({ id }) => id));
  const press = Math.max(0, ...shared.decided.map((before) => before.press)) + 1;
  const decided = sent.filter(({ conflict }) => !still.has(conflict.id)).map((entry): Decided => ({ ...entry, press }));
  const choices = Object.fromEntries(Object.entries(shared.choices).filter(([id]) => still.has(id) && !sent.some(({ conflict }) => conflict.id === id)));
  return { ...shared, choices, decided: kept([...decided, ...shared.decided.filter((before) => !decided.some(({ conflict }) => conflict.id === before.conflict.id))]) };
}

export function choseOtherwise(shared: SharedState, conflict: string, value: Value | null): SharedState {
  return { ...shared, decided: shared.decided.map((entry) => (entry.conflict.id === conflict ? { ...entry, value, isOtherwise: true } : entry)) };
}

export function cameTooLate(shared: SharedState, conflicts: readonly string[]): SharedState {
  return { ...shared, decided: shared.decided.map((entry) => (conflicts.includes(entry.conflict.id) ? { ...entry, isLate: true } : entry)) };
}

/** A decision that was taken back is none any more. */
export function tookBack(shared: SharedState, press: number): SharedState {
  return { ...shared, decided: shared.decided.filter((entry) => entry.press !== press) };
}

export function answeredRemoval(shared: SharedState, records: readonly string[], answer: Removal): SharedState {
  return { ...shared, removals: { ...shared.removals, ...Object.fromEntries(records.map((record) => [record, answer])) } };
}

export function answeredMatches(shared: SharedState, questions: readonly string[], answer: string): SharedState {
  return { ...shared, matches: { ...shared.matches, ...Object.fromEntries(questions.map((question) => [question, answer])) } };
}

/** What was answered is asked no more; deletions are kept so that they can be taken back. */
export function afterAnswers(shared: SharedState, removed: readonly DeletionQuestion[]): SharedState {
  return { ...shared, removals: {}, matches: {}, removed };
}

export function found(shared: SharedState, finding: Finding): SharedState {
  return { ...shared, checkUp: { ...shared.checkUp, findings: [...shared.checkUp.findings, finding] } };
}

/** The same news is not told twice: what a screen shows stays as it is. What was decided here and changed by somebody since is taken back no more. */
export function heardNews(shared: SharedState, news: News): SharedState {
  const isChanged = ({ conflict: { record, path } }: Decided): boolean => news.changes.some((change) => change.record === record && change.paths.some((changed) => changed.path === path));
  const told = { ...shared, news, changed: shared.news.count === news.count ? shared.changed : ({ is: 'idle' } as const) };
  return cameTooLate(told, shared.decided.filter(isChanged).map(({ conflict }) => conflict.id));
}

/** Says what a refresh did that nobody pressed for; a failure or an outcome that stands there is not talked over. */
export function refreshed(state: PaneState, receipt: SyncReceipt): PaneState {
  const isNothing = receipt.sent.length + receipt.received.length + receipt.kept.length + receipt.rejected.length === 0;
  if (isNothing || (state.notice && state.notice.kind !== 'refreshed')) return state;
  return { ...state, notice: { kind: 'refreshed', receipt } };
}
