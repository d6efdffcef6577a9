// Whether a record's cells say less than the Worker does although nothing of them is pending. Knows no Excel, no wire.

import { rowOf } from '../../domain/protocol/rows.ts';
import type { RecognisedRecord } from '../sheets/recognised.ts';
import { hashAt } from './known-record.ts';
import type { KnownRecord } from './known-record.ts';
import type { Look } from './look.ts';

/** A row that found no place has one by now. */
function hasRoomFor({ tables, rowPlaces }: RecognisedRecord, row: string): boolean {
  const region = tables[row.split('/')[0]!];
  return rowPlaces[row] === undefined && region !== undefined && (region.isOpenEnded || region.spareRows.length > 0);
}

/** The Worker says something that the cells do not, and nothing of it is pending: typing that kept a cell was taken back. */
export function hasMissed({ entry, found }: KnownRecord, look: Look): boolean {
  if (!entry || entry.gone || entry.unsent) return false;
  const unreadable = new Set(found.problems.map((problem) => problem.path));
  if (entry.waiting?.some((row) => hasRoomFor(found, row))) return true;
  // A row that a colleague took out stays while something of it is kept.
  const keptRows = new Set([...unreadable, ...Object.keys(entry.held ?? {})].map(rowOf));
  const isBack = (path: string): boolean => {
    const row = rowOf(path);
    if (row !== null && keptRows.has(row) && entry.held?.[path] === undefined) return false;
    // What may not be seen does not come, however often it is asked for.
    if (entry.masked?.includes(path)) return false;
    const cell = found.cells[path];
    return cell !== undefined && !cell.formula && cell.writing.kind !== 'fixed' && !unreadable.has(path) && hashAt(found.fields, path, look.ledger.salt) === (entry.hashes[path] ?? '');
  };
  return entry.missed === true || entry.likely === true || Object.keys({ ...entry.baseRevs, ...entry.held }).some(isBack);
}
