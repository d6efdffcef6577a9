// What stands beside one another with a blank column between: each part is read as if it had the sheet for itself.

import { columnsOf } from './grid.ts';
import type { Grid, GridCell } from './grid.ts';

/** Columns of a grid by its cells, looked for once a grid. */
function columnsBy(columnsOfCell: (cell: GridCell) => readonly number[]): (grid: Grid) => ReadonlySet<number> {
  const known = new WeakMap<Grid, ReadonlySet<number>>();
  return (grid) => {
    const before = known.get(grid);
    if (before) return before;
    const found = new Set<number>();
    for (let row = grid.top; row < grid.bottom; row++) {
      for (const cell of grid.rowCells(row)) for (const column of columnsOfCell(cell)) found.add(column);
    }
    known.set(grid, found);
    return found;
  };
}

/** Columns in which anything stands, or over which it is merged. */
export const filledColumnsOf = columnsBy((cell) => Array.from({ length: cell.columns }, (_, place) => cell.column + place));

/** Columns in which anything begins or ends: others only part what stands left and right of them, whatever is merged over them. */
export const edgeColumnsOf = columnsBy((cell) => [cell.column, cell.column + cell.columns - 1]);

/** The parts of a grid that wholly blank columns part; the grid alone where there are none. */
export function listBands(grid: Grid): Grid[] {
  const columns = [...filledColumnsOf(grid)].sort((a, b) => a - b);
  const starts = columns.filter((column, index) => index > 0 && columns[index - 1]! < column - 1);
  if (starts.length === 0) return [grid];
  return [grid.left, ...starts].map((left, index) => columnsOf(grid, left, starts[index] ?? grid.right));
}
