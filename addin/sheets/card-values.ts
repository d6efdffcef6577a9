// Where a card's labels have their values: at their right, or below where labels stand above. Told by where other labels
// stand, by cells that lie exactly under one another, and, where both are possible, by how the card's other lines are.

import { isEmptyCell } from './grid.ts';
import type { Grid, GridCell } from './grid.ts';
import type { Band } from './card-tables.ts';

export interface Surface {
  readonly grid: Grid;
  readonly band: Band;
  /** Belongs to a table, a signature or another form. */
  readonly claimed: (cell: GridCell) => boolean;
  /** A label by itself, a label with its value behind it, a table's label or a title. */
  readonly isLabel: (cell: GridCell) => boolean;
}

type Direction = 'beside' | 'below' | 'either';

/** Rows whose labels have their values below. `labels` are whole labels, row by row. */
export function rowsAbove(surface: Surface, labels: ReadonlyMap<number, readonly GridCell[]>): ReadonlySet<number> {
  const found = [...labels].map(([row, cells]) => ({ row, direction: directionOf(surface, cells) }));
  const votes = (direction: Direction): number => found.filter((line) => line.direction === direction).length;
  const mostlyBelow = votes('below') > votes('beside');
  const rows = new Set(found.filter(({ direction }) => direction === 'below').map(({ row }) => row));
  // Under a row of labels stand its values, whatever they look like.
  for (const { row, direction } of found) if (direction === 'either' && mostlyBelow && !rows.has(row - 1)) rows.add(row);
  return rows;
}

function directionOf({ grid, band, claimed, isLabel }: Surface, cells: readonly GridCell[]): Direction {
  let labels = 0;
  let values = 0;
  let aligned = 0;
  let blocked = 0;
  for (const cell of cells) {
    const right = neighbour(grid, cell);
    const under = grid.at(cell.row + cell.rows, cell.column);
    const isUnder = liesUnder(grid, cell, under) && !claimed(under) && !isLabel(under);
    if (isLabel(under)) blocked++;
    if (isUnder && !isEmptyCell(under)) aligned++;
    if (!right || right.column >= band.right || isEmptyCell(right) || claimed(right)) continue;
    if (isLabel(right)) labels++;
    else values++;
    if (!isLabel(right) && isUnder) {
      const underRight = grid.at(right.row + right.rows, right.column);
      if (!liesUnder(grid, right, underRight) || isLabel(underRight) || claimed(underRight)) aligned--;
    }
  }
  if (labels > values) return 'below';
  if (values > 0) return aligned === cells.length ? 'either' : 'beside';
  if (aligned === cells.length) return 'below';
  return blocked > 0 && labels === 0 ? 'beside' : 'either';
}

function neighbour(grid: Grid, cell: GridCell): GridCell | undefined {
  const right = grid.at(cell.row, cell.column + cell.columns);
  return right.row === cell.row ? right : undefined;
}

function liesUnder(grid: Grid, cell: GridCell, under: GridCell): boolean {
  return cell.row + cell.rows < grid.bottom && under.column === cell.column && under.columns === cell.columns;
}

/** The value's cell, or the label's own where the value goes behind it. */
export function valueOf({ grid, band, claimed, isLabel }: Surface, cell: GridCell, isAbove: boolean, hasColon: boolean): GridCell {
  const next = cell.column + cell.columns;
  const right = grid.at(cell.row, next);
  const below = grid.at(cell.row + cell.rows, cell.column);
  const belowIsFree = cell.row + cell.rows < grid.bottom && !isLabel(below) && !claimed(below);
  const isOut = next >= band.right;
  // A colon at the end of a line of its own has its value behind it, unless a cell as wide lies below.
  const isBehind = hasColon && isOut && !liesUnder(grid, cell, below);
  const hasRoom = !isOut && !isLabel(right) && !claimed(right);
  // What stands right of another label is that one's, as long as this one has room at its own right.
  const before = grid.at(below.row, below.column - 1);
  const isOthers = hasRoom && below.column > band.left && isLabel(before) && !claimed(before);
  if (isAbove && belowIsFree && !isBehind && !isOthers) return below;
  if (hasRoom) return right;
  if (hasColon) return cell;
  if (belowIsFree && liesUnder(grid, cell, below) && (!isEmptyCell(below) || cell.columns > 1)) return below;
  return belowIsFree && isOut && !isEmptyCell(below) ? below : right;
}

/** Where under a value something else begins in its column. */
export function endBelow({ grid, claimed, isLabel }: Surface, value: GridCell): number {
  for (let row = value.row + value.rows; row < grid.bottom; row++) {
    const cell = grid.at(row, value.column);
    if (isEmptyCell(cell) || cell.column !== value.column || claimed(cell) || isLabel(cell)) return row;
  }
  return grid.bottom;
}
