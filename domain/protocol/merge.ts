// The merge, path by path (protocol step 5): an edit made on what still stands is taken, an equal one is nothing, any
// other loses and is kept as a conflict. Knows no rights and no form.

import type { Fields, Path, Value } from '../forms/definition.ts';
import { pathsOf, readPath, sameValue, writePath } from '../forms/fields.ts';
import { baseOf, isRowTouched, rowContent, rowDeletedPath, rowOf, rowRemovals, rowRev } from './rows.ts';

/** The path under which a record's being deleted has its own revision and history. */
export const deletedPath = '@deleted';

export interface Mergeable {
  readonly rev: number;
  readonly deleted: boolean;
  readonly fields: Fields;
  readonly revs: Readonly<Record<Path, number>>;
}

export interface PathEdit {
  readonly path: Path;
  readonly baseRev: number;
  /** `deletedPath` with true deletes the record; null empties a path. */
  readonly to: Value | null;
}

export type Patch = Readonly<Record<Path, readonly [from: Value | null, to: Value | null]>>;

export interface LostEdit extends PathEdit {
  /** Rev at which the standing value was written. */
  readonly theirRev: number;
}

export interface Merged extends Mergeable {
  /** What was taken, in order; empty where nothing changes. */
  readonly patch: Patch;
  readonly lost: readonly LostEdit[];
}

export const nothingYet: Mergeable = { rev: 0, deleted: false, fields: {}, revs: {} };

export function mergeEdits(stored: Mergeable, edits: readonly PathEdit[]): Merged {
  const nextRev = stored.rev + 1;
  const patch: Record<Path, [Value | null, Value | null]> = {};
  const { kept: lost, rest } = lostRemovals(stored, edits);
  let { fields, deleted } = stored;
  for (const edit of rest) {
    const standing = edit.path === deletedPath ? deleted : readPath(fields, edit.path);
    if (sameValue(standing, edit.to)) continue;
    const theirRev = standingRev({ ...stored, fields, deleted }, edit);
    if ((deleted && edit.path !== deletedPath) || theirRev > edit.baseRev) {
      // Where a row stands among the others is no keystroke: whoever was first has it.
      if (!edit.path.endsWith('/order')) lost.push({ ...edit, theirRev });
      continue;
    }
    patch[edit.path] = [edit.path in patch ? patch[edit.path]![0] : (standing ?? null), edit.to];
    if (edit.path === deletedPath) deleted = edit.to === true;
    else {
      const next = writePath(fields, edit.path, edit.to);
      const order = orderGoneWith(edit.path, fields, next);
      if (order) patch[order[0]] = [order[1], null];
      fields = next;
    }
  }
  return settle(stored, { fields, deleted }, patch, lost, nextRev);
}

/**
 * As `mergeEdits`, but a row is not mixed from two people's: where the sender's own naming of a row loses (`isKey`), what
 * the same push says of that row loses with it.
 */
export function mergeRows(stored: Mergeable, edits: readonly PathEdit[], isKey: (path: Path) => boolean): Merged {
  const merged = mergeEdits(stored, edits);
  const torn = new Set(merged.lost.filter(({ path, to }) => to !== null && isKey(path)).map(({ path }) => rowOf(path)));
  const isTorn = ({ path }: PathEdit) => torn.has(rowOf(path)) && !isKey(path);
  if (!edits.some((edit) => isTorn(edit) && edit.path in merged.patch)) return merged;
  const whole = mergeEdits(stored, edits.filter((edit) => !isTorn(edit)));
  const lost = edits.filter((edit) => isTorn(edit) && !edit.path.endsWith('/order') && !sameValue(readPath(whole.fields, edit.path), edit.to));
  return { ...whole, lost: [...whole.lost, ...lost.map((edit) => ({ ...edit, theirRev: standingRev(whole, edit) }))] };
}

/** A row that goes with its last value takes its order along; history says so. */
function orderGoneWith(path: Path, before: Fields, after: Fields): [Path, Value] | null {
  const order = `${rowOf(path)}/order`;
  const value = path === order || rowOf(path) === null ? undefined : readPath(before, order);
  return value === undefined || readPath(after, order) !== undefined ? null : [order, value];
}

/** A row that somebody wrote into since is not taken out, nor half of it: that is one question. */
function lostRemovals(stored: Mergeable, edits: readonly PathEdit[]): { kept: LostEdit[]; rest: readonly PathEdit[] } {
  if (stored.deleted) return { kept: [], rest: edits };
  const refused = [...rowRemovals(stored, edits)].filter(([row, removal]) => isRowTouched(stored, row, removal));
  const gone = new Set(refused.flatMap(([, removal]) => removal));
  return {
    kept: refused.map(([row, removal]) => ({ ...removal[0]!, path: rowDeletedPath(row), baseRev: baseOf(removal), to: true, theirRev: rowRev(stored, row) })),
    rest: edits.filter((edit) => !gone.has(edit)),
  };
}

/**
 * The revision at which what stands was written, and which an edit must have seen: its path's; of a deletion the whole
 * record's; of a cell in a row that was taken out meanwhile, the row's; in a deleted record, that of its deletion.
 */
export function standingRev(stored: Mergeable, { path, to }: Pick<PathEdit, 'path' | 'to'>): number {
  const { revs, deleted } = stored;
  if (path === deletedPath && to === true) return Math.max(0, ...Object.values(revs));
  if (deleted || path === deletedPath) return revs[deletedPath] ?? 0;
  const row = rowOf(path);
  return row !== null && rowContent(stored, row).length === 0 ? rowRev(stored, row) : (revs[path] ?? 0);
}

function settle(
  stored: Mergeable,
  now: Pick<Mergeable, 'fields' | 'deleted'>,
  patch: Record<Path, [Value | null, Value | null]>,
  lost: readonly LostEdit[],
  nextRev: number,
): Merged {
  for (const [path, [from, to]] of Object.entries(patch)) {
    if (sameValue(from, to)) delete patch[path];
  }
  const paths = Object.keys(patch);
  if (paths.length === 0) return { ...stored, patch, lost };
  const revs = { ...stored.revs, ...Object.fromEntries(paths.map((path) => [path, nextRev])) };
  return { rev: nextRev, ...now, revs, patch, lost };
}

/** Paths that were decided as they stand: they get the new revision, so that an edit made on an older view does not pass. */
export function confirm(stored: Mergeable, merged: Merged, standing: readonly (readonly [Path, Value | null])[]): Merged {
  const left = standing.filter(([path]) => !(path in merged.patch));
  if (left.length === 0) return merged;
  const rev = stored.rev + 1;
  return {
    ...merged,
    rev,
    revs: { ...merged.revs, ...Object.fromEntries(left.map(([path]) => [path, rev])) },
    patch: { ...merged.patch, ...Object.fromEntries(left.map(([path, value]) => [path, [value, value] as const])) },
  };
}

/** A creation as edits: a resend of the same content changes nothing, other content meets what stands path by path. */
export function editsOfCreation(fields: Fields, baseRev = 0): PathEdit[] {
  return pathsOf(fields).map(([path, to]) => ({ path, baseRev, to }));
}

/** Edits that bring a deleted record back with exactly this content. */
export function editsOfRevival(stored: Mergeable, fields: Fields): PathEdit[] {
  const baseRev = stored.rev;
  const gone = pathsOf(stored.fields).filter(([path]) => readPath(fields, path) === undefined);
  return [
    { path: deletedPath, baseRev, to: false },
    ...gone.map(([path]) => ({ path, baseRev, to: null })),
    ...editsOfCreation(fields, baseRev),
  ];
}
