// Tables inside a card: which heading row belongs to which table of the form, and which of its labels stand beside it.

import type { Table } from '../../../domain/forms/definition.ts';
import { namesPosts } from './card-signing.ts';
import { endOf, fixedRowsBelow, placeOfLabels } from './card-table-rows.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { assignColumns, belowHeader } from '../reading/header.ts';
import { headerCells } from '../reading/header-cells.ts';
import type { HeaderCell } from '../reading/header-cells.ts';
import type { HeaderColumn } from '../reading/header.ts';
import { labelKeys } from '../reading/label-text.ts';
import { withOptionsJoined } from '../reading/option-headings.ts';
import { knownWords } from '../reading/other-heading.ts';
import { isKnownWord, wordsOf } from '../reading/vocabulary.ts';
import type { ColumnWord, Vocabulary } from '../reading/vocabulary.ts';

export interface Band {
  readonly left: number;
  readonly right: number;
}

export interface CardTable {
  readonly table: Table;
  /** Columns of the card it lies in. */
  readonly band: Band;
  readonly columns: readonly HeaderColumn[];
  readonly headerRow: number;
  readonly left: number;
  readonly right: number;
  /** The label beside or above the table, where one stands. */
  readonly side: GridCell | undefined;
  /** Rows stand as columns: the places are those of this grid. */
  readonly turned?: Grid;
}

const runningNumber = /^(序号|编号|no\.?|项次|行号)$/;

/**
 * The table whose headings stand in a row, left to right as many as there are. `isTurned`: down a column, where other
 * labels stand above and below, so that headings stand without a stranger among them.
 */
export function cardTablesAt(grid: Grid, row: number, band: Band, vocabulary: Vocabulary, isTurned = false): CardTable[] {
  if (knownWords(grid, row) + knownWords(grid, row + 1) === 0) return [];
  const options = (vocabulary.form.tables ?? []).flatMap((table) => table.columns);
  const headers = withOptionsJoined(headerCells(grid, row, (keys) => wordsOf(vocabulary.columns, keys).length > 0), options).filter((header) => header.column >= band.left && header.column < band.right && !runsDown(header, vocabulary));
  if (!isTurned && standsOverHeadings(grid, row, headers)) return [];
  const found: CardTable[] = [];
  for (const run of runsOf(headers, vocabulary, isTurned, (left, right) => isSpaced(grid, left, right))) {
    // What stands left of another table is that one's.
    const free = { left: found[found.length - 1]?.right ?? band.left, right: band.right };
    const best = (vocabulary.form.tables ?? [])
      .map((table) => candidate(grid, row, free, table, run, vocabulary, isTurned))
      .filter((entry) => entry !== null)
      .sort((a, b) => b.score - a.score)[0];
    if (best) found.push(best.found);
  }
  return found;
}

/** Labels with their values over the real headings, a wide value among them like a group of two levels: under a label stands a heading. */
function standsOverHeadings(grid: Grid, row: number, headers: readonly HeaderCell[]): boolean {
  if (headers.every((header) => header.cell.row === row && header.under.length === 0)) return false;
  return headers.some(({ cell }) => {
    const below = cell.row === row && cell.rows === 1 ? grid.at(row + 1, cell.column) : undefined;
    const keys = below && typeof below.value === 'string' ? labelKeys(below.value) : [];
    // `沟通跟进时间2`, too.
    return isKnownWord(keys) || isKnownWord(keys.map((key) => key.replace(/(?<=..)\d{1,2}$/, ''))) || keys.some((key) => runningNumber.test(key));
  });
}

/** A table's label beside its headings and rows, whatever column it may name besides. */
function runsDown({ cell, keys }: HeaderCell, vocabulary: Vocabulary): boolean {
  return cell.rows > 2 && wordsOf(vocabulary.tables, keys).length > 0;
}

/** So many headings of one form say what a row is, whatever columns a register has beside them (规格, 单价, 领用人). */
const manyWords = 5;

