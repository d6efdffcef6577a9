// The rows of a table inside a card: which are printed, which a person adds, and what ends them.

import type { Table } from '../../../domain/forms/definition.ts';
import { namesPosts } from './card-signing.ts';
import type { Band, CardTable } from './card-tables.ts';
import { textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { belowHeader, repeatsHeading, topOfHeading } from '../reading/header.ts';
import type { HeaderColumn } from '../reading/header.ts';
import type { HeaderCell } from '../reading/header-cells.ts';
import { labelKey, labelKeys, splitLabelled } from '../reading/label-text.ts';
import { isSectionLine } from '../reading/other-heading.ts';
import { rowKind } from '../reading/row-reading.ts';
import { wordsOf } from '../reading/vocabulary.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

export interface TableRow {
  readonly row: number;
  readonly rowId: string | null;
  /** The printed label's cell of a fixed row, or of a row with a label of its own. */
  readonly label: GridCell | undefined;
  readonly isBlank: boolean;
  /** Says the sum of the rows above it and is none itself. */
  readonly isTotal?: true;
}

export function endOf(columns: readonly HeaderColumn[]): number {
  const { header } = columns[columns.length - 1]!;
  return header.column + header.columns;
}

/** Columns in which the printed rows' labels may begin: before the first heading, under their own, or under it alone where others stand before it. */
export function placeOfLabels(columns: readonly HeaderColumn[], from: number, left: number, table: Table): Band {
  const place = columns.findIndex((column) => column.field.key === table.rowLabel);
  const own = columns[place]?.header.column;
  return own === undefined ? { left: from, right: left } : { left: place === 0 ? from : own, right: own };
}

export function fixedRowsBelow(grid: Grid, columns: readonly HeaderColumn[], before: Band, table: Table, vocabulary: Vocabulary): number {
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

/** `项目` over 总经理, 副总经理: whatever it is called, the column in which the printed rows stand. */
export function withPrintedRows(grid: Grid, headers: readonly HeaderCell[], columns: readonly HeaderColumn[], table: Table | undefined, { fixedRows }: Vocabulary): readonly HeaderColumn[] {
  const label = table?.fixedRows && table.columns.find((field) => field.key === table.rowLabel);
  if (!label || columns.length === 0 || columns.some((column) => column.field === label)) return columns;
  const isPrinted = (cell: GridCell): boolean => wordsOf(fixedRows, labelKeys(textOf(cell))).some((word) => word.table === table);
  const header = headers.find((one) => !columns.some((column) => column.header === one) && [0, 1].every((down) => isPrinted(grid.at(one.below + down, one.column))));
  return header ? [...columns, { field: label, header }].sort((a, b) => a.header.column - b.header.column) : columns;
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

/** The rows of a table, blank ruled ones too, down to whatever ends it. `onRepeated` hears of its headings once more, page after page. */
export function tableRows(grid: Grid, card: CardTable, bottom: number, isHeading: (row: number) => boolean, vocabulary: Vocabulary, onRepeated: (row: number) => void = () => {}): TableRow[] {
  const { table } = card;
  const rows: TableRow[] = [];
  const used = new Set<string>();
  const first = belowHeader(card.columns);
  const beside = card.side && card.side.column < card.left ? card.side.row + card.side.rows : first;
  // A label that runs down beside the rows says where they end.
  const end = beside > first ? Math.min(bottom, beside) : bottom;
  let free = 0;
  const another = columnsOfAnotherBlock(grid, card);
  let isPaged = false;
  for (let row = first; row < end; row++) {
    if (repeatsHeading(grid, row, card.columns)) {
      onRepeated(row);
      row += first - topOfHeading(card.columns) - 1;
      isPaged = true;
      continue;
    }
    if (isHeading(row)) break;
    // A printed row may be as high as several.
    if (row < free && grid.rowCells(row).every((cell) => cell.column >= card.right || cell.column + cell.columns <= card.left)) continue;
    const fixed = table.fixedRows ? fixedRowAt(grid, row, placeOfLabels(card.columns, card.band.left, card.left, table), table, vocabulary) : undefined;
    const before = grid.rowCells(row).filter((cell) => cell.column >= card.band.left && cell.column + cell.columns <= card.left && cell !== fixed?.cell && cell !== card.side && !another.has(cell.column));
    if (!fixed && before.some((cell) => typeof cell.value !== 'number')) break;
    const from = fixed ? Math.max(card.left, fixed.cell.column + fixed.cell.columns) : card.left;
    const kind = rowKind(grid, row, card.columns, from, card.right, false);
    if (kind === 'total' && repeatsHeading(grid, nextFilled(grid, row + 1), card.columns)) continue;
    // A page's own sum is not that of all pages.
    const isOfPage = isPaged && grid.rowCells(row).some((cell) => labelKey(textOf(cell)).startsWith('本页'));
    if (kind === 'total' && table.total && !isOfPage) rows.push({ row, rowId: null, label: undefined, isBlank: false, isTotal: true });
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

/** The next row in which anything stands, a blank one or two passed over. */
function nextFilled(grid: Grid, from: number): number {
  for (let row = from; row < from + 2; row++) if (grid.rowCells(row).length > 0) return row;
  return from + 2;
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
  const cells = grid.rowCells(row).filter((cell) => cell.column >= card.band.left && cell.column < card.right);
  return [cells[0], cells.find((cell) => cell.column >= card.left)].some((cell) => cell !== undefined && beginsCard(grid, cell, vocabulary));
}

function beginsCard(grid: Grid, first: GridCell, vocabulary: Vocabulary): boolean {
  if (typeof first.value !== 'string') return false;
  const keys = labelKeys(textOf(first));
  const { naturalKey } = vocabulary.form;
  const inline = labelKeys(splitLabelled(first.value)?.label ?? '').filter((key) => key.length > 2 || wordsOf(vocabulary.scalars, [key]).some(({ field }) => naturalKey.includes(field.key)));
  // `三、澄心口腔` over the labels of the next card.
  if (isSectionLine(grid, first.row) && grid.rowCells(first.row + 1).some((cell) => typeof cell.value === 'string' && isLabel(labelKeys(cell.value), vocabulary))) return true;
  return isLabel(keys, vocabulary) || wordsOf(vocabulary.scalars, inline).length > 0 || /^(第.部分|注:|说明:|签字|审核|制表|编制)/.test(labelKey(textOf(first)));
}

export function isLabel(keys: readonly string[], vocabulary: Vocabulary): boolean {
  return wordsOf(vocabulary.scalars, keys).length > 0 || wordsOf(vocabulary.tables, keys).length > 0;
}
