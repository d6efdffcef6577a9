// The headings over a list, or over a table of a card, that no column of the form has, each with the first value below
// it; and lists that only look like a form, because a heading that it needs is not known.

import type { FormDefinition } from '../../../domain/forms/definition.ts';
import { textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { assignColumns, isHeading, regionColumns } from '../reading/header.ts';
import { headerCells } from '../reading/header-cells.ts';
import { isSample, shownLabel, titleOf } from '../reading/label-shape.ts';
import { titleAbove } from '../reading/lead-lines.ts';
import { knownWords } from '../reading/other-heading.ts';
import type { TableRegion, UnmatchedLabel } from '../recognised.ts';
import { mayBeLabel, placeOf, sampleOf } from './unmatched-labels.ts';
import { isDistinctive, vocabularyOf, wordsOf } from '../reading/vocabulary.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

const rowsLookedAt = 50;

type Region = Pick<TableRegion, 'columns' | 'headerRow' | 'lastRow'>;

export function unmatchedHeadings(grid: Grid, region: Region, vocabulary: Vocabulary, table: string): UnmatchedLabel[] {
  const mapped = new Set(region.columns.filter(({ inferred }) => !inferred).flatMap((column) => [column.column, ...(column.options ?? []).map((option) => option.column)]));
  return headingsAt(grid, region, mapped).flatMap((cell) => {
    if (typeof cell.value !== 'string' || !mayBeLabel(cell.value, vocabulary)) return [];
    const sample = firstBelow(grid, cell, region.lastRow);
    if (!sample) return [];
    return [{ label: shownLabel(cell.value), place: placeOf(cell), sample: sampleOf(sample), kind: 'heading', table }];
  });
}

/** The unmapped cells of the heading row in one line with the mapped ones; under a group, those of the second level. */
function headingsAt(grid: Grid, region: Region, mapped: ReadonlySet<number>): GridCell[] {
  const line = grid.rowCells(region.headerRow);
  const isMapped = (cell: GridCell): boolean => [...mapped].some((column) => column >= cell.column && column < cell.column + cell.columns);
  const first = line.findIndex(isMapped);
  const last = line.findLastIndex(isMapped);
  const touches = (index: number, other: number): boolean => line[index] !== undefined && line[other] !== undefined && line[index]!.column + line[index]!.columns === line[other]!.column;
  let from = first;
  let to = last;
  while (touches(from - 1, from)) from--;
  while (touches(to, to + 1)) to++;
  return line.slice(Math.max(from, 0), to + 1).flatMap((cell) => {
    if (!isMapped(cell)) return [cell];
    const under = cell.columns > 1 && cell.rows === 1 ? grid.rowCells(region.headerRow + 1).filter((sub) => sub.column >= cell.column && sub.column < cell.column + cell.columns) : [];
    return under.length > 1 ? under.filter((sub) => !isMapped(sub)) : [];
  });
}

function firstBelow(grid: Grid, heading: GridCell, lastRow: number): GridCell | null {
  const first = heading.row + heading.rows;
  for (let row = first; row <= Math.min(lastRow, first + rowsLookedAt); row++) {
    const cell = grid.at(row, heading.column);
    if (cell.row === row && cell.columns === heading.columns && isSample(cell)) return textOf(cell) === textOf(heading) ? null : cell;
  }
  return null;
}

export interface LikelyList {
  readonly form: FormDefinition;
  readonly vocabulary: Vocabulary;
  readonly region: Region;
}

/** The list form that a heading comes nearest to, where a title names it or half of what it requires is there. */
export function likelyListAt(grid: Grid, row: number, from: number, forms: readonly FormDefinition[]): LikelyList | null {
  if (knownWords(grid, row) + knownWords(grid, row + 1) < 3) return null;
  const likely = forms.flatMap((form) => likelyHeader(grid, row, from, form) ?? []).sort((a, b) => b.score - a.score)[0];
  return likely ? likely.list : null;
}

function likelyHeader(grid: Grid, row: number, from: number, form: FormDefinition): { readonly list: LikelyList; readonly score: number } | null {
  const vocabulary = vocabularyOf(form);
  const isLabel = (keys: readonly string[]): boolean => wordsOf(vocabulary.scalars, keys).length > 0;
  const headers = headerCells(grid, row, isLabel);
  const columns = assignColumns(headers, (header) => wordsOf(vocabulary.scalars, header.keys));
  if (columns.length < 3 || !isHeading(grid, headers, columns, isLabel)) return null;
  const title = titleAbove({ grid, row, from }, vocabulary);
  const required = form.fields.filter((field) => field.required);
  const covered = required.filter((field) => columns.some((column) => column.field === field)).length;
  const distinctive = columns.filter((column) => isDistinctive(form, column.header.keys)).length;
  if (!title && (covered * 2 < required.length || distinctive < 2 || titleOf(grid) !== undefined)) return null;
  return { list: { form, vocabulary, region: { columns: regionColumns(grid, columns), headerRow: row, lastRow: grid.bottom - 1 } }, score: (title ? 100 : 0) + columns.length };
}
