// Records that lie in the sheets and are no longer this member's to see: their cells are greyed as read-only, nothing of
// them is sent, and what is typed there all the same is told, cell by cell. Deleted records are not among them. Pure.

import type { Path } from '../../domain/forms/definition.ts';
import type { CellMark } from '../excel/workbook-writes.ts';
import { contentPaths, hashAt } from './known-record.ts';
import type { KnownRecord } from './known-record.ts';
import type { Look } from './look.ts';
import type { SettledRecord } from './settle.ts';

type ReadOnlyMark = CellMark & { rows: number; columns: number };

export function isOutOfSight({ entry }: KnownRecord): boolean {
  return entry?.gone === true && entry.deleted !== true;
}

/** Cells that say something else than was last agreed, or held back. */
export function typedOutOfSight(known: KnownRecord, look: Look): Path[] {
  const { entry, found } = known;
  if (!entry || !isOutOfSight(known)) return [];
  const paths = new Set([...contentPaths(found.fields).map(([path]) => path), ...Object.keys(entry.hashes)]);
  return [...paths].filter((path) => {
    const cell = found.cells[path];
    return cell !== undefined && !cell.formula && cell.writing.kind !== 'fixed' && !entry.masked?.includes(path) && hashAt(found.fields, path, look.ledger.salt) !== (entry.held?.[path] ?? entry.hashes[path] ?? '');
  });
}

/** One mark a record that is out of sight once the answer is settled; of rows that lie under each other one for all. */
export function readOnlyMarks(settled: readonly SettledRecord[]): CellMark[] {
  const marks: ReadOnlyMark[] = [];
  const gone = settled.filter((record) => record.gone && !record.deleted).map(({ id, known: { found } }): ReadOnlyMark => ({ name: id, sheet: found.sheet, ...found.range, isReadOnly: true }));
  for (const mark of gone.sort((a, b) => (a.sheet < b.sheet ? -1 : a.sheet > b.sheet ? 1 : a.column - b.column || a.row - b.row))) {
    const last = marks.at(-1);
    const isBelow = last && last.sheet === mark.sheet && last.column === mark.column && last.columns === mark.columns && last.row + last.rows === mark.row;
    if (isBelow) last.rows += mark.rows;
    else marks.push(mark);
  }
  return marks;
}
