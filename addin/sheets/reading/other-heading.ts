// Where a list under way gives place to something else: another heading row, with or without a title above it. Knows no
// form, only which words are labels.

import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { labelKeys } from './label-text.ts';
import { rememberedRow } from '../cells/remembered.ts';
import { isKnownWord, namesAnyForm } from './vocabulary.ts';

/** How many cells of a row are words that some form has as a label. */
export const knownWords = rememberedRow((grid, row) => grid.rowCells(row).filter((cell) => typeof cell.value === 'string' && isKnownWord(labelKeys(cell.value))).length);

const wordsOfHeading = 3;
const wordsOfWideHeading = 5;

function isHeadingRow(grid: Grid, row: number): boolean {
  const known = knownWords(grid, row);
  const cells = grid.rowCells(row).length;
  return (known >= wordsOfHeading && known * 2 >= cells) || (known >= wordsOfWideHeading && known * 3 >= cells);
}

const rowsUnderTitle = 6;

/** A lone text that names a form, with headings not far below: however few of them there are, another list begins. */
function isTitleOfOther(grid: Grid, title: GridCell): boolean {
  if (!namesAnyForm(textOf(title))) return false;
  const first = title.row + title.rows;
  for (let row = first; row < first + rowsUnderTitle; row++) if (knownWords(grid, row) > 1) return true;
  return false;
}

/** `下周计划`, `二、明日安排`: under it stands what nobody has done yet. */
const plansAhead = /^[\s\d一二三四五六七八九十（()）、.．]*(下周|下月|下期|下阶段|下一?步|明日|明天|次日|后续)[^，。：:]{0,8}(计划|安排|打算|行程)[^，。]{0,4}$/;

/** A heading row, a lone cell over one, or a line over plans. */
export function startsOtherTable(grid: Grid, row: number): boolean {
  if (isHeadingRow(grid, row)) return true;
  const cells = grid.rowCells(row);
  return cells.length === 1 && typeof cells[0]!.value === 'string' && (isHeadingRow(grid, row + cells[0]!.rows) || isTitleOfOther(grid, cells[0]!) || plansAhead.test(cells[0]!.value));
}

const sectionLine = /^\s*([（(]?[一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十\d]{1,3}(部分|季度|月)|(20\d\d年)?([一二三四五六七八九十]{1,3}|\d{1,2})月份?\s*$)/;

/** `一、已签合同`, `（二）华东`, `9月`: a line of its own that parts the rows of a list. */
export function isSectionLine(grid: Grid, row: number): boolean {
  const cells = grid.rowCells(row).filter((cell) => !isEmptyCell(cell));
  return cells.length === 1 && isSection(textOf(cells[0]!));
}

export function isSection(text: string): boolean {
  return sectionLine.test(text);
}
