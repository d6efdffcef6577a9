// Where a table or a list has room for a row more: its columns, its blank rows and what already stands in them. Rows that
// are hidden, or whose cells are merged into others, are no room.

import type { Grid } from '../cells/grid.ts';
import { regionColumns } from './header.ts';
import type { HeaderColumn } from './header.ts';
import type { RegionColumn, SpareCell, TableRegion } from '../recognised.ts';

export interface RegionRows {
  readonly headerRow: number;
  readonly spareRows: readonly number[];
  readonly lastRow: number;
  readonly isOpenEnded: boolean;
}

/** `line`: of a list of cards, the columns that are the card's own. */
export function tableRegion(grid: Grid, columns: readonly HeaderColumn[], rows: RegionRows, line: readonly HeaderColumn[] = []): TableRegion {
  const all = regionColumns(grid, [...line, ...columns]);
  const spareRows = rows.spareRows.filter((row) => isRoom(grid, row, all));
  const spareCells = spareRows.flatMap((row) => all.flatMap((column) => cellsThere(grid, row, column)));
  return { ...rows, columns: all, spareRows, ...(spareCells.length > 0 ? { spareCells } : {}), ...(line.length > 0 ? { line: line.map((column) => column.field.key) } : {}) };
}

/** A running number may stand in the row already; words that no heading stands for may not. */
function isRoom(grid: Grid, row: number, columns: readonly RegionColumn[]): boolean {
  if (grid.sheet.hiddenRows.includes(row)) return false;
  const places = new Set(columns.flatMap(placesOf));
  const [left, right] = [Math.min(...places), Math.max(...places)];
  const others = grid.rowCells(row).filter((cell) => cell.column >= left && cell.column <= right && !places.has(cell.column));
  if (others.some((cell) => typeof cell.value === 'string' && cell.formula === '')) return false;
  return [...places].every((column) => {
    const cell = grid.at(row, column);
    return cell.row === row && cell.column === column && cell.rows === 1;
  });
}

function cellsThere(grid: Grid, row: number, column: RegionColumn): SpareCell[] {
  return placesOf(column).flatMap((place) => {
    const { value, format, formula, marks } = grid.at(row, place);
    return value === '' && formula === '' && format === column.format ? [] : [{ row, column: place, value, format, formula: formula !== '', ...(marks ? { marks } : {}) }];
  });
}

function placesOf(column: RegionColumn): readonly number[] {
  return column.options?.map((option) => option.column) ?? [column.column];
}
