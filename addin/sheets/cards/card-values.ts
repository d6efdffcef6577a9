// Where a card's labels have their values: at their right, or below where labels stand above. Told by where other labels
// stand, by cells that lie exactly under one another, and, where both are possible, by how the card's other lines are.

import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import type { Band } from './card-tables.ts';
import { edgeColumnsOf } from '../cells/list-bands.ts';

export interface Surface {
  readonly grid: Grid;
  readonly band: Band;
  /** Belongs to a table, a signature or another form. */
  readonly claimed: (cell: GridCell) => boolean;
  /** A label by itself, a label with its value behind it, a table's label or a title. */
  readonly isLabel: (cell: GridCell) => boolean;
  /** Has the look of a label too, though no word of the form's. */
  readonly mayBeLabel: (cell: GridCell) => boolean;
  /** What is a label by itself is the value of another. */
  readonly answers: (label: GridCell, value: GridCell) => boolean;
}

/** `loose`: room beside, and something below that may be the next label. */
type Direction = 'beside' | 'below' | 'loose' | 'either';

/** Rows whose labels have their values below. `labels` are whole labels, row by row. */
export function rowsAbove(surface: Surface, labels: ReadonlyMap<number, readonly GridCell[]>): ReadonlySet<number> {
  const valueColumns = new Set([...labels.values()].flatMap((cells) => cells.flatMap((cell) => valueBeside(surface, cell)?.column ?? [])));
  const found = [...labels].map(([row, cells]) => ({ row, direction: directionOf(surface, cells, valueColumns) }));
  const votes = (direction: Direction): number => found.filter((line) => line.direction === direction).length;
  const mostlyBelow = votes('below') > votes('beside');
  const isBelow = (direction: Direction): boolean => direction === 'below' || (direction === 'loose' && votes('beside') <= votes('below'));
  const rows = new Set(found.filter(({ direction }) => isBelow(direction)).map(({ row }) => row));
  // Under a row of labels stand its values, whatever they look like.
  for (const { row, direction } of found) if (direction === 'either' && mostlyBelow && !rows.has(row - 1)) rows.add(row);
  return rows;
}

function valueBeside({ grid, band, claimed, isLabel }: Surface, cell: GridCell): GridCell | undefined {
  const right = neighbour(grid, cell);
  return right && right.column < band.right && !isEmptyCell(right) && !claimed(right) && !isLabel(right) ? right : undefined;
}

function directionOf({ grid, band, claimed, isLabel, mayBeLabel, answers }: Surface, cells: readonly GridCell[], valueColumns: ReadonlySet<number>): Direction {
  // On blank paper a word that the form does not know stands under a label like a value, with room for its own beside it.
  const hasRoomBeside = (under: GridCell): boolean => {
    const beside = neighbour(grid, under);
    return beside !== undefined && beside.column < band.right && isEmptyCell(beside);
  };
  let doubtful = 0;
  let labels = 0;
  let values = 0;
  let aligned = 0;
  let blocked = 0;
  for (const cell of cells) {
    const right = neighbour(grid, cell);
    const under = grid.at(cell.row + cell.rows, cell.column);
    const isAnswer = answers(cell, under);
    const isUnder = liesUnder(grid, cell, under) && !claimed(under) && (!isLabel(under) || isAnswer);
    if (isLabel(under) && !isAnswer) blocked++;
    if (isUnder && !isEmptyCell(under)) aligned++;
    if (isUnder && right && isEmptyCell(right) && (mayBeLabel(under) ? valueColumns.has(right.column) || hasRoomBeside(under) : cells.length === 1 && valueColumns.has(right.column))) doubtful++;
    if (!right || right.column >= band.right || isEmptyCell(right) || claimed(right)) continue;
    if (isLabel(right) && !answers(cell, right)) labels++;
    else values++;
    if (!isLabel(right) && isUnder) {
      const underRight = grid.at(right.row + right.rows, right.column);
      if (!liesUnder(grid, right, underRight) || isLabel(underRight) || claimed(underRight)) aligned--;
    }
  }
  if (labels > values) return aligned === 0 && cells.every((cell) => /[:：]\s*$/.test(textOf(cell))) ? 'beside' : 'below';
  if (values > 0) return aligned === cells.length ? 'either' : 'beside';
  if (aligned === cells.length) return doubtful === cells.length ? 'loose' : 'below';
  return blocked > 0 && labels === 0 ? 'beside' : 'either';
}

function neighbour(grid: Grid, cell: GridCell): GridCell | undefined {
  const right = grid.at(cell.row, cell.column + cell.columns);
  return right.row === cell.row ? right : undefined;
}

function liesUnder(grid: Grid, cell: GridCell, under: GridCell): boolean {
  return cell.row + cell.rows < grid.bottom && under.column === cell.column && under.columns === cell.columns;
}

/** The column of the value: behind one that the whole sheet leaves blank, where something stands there that is no label. */
function columnBeside({ grid, band, claimed, isLabel }: Surface, cell: GridCell): number {
  const next = cell.column + cell.columns;
  const used = edgeColumnsOf(grid);
  let column = next;
  while (column < band.right && !used.has(column)) column++;
  if (column === next || column >= band.right) return next;
  const behind = grid.at(cell.row, column);
  return behind.row === cell.row && !isEmptyCell(behind) && !claimed(behind) && !isLabel(behind) ? column : next;
}

/** The value's cell, or the label's own where the value goes behind it. */
export function valueOf(surface: Surface, cell: GridCell, isAbove: boolean, hasColon: boolean): GridCell {
  const { grid, band, claimed, answers } = surface;
  const isLabel = (other: GridCell): boolean => surface.isLabel(other) && !answers(cell, other);
  const next = columnBeside(surface, cell);
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
  if (below.column > band.left && isLabel(before)) return right;
  if (belowIsFree && liesUnder(grid, cell, below) && (!isEmptyCell(below) || cell.columns > 1)) return below;
  return belowIsFree && isOut && (!isEmptyCell(below) || cell.columns > 1) ? below : right;
}

/** Where under a value something else begins in its column. */
export function endBelow({ grid, band, claimed, isLabel }: Surface, value: GridCell): number {
  for (let row = value.row + value.rows; row < grid.bottom; row++) {
    const cell = grid.at(row, value.column);
    // Beside a label of its own line stands that label's value.
    if (value.column > band.left && isLabel(grid.at(row, value.column - 1))) return row;
    if (isEmptyCell(cell) || cell.column !== value.column || claimed(cell) || isLabel(cell)) return row;
  }
  return grid.bottom;
}
