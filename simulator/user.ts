// What a person does in Excel's grid: typing, inserting and sorting rows, renaming sheets, undoing. Office.js has no
// part in this; events say that the change came from outside the add-in.
import { maxColumns, parseRect } from './excel/address.ts';
import type { SheetDocument, SheetState } from './excel/document/sheet-document.ts';
import { cloneSheetState } from './excel/document/sheet-document.ts';
import { activateSheet, addSheet, copySheet, deleteSheet, moveSheet, renameSheet } from './excel/document/sheets.ts';
import { shiftCells } from './excel/document/structure.ts';
import type { NameState, WorkbookDocument } from './excel/document/workbook-document.ts';
import { clearCells, writeFormat, writeInputs } from './excel/document/write.ts';
import { sortRows } from './excel/objects/range-sort.ts';
import type { CellData, CellStyle } from './excel/workbook-data.ts';
import type { Actor } from './excel/document/change.ts';
import { HostError } from './wire/errors.ts';

interface Snapshot {
  sheets: { sheet: SheetDocument; state: SheetState }[];
  names: NameState[];
  activeSheetId: string;
}

const undoDepth = 50;

export class User {
  private readonly document: WorkbookDocument;
  private readonly snapshots: Snapshot[] = [];

  constructor(document: WorkbookDocument) {
    this.document = document;
    document.onChange((change) => {
      if (change.kind === 'undoLost') this.snapshots.length = 0;
    });
  }

  /** one text for one cell, or rows of texts from the top-left cell on, as pasted */
  type(sheetName: string, address: string, input: string | string[][]): void {
    const lines = Array.isArray(input) ? input : [[input]];
    const start = parseRect(address);
    const rect = { ...start, rows: lines.length, columns: Math.max(...lines.map((line) => line.length)) };
    this.act((document) => writeInputs(document, this.sheet(sheetName), rect, (row, column) => lines[row]?.[column], 'person'));
  }

  clear(sheetName: string, address: string): void {
    this.act((document) => clearCells(document, this.sheet(sheetName), parseRect(address), 'Contents'));
  }

  /** rows are numbered as Excel shows them */
  insertRows(sheetName: string, beforeRow: number, count = 1): void {
    this.act((document) => shiftCells(document, this.sheet(sheetName), wholeRows(beforeRow, count), 'Down'));
  }

  deleteRows(sheetName: string, firstRow: number, count = 1): void {
    this.act((document) => shiftCells(document, this.sheet(sheetName), wholeRows(firstRow, count), 'Up'));
  }

  insertColumns(sheetName: string, beforeColumn: string, count = 1): void {
    this.act((document) => shiftCells(document, this.sheet(sheetName), wholeColumns(beforeColumn, count), 'Right'));
  }

  deleteColumns(sheetName: string, firstColumn: string, count = 1): void {
    this.act((document) => shiftCells(document, this.sheet(sheetName), wholeColumns(firstColumn, count), 'Left'));
  }

  /** sorts the rows of a range without its header; the key is a column letter */
  sortRows(sheetName: string, address: string, keyColumn: string, ascending = true): void {
    const rect = parseRect(address);
    const key = parseRect(`${keyColumn}1`).column - rect.column;
    this.act((document) => sortRows({ document, sheet: this.sheet(sheetName) }, rect, [{ key, ascending }]));
  }

  hideRows(sheetName: string, firstRow: number, count = 1, hidden = true): void {
    this.act((document) => {
      const sheet = this.sheet(sheetName);
      const rect = wholeRows(firstRow, count);
      for (let row = rect.row; row < rect.row + rect.rows; row++)
        if (hidden) sheet.state.hiddenRows.add(row);
        else sheet.state.hiddenRows.delete(row);
      document.emit({ kind: 'rowHidden', sheet, rect, hidden });
    });
  }

