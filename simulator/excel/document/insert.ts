// Sheets of a file put into the workbook, as insertWorksheetsFromBase64 does: with new ids, with free names, with the
// names of ranges that come along. The person's undo is lost with it.
import { HostError } from '../../wire/errors.ts';
import type { WorkbookData } from '../workbook-data.ts';
import { documentFromData } from './data.ts';
import { guardStructure } from './protection.ts';
import { SheetDocument } from './sheet-document.ts';
import { freeSheetName, freeTableName, renameSheet } from './sheets.ts';
import type { WorkbookDocument } from './workbook-document.ts';

export interface InsertOptions {
  sheetNamesToInsert?: string[];
  /** None, Before, After, Beginning, End */
  positionType?: string;
  /** name or id of the sheet that Before and After mean */
  relativeTo?: string;
}

/** ids of the new sheets, in the file's order */
export function insertSheets(document: WorkbookDocument, data: WorkbookData, options: InsertOptions = {}): string[] {
  guardStructure(document);
  const file = documentFromData({ ...data, structureProtected: false });
  const wanted = options.sheetNamesToInsert ?? [];
  const chosen = wanted.length === 0 ? [...file.sheets] : wanted.map((name) => file.findSheet(name) ?? refuse());
  const start = positionOf(document, options);
  for (const sheet of chosen) {
    if (document.findSheet(sheet.name)) renameSheet(file, sheet, freeSheetName(sheet.name, (name) => !document.findSheet(name) && !file.findSheet(name)));
  }
  const inserted = new Map(chosen.map((sheet) => [sheet, adopted(document, sheet)]));
  document.sheets.splice(start, 0, ...inserted.values());
  for (const name of file.names) {
    const scope = name.scope && inserted.get(name.scope);
    if ((name.scope && !scope) || document.names.some((other) => other.scope === scope && other.name.toLowerCase() === name.name.toLowerCase())) continue;
    document.names.push({ ...name, scope });
  }
  document.emit({ kind: 'undoLost' });
  for (const sheet of inserted.values()) document.emit({ kind: 'added', sheet });
  return [...inserted.values()].map((sheet) => sheet.id);
}

function adopted(document: WorkbookDocument, { state }: SheetDocument): SheetDocument {
  for (const table of state.tables) {
    table.id = document.newNumber();
    if (document.sheets.some((sheet) => sheet.state.tables.some((other) => other.name.toLowerCase() === table.name.toLowerCase()))) table.name = freeTableName(document, table.name);
  }
  for (const item of [...state.charts, ...state.conditionalFormats, ...state.comments]) item.id = document.newId();
  return new SheetDocument(document.newId(), state);
}

function positionOf(document: WorkbookDocument, { positionType = 'End', relativeTo }: InsertOptions): number {
  if (positionType === 'Beginning') return 0;
  if (positionType === 'End' || positionType === 'None') return document.sheets.length;
  const place = document.sheets.findIndex((sheet) => sheet.id === relativeTo || sheet.name.toLowerCase() === relativeTo?.toLowerCase());
  if (place < 0 || (positionType !== 'Before' && positionType !== 'After')) refuse();
  return positionType === 'Before' ? place : place + 1;
}

function refuse(): never {
  throw new HostError('InvalidArgument');
}
