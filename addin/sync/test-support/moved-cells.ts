// Test support: what people do to the rows and columns of a sheet, as a new place for each cell.

import { cellName, parseRect } from '../../../simulator/excel/address.ts';
import type { CellData, SheetData } from '../../../simulator/excel/workbook-data.ts';

export interface At {
  readonly row: number;
  readonly column: number;
}

/** Every cell where it is to be; null takes it away. Rows and columns count from 0. */
export function moved(sheet: SheetData, to: (at: At) => At | null): SheetData {
  const cells: Record<string, CellData> = {};
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const place = to(parseRect(address));
    if (place) cells[cellName(place.row, place.column)] = cell;
  }
  return { ...sheet, cells };
}

/** The rows from `first` on in another order (the turn of each new one), in these columns alone or in all. */
export function reordered(sheet: SheetData, first: number, order: readonly number[], columns?: readonly number[]): SheetData {
  const target = new Map(order.map((turn, place) => [first + turn, first + place]));
  return moved(sheet, (at) => ({ ...at, row: columns && !columns.includes(at.column) ? at.row : (target.get(at.row) ?? at.row) }));
}

export function withRowAt(sheet: SheetData, row: number): SheetData {
  return moved(sheet, (at) => ({ ...at, row: at.row >= row ? at.row + 1 : at.row }));
}

export function withoutRow(sheet: SheetData, row: number): SheetData {
  return moved(sheet, (at) => (at.row === row ? null : { ...at, row: at.row > row ? at.row - 1 : at.row }));
}

/** A copy of a row under it. */
export function withCopyOf(sheet: SheetData, row: number): SheetData {
  const open = withRowAt(sheet, row + 1);
  const copies = Object.entries(sheet.cells).filter(([address]) => parseRect(address).row === row);
  return { ...open, cells: { ...open.cells, ...Object.fromEntries(copies.map(([address, cell]) => [cellName(row + 1, parseRect(address).column), cell])) } };
}

export function withColumnAt(sheet: SheetData, column: number): SheetData {
  return moved(sheet, (at) => ({ ...at, column: at.column >= column ? at.column + 1 : at.column }));
}

export function withColumnsSwapped(sheet: SheetData, one: number, two: number, from: number): SheetData {
  return moved(sheet, (at) => (at.row < from ? at : { ...at, column: at.column === one ? two : at.column === two ? one : at.column }));
}