/** Neighbouring headings most of which name columns; label and value in turn are no headings. */
function runsOf(headers: readonly HeaderCell[], vocabulary: Vocabulary, isTurned: boolean, isSpacedFrom: (left: HeaderCell, right: HeaderCell) => boolean): HeaderCell[][] {
  const runs: HeaderCell[][] = [];
  let run: HeaderCell[] = [];
  for (const header of headers) {
    const last = run[run.length - 1];
    const twin = run.findIndex((earlier) => earlier.keys[0] === header.keys[0]);
    const repeats = twin >= 0;
    const isStrange = isTurned && wordsOf(vocabulary.columns, header.keys).length === 0;
    const isNext = last !== undefined && (last.column + last.columns === header.column || (!isTurned && isSpacedFrom(last, header)));
    if (last && (!isNext || repeats || isStrange)) {
      const next = repeats && isNext && !isStrange ? startOfNext(run, twin, vocabulary) : run.length;
      runs.push(run.slice(0, next));
      run = run.slice(next);
    }
    run.push(header);
  }
  runs.push(run);
  return runs.map((cells) => withoutScalars(cells, vocabulary)).filter((cells) => {
    const words = cells.map((cell) => wordsOf(vocabulary.columns, cell.keys)).filter((found) => found.length > 0);
    const share = words.length / cells.length;
    return words.length >= (words[0]?.some(isAlone) ? 1 : 2) && (share >= 0.6 || (words.length >= manyWords && share >= 0.4));
  });
}

/** A column that nobody merged into the heading before it: nothing stands in it, and a value, no label, under both headings. */
function isSpaced(grid: Grid, left: HeaderCell, right: HeaderCell): boolean {
  const { row } = left.cell;
  if (right.cell.row !== row || row + 1 >= grid.bottom) return false;
  const holdsValue = ({ column }: HeaderCell): boolean => {
    const cell = grid.at(row + 1, column);
    return cell.row === row + 1 && cell.column === column && !isEmptyCell(cell) && !(typeof cell.value === 'string' && isKnownWord(labelKeys(cell.value)));
  };
  for (let down = 0; down < rowsBelow && row + down < grid.bottom; down++) {
    for (let column = left.column + left.columns; column < right.column; column++) if (!isEmptyCell(grid.at(row + down, column))) return false;
  }
  // A printed row's word stands under the first heading (职责).
  return holdsValue(right) && !isEmptyCell(grid.at(row + 1, left.column));
}

const rowsBelow = 2;

/** `姓名 | 职务 | 亲密程度 | 竞争对手 | 产品 | 亲密程度`: another table begins with the first word that is none of the first one's. */
function startOfNext(run: readonly HeaderCell[], twin: number, vocabulary: Vocabulary): number {
  const tablesOf = ({ keys }: HeaderCell): readonly Table[] => wordsOf(vocabulary.columns, keys).map(({ table }) => table);
  const own = run.slice(0, twin + 1).map(tablesOf).filter((tables) => tables.length > 0).reduce<readonly Table[] | undefined>((shared, tables) => (shared ? shared.filter((table) => tables.includes(table)) : tables), undefined) ?? [];
  const next = own.length === 0 ? -1 : run.findIndex((header, index) => index > twin && tablesOf(header).length > 0 && !tablesOf(header).some((table) => own.includes(table)));
  return next < 0 ? run.length : next;
}

/** The only column beside printed rows: its heading needs no other. */
function isAlone({ table, field }: ColumnWord): boolean {
  return table.fixedRows !== undefined && field.key !== table.rowLabel && table.columns.length === 2;
}

/** Labels of single fields before or behind a table's headings are no part of it. */
function withoutScalars(run: readonly HeaderCell[], vocabulary: Vocabulary): HeaderCell[] {
  const isOwn = ({ keys }: HeaderCell): boolean => wordsOf(vocabulary.columns, keys).length > 0 || wordsOf(vocabulary.scalars, keys).length === 0;
  return run.slice(run.findIndex(isOwn) < 0 ? run.length : run.findIndex(isOwn), run.findLastIndex(isOwn) + 1);
}

