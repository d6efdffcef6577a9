// How a sheet's area is cut for reading: bands of rows that fit one answer, and blocks of which no merged-area answer
// can name more areas than Excel allows. Pure; knows no Excel.

import type { Rect } from '../sheets/image.ts';

/** Excel refuses a RangeAreas of more areas; a merge has at least two cells. */
export const mergeBlockCells = 512 * 2;

/** Cells (with values, formulas, texts and formats) that fit the 4 MB of one round trip. */
export const cellsPerSync = 50_000;

/** A cell of `_keybook` is as long as so many of a form. */
export const ledgerCellWeight = 400;

/** Rows and columns read beyond the last value: empty ruled or merged places to fill in lie there. */
const margin = { rows: 60, columns: 20 } as const;

/** The used range, cut where only formats go on (whole columns may carry one). */
export function readingArea(used: Rect, withValues: Rect): Rect {
  const lastRow = Math.min(used.row + used.rows, withValues.row + withValues.rows + margin.rows);
  const lastColumn = Math.min(used.column + used.columns, withValues.column + withValues.columns + margin.columns);
  const row = Math.max(used.row, withValues.row - margin.rows);
  const column = Math.max(used.column, withValues.column - margin.columns);
  return { row, column, rows: lastRow - row, columns: lastColumn - column };
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

/** Bands dealt into round trips of at most so many cells; `weight` is what one cell of a band counts. */
export function roundTrips<Band extends { readonly area: Rect; readonly weight: number }>(bands: readonly Band[], cells: number): Band[][] {
  const trips: Band[][] = [];
  let filled = Infinity;
  for (const band of bands) {
    const size = band.area.rows * band.area.columns * band.weight;
    if (filled + size > cells) {
      trips.push([]);
      filled = 0;
    }
    trips[trips.length - 1]!.push(band);
    filled += size;
  }
  return trips;
}
