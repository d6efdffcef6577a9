// Conflicts that wait for a decision (protocol step 10): which of them the workbook remembers, and which were decided since,
// by whomever. Ids and paths only; the values are the Worker's. Pure.

import type { Path } from '../../domain/forms/definition.ts';
import { limits } from '../../domain/protocol/messages.ts';
import type { Mutation } from '../../domain/protocol/messages.ts';
import { deletedRowOf } from '../../domain/protocol/rows.ts';
import type { Gathered } from './conversation.ts';
import type { Ledger, SyncedEntry } from './ledger.ts';

export interface RememberedConflict {
  readonly id: string;
  readonly record: string;
  readonly form: string;
  readonly path: Path;
}

/** A conflict about a row's being taken out is about every cell of the row. */
export function isAbout(conflict: Path, path: Path): boolean {
  const row = deletedRowOf(conflict);
  return conflict === path || (row !== null && path.startsWith(`${row}/`));
}

/** After an answer. An older server says nothing of them; a list that is cut leaves open what it does not name. */
export function openAfter(ledger: Ledger, { last }: Gathered): readonly RememberedConflict[] {
  const listed = last.conflicts?.map(({ id, record, form, path }) => ({ id, record, form, path }));
  if (!listed) return ledger.conflicts;
  if (listed.length < limits.conflicts) return listed;
  const ids = new Set(listed.map((conflict) => conflict.id));
  return [...listed, ...ledger.conflicts.filter((conflict) => !ids.has(conflict.id))];
}

/** Whether a path of a record was in conflict and is no more: the value that lost makes room in its cell. */
export function decidedIn(ledger: Ledger, gathered: Gathered): (record: string) => (path: Path) => boolean {
  if (!gathered.last.conflicts) return () => () => false;
  const open = openAfter(ledger, gathered);
  const ids = new Set(open.map((conflict) => conflict.id));
  const justLost = [...gathered.results.values()].flatMap((result) => result.conflicts.map(({ id, path }) => ({ id, record: result.record, path })));
  const closed = Map.groupBy([...ledger.conflicts, ...justLost].filter((conflict) => !ids.has(conflict.id)), (conflict) => conflict.record);
  const openByRecord = Map.groupBy(open, (conflict) => conflict.record);
  return (record) => (path) => {
    const isOn = (conflict: { readonly path: Path }): boolean => isAbout(conflict.path, path);
    return (closed.get(record)?.some(isOn) ?? false) && !openByRecord.get(record)?.some(isOn);
  };
}

/** The paths that are decided are freed: a value that lost is as good as agreed from then on, and what stands goes over it. */
export function withoutDecided({ hashes, held = {} }: Pick<SyncedEntry, 'hashes' | 'held'>, isDecided: (path: Path) => boolean): { readonly hashes: Record<Path, string>; readonly held: Record<Path, string>; readonly freed: readonly Path[] } {
  const [freed, left] = [true, false].map((is) => Object.entries(held).filter(([path]) => isDecided(path) === is)) as [[Path, string][], [Path, string][]];
  return { hashes: { ...hashes, ...Object.fromEntries(freed) }, held: Object.fromEntries(left), freed: freed.map(([path]) => path) };
}

/**
 * What the cells say, and what the person asks for in the pane. Where both are about one path the pane goes first: what was
 * typed there stays in its cell, pending, and meets the outcome with the next push. `conflicts`: all that this pane has heard
 * of, for a co-author's pane may have forgotten those which that member may not see.
 */
export function withAsked(ofCells: readonly Mutation[], asked: readonly Mutation[], conflicts: readonly RememberedConflict[]): readonly Mutation[] {
  const paths = asked.flatMap((mutation) => {
    if (mutation.kind === 'edit') return [{ record: mutation.record, path: mutation.path }];
    return mutation.kind === 'decide' ? conflicts.filter((conflict) => conflict.id === mutation.conflict) : [];
  });
  const waits = (mutation: Mutation): boolean => mutation.kind === 'edit' && paths.some(({ record, path }) => record === mutation.record && isAbout(path, mutation.path));
  return [...ofCells.filter((mutation) => !waits(mutation)), ...asked];
}
