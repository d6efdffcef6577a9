// A sheet of a person's own layout with one card on it, as the pattern for another record: emptied of its record, the other
// patched in. Given only where the sheet so written reads as that record and says nothing more of the old one. Pure.

import { isRows, pathsOf, rowsInOrder, sameValue } from '../../../domain/forms/fields.ts';
import type { Fields, FormDefinition, Path, Value } from '../../../domain/forms/definition.ts';
import type { Rect, SheetImage } from '../image.ts';
import { patchRecord } from './patch.ts';
import type { CellWrite, FieldChange } from './patch.ts';
import { recogniseSheet } from '../recognise.ts';
import type { Recognition, RecognisedRecord } from '../recognised.ts';
import { writtenImage } from './written-image.ts';

export interface CopiedCard {
  readonly source: string;
  readonly writes: readonly CellWrite[];
  /** What the card's other cells hold and are to hold. */
  readonly standing: readonly CellWrite[];
  /** The record as the copy will be read. */
  readonly found: RecognisedRecord;
}

/** The last sheet that holds a card of the form and nothing else. */
export function patternFor(form: FormDefinition, sheets: readonly SheetImage[], recognition: Recognition): { readonly sheet: SheetImage; readonly record: RecognisedRecord } | null {
  for (const sheet of sheets.toReversed()) {
    if (sheet.visibility !== 'visible' || sheet.isProtected || (sheet.boxes ?? []).length > 0) continue;
    const isHere = (one: { readonly sheet: string }): boolean => one.sheet === sheet.id;
    const [record, ...more] = recognition.records.filter(isHere);
    const others = [...recognition.lists, ...recognition.blanks, ...recognition.problems].some(isHere);
    const isUnknown = recognition.layouts.some((layout) => isHere(layout) && layout.labels.length > 0);
    if (record?.form === form.id && more.length === 0 && !others && !isUnknown && record.problems.length === 0 && !hasMore(sheet, record)) return { sheet, record };
  }
  return null;
}

/** Numbers outside the card are of something else. */
function hasMore(sheet: SheetImage, { range }: RecognisedRecord): boolean {
  return sheet.values.some((line, r) =>
    line.some((value, c) => {
      const [row, column] = [sheet.row + r, sheet.column + c];
      return typeof value !== 'string' && !isInside(range, row, column);
    }),
  );
}

function isInside({ row, column, rows, columns }: Rect, r: number, c: number): boolean {
  return r >= row && r < row + rows && c >= column && c < column + columns;
}

export function copiedCard(form: FormDefinition, sheet: SheetImage, record: RecognisedRecord, fields: Fields): CopiedCard | null {
  const wanted = placedRows(form, fields, record.fields);
  const patch = patchRecord(form, record, exchange(record, wanted));
  const image = writtenImage(sheet, patch.writes);
  const [found, ...more] = recogniseSheet(image).records;
  if (!found || more.length > 0 || found.form !== form.id || found.problems.length > 0) return null;
  return sameRecord(found, wanted) && !namesOld(form, image, record.fields, fields) ? { source: sheet.id, writes: patch.writes, standing: standingCells(sheet, record, patch.writes), found } : null;
}

function standingCells(sheet: SheetImage, { range }: RecognisedRecord, writes: readonly CellWrite[]): CellWrite[] {
  const written = new Set(writes.map(({ row, column }) => `${row} ${column}`));
  return sheet.values.flatMap((line, r) => line.flatMap((value, c) => {
    const [row, column] = [sheet.row + r, sheet.column + c];
    return isInside(range, row, column) && !written.has(`${row} ${column}`) && sheet.formulas[r]![c] === '' ? [{ sheet: sheet.id, row, column, expected: value, value }] : [];
  }));
}

/** Every value of the old record goes, every one of the new comes. */
function exchange(record: RecognisedRecord, wanted: Fields): FieldChange[] {
  const values = new Map<Path, Value | null>(Object.keys(record.cells).map((path) => [path, null]));
  for (const [path, value] of pathsOf(wanted)) values.set(path, value);
  return [...values].filter(([path]) => record.cells[path]?.writing.kind !== 'fixed' || !path.includes('/')).map(([path, value]) => ({ path, value }));
}

/** The new rows in the order and with the ids of the rows that are there. */
function placedRows(form: FormDefinition, fields: Fields, now: Fields): Fields {
  const placed = { ...fields };
  for (const table of form.tables ?? []) {
    const rows = fields[table.key];
    const standing = now[table.key];
    if (!isRows(rows) || table.fixedRows) continue;
    const ids = isRows(standing) ? rowsInOrder(standing).map(([id]) => id) : [];
    placed[table.key] = Object.fromEntries(rowsInOrder(rows).map(([, row], index) => [ids[index] ?? `row-${index}`, row]));
  }
  return placed;
}

/** Reckoned cells are reckoned anew. */
function sameRecord(found: RecognisedRecord, wanted: Fields): boolean {
  const contents = (fields: Fields): [Path, Value][] => pathsOf(fields).filter(([path]) => !path.endsWith('/order') && !found.cells[path]?.formula);
  const ours = new Map(contents(found.fields));
  const theirs = contents(wanted);
  return ours.size === theirs.length && theirs.every(([path, value]) => sameValue(ours.get(path), value));
}

/** A title that names the old customer is none for the new one. */
function namesOld(form: FormDefinition, image: SheetImage, old: Fields, fields: Fields): boolean {
  const names = form.fields.filter((field) => form.naturalKey.includes(field.key) || field.type.kind === 'customer').flatMap((field) => {
    const value = old[field.key];
    return typeof value === 'string' && value.length > 1 && value !== fields[field.key] ? [value] : [];
  });
  return image.values.some((line) => line.some((value) => typeof value === 'string' && names.some((name) => value.includes(name))));
}
