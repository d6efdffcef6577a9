// Where on a sheet a card's unknown labels may stand: the rows it lies in, the columns of its labels, and which cells are
// still nobody's.

import { textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { belowHeader } from '../reading/header.ts';
import type { Rect } from '../image.ts';
import { isSample, looksLikeLabel } from '../reading/label-shape.ts';
import type { CardTable } from '../cards/card-tables.ts';
import type { Place } from '../ledger-entry.ts';
import type { SeenCard } from '../cards/recognise-card.ts';

export interface Surroundings {
  readonly from: number;
  readonly to: number;
  /** Those of the card itself, as far as it is known. */
  readonly columns: { readonly left: number; readonly right: number };
  /** Columns in which the card's known labels begin that have their value at their right. */
  readonly labelColumns: ReadonlySet<number>;
  /** Rows of labels whose values stand below. */
  readonly stackedRows: ReadonlySet<number>;
  readonly isFree: (cell: GridCell) => boolean;
}

/** Areas of the sheet that belong to records, by row. */
export type Areas = ReadonlyMap<number, readonly Rect[]>;

export function areasByRow(areas: Iterable<Rect>): Areas {
  const rows = new Map<number, Rect[]>();
  for (const area of areas) {
    for (let row = area.row; row < area.row + area.rows; row++) {
      const list = rows.get(row);
      if (list) list.push(area);
      else rows.set(row, [area]);
    }
  }
  return rows;
}

export function surroundingsOf(grid: Grid, seen: SeenCard, areas: Areas): Surroundings {
  const { band, card, record } = seen;
  const used = new Set<string>();
  const use = ({ row, column }: Place): void => void used.add(`${row} ${column}`);
  for (const cell of Object.values(record.cells)) {
    [cell, ...(cell.entries ?? [])].forEach(use);
    if (cell.writing.kind === 'box-cells') cell.writing.cells.forEach(use);
    if (cell.writing.kind === 'ticks') cell.writing.places.forEach(use);
  }
  for (const { cell, value } of card.events) [cell, value].forEach(use);
  const tables = tableAreas(grid, seen);
  const { labelColumns, stackedRows, labels } = linesOf(grid, seen);
  for (const { row, column } of labels) used.delete(`${row} ${column}`);
  const inBand: Rect = { row: 0, rows: grid.bottom, column: band.left, columns: band.right - band.left };
  const others = (row: number): readonly Rect[] => (areas.get(row) ?? []).filter((area) => area !== record.range && overlap(area, inBand));
  const isFree = (cell: GridCell): boolean => overlap(inBand, cell) && !used.has(`${cell.row} ${cell.column}`) && ![...tables, ...others(cell.row)].some((area) => overlap(area, cell));
  const goesOn = (row: number): boolean => grid.rowCells(row).length > 0 && others(row).length === 0;
  return { from: reach(record.range.row, -1, goesOn), to: reach(record.range.row + record.range.rows - 1, 1, goesOn) + 1, columns: { left: record.range.column, right: record.range.column + record.range.columns }, labelColumns, stackedRows, isFree };
}

/**
 * How the card's labels lie to their values. Where most stand above, what was taken for the value beside a label may be
 * the next label of its line (`labels`).
 */
function linesOf(grid: Grid, { card }: SeenCard): Pick<Surroundings, 'labelColumns' | 'stackedRows'> & { readonly labels: readonly GridCell[] } {
  const values = card.events.filter(({ cell, value, kind }) => value !== cell && kind !== 'table');
  const stacked = values.filter(({ cell, value }) => value.row > cell.row);
  const beside = values.filter(({ cell, value }) => value.row === cell.row);
  const stackedRows = new Set(stacked.map(({ cell }) => cell.row));
  const labelColumns = new Set(beside.map(({ cell }) => cell.column));
  if (stacked.length <= beside.length) return { labelColumns, stackedRows, labels: [] };
  const misread = beside.filter(({ cell, value }) => looksLikeLabel(textOf(value)) && standsOver(grid, cell) && standsOver(grid, value));
  for (const { cell } of misread) stackedRows.add(cell.row);
  for (const { value } of stacked) stackedRows.delete(value.row);
  for (const { cell } of stacked) labelColumns.delete(cell.column);
  return { labelColumns, stackedRows, labels: misread.map(({ value }) => value) };
}

function standsOver(grid: Grid, label: GridCell): boolean {
  const below = grid.at(label.row + label.rows, label.column);
  return isSample(below) && below.column === label.column;
}

/** The tables that were found with all their rows, also those under a label that nobody knows. */
function tableAreas(grid: Grid, { card }: SeenCard): Rect[] {
  const drawn = card.events.flatMap((event) => event.table ?? []);
  return drawn.map((table) => {
    const rows = card.rows.get(table) ?? [];
    const left = Math.min(table.left, table.side?.column ?? table.left, ...rows.flatMap((row) => row.label?.column ?? []), ...(table.table.fixedRows ? [table.band.left] : []));
    const last = Math.max(table.headerRow, ...table.columns.map((column) => column.header.below - 1), ...rows.map((row) => row.row), ...printedRows(grid, card, table));
    return { row: table.headerRow, column: left, rows: last - table.headerRow + 1, columns: table.right - left };
  });
}

/** Rows under the heading of a table with printed rows, as many as it has, down to a label of the card's or an empty row. */
export function printedRows(grid: Grid, card: SeenCard['card'], { table, columns }: CardTable): number[] {
  if (!table.fixedRows || !table.rowLabel) return [];
  const first = belowHeader(columns);
  const rows: number[] = [];
  for (let row = first; row < first + table.fixedRows.length; row++) {
    const isOver = card.events.some((event) => (event.kind === 'scalar' || event.kind === 'table') && event.cell.row === row);
    if (isOver || grid.rowCells(row).length === 0) break;
    rows.push(row);
  }
  return rows;
}

/** On from a row to the last before an empty one, or before another record. */
function reach(from: number, step: 1 | -1, goesOn: (row: number) => boolean): number {
  let row = from;
  while (goesOn(row + step)) row += step;
  return row;
}

export function overlap(a: Rect, b: Rect): boolean {
  return a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;
}
