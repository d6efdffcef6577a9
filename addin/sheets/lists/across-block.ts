// Where a list runs across: labels down one column, and beside it one record a column. A card has its labels so too, yet one
// value each, or labels again between the values.

import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { labelKeys } from '../reading/label-text.ts';
import { isKnownWord, isLabelWord } from '../reading/vocabulary.ts';

export interface AcrossBlock {
  /** Of the rows with labels. */
  readonly top: number;
  readonly bottom: number;
  /** In which the labels stand. */
  readonly column: number;
}

const fewestLabels = 4;

export function acrossBlocks(grid: Grid): AcrossBlock[] {
  const blocks: AcrossBlock[] = [];
  for (const [column, rows] of labelColumns(grid)) {
    for (const run of runs(grid, rows)) {
      // A title right above the labels is none of them.
      const titled = run.slice(grid.rowCells(run[0]!).length === 1 ? 1 : 0);
      // `客户名称 | 千帆渡 | 编制日期 | 2026-11-02` over them is a card's line of labels with their values.
      const block = titled.slice(Math.max(0, titled.findIndex((row) => !saysMoreLabels(grid, row, column))));
      const labelled = block.filter((row) => isLabel(grid.at(row, column)));
      if (labelled.length >= fewestLabels && labelled.length * 2 > block.length && hasRecords(grid, column, labelled)) blocks.push({ top: block.find((row) => isLabel(grid.at(row, column), isLabelWord))!, bottom: block[block.length - 1]! + 1, column });
    }
  }
  return blocks;
}

function saysMoreLabels(grid: Grid, row: number, column: number): boolean {
  return grid.rowCells(row).some((cell) => cell.column > column + 1 && isLabel(cell));
}

/** The columns in which a row's first text is a label, with those rows. */
function labelColumns(grid: Grid): Map<number, number[]> {
  const columns = new Map<number, number[]>();
  const labelled = new Set<number>();
  for (let row = grid.top; row < grid.bottom; row++) {
    const first = grid.rowCells(row)[0];
    if (!first || typeof first.value !== 'string' || first.columns > 1 || first.rows > 1) continue;
    if (isLabel(first)) labelled.add(first.column);
    const rows = columns.get(first.column);
    if (rows) rows.push(row);
    else columns.set(first.column, [row]);
  }
  return new Map([...columns].filter(([column]) => labelled.has(column)));
}

/** Rows one under another; a line by itself between two of them (`二、预算`) parts no block. */
function runs(grid: Grid, rows: readonly number[]): number[][] {
  const found: number[][] = [];
  for (const row of rows) {
    const last = found[found.length - 1];
    const gap = last === undefined ? Infinity : row - last[last.length - 1]!;
    if (gap === 1 || (gap === 2 && isLine(grid, row - 1))) last!.push(row);
    else found.push([row]);
  }
  return found;
}

function isLine(grid: Grid, row: number): boolean {
  const cells = grid.rowCells(row).filter((cell) => !isEmptyCell(cell));
  return cells.length === 1 && cells[0]!.row === row && typeof cells[0]!.value === 'string';
}

/** Two values at least beside most labels that have one, hardly any of them wider than its column (what holds for all) or a label too (有效). */
function hasRecords(grid: Grid, column: number, rows: readonly number[]): boolean {
  let several = 0;
  let labelled = 0;
  let filled = 0;
  let wide = 0;
  for (const row of rows) {
    const values = grid.rowCells(row).filter((cell) => cell.column > column && !isEmptyCell(cell));
    if (values.some((cell) => cell.rows > 1) || (values.length > 1 && values.some((cell) => cell.columns > 1))) return false;
    if (values.some((cell) => cell.columns > 1)) wide++;
    if (values.some((value) => isLabel(value))) labelled++;
    if (values.length > 0) filled++;
    if (values.length > 1) several++;
  }
  return several >= 2 && (wide === 0 || (wide === 1 && several >= manyRows)) && several * (several < manyRows ? 2 : 3) > filled && labelled * 4 <= rows.length;
}

/** So many labels with two values and more are no card's, whatever was left blank. */
const manyRows = 5;

function isLabel(cell: GridCell, isWord = isKnownWord): boolean {
  return typeof cell.value === 'string' && cell.value.length <= 40 && isWord(labelKeys(textOf(cell)));
}
