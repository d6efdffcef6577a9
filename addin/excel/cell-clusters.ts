// Scattered cells of a sheet gathered into few rectangles, since a range of its own costs Excel some 300 bytes and a
// `null` in a block (leave as it is) five. Pure.

import type { Rect } from '../sheets/image.ts';

export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Cluster<Cell extends Place> {
  readonly rect: Rect;
  readonly cells: readonly Cell[];
}

const largestGap = 6;
const largestBlock = 20_000;

export function clustersOf<Cell extends Place>(cells: readonly Cell[]): Cluster<Cell>[] {
  const ordered = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const groups: Cell[][] = [];
  for (const cell of ordered) {
    const group = groups[groups.length - 1];
    if (group && cell.row - group[group.length - 1]!.row <= largestGap && areaWith(group, cell) <= largestBlock) group.push(cell);
    else groups.push([cell]);
  }
  return groups.map((group) => ({ rect: boundsOf(group), cells: group }));
}

/** A block as Excel takes it: `null` where nothing is to be written. */
export function blockOf<Cell extends Place, Content>(cluster: Cluster<Cell>, content: (cell: Cell) => Content | null): (Content | null)[][] {
  const { rect } = cluster;
  const block: (Content | null)[][] = Array.from({ length: rect.rows }, () => Array.from({ length: rect.columns }, () => null));
  for (const cell of cluster.cells) block[cell.row - rect.row]![cell.column - rect.column] = content(cell);
  return block;
}

export function boundsOf(places: readonly Place[]): Rect {
  let [top, bottom, left, right] = [Infinity, -1, Infinity, -1];
  for (const { row, column } of places) {
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, column);
    right = Math.max(right, column);
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function areaWith(group: readonly Place[], cell: Place): number {
  const first = group[0]!;
  const columns = Math.abs(cell.column - first.column) + 1;
  return (cell.row - first.row + 1) * columns;
}
