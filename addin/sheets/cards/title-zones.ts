// Forms under one another on a sheet, each under its title: what stands under another form's title is none of this one's.

import type { Band } from './card-tables.ts';
import { textOf } from '../cells/grid.ts';
import type { Grid } from '../cells/grid.ts';
import { labelKeys, splitLabelled } from '../reading/label-text.ts';
import { namesForm, wordsOf } from '../reading/vocabulary.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

/** A row of a band that is one form's title, or several forms' whose names are alike. */
export interface TitleLine {
  readonly row: number;
  readonly named: readonly Vocabulary[];
}

const longestTitle = 40;

export function titleLines(grid: Grid, band: Band, vocabularies: readonly Vocabulary[]): readonly TitleLine[] {
  const lines: TitleLine[] = [];
  for (let row = grid.top; row < grid.bottom; row++) {
    const [cell, other] = grid.rowCells(row).filter((one) => one.column < band.right && one.column + one.columns > band.left);
    const text = cell && !other && cell.row === row && typeof cell.value === 'string' ? textOf(cell) : '';
    if (text === '' || text.length > longestTitle || splitLabelled(text) !== null) continue;
    const named = vocabularies.filter((vocabulary) => namesForm(vocabulary, text));
    if (named.length > 0) lines.push({ row, named });
  }
  return lines;
}

const rowsOverTitle = 3;

/** Rows under titles of other forms, where the form has a title of its own too. */
export function rowsOfOthers(grid: Grid, lines: readonly TitleLine[], vocabulary: Vocabulary): number[] {
  if (!lines.some(({ named }) => named.includes(vocabulary))) return [];
  return lines.flatMap(({ row, named }, index) => {
    const next = lines[index + 1];
    if (named.includes(vocabulary)) return [];
    const end = next?.named.includes(vocabulary) ? firstOver(grid, next.row, row, vocabulary, named) : (next?.row ?? grid.bottom);
    return Array.from({ length: end - row }, (_, down) => row + down);
  });
}

/** Numbers and dates may stand over a title, right above it: labels of its form that the form above does not know. */
function firstOver(grid: Grid, title: number, after: number, vocabulary: Vocabulary, above: readonly Vocabulary[]): number {
  let first = title;
  while (first > after + 1 && title - first < rowsOverTitle && isOnlyOf(grid, first - 1, vocabulary, above)) first--;
  return first;
}

function isOnlyOf(grid: Grid, row: number, vocabulary: Vocabulary, above: readonly Vocabulary[]): boolean {
  const keys = grid.rowCells(row).map((cell) => labelKeys(splitLabelled(textOf(cell))?.label ?? textOf(cell)));
  const knows = ({ scalars, columns, fixedRows }: Vocabulary): boolean => keys.some((own) => [scalars, columns, fixedRows].some((words) => wordsOf<unknown>(words, own).length > 0));
  return keys.some((own) => wordsOf(vocabulary.scalars, own).length > 0) && !above.some(knows);
}

/** Row of a title that begins left of the band and runs into it. */
export function titleOver(grid: Grid, band: Band, vocabulary: Vocabulary): number | undefined {
  for (let row = grid.top; row < grid.bottom; row++) {
    if (grid.rowCells(row).some((cell) => cell.column < band.left && cell.column + cell.columns > band.left && namesForm(vocabulary, textOf(cell)))) return row;
  }
  return undefined;
}
