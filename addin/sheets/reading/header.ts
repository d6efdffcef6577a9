// A heading row: which of its cells name which fields, and columns that stand for one option each.

import type { Field } from '../../../domain/forms/definition.ts';
import { compact } from '../../../domain/forms/reading/typed.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import { labelKey, labelKeys, statesMoney, statesUnitPrice, unitOf } from './label-text.ts';
import type { HeaderCell } from './header-cells.ts';
import { optionSaid } from './option-headings.ts';
import type { RegionColumn } from '../recognised.ts';
import type { StatedUnit } from '../../../domain/forms/reading/read-value.ts';

export interface HeaderColumn {
  readonly field: Field;
  readonly header: HeaderCell;
  readonly options?: readonly { readonly label: string; readonly code: string; readonly column: number }[];
  readonly unit?: StatedUnit;
  /** No word says so: what stands below does, and the heading is asked about. */
  readonly isInferred?: true;
  /** `姓名/职务`: the fields of each cell's parts, the column's own first. */
  readonly parts?: readonly Field[];
}

interface HeadingWord {
  readonly field: Field;
  readonly canonical: boolean;
  readonly learned?: boolean;
  /** Place among the form's fields. */
  readonly index?: number;
}

const ranks: readonly ((word: HeadingWord) => boolean)[] = [(word) => word.canonical, (word) => !word.learned, () => true];

/** Gives each heading at most one field, labels before synonyms before taught words, and each field at most one heading. */
export function assignColumns(headers: readonly HeaderCell[], candidates: (header: HeaderCell) => readonly HeadingWord[]): HeaderColumn[] {
  const taken = new Set<string>();
  const chosen = new Map<HeaderCell, HeaderColumn & { readonly index?: number }>();
  /** 联系人电话 stands in a column of its own: 电话 is not that. */
  const isSaidElsewhere = (entry: HeadingWord, other: HeadingWord, header: HeaderCell): boolean =>
    entry !== other && headers.some((beside) => beside !== header && candidates(beside).some((word) => word.field === entry.field) && !candidates(beside).some((word) => word.field === other.field));
  for (const isOfRank of ranks) {
    for (const header of headers) {
      if (chosen.has(header)) continue;
      const words = fitting(header.text, candidates(header)).filter((entry) => isOfRank(entry) && !taken.has(entry.field.key));
      const word = words.find((entry) => followsOn(entry, headers, header, chosen) && !isSaidElsewhere(entry, words[0]!, header)) ?? words[0];
      if (!word) continue;
      taken.add(word.field.key);
      chosen.set(header, { ...columnOf(word.field, header), ...(word.index === undefined ? {} : { index: word.index }) });
    }
  }
  for (const header of headers) {
    const parts = chosen.has(header) ? [] : joinedFields(header, candidates, taken);
    if (parts.length > 1) chosen.set(header, { ...columnOf(parts[0]!, header), parts });
  }
  return headers.flatMap((header) => chosen.get(header) ?? []);
}

const mostParts = 3;

/** The fields of `姓名/职务` or `姓名（职务）`, each once; none where any part is no heading. */
function joinedFields(header: HeaderCell, candidates: (header: HeaderCell) => readonly HeadingWord[], taken: Set<string>): readonly Field[] {
  const words = header.text.replace(/\s/g, '').split(/[/／、及和与()（）]+/).filter((word) => word !== '');
  if (words.length < 2 || words.length > mostParts) return [];
  const fields = words.map((text) => candidates({ ...header, text, keys: labelKeys(text) }).find(({ field }) => !taken.has(field.key))?.field);
  if (fields.some((field) => field === undefined) || new Set(fields).size < words.length) return [];
  for (const field of fields) taken.add(field!.key);
  return fields as Field[];
}

/** 联系人, then 电话: of two fields with one label it is the one that comes next in the form. */
function followsOn(entry: HeadingWord, headers: readonly HeaderCell[], header: HeaderCell, chosen: ReadonlyMap<HeaderCell, HeaderColumn & { readonly index?: number }>): boolean {
  const before = chosen.get(headers[headers.indexOf(header) - 1]!);
  return entry.index !== undefined && before?.index === entry.index - 1;
}

/** 项目预算(万元) is the amount, not whether there is a budget; 价值(元/份) is a price of one and no sum. */
export function fitting<Word extends { readonly field: Field }>(text: string, words: readonly Word[]): readonly Word[] {
  if (statesUnitPrice(text)) return words.filter((word) => word.field.type.kind !== 'money');
  const amounts = statesMoney(text) ? words.filter((word) => word.field.type.kind === 'money') : [];
  return amounts.length > 0 ? amounts : words;
}

function columnOf(field: Field, header: HeaderCell): HeaderColumn {
  const unit = unitOf(header.text);
  const column: HeaderColumn = { field, header, ...(unit ? { unit } : {}) };
  const { type } = field;
  if (type.kind !== 'choice' || header.under.length < 2) return column;
  const options = header.under.flatMap((cell) => {
    const option = optionSaid(cell, type.options);
    return option ? [{ label: option.label, code: option.code ?? option.label, column: cell.column }] : [];
  });
  return options.length < 2 ? column : { ...column, header: { ...header, below: header.below + 1 }, options };
}

/**
 * Headings stand side by side, or in one unbroken line with others and over rows that hold no labels; labels with their
 * values, or room for them, between them are a card's.
 */
