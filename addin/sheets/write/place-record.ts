// Where a record that is not in the workbook yet goes: a blank card, a free row of a list of its form, or a sheet of its
// own. Pure; rows and cards once given away are not given twice. A place that cannot hold the record whole is none.

import { fieldAt, pathsOf } from '../../../domain/forms/fields.ts';
import { layoutOf } from '../../../domain/forms/layouts.ts';
import type { Fields, FormDefinition, Value } from '../../../domain/forms/definition.ts';
import type { Place } from '../ledger-entry.ts';
import { emptyCell, lineLike } from './patch-rows.ts';
import { patchRecord } from './patch.ts';
import type { KeptPath, PatchPlan } from './patch.ts';
import type { BlankCard, Recognition, RecognisedList, RecognisedRecord } from '../recognised.ts';
import { rowSupply } from './row-supply.ts';
import type { RowSupply, TakenRow } from './row-supply.ts';

export type RecordPlace =
  | { readonly kind: 'cells'; readonly sheet: string; readonly place: Place; readonly patch: PatchPlan }
  | { readonly kind: 'sheet' };

/** One for each writing: remembers what was given away. `isFree` knows what stands where a row would go. */
export function recordPlaces(recognition: Pick<Recognition, 'lists' | 'blanks'>, supply: RowSupply = rowSupply(), isFree: (patch: PatchPlan, sheet: string) => boolean = () => true): (form: FormDefinition, fields: Fields) => RecordPlace {
  const blanks = new Set<BlankCard>(recognition.blanks);
  return (form, fields) => {
    const changes = pathsOf(fields).map(([path, value]) => ({ path, value }));
    for (const blank of blanks) {
      if (blank.form !== form.id) continue;
      const patch = patchRecord(form, blank.record, changes);
      if (!isWhole(form, patch)) continue;
      blanks.delete(blank);
      return { kind: 'cells', sheet: blank.sheet, place: blank.place, patch };
    }
    for (const list of recognition.lists) {
      if (list.form !== form.id || !fitsAbove(form, list, fields)) continue;
      const giveBack = supply.mark();
      const taken = supply.take(list.sheet, list.region);
      if (!taken) continue;
      const record = emptyLine(list, taken, form);
      const patch = withOwnLine(patchRecord(form, record, changes.filter((change) => !(change.path in list.above)), firstOf(taken, supply)), record, list, taken);
      if (isWhole(form, patch) && isFree(patch, list.sheet)) return { kind: 'cells', sheet: list.sheet, place: record.place, patch };
      giveBack();
    }
    return { kind: 'sheet' };
  };
}

/** What a sheet does not show is not missed there, as long as the record is known by what it shows. */
function isWhole(form: FormDefinition, patch: PatchPlan): boolean {
  return patch.writes.length > 0 && patch.kept.every((kept) => isUnmissed(form, kept));
}

function isUnmissed(form: FormDefinition, { path, reason }: KeptPath): boolean {
  const field = fieldAt(form, path);
  if (reason === 'formula') return field?.reckoned === true;
  if (reason === 'fixed') return form.tables?.some((table) => table.rowLabel === path.split('/')[2]) ?? false;
  return reason === 'no-place' && field?.required !== true && !form.naturalKey.includes(path.split('/')[0]!);
}

/** What stands above a list holds for all its rows: a record of another period belongs elsewhere. */
function fitsAbove(form: FormDefinition, list: RecognisedList, fields: Fields): boolean {
  const inColumns = new Set(list.region.columns.map((column) => column.key));
  return [...new Set([...(layoutOf(form).above ?? []), ...Object.keys(list.above)])].every((key) => inColumns.has(key) || String((fields[key] as Value | undefined) ?? '') === (list.above[key] ?? ''));
}

/** A card's first row goes into the line that its own fields are in. */
function firstOf(taken: TakenRow, supply: RowSupply): RowSupply {
  let first: TakenRow | undefined = taken;
  return {
    ...supply,
    take: (sheet, region) => {
      const row = first ?? supply.take(sheet, region);
      first = undefined;
      return row;
    },
  };
}

function withOwnLine(patch: PatchPlan, record: RecognisedRecord, list: RecognisedList, taken: TakenRow): PatchPlan {
  if (!taken.isBelow || patch.newLines.some((line) => line.row === taken.row)) return patch;
  return { ...patch, newLines: [lineLike(record, list.region, taken.row), ...patch.newLines] };
}

function emptyLine(list: RecognisedList, taken: TakenRow, form: FormDefinition): RecognisedRecord {
  const { region } = list;
  const last = Math.max(...region.columns.map((column) => column.column));
  const place = { row: taken.row, column: list.place.column };
  const own = region.columns.filter((column) => region.line === undefined || region.line.includes(column.key));
  return {
    form: form.id,
    sheet: list.sheet,
    sheetName: list.sheetName,
    place,
    range: { ...place, rows: 1, columns: last - place.column + 1 },
    fields: {},
    cells: Object.fromEntries(own.map((column) => [column.key, emptyCell(list.sheet, taken.row, column, region, taken.isBelow)])),
    rowPlaces: {},
    uncertain: [],
    problems: [],
    tables: list.table ? { [list.table]: region } : {},
  };
}
