// New records of colleagues in the forms that are there: a blank card, a row of a list; what finds no room is handed back.
// Pure.

import { writePath } from '../../domain/forms/fields.ts';
import type { CellPatch } from '../excel/workbook-writes.ts';
import type { SheetImage } from '../sheets/image.ts';
import { ledgerEntryOf } from '../sheets/ledger-entry.ts';
import type { NewLine } from '../sheets/write/patch-rows.ts';
import type { PatchPlan } from '../sheets/write/patch.ts';
import { recordPlaces } from '../sheets/write/place-record.ts';
import type { RecordPlace } from '../sheets/write/place-record.ts';
import type { Arrival, PlaceOptions } from './arrivals.ts';
import type { SyncedEntry } from './ledger.ts';
import type { Look } from './look.ts';
import type { FoundPlaces } from './conflict-marks.ts';
import { admitted, isReadAs, wantedOf } from './reread.ts';
import type { Wanted } from './reread.ts';

export interface PlacedArrival {
  readonly record: string;
  readonly found: FoundPlaces;
  readonly writes: readonly CellPatch[];
  readonly newLines: readonly NewLine[];
  /** Nothing is remembered of a record that could not be written whole. */
  entry(failed: ReadonlySet<CellPatch>, salt: string): SyncedEntry[];
}

export interface InPlace {
  readonly placed: readonly PlacedArrival[];
  readonly rest: readonly Arrival[];
}

export function placeInForms(look: Look, arrivals: readonly Arrival[], { supply, others }: Pick<PlaceOptions, 'supply' | 'others'>): InPlace {
  const writable = new Map(look.content.image.sheets.filter((sheet) => !sheet.isProtected).map((sheet) => [sheet.id, sheet]));
  const isWritable = ({ sheet }: { readonly sheet: string }): boolean => writable.has(sheet);
  const { lists, blanks } = look.recognition;
  const placeOf = recordPlaces({ lists: lists.filter(isWritable), blanks: blanks.filter(isWritable) }, supply, (patch, sheet) => isFree(writable.get(sheet)!, patch));
  const placed: PlacedRecord[] = [];
  const rest: Arrival[] = [];
  for (const arrival of arrivals) {
    const place = placeOf(arrival.form, arrival.fields);
    if (place.kind === 'cells') placed.push(placedAt(place, arrival));
    else rest.push(arrival);
  }
  const readable = new Set([...Map.groupBy(placed, (one) => one.wanted.sheet)].flatMap(([sheet, own]) => readableOn(look, writable.get(sheet)!, own, others)));
  return { placed: placed.filter((one) => readable.has(one)), rest: [...rest, ...placed.filter((one) => !readable.has(one)).map((one) => one.arrival)] };
}

/** Those that are read as they are meant where they are to stand, and make no other record another. */
function readableOn(look: Look, sheet: SheetImage, placed: readonly PlacedRecord[], { records, refused, shared }: PlaceOptions['others']): readonly PlacedRecord[] {
  const own = records.filter(({ settled }) => settled.known.found.sheet === sheet.id);
  const before = own.flatMap((record) => record.writes).filter((write) => !refused.has(write));
  const wanted = own.map((record) => wantedOf(record, refused, shared));
  return admitted(placed, (some) => isReadAs(look, sheet, [...before, ...some.flatMap((one) => one.writes)], [...wanted, ...some.map((one) => one.wanted)]));
}

/** A note may stand where the list seems to go on. */
function isFree(sheet: SheetImage, { newLines }: PatchPlan): boolean {
  return newLines.every((line) => {
    const isEmpty = (row: readonly unknown[] | undefined): boolean => (row ?? []).slice(Math.max(0, line.column - sheet.column), line.column - sheet.column + line.columns).every((content) => content === '');
    return isEmpty(sheet.values[line.row - sheet.row]) && isEmpty(sheet.formulas[line.row - sheet.row]);
  });
}

interface PlacedRecord extends PlacedArrival {
  readonly arrival: Arrival;
  readonly wanted: Wanted & { readonly sheet: string };
}

function placedAt(place: Extract<RecordPlace, { kind: 'cells' }>, arrival: Arrival): PlacedRecord {
  const { record, form, fields } = arrival;
  const { rowPlaces, newLines, kept } = place.patch;
  const shown = kept.reduce((sum, { path }) => writePath(sum, path, null), fields);
  const wanted = { id: record.record, form, sheet: place.sheet, place: place.place, fields: shown };
  const writes = place.patch.writes.map((write): CellPatch => ({ ...write, whole: record.record }));
  const content = { id: record.record, rev: record.rev, fields, masked: record.masked };
  const where = { sheet: place.sheet, place: place.place, rowPlaces };
  const cells = Object.fromEntries(Object.entries(place.patch.cellsByPath).flatMap(([path, [cell]]) => (cell ? [[path, cell]] : [])));
  return { record: record.record, found: { ...where, cells }, arrival, wanted, writes, newLines, entry: (failed, salt) => (writes.some((write) => failed.has(write)) ? [] : [ledgerEntryOf(form, content, where, salt)]) };
}
