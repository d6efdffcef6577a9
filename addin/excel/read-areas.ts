// How a sheet's area is cut for reading: where its values lie, bands of rows that fit one answer, and blocks of which no
// merged-area answer can name more areas than Excel allows. Pure; knows no Excel.

import type { Rect } from '../sheets/image.ts';

/** Excel refuses a RangeAreas of more areas; a merge has at least two cells. */
export const mergeBlockCells = 512 * 2;

/** Cells (with values, formulas and formats) that fit the 4 MB of one round trip. */
export const cellsPerSync = 70_000;

/** A cell of `_keybook` is as long as so many of a form. */
export const ledgerCellWeight = 500;

/** Stretches of rows that are looked at by themselves: what lies far apart is not read with all that is between. */
export const stretches: readonly { readonly first: number; readonly last: number }[] = [100, ...Array.from({ length: 12 }, (_none, index) => 500 * (index + 1)), 10_000, 100_000, 1_048_576].map((last, index, all) => ({ first: (all[index - 1] ?? 0) + 1, last }));

/** Rows and columns read beyond the last value: empty ruled or merged places to fill in lie there. */
const margin = { rows: 60, columns: 20 } as const;

/** The used range around the values of each stretch, cut where only formats go on (whole columns may carry one). */
export function readingAreas(used: Rect, filled: readonly Rect[]): Rect[] {
  const groups: Rect[] = [];
  for (const rect of filled) {
    const last = groups[groups.length - 1];
    if (last && rect.row - (last.row + last.rows) <= 2 * margin.rows) groups[groups.length - 1] = unite(last, rect);
    else groups.push(rect);
  }
  return groups.map((group) => readingArea(used, group));
}

function readingArea(used: Rect, withValues: Rect): Rect {
  const lastRow = Math.min(used.row + used.rows, withValues.row + withValues.rows + margin.rows);
  const lastColumn = Math.min(used.column + used.columns, withValues.column + withValues.columns + margin.columns);
  const row = Math.max(used.row, withValues.row - margin.rows);
  const column = Math.max(used.column, withValues.column - margin.columns);
  return { row, column, rows: lastRow - row, columns: lastColumn - column };
}

export function unite(a: Rect, b: Rect): Rect {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return { row, column, rows: Math.max(a.row + a.rows, b.row + b.rows) - row, columns: Math.max(a.column + a.columns, b.column + b.columns) - column };
}

/** The area in bands of whole rows of at most so many cells (a single row may be wider). */
export function bandsOf(area: Rect, cells: number): Rect[] {
  const rowsEach = Math.max(1, Math.floor(cells / area.columns));
  const bands: Rect[] = [];
  for (let done = 0; done < area.rows; done += rowsEach) {
    bands.push({ row: area.row + done, column: area.column, rows: Math.min(rowsEach, area.rows - done), columns: area.columns });
  }
  return bands;
}

/** Bands cut also by columns, for rows that are wider than a block. */
export function blocksOf(area: Rect, cells: number): Rect[] {
  return bandsOf(area, cells).flatMap((band) => {
    const blocks: Rect[] = [];
    for (let done = 0; done < band.columns; done += cells) {
      blocks.push({ ...band, column: band.column + done, columns: Math.min(cells, band.columns - done) });
    }
    return blocks;
  });
}

/** Parts dealt into round trips of at most so many cells; `weight` is what one cell of a part counts. */
export function roundTrips<Part extends { readonly area: Rect; readonly weight: number }>(parts: readonly Part[], cells: number): Part[][] {
  const trips: Part[][] = [];
  let filled = Infinity;
  for (const part of parts) {
    const size = part.area.rows * part.area.columns * part.weight;
    if (filled + size > cells) {
      trips.push([]);
      filled = 0;
    }
    trips[trips.length - 1]!.push(part);
    filled += size;
  }
  return trips;
}

/** The same parts as two trips, a lone part cut by its rows; null where it has but one. */
export function halved<Part extends { readonly area: Rect }>(trip: readonly Part[]): readonly [Part[], Part[]] | null {
  const [only] = trip;
  if (!only) return null;
  if (trip.length > 1) return [trip.slice(0, Math.ceil(trip.length / 2)), trip.slice(Math.ceil(trip.length / 2))];
  const rows = Math.floor(only.area.rows / 2);
  if (rows === 0) return null;
  return [[{ ...only, area: { ...only.area, rows } }], [{ ...only, area: { ...only.area, row: only.area.row + rows, rows: only.area.rows - rows } }]];
}
