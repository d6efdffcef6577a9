// Rows and columns of a table.
import { HostError } from '../../wire/errors.ts';
import { findByNameOrId, HostCollection, HostObject } from '../../wire/host-object.ts';
import { shiftCells } from '../document/structure.ts';
import type { CellValue } from '../workbook-data.ts';
import { Range } from './range.ts';
import type { Table } from './table.ts';

class TableRow extends HostObject {
  static override readonly scalars = ['index', 'values'];
  readonly index: number;
  readonly $table: Table;

  constructor(table: Table, index: number) {
    super();
    this.$table = table;
    this.index = index;
  }

  get $className(): string {
    return 'TableRow';
  }

  get values(): CellValue[][] | null {
    return this.getRange().values;
  }

  set values(values: unknown) {
    this.getRange().values = values;
  }

  getRange(): Range {
    return this.$table.getDataBodyRange().getRow(this.index);
  }

  delete(): void {
    const { document, sheet } = this.$table.$place;
    shiftCells(document, sheet, this.getRange().$rect, 'Up');
  }
}

export class TableRowCollection extends HostCollection<TableRow> {
  readonly $table: Table;

  constructor(table: Table) {
    super();
    this.$table = table;
  }

  get $className(): string {
    return 'TableRowCollection';
  }

  get $items(): TableRow[] {
    return Array.from({ length: this.$table.$bodyRect.rows }, (_row, index) => new TableRow(this.$table, index));
  }

  getItem(index: unknown): TableRow {
    return this.getItemAt(Number(index));
  }

  /** at the end unless an index is given; cells below the table move down */
  add(index?: number, values?: unknown): TableRow {
    const table = this.$table;
    const { document, sheet } = table.$place;
    const { rect } = table.$state;
    const body = table.$bodyRect;
    const lines = (Array.isArray(values) ? (Array.isArray(values[0]) ? values : [values]) : [Array(rect.columns).fill('')]) as CellValue[][];
    if (lines.some((line) => line.length !== rect.columns)) throw new HostError('InvalidArgument');
    const at = index === undefined || index < 0 ? body.rows : index;
    const added = { row: body.row + at, column: rect.column, rows: lines.length, columns: rect.columns };
    const isInside = at < body.rows || table.showTotals;
    shiftCells(document, sheet, added, 'Down');
    // an insertion at the table's end does not stretch it by itself
    if (!isInside) table.$resize({ ...rect, rows: rect.rows + lines.length });
    new Range(table.$place, added).values = lines;
    return new TableRow(table, at);
  }
}

class TableColumn extends HostObject {
  static override readonly scalars = ['id', 'index', 'name', 'values'];
  readonly index: number;
  readonly $table: Table;

  constructor(table: Table, index: number) {
    super();
    this.$table = table;
    this.index = index;
  }

  get $className(): string {
    return 'TableColumn';
  }

  override get $wireId(): number {
    return this.id;
  }

  get id(): number {
    return this.index + 1;
  }

  get name(): string {
    return String(this.getHeaderRowRange().values?.[0]?.[0] ?? '');
  }

  set name(name: string) {
    this.getHeaderRowRange().values = [[name]];
  }

  get values(): CellValue[][] | null {
    return this.getRange().values;
  }

  set values(values: unknown) {
    this.getRange().values = values;
  }

  getRange(): Range {
    return this.$table.getRange().getColumn(this.index);
  }

  getDataBodyRange(): Range {
    return this.$table.getDataBodyRange().getColumn(this.index);
  }

  getHeaderRowRange(): Range {
    return this.$table.getHeaderRowRange().getColumn(this.index);
  }
}

export class TableColumnCollection extends HostCollection<TableColumn> {
  readonly $table: Table;

  constructor(table: Table) {
    super();
    this.$table = table;
  }

  get $className(): string {
    return 'TableColumnCollection';
  }

  get $items(): TableColumn[] {
    return Array.from({ length: this.$table.$state.rect.columns }, (_column, index) => new TableColumn(this.$table, index));
  }

  getItem(key: unknown): TableColumn {
    return findByNameOrId(this.$items, key, (column) => (typeof key === 'number' ? [column.id] : [column.name]));
  }
}
