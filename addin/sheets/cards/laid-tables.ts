// Amounts that a card lays side by side under their items, with the table's label before them (`支出费用 | 餐费 | 交通费`, under
// them what each cost, and perhaps a remark), or line by line under the label. Nothing says item, amount or remark there.

import { readValue } from '../../../domain/forms/reading/read-value.ts';
import type { Field, Table } from '../../../domain/forms/definition.ts';
import { acrossColumns } from '../reading/across.ts';
import { fixedKeys } from './card-table-rows.ts';
import type { TableRow } from './card-table-rows.ts';
import type { Band, CardTable } from './card-tables.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import type { HeaderColumn } from '../reading/header.ts';
import { labelKey, labelKeys, unitOf } from '../reading/label-text.ts';
import type { TurnedTable } from './turned-tables.ts';
import { wordsOf } from '../reading/vocabulary.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

const fewestItems = 2;
const total = /^(合计|小计|总计|总额|共计)/;

/** `across`: the grid turned, in whose places the rows are those of the items. */
export function laidTables(grid: Grid, across: Grid, band: Band, vocabulary: Vocabulary, missing: readonly Table[], isFree: (cell: GridCell) => boolean): TurnedTable[] {
  const found: TurnedTable[] = [];
  for (let row = grid.top; row < grid.bottom - 1; row++) {
    for (const side of grid.rowCells(row)) {
      if (side.column < band.left || side.column >= band.right || typeof side.value !== 'string' || !isFree(side)) continue;
      const table = wordsOf(vocabulary.tables, labelKeys(side.value)).find((one) => missing.includes(one) && acrossColumns(one)?.cell.type.kind === 'money');
      const laid = table && (laidTable(grid, across, band, vocabulary, { table, side }) ?? listedTable(grid, band, vocabulary, { table, side }));
      if (laid) found.push(laid);
    }
  }
  return found;
}

function laidTable(grid: Grid, across: Grid, band: Band, vocabulary: Vocabulary, { table, side }: { readonly table: Table; readonly side: GridCell }): TurnedTable | undefined {
  const { heading: item, cell: amount } = acrossColumns(table)!;
  const items = itemsBeside(grid, side, band);
  const costs = items.map((cell) => grid.at(side.row + 1, cell.column));
  if (items.length < fewestItems || !costs.some((cell) => typeof cell.value === 'number') || !costs.every((cell, index) => cell.row === side.row + 1 && cell.column === items[index]!.column && (isEmptyCell(cell) || readValue(amount.type, cell).kind !== 'problem'))) return undefined;
  const remark = table.columns.find((column) => column.key === 'remark');
  const hasRemarks = remark !== undefined && side.rows > 2;
  const headings = [{ field: item, row: side.row }, { field: amount, row: side.row + 1 }, ...(hasRemarks ? [{ field: remark, row: side.row + 2 }] : [])];
  const turnedSide = { ...side, row: side.column, rows: side.columns, column: side.row };
  const columns = headings.map(({ field, row }) => column(across, field, turnedSide, row));
  const rows = items.flatMap((cell): TableRow[] => {
    const isSaid = headings.slice(1).some(({ row }) => !isEmptyCell(grid.at(row, cell.column)));
    const fixed = wordsOf(vocabulary.fixedRows, fixedKeys(textOf(cell))).find((word) => word.table === table)?.row.key;
    return isSaid && !total.test(labelKey(textOf(cell))) ? [{ row: cell.column, rowId: fixed ?? null, label: fixed ? across.at(cell.column, cell.row) : undefined, isBlank: false }] : [];
  });
  const card: CardTable = { table, band: { left: side.row, right: side.row + headings.length }, columns, headerRow: side.column, left: side.row, right: side.row + headings.length, side: undefined, turned: across };
  return { table: card, rows, head: side };
}

/** `支出费用报告` in a line of its own, then `餐费 | 960` line by line. */
function listedTable(grid: Grid, band: Band, vocabulary: Vocabulary, { table, side }: { readonly table: Table; readonly side: GridCell }): TurnedTable | undefined {
  if (table.fixedRows || grid.rowCells(side.row).some((cell) => cell !== side && cell.column >= band.left && cell.column < band.right)) return undefined;
  const { heading: item, cell: amount } = acrossColumns(table)!;
  const rows: TableRow[] = [];
  const place = side.column;
  let costs = -1;
  for (let row = side.row + side.rows; row < grid.bottom; row++) {
    const [name, cost, more] = grid.rowCells(row).filter((cell) => cell.column >= place && cell.column < band.right);
    if (!name || name.column !== place || typeof name.value !== 'string' || isLabelOf(vocabulary, name) || total.test(labelKey(name.value))) break;
    if (!cost || more || (costs >= 0 && cost.column !== costs) || readValue(amount.type, cost).kind !== 'value') return undefined;
    costs = cost.column;
    rows.push({ row, rowId: null, label: undefined, isBlank: false });
  }
  if (rows.length === 0) return undefined;
  const headings = [{ field: item, column: place }, { field: amount, column: costs }];
  const columns = headings.map(({ field, column: at }) => column(grid, field, { ...side, column: at }, at));
  return { table: { table, band, columns, headerRow: side.row, left: place, right: costs + 1, side: undefined }, rows, head: side };
}

function isLabelOf({ scalars, tables }: Vocabulary, cell: GridCell): boolean {
  const keys = labelKeys(textOf(cell));
  return wordsOf(scalars, keys).length > 0 || wordsOf(tables, keys).length > 0;
}

/** The words beside the label, one a column, up to what is none. */
function itemsBeside(grid: Grid, side: GridCell, band: Band): GridCell[] {
  const items: GridCell[] = [];
  for (let column = side.column + side.columns; column < band.right; ) {
    const cell = grid.at(side.row, column);
    if (typeof cell.value !== 'string' || isEmptyCell(cell) || cell.row !== side.row || cell.rows > 1 || /\d/.test(cell.value)) break;
    items.push(cell);
    column = cell.column + cell.columns;
  }
  return items;
}

function column(grid: Grid, field: Field, side: GridCell, place: number): HeaderColumn {
  const cell = grid.at(side.row, side.column);
  const unit = unitOf(textOf(side));
  return { field, header: { cell, keys: [], text: '', column: place, columns: 1, below: side.row + side.rows, under: [] }, ...(unit ? { unit } : {}) };
}
