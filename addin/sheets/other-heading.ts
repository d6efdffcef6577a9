// Where a list under way gives place to something else: another heading row, with or without a title above it. Knows no
// form, only which words are labels.

import { isEmptyCell, textOf } from './grid.ts';
import type { Grid } from './grid.ts';
import { labelKeys } from './label-text.ts';
import { isKnownWord } from './vocabulary.ts';

/** How many cells of a row are words that some form has as a label. */
export function knownWords(grid: Grid, row: number): number {
  return grid.rowCells(row).filter((cell) => typeof cell.value === 'string' && isKnownWord(labelKeys(cell.value))).length;
}

const wordsOfHeading = 3;

function isHeadingRow(grid: Grid, row: number): boolean {
  const known = knownWords(grid, row);
  return known >= wordsOfHeading && known * 2 >= grid.rowCells(row).length;
}

/** A heading row, or a lone cell over one. */
export function startsOtherTable(grid: Grid, row: number): boolean {
  if (isHeadingRow(grid, row)) return true;
  const cells = grid.rowCells(row);
  return cells.length === 1 && typeof cells[0]!.value === 'string' && isHeadingRow(grid, row + cells[0]!.rows);
}

const sectionLine = /^\s*([（(]?[一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十\d]{1,3}(部分|季度|月)|(20\d\d年)?([一二三四五六七八九十]{1,3}|\d{1,2})月份?\s*$)/;

/** `一、已签合同`, `（二）华东`, `9月`: a line of its own that parts the rows of a list. */
export function isSectionLine(grid: Grid, row: number): boolean {
  const cells = grid.rowCells(row).filter((cell) => !isEmptyCell(cell));
  return cells.length === 1 && sectionLine.test(textOf(cells[0]!));
}