export function isHeading(grid: Grid, headers: readonly HeaderCell[], columns: readonly HeaderColumn[], isLabel: (keys: readonly string[]) => boolean): boolean {
  const named = new Set(columns.map((column) => column.header.column));
  if (named.size * 2 < headers.length) return false;
  const isJoined = headers.map((header, index) => index > 0 && (headers[index - 1]!.column + headers[index - 1]!.columns === header.column || isSpacedList(grid, headers[index - 1]!, header, isLabel)));
  const pairs = headers.filter((header, index) => isJoined[index] && named.has(header.column) && named.has(headers[index - 1]!.column));
  if (pairs.length * 2 >= named.size) return true;
  // 有效 right under the heading 有效 is a value.
  const isAnswer = (cell: GridCell): boolean => columns.some(({ header }) => header.column === cell.column && header.keys[0] === labelKeys(textOf(cell))[0]);
  const labelsBelow = labelsIn(grid, belowHeader(columns), isLabel).filter((cell) => !isAnswer(cell));
  if (labelsBelow.length > 1 || isJoined.slice(1).some((joined) => !joined)) return false;
  // One label right below may open a group of rows; among labels with values beside them it goes on with a card.
  const mayBeCard = pairs.length === 0 || (labelsBelow.length > 0 && named.size < headers.length);
  return !mayBeCard || standOverValues(grid, columns, isLabel);
}

function labelsIn(grid: Grid, row: number, isLabel: (keys: readonly string[]) => boolean): GridCell[] {
  return grid.rowCells(row).filter((cell) => typeof cell.value === 'string' && isLabel(labelKeys(cell.value)));
}

/** Of headings that are no neighbours at least two have values exactly below; else they are labels with their values beside them. */
function standOverValues(grid: Grid, columns: readonly HeaderColumn[], isLabel: (keys: readonly string[]) => boolean): boolean {
  const below = belowHeader(columns);
  return Array.from({ length: rowsCompared }, (_, down) => below + down).some((row) => {
    if (labelsIn(grid, row, isLabel).length > 0) return false;
    return columns.filter(({ header }) => !isEmptyCell(grid.at(row, header.column)) && grid.at(row, header.column).column === header.column && grid.at(row, header.column).row === row).length > 1;
  });
}

const rowsCompared = 4;

/**
 * Columns that somebody left blank between two of a list's: nothing stands in them, and values, no labels, under the two. What
 * is no label before such a column is a card's value beside another's list.
 */
function isSpacedList(grid: Grid, left: HeaderCell, right: HeaderCell, isLabel: (keys: readonly string[]) => boolean): boolean {
  const isValue = ({ below, column }: HeaderCell): boolean => {
    const cell = grid.at(below, column);
    return cell.row === below && cell.column === column && !isEmptyCell(cell) && !(typeof cell.value === 'string' && isLabel(labelKeys(cell.value)));
  };
  if (!isLabel(left.keys) || !isValue(left) || !isValue(right)) return false;
  for (let row = left.cell.row; row < Math.min(left.below + rowsCompared, grid.bottom); row++) {
    for (let column = left.column + left.columns; column < right.column; column++) if (!isEmptyCell(grid.at(row, column))) return false;
  }
  return true;
}

export function topOfHeading(columns: readonly HeaderColumn[]): number {
  return Math.min(...columns.map((column) => column.header.cell.row));
}

/** The same headings once more, in the middle of the rows; where the groups over them are no part of them, those too. */
export function repeatsHeading(grid: Grid, row: number, columns: readonly HeaderColumn[]): boolean {
  const top = topOfHeading(columns);
  if (top > 0 && isSameLine(grid, top - 1, row) && repeatsLine(grid, row + 1, columns)) return true;
  return repeatsLine(grid, row, columns);
}

function isSameLine(grid: Grid, first: number, second: number): boolean {
  const [one, other] = [grid.rowCells(first), grid.rowCells(second)];
  return one.length > 1 && one.length === other.length && one.every((cell, index) => cell.column === other[index]!.column && textOf(cell) === textOf(other[index]!));
}

function repeatsLine(grid: Grid, row: number, columns: readonly HeaderColumn[]): boolean {
  const down = row - topOfHeading(columns);
  return columns.every(({ header }) => {
    const { value } = grid.at(header.cell.row + down, header.column);
    return typeof value === 'string' && (value === header.text || labelKey(value) === labelKey(header.text));
  });
}

/** First row below all headings. */
export function belowHeader(columns: readonly HeaderColumn[]): number {
  return Math.max(...columns.map((column) => column.header.below));
}

/** The headings as a region remembers them; formats are those of the first row below. */
export function regionColumns(grid: Grid, columns: readonly HeaderColumn[]): RegionColumn[] {
  const first = belowHeader(columns);
  return columns.map((column) => ({
    key: column.field.key,
    column: column.header.column,
    format: grid.at(first, column.header.column).format,
    ...(column.options ? { options: column.options, printed: printsLetters(grid, first, column.options) } : {}),
    ...(column.unit ? { unit: column.unit } : {}),
    ...(column.isInferred ? { inferred: { row: column.header.cell.row, text: column.header.text } } : {}),
  }));
}

function printsLetters(grid: Grid, row: number, options: NonNullable<HeaderColumn['options']>): boolean {
  return options.filter((option) => compact(textOf(grid.at(row, option.column))).toLowerCase() === option.code.toLowerCase()).length > 1;
}
