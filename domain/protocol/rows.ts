// Rows of a table inside a card as the merge sees them (protocol step 5): a row is taken out as one thing, and an edit of
// one cell needs the row to be there still. Knows paths and revisions, no form.

import type { Path, Value } from '../forms/definition.ts';
import { isRows, sameValue } from '../forms/fields.ts';
import type { Mergeable, PathEdit } from './merge.ts';

const deletion = '@deleted';

/** `table/rowId` of a path inside a row; null for a field of its own. */
export function rowOf(path: Path): Path | null {
  const end = path.lastIndexOf('/');
  return end === -1 ? null : path.slice(0, end);
}

/** The path under which a row's being taken out is disputed and decided. */
export function rowDeletedPath(row: Path): Path {
  return `${row}/${deletion}`;
}

/** The row that such a path takes out; null for any other path. */
export function deletedRowOf(path: Path): Path | null {
  return path.endsWith(`/${deletion}`) ? rowOf(path) : null;
}

/** What stands in a row, its order among the others left out. */
export function rowContent({ fields }: Pick<Mergeable, 'fields'>, row: Path): [Path, Value][] {
  const [table, rowId] = row.split('/') as [string, string];
  const rows = fields[table];
  const content = isRows(rows) ? rows[rowId] : undefined;
  return Object.entries(content ?? {}).filter(([column]) => column !== 'order').map(([column, value]) => [`${row}/${column}`, value as Value]);
}

/** The last revision that touched anything of a row but its order. */
export function rowRev({ revs }: Pick<Mergeable, 'revs'>, row: Path): number {
  return Math.max(0, ...Object.entries(revs).map(([path, rev]) => (path.startsWith(`${row}/`) && path !== `${row}/order` ? rev : 0)));
}

/** Edits that take a whole row out: they empty all of it that their sender had seen. By row, each with its edits. */
export function rowRemovals(stored: Mergeable, edits: readonly PathEdit[]): Map<Path, readonly PathEdit[]> {
  const byRow = Map.groupBy(edits.filter(({ path }) => rowOf(path) !== null && deletedRowOf(path) === null), ({ path }) => rowOf(path)!);
  return new Map([...byRow].filter(([row, ofRow]) => {
    const seen = rowContent(stored, row).filter(([path]) => (stored.revs[path] ?? 0) <= baseOf(ofRow));
    return ofRow.every(({ to }) => to === null) && seen.every(([path]) => ofRow.some((edit) => edit.path === path));
  }));
}

/** Whether somebody has written into the row since, so that taking it out would take out what its sender never saw. */
export function isRowTouched(stored: Mergeable, row: Path, removal: readonly PathEdit[]): boolean {
  const content = rowContent(stored, row);
  const isStanding = content.some(([path, value]) => !sameValue(value, null) && (stored.revs[path] ?? 0) > baseOf(removal));
  return isStanding || (content.length > 0 && (stored.revs[rowDeletedPath(row)] ?? 0) > baseOf(removal));
}

export function baseOf(edits: readonly PathEdit[]): number {
  return Math.min(...edits.map((edit) => edit.baseRev));
}
