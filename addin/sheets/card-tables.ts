// Tables inside a card: which heading row belongs to which table of the form, and where its rows end.

import type { Table } from '../../domain/forms/definition.ts';
import { textOf } from './grid.ts';
import type { Grid, GridCell } from './grid.ts';
import { assignColumns, belowHeader, topOfHeading } from './header.ts';
import { headerCells } from './header-cells.ts';
import type { HeaderCell } from './header-cells.ts';
import type { HeaderColumn } from './header.ts';
import { labelKey, labelKeys, splitLabelled } from './label-text.ts';
import { withOptionsJoined } from './option-headings.ts';
import { knownWords } from './other-heading.ts';
import { namesPosts } from './card-signing.ts';
import { rowKind } from './row-reading.ts';
import { wordsOf } from './vocabulary.ts';
import type { ColumnWord, Vocabulary } from './vocabulary.ts';

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

export interface TableRow {
  readonly row: number;
  readonly rowId: string | null;
  /** The printed label's cell of a fixed row, or of a row with a label of its own. */
  readonly label: GridCell | undefined;
  readonly isBlank: boolean;
  /** Says the sum of the rows above it and is none itself. */
  readonly isTotal?: true;
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
  const found: CardTable[] = [];
  for (const run of runsOf(headers, vocabulary, isTurned)) {
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

/** A table's label beside its headings and rows, whatever column it may name besides. */
function runsDown({ cell, keys }: HeaderCell, vocabulary: Vocabulary): boolean {
  return cell.rows > 2 && wordsOf(vocabulary.tables, keys).length > 0;
}

/** Neighbouring headings most of which name columns; label and value in turn are no headings. */
function runsOf(headers: readonly HeaderCell[], vocabulary: Vocabulary, isTurned: boolean): HeaderCell[][] {
  const runs: HeaderCell[][] = [];
  let run: HeaderCell[] = [];
  for (const header of headers) {
    const last = run[run.length - 1];
    const repeats = run.some((earlier) => earlier.keys[0] === header.keys[0]);
    const isStrange = isTurned && wordsOf(vocabulary.columns, header.keys).length === 0;
    if (last && (last.column + last.columns !== header.column || repeats || isStrange)) {
      runs.push(run);
      run = [];
    }
    run.push(header);
  }
  runs.push(run);
  return runs.map((cells) => withoutScalars(cells, vocabulary)).filter((cells) => {
    const words = cells.map((cell) => wordsOf(vocabulary.columns, cell.keys)).filter((found) => found.length > 0);
    return words.length >= (words[0]?.some(isAlone) ? 1 : 2) && words.length / cells.length >= 0.6;
  });
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
  const columns = assignColumns(run, (header) => wordsOf(vocabulary.columns, header.keys).filter((word) => word.table === table));
  const own = table.columns.filter((column) => column.key !== table.rowLabel).length;
  const named = columns.filter((column) => column.field.key !== table.rowLabel).length;
  if (named < Math.min(2, own) || named * 2 < own || !standTogether(columns, run) || headingGoesOn(grid, columns, table, vocabulary)) return null;
  const first = columns[0]!.header;
  const before = run[run.indexOf(first) - 1];
  const left = before?.keys.some((key) => runningNumber.test(key)) ? before.column : first.column;
  // Down a column, what stands above the line of the printed rows is none of the table.
  const from = isTurned ? grid.at(belowHeader(columns), left - 1).column : band.left;
  const side = sideLabel(grid, row, { left: from, right: left }, table, vocabulary);
  const fixed = fixedRowsBelow(grid, columns, { left: from, right: endOfLabels(columns, left, table) }, table, vocabulary);
  if (table.fixedRows && table.rowLabel && fixed === 0 && (!side || named < 2)) return null;
  if (columns.length < 2 && fixed < 2) return null;
  // `总经理 | 签字： | 日期：` is a post with where to sign, no heading of the posts below.
  if (table.isSigned && namesPosts(grid.rowCells(row).filter((cell) => cell.column >= from && cell.column < endOf(columns)), vocabulary)) return null;
  const hasLabelColumn = columns.some((column) => column.field.key === table.rowLabel);
  const score = (side ? 5 : 0) + (fixed > 0 ? 3 + fixed : 0) + (hasLabelColumn ? 3 : 0) + named - (own - named) / 2 - (run.length - columns.length) / 4;
  return { found: { table, band: { ...band, left: from }, columns, headerRow: row, left, right: endOf(columns), side }, score };
}

/** Under the headings stand others of the same table: each of its rows takes two lines, and neither says it alone. */
function headingGoesOn(grid: Grid, columns: readonly HeaderColumn[], table: Table, vocabulary: Vocabulary): boolean {
  const texts = grid.rowCells(belowHeader(columns)).filter((cell) => typeof cell.value === 'string' && cell.column < endOf(columns));
  const others = texts.filter((cell) => wordsOf(vocabulary.columns, labelKeys(textOf(cell))).some((word) => word.table === table && !columns.some((column) => column.field === word.field)));
  return others.length > 1 && others.length * 2 > texts.length;
}

function endOf(columns: readonly HeaderColumn[]): number {
  const { header } = columns[columns.length - 1]!;
  return header.column + header.columns;
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

/** Last column in which the printed rows' labels may begin: behind running numbers it is their own. */
function endOfLabels(columns: readonly HeaderColumn[], left: number, table: Table): number {
  return columns[0]!.field.key === table.rowLabel ? columns[0]!.header.column : left;
}

function fixedRowsBelow(grid: Grid, columns: readonly HeaderColumn[], before: Band, table: Table, vocabulary: Vocabulary): number {
  if (!table.fixedRows) return 0;
  let found = 0;
  let row = belowHeader(columns);
  for (let turn = 0; turn <= table.fixedRows.length && !namesColumns(grid, row, { left: before.right, right: endOf(columns) }, vocabulary); turn++) {
    const fixed = fixedRowAt(grid, row, before, table, vocabulary);
    if (fixed) found++;
    row += fixed?.cell.rows ?? 1;
  }
  return found;
}

/** Another table's headings: what stands under them is not under the first any more. */
function namesColumns(grid: Grid, row: number, { left, right }: Band, vocabulary: Vocabulary): boolean {
  const under = grid.rowCells(row).filter((cell) => cell.column + cell.columns > left && cell.column < right);
  return under.filter((cell) => typeof cell.value === 'string' && wordsOf(vocabulary.columns, labelKeys(cell.value)).length > 0).length > 1;
}

function fixedRowAt(grid: Grid, row: number, before: Band, table: Table, vocabulary: Vocabulary): { readonly key: string; readonly cell: GridCell } | undefined {
  for (const cell of grid.rowCells(row)) {
    if (cell.column < before.left) continue;
    if (cell.column > before.right) return undefined;
    const word = wordsOf(vocabulary.fixedRows, fixedKeys(textOf(cell))).find((entry) => entry.table === table);
    if (word) return { key: word.row.key, cell };
  }
  return undefined;
}

/** A printed row's keys, without its number. */
export function fixedKeys(text: string): string[] {
  const keys = labelKeys(text);
  return [...keys, ...keys.map((key) => key.replace(/^\(?\d{1,2}(?:[.、)]+|(?=[\u4e00-\u9fff]{2}))/, ''))];
}

/** The rows of a table, blank ruled ones too, down to whatever ends it. */
export function tableRows(grid: Grid, card: CardTable, bottom: number, isHeading: (row: number) => boolean, vocabulary: Vocabulary): TableRow[] {
  const { table } = card;
  const rows: TableRow[] = [];
  const used = new Set<string>();
  const first = belowHeader(card.columns);
  const beside = card.side && card.side.column < card.left ? card.side.row + card.side.rows : first;
  // A label that runs down beside the rows says where they end.
  const end = beside > first ? Math.min(bottom, beside) : bottom;
  let free = 0;
  const another = columnsOfAnotherBlock(grid, card);
  for (let row = first; row < end; row++) {
    if (isHeading(row)) break;
    // A printed row may be as high as several.
    if (row < free && grid.rowCells(row).every((cell) => cell.column >= card.right || cell.column + cell.columns <= card.left)) continue;
    const fixed = table.fixedRows ? fixedRowAt(grid, row, { left: card.band.left, right: endOfLabels(card.columns, card.left, table) }, table, vocabulary) : undefined;
    const before = grid.rowCells(row).filter((cell) => cell.column >= card.band.left && cell.column + cell.columns <= card.left && cell !== fixed?.cell && cell !== card.side && !another.has(cell.column));
    if (!fixed && before.some((cell) => typeof cell.value !== 'number')) break;
    const from = fixed ? Math.max(card.left, fixed.cell.column + fixed.cell.columns) : card.left;
    const kind = rowKind(grid, row, card.columns, from, card.right, false);
    if (kind === 'total' && table.total) rows.push({ row, rowId: null, label: undefined, isBlank: false, isTotal: true });
    if (kind === 'other' || kind === 'total') break;
    if (!fixed && (startsWithLabel(grid, row, card, vocabulary) || namesOther(grid, row, card, vocabulary))) break;
    if (kind === 'subtotal') continue;
    const rowId = fixed && !used.has(fixed.key) ? fixed.key : null;
    if (rowId) used.add(rowId);
    if (fixed) free = fixed.cell.row + fixed.cell.rows;
    rows.push({ row, rowId, label: fixed?.cell, isBlank: kind === 'blank' });
  }
  return rows;
}

/** What stands beside the headings and is no label runs on beside the rows: names of who attended, one under the other. */
function columnsOfAnotherBlock(grid: Grid, { columns, band, left, side }: CardTable): ReadonlySet<number> {
  const beside = grid.rowCells(topOfHeading(columns)).filter((cell) => cell.column >= band.left && cell.column + cell.columns <= left && cell !== side);
  return new Set(beside.filter((cell) => cell.rows === 1 && cell.row === topOfHeading(columns)).map((cell) => cell.column));
}

/** Who signs, or the printed rows of another table laid across: `填表人 | 部门主管`, `招待费用 | 会议费用`. */
function namesOther(grid: Grid, row: number, { table, left, right }: CardTable, vocabulary: Vocabulary): boolean {
  const cells = grid.rowCells(row).filter((cell) => cell.column >= left && cell.column < right && typeof cell.value === 'string' && cell.value.trim() !== '');
  if (!table.isSigned && namesPosts(cells, vocabulary)) return true;
  const printed = cells.filter((cell) => /[\u4e00-\u9fff]/.test(textOf(cell)) && wordsOf(vocabulary.fixedRows, labelKeys(textOf(cell))).some((word) => word.table !== table));
  return printed.length > 1 && printed.length * 2 > cells.length;
}

function startsWithLabel(grid: Grid, row: number, card: CardTable, vocabulary: Vocabulary): boolean {
  const first = grid.rowCells(row).find((cell) => cell.column >= card.left && cell.column < card.right);
  if (!first || typeof first.value !== 'string') return false;
  const keys = labelKeys(textOf(first));
  const inline = labelKeys(splitLabelled(first.value)?.label ?? '').filter((key) => key.length > 2);
  return isLabel(keys, vocabulary) || wordsOf(vocabulary.scalars, inline).length > 0 || /^(第.部分|注:|说明:|签字|审核|制表|编制)/.test(labelKey(textOf(first)));
}

export function isLabel(keys: readonly string[], vocabulary: Vocabulary): boolean {
  return wordsOf(vocabulary.scalars, keys).length > 0 || wordsOf(vocabulary.tables, keys).length > 0;
}

