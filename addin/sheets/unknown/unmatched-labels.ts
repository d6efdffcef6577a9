// The labels of a card that its form does not know: short texts in the columns in which the card has its labels, each
// with a value beside it, below it or behind its colon. What is a value already, stands in a table or belongs to another
// record is no label.

import { acrossHeading } from '../reading/across.ts';
import { surroundingsOf } from './card-surroundings.ts';
import type { Areas, Surroundings } from './card-surroundings.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { isSample, looksLikeLabel, shownLabel } from '../reading/label-shape.ts';
import { labelKeys, splitLabelled } from '../reading/label-text.ts';
import type { Place } from '../ledger-entry.ts';
import type { SeenCard } from '../cards/recognise-card.ts';
import type { UnmatchedLabel } from '../recognised.ts';
import { isOwnWord, namesForm } from '../reading/vocabulary.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

export function unmatchedLabels(grid: Grid, seen: SeenCard, areas: Areas): UnmatchedLabel[] {
  const around = surroundingsOf(grid, seen, areas);
  const found: UnmatchedLabel[] = [];
  const samples = new Set<GridCell>();
  for (let row = around.from; row < around.to; row++) {
    for (const cell of grid.rowCells(row)) {
      if (samples.has(cell) || !around.isFree(cell)) continue;
      const label = inline(cell, seen.vocabulary) ?? beside(grid, cell, around, seen.vocabulary);
      if (!label) continue;
      samples.add(grid.at(label.sample.row, label.sample.column));
      found.push(label);
    }
  }
  return found;
}

/** `备案号：云汐字0417号` in one cell. */
function inline(cell: GridCell, vocabulary: Vocabulary): UnmatchedLabel | null {
  const split = typeof cell.value === 'string' ? splitLabelled(cell.value) : null;
  if (!split || split.rest === '' || splitLabelled(split.rest) || /[\n。；;]/.test(split.rest) || !mayBeLabel(split.label, vocabulary)) return null;
  return { label: shownLabel(split.label), place: placeOf(cell), sample: { ...placeOf(cell), value: split.rest, text: split.rest, format: '@' }, kind: 'value', table: '' };
}

function beside(grid: Grid, cell: GridCell, around: Surroundings, vocabulary: Vocabulary): UnmatchedLabel | null {
  const text = textOf(cell);
  if (typeof cell.value !== 'string' || !mayBeLabel(text, vocabulary)) return null;
  const isStacked = around.stackedRows.has(cell.row);
  if (!isStacked && !around.labelColumns.has(cell.column) && !/[:：]\s*$/.test(text)) return null;
  const value = isStacked ? grid.at(cell.row + cell.rows, cell.column) : grid.at(cell.row, cell.column + cell.columns);
  if (!(isSample(value) || isUnfilled(value, around)) || !around.isFree(value) || /[:：]\s*$/.test(textOf(value))) return null;
  // A label that runs down beside several lines is the name of a group.
  if (isStacked ? value.column !== cell.column : value.row !== cell.row || cell.rows > value.rows) return null;
  if (!isStacked && goesOn(grid, value, around)) return null;
  return { label: shownLabel(text), place: placeOf(cell), sample: sampleOf(value), kind: 'value', table: '' };
}

/** Room for a value that nobody has written yet; outside the card stands none. */
function isUnfilled(value: GridCell, { from, to, columns }: Surroundings): boolean {
  return isEmptyCell(value) && value.formula === '' && value.row >= from && value.row < to && columns.left <= value.column && value.column < columns.right;
}

/** A third text in a column of values: a line of headings, or of a table that nobody knows. */
function goesOn(grid: Grid, value: GridCell, around: Surroundings): boolean {
  const next = grid.at(value.row, value.column + value.columns);
  return isSample(next) && around.isFree(next) && !around.labelColumns.has(next.column) && !/[:：]/.test(textOf(next));
}

/** The shape of a label, and no word of the form's or of the department's. */
export function mayBeLabel(text: string, vocabulary: Vocabulary): boolean {
  const keys = labelKeys(text);
  if (!looksLikeLabel(text) || keys.some((key) => isOwnWord(vocabulary, key) || vocabulary.placed.has(key) || vocabulary.ignored.has(key))) return false;
  return !namesForm(vocabulary, text) && acrossHeading(vocabulary.form, text) === null;
}

export function placeOf({ row, column }: Place): Place {
  return { row, column };
}

export function sampleOf({ row, column, value, text, format }: GridCell): UnmatchedLabel['sample'] {
  return { row, column, value, text, format };
}
