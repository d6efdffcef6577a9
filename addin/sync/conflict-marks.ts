// Which cells bear a mark, because somebody must decide on them or because they are read-only, and whether the marks in
// the sheets have to change. Pure.

import type { Path } from '../../domain/forms/definition.ts';
import { deletedPath } from '../../domain/protocol/merge.ts';
import { deletedRowOf } from '../../domain/protocol/rows.ts';
import type { CellMark, MarkJob } from '../excel/workbook-writes.ts';
import type { Place } from '../sheets/image.ts';
import type { Look } from './look.ts';
import type { RememberedConflict } from './open-conflicts.ts';

/** Where a record's values stand, or will. */
export interface FoundPlaces {
  readonly sheet: string;
  readonly place: Place;
  readonly cells: Readonly<Record<Path, Place>>;
  readonly rowPlaces: Readonly<Record<string, Place>>;
}

/** The cell of a conflict: of a deletion the first of its record or row; null where it lies in none here. */
export function placeOfConflict(found: FoundPlaces, path: Path): Place | null {
  if (path === deletedPath) return found.place;
  const row = deletedRowOf(path);
  return (row === null ? found.cells[path] : found.rowPlaces[row]) ?? null;
}

/** One mark a cell, however many conflicts are about it; on a protected sheet those that stand stay. `readOnly`: marks beside. */
export function marksFor(look: Look, conflicts: readonly RememberedConflict[], arriving: ReadonlyMap<string, FoundPlaces>, readOnly: readonly CellMark[] = []): CellMark[] {
  const marks = conflicts.flatMap(({ id, record, path }): CellMark[] => {
    const found = look.byId.get(record)?.found ?? arriving.get(record);
    const place = found && placeOfConflict(found, path);
    return place ? [{ name: id, sheet: found.sheet, row: place.row, column: place.column }] : [];
  });
  const byCell = new Map(marks.reverse().map((mark) => [cellKey(mark), mark]));
  const locked = lockedSheets(look);
  return [...[...byCell.values()].reverse().concat(readOnly).filter((mark) => !locked.has(mark.sheet)), ...look.ledger.marks.filter((mark) => locked.has(mark.sheet))];
}

/** Undefined where every mark is right as it stands. Without a ledger nobody knows which stand: all are set anew. */
export function markJob(look: Look, marks: readonly CellMark[]): MarkJob | undefined {
  const before = look.ledger.marks;
  const keys = (some: readonly CellMark[]): string => some.map((mark) => `${mark.name} ${cellKey(mark)} ${mark.rows ?? 1} ${mark.columns ?? 1}`).sort().join();
  if (look.ledgerState === 'whole' && keys(before) === keys(marks)) return undefined;
  return { marks, before, sheets: look.content.image.sheets.map((sheet) => sheet.id) };
}

export function lockedSheets(look: Look): ReadonlySet<string> {
  return new Set(look.content.image.sheets.filter((sheet) => sheet.isProtected).map((sheet) => sheet.id));
}

function cellKey({ sheet, row, column }: CellMark): string {
  return `${sheet} ${row} ${column}`;
}
