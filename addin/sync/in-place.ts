// New records of colleagues in the forms that are there: a blank card, a row of a list; what finds no room is handed back.
// Pure.

import type { CellPatch } from '../excel/workbook-writes.ts';
import type { SheetImage } from '../sheets/image.ts';
import { ledgerEntryOf } from '../sheets/ledger-entry.ts';
import type { NewLine } from '../sheets/patch-rows.ts';
import type { PatchPlan } from '../sheets/patch.ts';
import { recordPlaces } from '../sheets/place-record.ts';
import type { RecordPlace } from '../sheets/place-record.ts';
import type { RowSupply } from '../sheets/row-supply.ts';
import type { Arrival } from './arrivals.ts';
import type { SyncedEntry } from './ledger.ts';
import type { Look } from './look.ts';

export interface PlacedArrival {
  readonly writes: readonly CellPatch[];
  readonly newLines: readonly NewLine[];
  /** Nothing is remembered of a record that could not be written whole. */
  entry(failed: ReadonlySet<CellPatch>, salt: string): SyncedEntry[];
}

export interface InPlace {
  readonly placed: readonly PlacedArrival[];
  readonly rest: readonly Arrival[];
}

export function placeInForms(look: Look, arrivals: readonly Arrival[], supply: RowSupply): InPlace {
  const writable = new Map(look.content.image.sheets.filter((sheet) => !sheet.isProtected).map((sheet) => [sheet.id, sheet]));
  const isWritable = ({ sheet }: { readonly sheet: string }): boolean => writable.has(sheet);
  const { lists, blanks } = look.recognition;
  const placeOf = recordPlaces({ lists: lists.filter(isWritable), blanks: blanks.filter(isWritable) }, supply, (patch, sheet) => isFree(writable.get(sheet)!, patch));
  const placed: PlacedArrival[] = [];
  const rest: Arrival[] = [];
  for (const arrival of arrivals) {
    const place = placeOf(arrival.form, arrival.fields);
    if (place.kind === 'cells') placed.push(placedAt(place, arrival));
    else rest.push(arrival);
  }
  return { placed, rest };
}

/** A note may stand where the list seems to go on. */
function isFree(sheet: SheetImage, { newLines }: PatchPlan): boolean {
  return newLines.every((line) => {
    const isEmpty = (row: readonly unknown[] | undefined): boolean => (row ?? []).slice(Math.max(0, line.column - sheet.column), line.column - sheet.column + line.columns).every((content) => content === '');
    return isEmpty(sheet.values[line.row - sheet.row]) && isEmpty(sheet.formulas[line.row - sheet.row]);
  });
}

function placedAt(place: Extract<RecordPlace, { kind: 'cells' }>, { record, form, fields }: Arrival): PlacedArrival {
  const { rowPlaces, newLines } = place.patch;
  const writes = place.patch.writes.map((write): CellPatch => ({ ...write, whole: record.record }));
  const content = { id: record.record, rev: record.rev, fields, masked: record.masked };
  const where = { sheet: place.sheet, place: place.place, rowPlaces };
  return { writes, newLines, entry: (failed, salt) => (writes.some((write) => failed.has(write)) ? [] : [ledgerEntryOf(form, content, where, salt)]) };
}
