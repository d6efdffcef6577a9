// Cells in a line of their own on a card: the form's name, or a caption over a part of it. Both may look like labels or values.

import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { labelKey, labelKeys } from '../reading/label-text.ts';
import type { Band } from './card-tables.ts';
import { isSection } from '../reading/other-heading.ts';
import { readValue } from '../../../domain/forms/reading/read-value.ts';
import { wordsOf } from '../reading/vocabulary.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

/** `二、具体内容` in a line of its own parts the card; a sentence that begins so is a value, and so is `2026年2月份`. */
export function isCaption(grid: Grid, band: Band, cell: GridCell): boolean {
  return typeof cell.value === 'string' && cell.value.length <= 20 && !/[，。；：:]/.test(cell.value) && isSection(cell.value) && !/^\s*20\d\d\s*年/.test(cell.value) && isAlone(grid, band, cell);
}

/** `拜访记录` in a line of its own is the form's name, whatever else it may mean and whatever stands beside the card. */
export function isTitle(grid: Grid, band: Band, cell: GridCell, vocabulary: Vocabulary): boolean {
  return vocabulary.titles.includes(labelKey(textOf(cell))) && isAlone(grid, band, cell) && !isOverItsValue(grid, cell, vocabulary);
}

/** 销售目标 over an amount is its label: no name stands over what can be nothing but a value of that field. */
function isOverItsValue(grid: Grid, cell: GridCell, vocabulary: Vocabulary): boolean {
  const under = grid.at(cell.row + cell.rows, cell.column);
  if (isEmptyCell(under) || under.column !== cell.column || under.columns !== cell.columns) return false;
  return wordsOf(vocabulary.scalars, labelKeys(textOf(cell))).some(({ field }) => typedKinds.has(field.type.kind) && readValue(field.type, under).kind === 'value');
}

const typedKinds: ReadonlySet<string> = new Set(['money', 'percent', 'number', 'day', 'month', 'quarter']);

/** Nothing else stands in its line between the card's columns. */
function isAlone(grid: Grid, band: Band, cell: GridCell): boolean {
  return grid.rowCells(cell.row).every((other) => other === cell || other.column < band.left || other.column >= band.right);
}
