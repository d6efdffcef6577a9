// Taking a whole decision back: what it changed is put back as it stood before, as changes of their own, as long as nobody
// changed any of it since. Read from the history, which alone knows what a decision did. Pure; knows no services.

import type { Path } from '../../../domain/forms/definition.ts';
import { sameValue } from '../../../domain/forms/fields.ts';
import { deletedPath } from '../../../domain/protocol/merge.ts';
import type { Mutation } from '../../../domain/protocol/messages.ts';
import { deletedRowOf, rowOf } from '../../../domain/protocol/rows.ts';
import type { ChangedPath, ConflictView, RecordHistory } from '../shared-services.ts';
import type { Decided } from '../shared-state.ts';

export interface DecisionUndo {
  readonly mutations: readonly Mutation[];
  /** Decisions whose fields somebody changed since: then nothing is taken back. */
  readonly late: readonly Decided[];
}

/** Whether a decision changed anything: what stood may have been chosen. */
export function changedSomething({ conflict, value }: Pick<Decided, 'conflict' | 'value'>): boolean {
  return !sameValue(value, conflict.theirs.value);
}

/** Of one press: offered where it changed something and nothing of it was changed since, as far as this pane knows. */
export function canUndo(press: readonly Decided[]): boolean {
  return press.some(changedSomething) && !press.some(({ isLate, isOtherwise }) => isLate === true || isOtherwise === true);
}

/** `histories`: by record, of every record that was decided about. */
export function undoOfDecision(press: readonly Decided[], histories: ReadonlyMap<string, RecordHistory>): DecisionUndo {
  const undone = press.filter(changedSomething).map((decided) => ({ decided, mutations: undoOf(decided, histories.get(decided.conflict.record)) }));
  const late = undone.filter(({ mutations }) => mutations === null).map(({ decided }) => decided);
  if (late.length > 0) return { mutations: [], late };
  const all = undone.flatMap(({ mutations }) => mutations ?? []);
  return { mutations: [...new Map(all.map((mutation) => [JSON.stringify(mutation), mutation])).values()], late };
}

/** null: what was decided does not stand any more. */
function undoOf({ conflict, value }: Decided, history: RecordHistory | undefined): Mutation[] | null {
  if (!history) return null;
  const { record, path } = conflict;
  const isIts = belongsTo(conflict);
  const at = history.entries.findIndex(({ paths }) => paths.some((changed) => isIts(changed)));
  const entry = history.entries[at];
  if (entry?.kind !== 'decide') return null;
  const changed = entry.paths.filter(isIts);
  const own = changed.find((one) => one.path === path);
  const isMasked = changed.some(({ from }) => from === undefined);
  if (isMasked || (own && !sameValue(own.to, value))) return null;
  return inverse(record, history.rev, changed.filter(({ from, to }) => !sameValue(from, to)));
}

/** What a decision about this conflict changes: its path, the row or the record that it takes out or brings back with it. */
function belongsTo({ path, isGone, theirs }: ConflictView): (changed: ChangedPath) => boolean {
  const takenOut = deletedRowOf(path);
  const cameBack = takenOut === null && theirs.value === null ? rowOf(path) : null;
  return (changed) => changed.path === path || (isGone && changed.path === deletedPath) || (takenOut !== null && rowOf(changed.path) === takenOut) || (cameBack !== null && rowOf(changed.path) === cameBack && changed.from === null);
}

type Edit = Extract<Mutation, { kind: 'edit' }>;

/** A record that comes back does so before its fields, one that goes again after them. */
function inverse(record: string, baseRev: number, changed: readonly ChangedPath[]): Mutation[] {
  const known = { record, baseRev };
  const isOfRecord = (path: Path): boolean => path === deletedPath;
  const edits = changed.filter(({ path }) => !isOfRecord(path)).map(({ path, from }): Edit => ({ kind: 'edit', ...known, path, to: (from ?? null) as Edit['to'] }));
  const whole = changed.find(({ path }) => isOfRecord(path));
  if (!whole) return edits;
  return whole.to === true ? [{ kind: 'restore', ...known }, ...edits] : [...edits, { kind: 'delete', ...known }];
}
