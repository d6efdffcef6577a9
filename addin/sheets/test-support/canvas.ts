// A sheet for tests, put together from cells at places, so that what was drawn can be moved beside, under or across.

import { addressOf } from '../image.ts';
import type { CellValue, Rect, SheetImage } from '../image.ts';
import type { ReadFields } from '../truth.ts';
import type { SketchedCell } from './sketch.ts';

export interface PlacedCell extends SketchedCell {
  readonly row: number;
  readonly column: number;
}

/** What must be read of a drawing: values, and the place of each. */
export interface Stated {
  readonly form: string;
  readonly fields: ReadFields;
  readonly cells: Readonly<Record<string, { readonly row: number; readonly column: number }>>;
  /** Paths of values that want a yes. */
  readonly uncertain: readonly string[];
}

export interface Drawing {
  readonly cells: readonly PlacedCell[];
  readonly stated: readonly Stated[];
  readonly rows: number;
  readonly columns: number;
}

export function moved(drawing: Drawing, down: number, right: number): Drawing {
  const move = <At extends { readonly row: number; readonly column: number }>(place: At): At => ({ ...place, row: place.row + down, column: place.column + right });
  return { cells: drawing.cells.map(move), stated: drawing.stated.map((one) => ({ ...one, cells: mapped(one.cells, move) })), rows: drawing.rows + down, columns: drawing.columns + right };
}

/** Rows as columns: a list that runs down runs across. */
export function turnedOver(drawing: Drawing): Drawing {
  const turn = <At extends { readonly row: number; readonly column: number }>(place: At): At => ({ ...place, row: place.column, column: place.row });
  const cells = drawing.cells.map((cell) => ({ ...turn(cell), rows: cell.columns ?? 1, columns: cell.rows ?? 1 }));
  return { cells, stated: drawing.stated.map((one) => ({ ...one, cells: mapped(one.cells, turn) })), rows: drawing.columns, columns: drawing.rows };
}

export function together(...drawings: readonly Drawing[]): Drawing {
  return {
    cells: drawings.flatMap((drawing) => drawing.cells),
    stated: drawings.flatMap((drawing) => drawing.stated),
    rows: Math.max(...drawings.map((drawing) => drawing.rows)),
    columns: Math.max(...drawings.map((drawing) => drawing.columns)),
  };
}

function mapped<From, To>(record: Readonly<Record<string, From>>, change: (from: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

export function imageOf(drawing: Drawing, options: { readonly name?: string; readonly hiddenRows?: readonly number[] } = {}): SheetImage {
  const blank = <Entry>(entry: Entry): Entry[][] => Array.from({ length: drawing.rows }, () => Array<Entry>(drawing.columns).fill(entry));
  const [values, texts, formats, formulas] = [blank<CellValue>(''), blank(''), blank('General'), blank('')];
  const merges: Rect[] = [];
  for (const { row, column, value, text, format, formula, rows = 1, columns = 1 } of drawing.cells) {
    values[row]![column] = value;
    texts[row]![column] = text ?? String(value);
    formats[row]![column] = format ?? 'General';
    formulas[row]![column] = formula ?? '';
    if (rows > 1 || columns > 1) merges.push({ row, column, rows, columns });
  }
  return { id: 'sheet-1', name: options.name ?? '表', visibility: 'visible', isProtected: false, row: 0, column: 0, values, formulas, texts, formats, merges, hiddenRows: options.hiddenRows ?? [] };
}

export function addressesOf(stated: Stated): Record<string, string> {
  return mapped(stated.cells, ({ row, column }) => addressOf(row, column));
}
