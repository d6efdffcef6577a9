// Tables inside a card whose printed rows run across: persons as columns, what is said of them as rows.

import { tableRows } from './card-table-rows.ts';
import type { TableRow } from './card-table-rows.ts';
import { cardTablesAt } from './card-tables.ts';
import type { Band, CardTable } from './card-tables.ts';
import { turned } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { laidTables } from './laid-tables.ts';
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
  if (missing.length === 0) return tables;
  for (let column = band.left; column < band.right; column++) {
    for (const table of cardTablesAt(across, column, { left: grid.top, right: grid.bottom }, vocabulary, true)) {
      const head = grid.at(table.columns[0]!.header.cell.column, table.columns[0]!.header.cell.row);
      if (!missing.includes(table.table) || !isFree(head)) continue;
      const rows = tableRows(across, table, band.right, () => false, vocabulary);
      if (rows.filter((row) => row.rowId).length > 1) tables.push({ table: { ...table, turned: across }, rows, head });
    }
  }
  return tables;
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