  format(sheetName: string, address: string, change: { style?: CellStyle; numberFormat?: CellData['numberFormat'] }): void {
    this.act((document) =>
      writeFormat(document, this.sheet(sheetName), parseRect(address), (cell) => ({
        ...cell,
        ...(change.numberFormat === undefined ? {} : { numberFormat: change.numberFormat }),
        ...(change.style === undefined ? {} : { style: { ...cell.style, ...change.style } }),
      })),
    );
  }

  addSheet(name?: string): void {
    this.act((document) => activateSheet(document, addSheet(document, name)));
  }

  renameSheet(sheetName: string, newName: string): void {
    this.act((document) => renameSheet(document, this.sheet(sheetName), newName));
  }

  copySheet(sheetName: string, newName?: string): void {
    this.act((document) => {
      const sheet = this.sheet(sheetName);
      copySheet(document, sheet, document.sheets.indexOf(sheet) + 1, newName);
    });
  }

  moveSheet(sheetName: string, position: number): void {
    this.act((document) => moveSheet(document, this.sheet(sheetName), position));
  }

  deleteSheet(sheetName: string): void {
    this.act((document) => deleteSheet(document, this.sheet(sheetName)));
    // Excel cannot take back the deletion of a sheet
    this.snapshots.length = 0;
  }

  activate(sheetName: string): void {
    this.as('user', () => activateSheet(this.document, this.sheet(sheetName)));
  }

  select(sheetName: string, address: string): void {
    this.as('user', () => {
      const sheet = this.sheet(sheetName);
      activateSheet(this.document, sheet);
      sheet.state.selection = parseRect(address);
      this.document.emit({ kind: 'selection', sheet, rect: sheet.state.selection });
    });
  }

  /** takes back the last action of the user; false when there is none */
  undo(): boolean {
    const snapshot = this.snapshots.pop();
    if (snapshot === undefined) return false;
    this.as('user', () => {
      this.document.sheets = snapshot.sheets.map(({ sheet }) => sheet);
      this.document.names = snapshot.names;
      this.document.activeSheetId = snapshot.activeSheetId;
      for (const { sheet, state } of snapshot.sheets) {
        sheet.state = state;
        const rect = sheet.used(false, parseRect('A:XFD'));
        if (rect !== undefined) this.document.emit({ kind: 'changed', sheet, rect, changeType: 'RangeEdited' });
      }
    });
    return true;
  }

  /** what a colleague writes into the same file: events say Remote */
  coauthorTypes(sheetName: string, address: string, text: string): void {
    this.as('coauthor', () =>
      writeInputs(this.document, this.sheet(sheetName), parseRect(address), () => text, 'person'),
    );
  }

  private sheet(name: string): SheetDocument {
    const sheet = this.document.findSheet(name);
    if (sheet === undefined) throw new HostError('ItemNotFound', `[simulator] no sheet ${name}`);
    return sheet;
  }

  private act(change: (document: WorkbookDocument) => void): void {
    const snapshot: Snapshot = {
      sheets: this.document.sheets.map((sheet) => ({ sheet, state: cloneSheetState(sheet.state) })),
      names: structuredClone(this.document.names.map((name) => ({ ...name, scope: undefined }))).map((name, index) => ({
        ...name,
        scope: this.document.names[index]!.scope,
      })),
      activeSheetId: this.document.activeSheetId,
    };
    this.as('user', () => change(this.document));
    this.snapshots.push(snapshot);
    if (this.snapshots.length > undoDepth) this.snapshots.shift();
  }

  private as(actor: Actor, change: () => void): void {
    const before = this.document.actor;
    this.document.actor = actor;
    try {
      change();
    } finally {
      this.document.actor = before;
    }
  }
}

function wholeRows(firstRow: number, count: number) {
  return { row: firstRow - 1, column: 0, rows: count, columns: maxColumns };
}

function wholeColumns(firstColumn: string, count: number) {
  return { ...parseRect(`${firstColumn}:${firstColumn}`), columns: count };
}

