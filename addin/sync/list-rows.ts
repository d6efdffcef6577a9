// New records of a list form as rows of a list that is there; what finds no row is handed back. Pure.

import type { CellPatch } from '../excel/workbook-writes.ts';
import type { SheetImage } from '../sheets/image.ts';
import { ledgerEntryOf } from '../sheets/ledger-entry.ts';
import { recordPlaces } from '../sheets/place-record.ts';
import type { RecordPlace } from '../sheets/place-record.ts';
import type { Arrival } from './arrivals.ts';
import type { SyncedEntry } from './ledger.ts';
import type { Look } from './look.ts';

export interface AppendedRow {
  readonly writes: readonly CellPatch[];
  /** Nothing is remembered of a row that could not be written whole. */
  entry(failed: ReadonlySet<CellPatch>, salt: string): SyncedEntry[];
}

export interface Appended {
  readonly rows: readonly AppendedRow[];
  readonly rest: readonly Arrival[];
}

/** `arrivals` are of list forms: a blank card of a person's is left blank. */
export function appendRows(look: Look, arrivals: readonly Arrival[]): Appended {
  const writable = new Map(look.content.image.sheets.filter((sheet) => !sheet.isProtected).map((sheet) => [sheet.id, sheet]));
  const lists = look.recognition.lists.filter((list) => writable.has(list.sheet));
  const placeOf = recordPlaces({ ...look.recognition, lists, blanks: [] });
  const rows: AppendedRow[] = [];
  const rest: Arrival[] = [];
  for (const arrival of arrivals) {
    const place = placeOf(arrival.form, arrival.fields);
    const isPlaced = place.kind === 'cells' && place.patch.kept.length === 0 && isFree(writable.get(place.sheet)!, place);
    if (isPlaced) rows.push(rowAt(place, arrival));
    else rest.push(arrival);
  }
  return { rows, rest };
}

/** A total or a note may stand where the list seems to go on. */
function isFree(sheet: SheetImage, place: Extract<RecordPlace, { kind: 'cells' }>): boolean {
  const row = place.place.row - sheet.row;
  const first = place.place.column - sheet.column;
  const columns = place.patch.writes.map((write) => write.column - sheet.column);
  const last = Math.max(first, ...columns) + 1;
  return [...(sheet.values[row] ?? []).slice(first, last), ...(sheet.formulas[row] ?? []).slice(first, last)].every((content) => content === '');
}

function rowAt(place: Extract<RecordPlace, { kind: 'cells' }>, { record, form, fields }: Arrival): AppendedRow {
  const { writes, rowPlaces } = place.patch;
  const content = { id: record.record, rev: record.rev, fields, masked: record.masked };
  const where = { sheet: place.sheet, place: place.place, rowPlaces };
  return { writes, entry: (failed, salt) => (writes.some((write) => failed.has(write)) ? [] : [ledgerEntryOf(form, content, where, salt)]) };
}