function candidate(grid: Grid, row: number, band: Band, table: Table, run: readonly HeaderCell[], vocabulary: Vocabulary, isTurned: boolean): { found: CardTable; score: number } | null {
  const columns = withPlainDay(table, run, assignColumns(run, (header) => wordsOf(vocabulary.columns, header.keys).filter((word) => word.table === table)));
  const own = table.columns.filter((column) => column.key !== table.rowLabel).length;
  const named = columns.filter((column) => column.field.key !== table.rowLabel).length;
  if (named < Math.min(2, own) || named * 2 < own || !standTogether(columns, run) || headingGoesOn(grid, columns, table, vocabulary)) return null;
  const first = columns[0]!.header;
  const before = run[run.indexOf(first) - 1];
  const left = before?.keys.some((key) => runningNumber.test(key)) ? before.column : first.column;
  // Down a column, what stands above the line of the printed rows is none of the table.
  const from = isTurned ? grid.at(belowHeader(columns), left - 1).column : band.left;
  const side = sideLabel(grid, row, { left: from, right: left }, table, vocabulary);
  const fixed = fixedRowsBelow(grid, columns, placeOfLabels(columns, from, left, table), table, vocabulary);
  if (table.fixedRows && table.rowLabel && fixed === 0 && (!side || named < 2)) return null;
  if (columns.length < 2 && fixed < 2) return null;
  // `总经理 | 签字： | 日期：` is a post with where to sign, no heading of the posts below.
  if (table.isSigned && namesPosts(grid.rowCells(row).filter((cell) => cell.column >= from && cell.column < endOf(columns)), vocabulary)) return null;
  const hasLabelColumn = columns.some((column) => column.field.key === table.rowLabel);
  const score = (side ? 5 : 0) + (fixed > 0 ? 3 + fixed : 0) + (hasLabelColumn ? 3 : 0) + named - (own - named) / 2 - (run.length - columns.length) / 4;
  return { found: { table, band: { ...band, left: from }, columns, headerRow: row, left, right: endOf(columns), side }, score };
}

/** 日期 among a table's headings is its one day, where no other heading is. */
function withPlainDay(table: Table, run: readonly HeaderCell[], columns: readonly HeaderColumn[]): readonly HeaderColumn[] {
  const [day, ...others] = table.columns.filter((field) => field.required && field.type.kind === 'day');
  const heading = run.find((header) => header.keys[0] === '日期' && !columns.some((column) => column.header === header));
  if (!day || others.length > 0 || !heading || columns.length < 2 || columns.some((column) => column.field === day)) return columns;
  return [...columns, { field: day, header: heading }].sort((a, b) => a.header.column - b.header.column);
}

/** Under the headings stand others of the same table: each of its rows takes two lines, and neither says it alone. */
function headingGoesOn(grid: Grid, columns: readonly HeaderColumn[], table: Table, vocabulary: Vocabulary): boolean {
  const texts = grid.rowCells(belowHeader(columns)).filter((cell) => typeof cell.value === 'string' && cell.column < endOf(columns));
  const others = texts.filter((cell) => wordsOf(vocabulary.columns, labelKeys(textOf(cell))).some((word) => word.table === table && !columns.some((column) => column.field === word.field)));
  return others.length > 1 && others.length * 2 > texts.length;
}

/** Most headings stand beside the next: `跟进意见 | 加快 | 处理方式 | 电话` is labels and values in turn. */
function standTogether(columns: readonly HeaderColumn[], run: readonly HeaderCell[]): boolean {
  const places = columns.map((column) => run.findIndex((header) => header.cell === column.header.cell));
  const together = places.filter((place, index) => index > 0 && place - places[index - 1]! === 1).length;
  return together * 2 >= columns.length - 1;
}

/** The table's label left of its headings, perhaps running down, or as a line of its own above them. */
function sideLabel(grid: Grid, row: number, before: Band, table: Table, vocabulary: Vocabulary): GridCell | undefined {
  const names = (cell: GridCell): boolean => wordsOf(vocabulary.tables, labelKeys(textOf(cell))).includes(table);
  for (let column = before.right - 1; column >= before.left; ) {
    const cell = grid.at(row, column);
    if (cell.value !== '') return names(cell) ? cell : undefined;
    column = cell.column - 1;
  }
  if (row === grid.top) return undefined;
  const above = grid.at(row - 1, before.right);
  return above.value !== '' && names(above) ? above : undefined;
}
