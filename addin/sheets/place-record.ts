// Where a record that is not in the workbook yet goes: a free row of a list of its form, a blank card, or a sheet of its
// own. Pure; rows and cards once given away are not given twice.

import { pathsOf } from '../../domain/forms/fields.ts';
import { layoutOf } from '../../domain/forms/layouts.ts';
import type { Fields, FormDefinition, Value } from '../../domain/forms/definition.ts';
import type { Place } from './ledger-entry.ts';
import { emptyCell, patchRecord } from './patch.ts';
import type { PatchPlan } from './patch.ts';
import type { Recognition, RecognisedList, RecognisedRecord } from './recognised.ts';

export type RecordPlace =
  | { readonly kind: 'cells'; readonly sheet: string; readonly place: Place; readonly patch: PatchPlan }
  | { readonly kind: 'sheet' };

/** One for each writing: remembers what was given away. */
export function recordPlaces(recognition: Recognition): (form: FormDefinition, fields: Fields) => RecordPlace {
  const rows = new Map<RecognisedList, number[]>();
  const nextRow = new Map<RecognisedList, number>();
  const blanks = [...recognition.blanks];
  return (form, fields) => {
    const changes = pathsOf(fields).map(([path, value]) => ({ path, value }));
    if (form.kind === 'card') {
      const index = blanks.findIndex((blank) => blank.form === form.id);
      if (index < 0) return { kind: 'sheet' };
      const [blank] = blanks.splice(index, 1);
      return { kind: 'cells', sheet: blank!.sheet, place: blank!.place, patch: patchRecord(form, blank!.record, changes) };
    }
    for (const list of recognition.lists) {
      if (list.form !== form.id || !fitsAbove(form, list, fields)) continue;
      const row = freeRow(list, rows, nextRow);
      if (row === undefined) continue;
      const record = emptyRow(list, row, form);
      return { kind: 'cells', sheet: list.sheet, place: record.place, patch: patchRecord(form, record, changes.filter((change) => !(change.path in list.above))) };
    }
    return { kind: 'sheet' };
  };
}

/** What stands above a list holds for all its rows: a record of another period belongs elsewhere. */
function fitsAbove(form: FormDefinition, list: RecognisedList, fields: Fields): boolean {
  const inColumns = new Set(list.region.columns.map((column) => column.key));
  return [...new Set([...(layoutOf(form).above ?? []), ...Object.keys(list.above)])].every((key) => inColumns.has(key) || String((fields[key] as Value | undefined) ?? '') === (list.above[key] ?? ''));
}

function freeRow(list: RecognisedList, rows: Map<RecognisedList, number[]>, nextRow: Map<RecognisedList, number>): number | undefined {
  const spare = rows.get(list) ?? [...list.region.spareRows];
  rows.set(list, spare);
  const row = spare.shift();
  if (row !== undefined || !list.region.isOpenEnded) return row;
  const next = nextRow.get(list) ?? list.region.lastRow + 1;
  nextRow.set(list, next + 1);
  return next;
}

function emptyRow(list: RecognisedList, row: number, form: FormDefinition): RecognisedRecord {
  const last = Math.max(...list.region.columns.map((column) => column.column));
  const place = { row, column: list.place.column };
  return {
    form: form.id,
    sheet: list.sheet,
    sheetName: list.sheetName,
    place,
    range: { ...place, rows: 1, columns: last - place.column + 1 },
    fields: {},
    cells: Object.fromEntries(list.region.columns.map((column) => [column.key, emptyCell(list.sheet, row, column)])),
    rowPlaces: {},
    uncertain: [],
    problems: [],
    tables: {},
  };
}
