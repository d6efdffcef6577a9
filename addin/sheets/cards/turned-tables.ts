// Tables inside a card whose rows run across: persons, or gifts, as columns, what is said of them as rows.

import { readValue } from '../../../domain/forms/reading/read-value.ts';
import { tableRows } from './card-table-rows.ts';
import type { TableRow } from './card-table-rows.ts';
import { cardTablesAt } from './card-tables.ts';
import type { Band, CardTable } from './card-tables.ts';
import { isEmptyCell, textOf, turned } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { laidTables } from './laid-tables.ts';
import { isSumLabel, labelKeys } from '../reading/label-text.ts';
import { wordsOf } from '../reading/vocabulary.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

export interface TurnedTable {
  readonly table: CardTable;
  readonly rows: readonly TableRow[];
  /** Its heading's cell, as the sheet has it. */
  readonly head: GridCell;
}

/** Those of a form's tables that no heading row was found for. */
export function turnedTables(grid: Grid, band: Band, vocabulary: Vocabulary, found: readonly CardTable[], isFree: (cell: GridCell) => boolean): TurnedTable[] {
  const unfound = (vocabulary.form.tables ?? []).filter((table) => !table.isSigned && !found.some((other) => other.table === table));
  const missing = unfound.filter((table) => table.fixedRows && table.rowLabel && table.columns.length > 2);
  if (unfound.length === 0) return [];
  const across = turned(grid);
  const tables = laidTables(grid, across, band, vocabulary, unfound, isFree);
  const open = unfound.filter((table) => !table.fixedRows && !tables.some((other) => other.table.table === table));
  if (missing.length + open.length === 0) return tables;
  for (let column = band.left; column < band.right; column++) {
    for (const table of cardTablesAt(across, column, { left: grid.top, right: grid.bottom }, vocabulary, true)) {
      const head = grid.at(table.columns[0]!.header.cell.column, table.columns[0]!.header.cell.row);
      if (!isFree(head)) continue;
      if (open.includes(table.table)) tables.push(...openTable(across, band, table, vocabulary).map((found) => ({ ...found, head })));
      if (!missing.includes(table.table)) continue;
      const rows = tableRows(across, table, band.right, () => false, vocabulary);
      if (rows.filter((row) => row.rowId).length > 1) tables.push({ table: { ...table, turned: across }, rows, head });
    }
  }
  return tables;
}

const fewestOwn = 2;

/**
 * `馈赠日期`, `礼品名称`, `数量` one under another, and a gift a column beside them. One such column alone is labels with their
 * values; a last one with the sum of the others is none.
 */
function openTable(across: Grid, band: Band, table: CardTable, vocabulary: Vocabulary): Omit<TurnedTable, 'head'>[] {
  // What stands above a column belongs to labels of its own.
  const own = { ...table, band: { ...table.band, left: table.left }, side: undefined, turned: across };
  const cellsAt = (row: number): GridCell[] => table.columns.map(({ header }) => across.at(row, header.column)).filter((cell) => cell.row === row && !isEmptyCell(cell));
  const ends = (row: number): boolean => isSumLabel(textOf(across.at(row, table.left - 1))) || cellsAt(row).some((cell) => wordsOf(vocabulary.columns, labelKeys(textOf(cell))).length > 0);
  const rows = tableRows(across, own, band.right, ends, vocabulary);
  const said = rows.filter(({ row }) => cellsAt(row).length >= fewestOwn && isNoHint(across, row, table));
  return namesRequired(table) && said.length > 1 && said[0] === rows[0] ? [{ table: own, rows }] : [];
}

/** How to fill a line in stands beside it too: of what is more than text, a row says something that can be read. */
function isNoHint(across: Grid, row: number, { columns }: CardTable): boolean {
  const typed = columns.filter(({ field }) => !wordyTypes.has(field.type.kind));
  return typed.length === 0 || typed.some(({ field, header }) => readValue(field.type, across.at(row, header.column), anyYear).kind === 'value');
}

const wordyTypes = new Set(['text', 'customer', 'member', 'names', 'day-or-text']);
/** Only whether it can be read is asked. */
const anyYear = { year: 2000 };

/** All that the table must say but one, of which nobody may have thought. */
function namesRequired({ table, columns }: CardTable): boolean {
  return table.columns.filter((field) => field.required && !columns.some((column) => column.field === field)).length < 2;
}

/** The cells of the sheet that it takes. */
export function cellsOfTurned(grid: Grid, { table, rows }: TurnedTable): GridCell[] {
  const cells: GridCell[] = [];
  const last = rows[rows.length - 1]?.row ?? table.headerRow;
  for (let along = table.headerRow; along <= last; along++) {
    for (let across = table.left; across < table.right; across++) cells.push(table.turned ? grid.at(across, along) : grid.at(along, across));
  }
  for (const row of rows) if (row.label) cells.push(table.turned ? grid.at(row.label.column, row.label.row) : row.label);
  return cells;
}
