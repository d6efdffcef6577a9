// The workbook as the simulator keeps it: sheets in order, names, stores, and one list of listeners.
import type { CellValue, WorkbookData } from '../workbook-data.ts';
import { Calculator } from '../formula/calculator.ts';
import type { Actor, Change } from './change.ts';
import type { SheetDocument } from './sheet-document.ts';

export interface NameState {
  name: string;
  /** with its '=' */
  formula: string;
  scope: SheetDocument | undefined;
  visible: boolean;
  comment: string;
}

export class WorkbookDocument {
  fileName = '工作簿1.xlsx';
  sheets: SheetDocument[] = [];
  names: NameState[] = [];
  activeSheetId = '';
  structureProtection: { password?: string } | undefined;
  properties: Record<string, string> = {};
  customProperties = new Map<string, string | number | boolean>();
  settings = new Map<string, unknown>();
  customXmlParts: { id: string; xml: string }[] = [];
  eventsEnabled = true;
  /** on OneDrive or SharePoint, where others may have the file open */
  autoSave = false;
  /** opens the bytes of an .xlsx file; whoever hosts the document knows how */
  openFile: ((bytes: Uint8Array) => WorkbookData) | undefined;
  actor: Actor = 'user';
  /** grows with every change of contents; what was calculated for an older version is stale */
  contentVersion = 0;
  readonly calculator = new Calculator(this);
  private nextIdNumber = 1;
  private readonly listeners = new Set<(change: Change) => void>();

  /** ids that came with a file are not given again */
  readonly takenIds = new Set<string>();

  newId(): string {
    const digits = (this.nextIdNumber++).toString(16).toUpperCase().padStart(12, '0');
    const id = `{00000000-0001-0000-0000-${digits}}`;
    return this.takenIds.has(id) ? this.newId() : id;
  }

  newNumber(): string {
    return String(this.nextIdNumber++);
  }

  get activeSheet(): SheetDocument {
    return this.sheets.find((sheet) => sheet.id === this.activeSheetId) ?? this.sheets[0]!;
  }

  findSheet(name: string): SheetDocument | undefined {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  /** what a cell shows as its value: its own, or its formula's result */
  valueOf(sheet: SheetDocument, row: number, column: number): CellValue {
    const cell = sheet.cell(row, column);
    return cell.formula === undefined ? cell.value : this.calculator.resultOf(sheet, row, column);
  }

  onChange(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** for writes that are told of later (a batch of cells is one change) */
  touch(): void {
    this.contentVersion++;
  }

  emit(change: Change): void {
    this.contentVersion++;
    for (const listener of this.listeners) listener(change);
  }
}
