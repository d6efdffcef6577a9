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
  /** It was changed by somebody else before one chose otherwise. */
  readonly isLate?: boolean;
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

/** Those of `sent` that are open no more are decided; a conflict that moved meanwhile is to be chosen again. */
export function afterDecisions(shared: SharedState, sent: readonly Decided[], open: readonly ConflictView[]): SharedState {
  const still = new Set(open.map(({ id }) => id));
  const decided = sent.filter(({ conflict }) => !still.has(conflict.id));
  const choices = Object.fromEntries(Object.entries(shared.choices).filter(([id]) => still.has(id) && !sent.some(({ conflict }) => conflict.id === id)));
  return { ...shared, choices, decided: [...decided, ...shared.decided.filter((before) => !decided.some(({ conflict }) => conflict.id === before.conflict.id))].slice(0, decidedKept) };
}

export function choseOtherwise(shared: SharedState, conflict: string, value: Value | null): SharedState {
  return { ...shared, decided: shared.decided.map((entry) => (entry.conflict.id === conflict ? { ...entry, value } : entry)) };
}

export function cameTooLate(shared: SharedState, conflict: string): SharedState {
  return { ...shared, decided: shared.decided.map((entry) => (entry.conflict.id === conflict ? { ...entry, isLate: true } : entry)) };
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

/** The same news is not told twice: what a screen shows stays as it is. */
export function heardNews(shared: SharedState, news: News): SharedState {
  return { ...shared, news, changed: shared.news.count === news.count ? shared.changed : { is: 'idle' } };
}

/** Says what a refresh did that nobody pressed for; a failure or an outcome that stands there is not talked over. */
export function refreshed(state: PaneState, receipt: SyncReceipt): PaneState {
  const isNothing = receipt.sent.length + receipt.received.length + receipt.kept.length + receipt.rejected.length === 0;
  if (isNothing || (state.notice && state.notice.kind !== 'refreshed')) return state;
  return { ...state, notice: { kind: 'refreshed', receipt } };
}
