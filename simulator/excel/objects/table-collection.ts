// The tables of a sheet, of the workbook, or of a range.
import { HostError } from '../../wire/errors.ts';
import { findByNameOrId, HostCollection } from '../../wire/host-object.ts';
import { intersect } from '../address.ts';
import { guardSheet } from '../document/protection.ts';
import type { SheetDocument, TableState } from '../document/sheet-document.ts';
import { freeTableName } from '../document/sheets.ts';
import { shiftCells } from '../document/structure.ts';
import type { WorkbookDocument } from '../document/workbook-document.ts';
import { Range } from './range.ts';
import { defaultTableStyle, Table } from './table.ts';

export class TableCollection extends HostCollection<Table> {
  readonly $document: WorkbookDocument;
  readonly $sheet: SheetDocument | undefined;
  readonly #includes: (table: TableState) => boolean;

  constructor(document: WorkbookDocument, sheet?: SheetDocument, includes: (table: TableState) => boolean = () => true) {
    super();
    this.$document = document;
    this.$sheet = sheet;
    this.#includes = includes;
  }

  get $className(): string {
    return 'TableCollection';
  }

  override get $events(): readonly string[] {
    return ['DataChanged', 'Added', 'Deleted'];
  }

  get $items(): Table[] {
    const sheets = this.$sheet === undefined ? this.$document.sheets : [this.$sheet];
    return sheets.flatMap((sheet) =>
      sheet.state.tables.filter(this.#includes).map((state) => new Table({ document: this.$document, sheet }, state)),
    );
  }

  getItem(key: unknown): Table {
    return findByNameOrId(this.$items, key, (table) => [table.name, table.id]);
  }

  add(address: unknown, hasHeaders: boolean): Table {
    const home = { document: this.$document, sheet: this.$sheet ?? this.$document.activeSheet };
    const range = new Range(home, { row: 0, column: 0, rows: 1, columns: 1 }).$other(address);
    const { document, sheet } = range.$place;
    guardSheet(sheet, range.$rect, 'contents');
    if (sheet.state.tables.some((table) => intersect(table.rect, range.$rect) !== undefined))
      throw new HostError('InvalidArgument', "A table can't overlap another table.");
    // Excel unmerges what lies under a new table
    sheet.state.merges = sheet.state.merges.filter((merge) => intersect(merge, range.$rect) === undefined);
    let rect = range.$rect;
    if (!hasHeaders) {
      shiftCells(document, sheet, { ...rect, rows: 1 }, 'Down');
      rect = { ...rect, rows: rect.rows + 1 };
    } else if (rect.rows === 1) rect = { ...rect, rows: 2 };
    nameHeaders(new Range(range.$place, { ...rect, rows: 1 }));
    const state: TableState = {
      id: document.newNumber(),
      name: freeTableName(document, 'Table1'),
      rect,
      showHeaders: true,
      showTotals: false,
      style: defaultTableStyle,
    };
    sheet.state.tables.push(state);
    document.emit({ kind: 'table', what: 'added', sheet, id: state.id, name: state.name });
    return new Table(range.$place, state);
  }
}

/** headers are distinct texts */
function nameHeaders(headers: Range): void {
  const taken = new Set<string>();
  const { document, sheet } = headers.$place;
  for (let index = 0; index < headers.columnCount; index++) {
    const { row, column } = headers.getCell(0, index).$rect;
    const text = String(document.valueOf(sheet, row, column)) || `Column${index + 1}`;
    let name = text;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${text}${number}`;
    taken.add(name.toLowerCase());
    const { formula: _formula, cached: _cached, ...kept } = sheet.cell(row, column);
    sheet.state.grid.set(row, column, { ...kept, value: name });
  }
}
