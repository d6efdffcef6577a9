// The merge, path by path (protocol step 5): an edit made on what still stands is taken, an equal one is nothing, any
// other loses and is kept as a conflict. Knows no rights and no form.

import type { Fields, Path, Value } from '../forms/definition.ts';
import { pathsOf, readPath, sameValue, writePath } from '../forms/fields.ts';

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
  const lost: LostEdit[] = [];
  let { fields, deleted } = stored;
  for (const edit of edits) {
    const standing = edit.path === deletedPath ? deleted : readPath(fields, edit.path);
    if (sameValue(standing, edit.to)) continue;
    const isGone = deleted && edit.path !== deletedPath;
    const theirRev = revAgainst(stored, isGone ? deletedPath : edit.path, edit);
    if (isGone || theirRev > edit.baseRev) {
      lost.push({ ...edit, theirRev });
      continue;
    }
    patch[edit.path] = [edit.path in patch ? patch[edit.path]![0] : (standing ?? null), edit.to];
    if (edit.path === deletedPath) deleted = edit.to === true;
    else fields = writePath(fields, edit.path, edit.to);
  }
  return settle(stored, { fields, deleted }, patch, lost, nextRev);
}

/** The revision an edit must have seen: its path's; a deletion must have seen the whole record. */
function revAgainst(stored: Mergeable, path: Path, edit: PathEdit): number {
  if (edit.path === deletedPath && edit.to === true) return Math.max(0, ...Object.values(stored.revs));
  return stored.revs[path] ?? 0;
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
