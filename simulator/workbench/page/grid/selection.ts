// What is selected and where the keys take it: a pure state, moved by the grid. Merged areas are one cell to it.

import { contains, intersect, maxColumns, maxRows, unite, type Rect } from '../../../excel/address.ts';

export interface Selection {
  /** Where it began; the cell that typing goes to. */
  readonly active: { readonly row: number; readonly column: number };
  readonly rect: Rect;
  /** The moving end of a selection held with Shift or the mouse. */
  readonly end: { readonly row: number; readonly column: number };
}

export interface SheetShape {
  readonly merges: readonly Rect[];
  readonly isHiddenRow: (row: number) => boolean;
  readonly isHiddenColumn: (column: number) => boolean;
  readonly isFilled: (row: number, column: number) => boolean;
}

export function mergeAt(shape: Pick<SheetShape, 'merges'>, row: number, column: number): Rect | undefined {
  return shape.merges.find((merge) => contains(merge, { row, column, rows: 1, columns: 1 }));
}

export function selectCell(shape: SheetShape, row: number, column: number): Selection {
  const merge = mergeAt(shape, row, column);
  const active = merge === undefined ? { row, column } : { row: merge.row, column: merge.column };
  return { active, end: active, rect: merge ?? { row, column, rows: 1, columns: 1 } };
}

export function selectRect(shape: SheetShape, rect: Rect): Selection {
  const { active } = selectCell(shape, rect.row, rect.column);
  return { active, end: { row: rect.row + rect.rows - 1, column: rect.column + rect.columns - 1 }, rect: grown(shape, rect) };
}

export function extendTo(shape: SheetShape, from: Selection, row: number, column: number): Selection {
  const whole = unite({ ...from.active, rows: 1, columns: 1 }, { row, column, rows: 1, columns: 1 });
  return { active: from.active, end: { row, column }, rect: grown(shape, whole) };
}

/** A selection never cuts a merged area. */
function grown(shape: SheetShape, rect: Rect): Rect {
  const larger = shape.merges.reduce((sum, merge) => (intersect(sum, merge) === undefined ? sum : unite(sum, merge)), rect);
  return contains(rect, larger) ? rect : grown(shape, larger);
}

export type Direction = 'up' | 'down' | 'left' | 'right';
const steps: Readonly<Record<Direction, readonly [number, number]>> = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] };

export function move(shape: SheetShape, from: Selection, direction: Direction, options: { readonly extend?: boolean; readonly jump?: boolean } = {}): Selection {
  const start = options.extend ? from.end : from.active;
  const target = options.jump ? jumped(shape, start, direction) : stepped(shape, start, direction);
  return options.extend ? extendTo(shape, from, target.row, target.column) : selectCell(shape, target.row, target.column);
}

function stepped(shape: SheetShape, from: { row: number; column: number }, direction: Direction): { row: number; column: number } {
  const [down, right] = steps[direction];
  const around = mergeAt(shape, from.row, from.column) ?? { ...from, rows: 1, columns: 1 };
  let row = down > 0 ? around.row + around.rows : down < 0 ? around.row - 1 : from.row;
  let column = right > 0 ? around.column + around.columns : right < 0 ? around.column - 1 : from.column;
  while (row > 0 && row < maxRows - 1 && down !== 0 && shape.isHiddenRow(row)) row += down;
  while (column > 0 && column < maxColumns - 1 && right !== 0 && shape.isHiddenColumn(column)) column += right;
  const isOff = row < 0 || column < 0 || row >= maxRows || column >= maxColumns || shape.isHiddenRow(row) || shape.isHiddenColumn(column);
  return isOff ? from : { row, column };
}

/** Ctrl and an arrow: to the edge of what is filled, or to the next filled cell. */
function jumped(shape: SheetShape, from: { row: number; column: number }, direction: Direction): { row: number; column: number } {
  let at = from;
  const next = stepped(shape, at, direction);
  const runs = shape.isFilled(at.row, at.column) && shape.isFilled(next.row, next.column);
  for (let count = 0; count < 2000; count++) {
    const ahead = stepped(shape, at, direction);
    if (ahead.row === at.row && ahead.column === at.column) return at;
    if (runs && !shape.isFilled(ahead.row, ahead.column)) return at;
    at = ahead;
    if (!runs && shape.isFilled(at.row, at.column)) return at;
  }
  return from;
}
