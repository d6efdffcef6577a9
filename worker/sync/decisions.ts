// Deciding conflicts (protocol step 10): what a decision means as edits, and which conflicts a push settles. A decision
// is merged like any edit, so that one made on an older view undoes nothing in silence.

import { readPath, sameValue } from '../../domain/forms/fields.ts';
import type { Path } from '../../domain/forms/definition.ts';
import { deletedPath } from '../../domain/protocol/merge.ts';
import type { LostEdit, Merged, PathEdit } from '../../domain/protocol/merge.ts';
import type { Mutation } from '../../domain/protocol/messages.ts';
import { deletedRowOf, rowContent, rowOf } from '../../domain/protocol/rows.ts';
import type { StoredRecord } from '../books/draft.ts';
import { refuse } from './desk.ts';
import type { Desk, HistoryEntry, KeptConflict } from './desk.ts';

/** An edit that belongs to a decision, and of which conflict. */
export interface DecidingEdit extends PathEdit {
  readonly decides?: string;
}

type Decide = Extract<Mutation, { kind: 'decide' }>;

export function editsOfDecision(desk: Desk, stored: StoredRecord, mutation: Decide): DecidingEdit[] {
  const conflict = desk.disputes.get(stored.id)?.find(({ id }) => id === mutation.conflict) ?? refuse('conflict-unknown');
  const edits = outcomeOf(stored, desk.history.get(stored.id) ?? [], conflict.path, mutation);
  // Settled before: what is said now is an edit like any other.
  return edits.map(({ path, to }) => ({ path, to, baseRev: mutation.baseRev, ...(conflict.isOpen ? { decides: conflict.id } : {}) }));
}

function outcomeOf(stored: StoredRecord, history: readonly HistoryEntry[], path: Path, { to }: Decide): Pick<PathEdit, 'path' | 'to'>[] {
  if (path === deletedPath) return [{ path, to: to === true }];
  const gone = deletedRowOf(path);
  if (gone !== null) return to === true ? rowContent(stored, gone).map(([cell]) => ({ path: cell, to: null })) : [];
  if (stored.deleted) return to === null ? [] : [{ path: deletedPath, to: false }, { path, to }];
  const row = rowOf(path);
  if (row === null || to === null || rowContent(stored, row).length > 0) return [{ path, to }];
  return [...rowBefore(history, row).filter((cell) => cell.path !== path), { path, to }];
}

/** A row that was taken out, as it was. */
function rowBefore(history: readonly HistoryEntry[], row: Path): Pick<PathEdit, 'path' | 'to'>[] {
  const cellsOf = (entry: HistoryEntry) => Object.entries(entry.patch).filter(([path, [from, to]]) => rowOf(path) === row && from !== null && to === null);
  const removal = history.findLast((entry) => cellsOf(entry).length > 0);
  return (removal ? cellsOf(removal) : []).map(([path, [from]]) => ({ path, to: from }));
}

/** The open conflicts that the decisions of a record settle: those of which nothing was lost and nothing held back. */
export function decidedBy(desk: Desk, mutations: readonly Mutation[], permitted: readonly DecidingEdit[], wanted: readonly DecidingEdit[], lost: readonly DecidingEdit[]): KeptConflict[] {
  const held = wanted.filter((edit) => !permitted.includes(edit));
  const failed = new Set([...held, ...lost].map((edit) => edit.decides));
  const asked = new Set(mutations.flatMap((mutation) => (mutation.kind === 'decide' ? [mutation.conflict] : [])));
  const disputes = desk.disputes.get(mutations[0]!.record) ?? [];
  return disputes.filter(({ id, isOpen }) => isOpen && asked.has(id) && !failed.has(id));
}

/** Conflicts that need no decision any more: what lost stands now, or the one who lost has seen what stood and gone on. */
export function outlived(desk: Desk, now: StoredRecord, merged: Merged, edits: readonly DecidingEdit[]): KeptConflict[] {
  const went = new Set(edits.filter((edit) => edit.decides === undefined && edit.path in merged.patch).map((edit) => edit.path));
  return (desk.disputes.get(now.id) ?? []).filter((conflict) => conflict.isOpen
    && (sameValue(standing(now, conflict.path), conflict.mine) || (conflict.member === desk.viewer.member && went.has(conflict.path))));
}

/** A lost decision adds no conflict where its value is kept already: by its own conflict, or by history. */
export function isKeptAlready(desk: Desk, record: string, { decides, path, to }: LostEdit & DecidingEdit): boolean {
  if (decides === undefined) return false;
  const conflict = desk.disputes.get(record)?.find(({ id }) => id === decides);
  const said = (desk.history.get(record) ?? []).flatMap((entry) => entry.patch[path] ?? []);
  return typeof to === 'boolean' || [conflict?.mine, conflict?.base, ...said].some((value) => sameValue(value, to));
}

/** What stands on a path; of `@deleted` and `table/rowId/@deleted` whether it is gone. */
export function standing(record: Pick<StoredRecord, 'deleted' | 'fields'>, path: Path) {
  if (path === deletedPath) return record.deleted;
  const row = deletedRowOf(path);
  if (row !== null) return rowContent(record, row).length === 0;
  return record.deleted ? undefined : readPath(record.fields, path);
}
