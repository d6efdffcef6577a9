// What stands beside one another with a blank column between: each part is read as if it had the sheet for itself.

import { columnsOf } from './grid.ts';
import type { Grid } from './grid.ts';

const filledColumns = new WeakMap<Grid, ReadonlySet<number>>();

/** Columns in which anything stands, or over which it is merged. */
export function filledColumnsOf(grid: Grid): ReadonlySet<number> {
  const known = filledColumns.get(grid);
  if (known) return known;
  const filled = new Set<number>();
  for (let row = grid.top; row < grid.bottom; row++) {
    for (const cell of grid.rowCells(row)) for (let column = cell.column; column < cell.column + cell.columns; column++) filled.add(column);
  }
  filledColumns.set(grid, filled);
  return filled;
}

const edges = new WeakMap<Grid, ReadonlySet<number>>();

/** Columns in which anything begins or ends: others only part what stands left and right of them, whatever is merged over them. */
export function edgeColumnsOf(grid: Grid): ReadonlySet<number> {
  const known = edges.get(grid);
  if (known) return known;
  const found = new Set<number>();
  for (let row = grid.top; row < grid.bottom; row++) {
    for (const cell of grid.rowCells(row)) found.add(cell.column).add(cell.column + cell.columns - 1);
  }
  edges.set(grid, found);
  return found;
}

/** The parts of a grid that wholly blank columns part; the grid alone where there are none. */
export function listBands(grid: Grid): Grid[] {
  const columns = [...filledColumnsOf(grid)].sort((a, b) => a - b);
  const starts = columns.filter((column, index) => index > 0 && columns[index - 1]! < column - 1);
  if (starts.length === 0) return [grid];
  return [grid.left, ...starts].map((left, index) => columnsOf(grid, left, starts[index] ?? grid.right));
}
