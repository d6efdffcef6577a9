// Adding, renaming, moving, hiding, copying and deleting worksheets, with Excel's refusals.
import { HostError } from '../../wire/errors.ts';
import { renameSheetInFormula } from '../formula/shift.ts';
import { guardStructure } from './protection.ts';
import type { Visibility } from './sheet-document.ts';
import { cloneSheetState, emptySheetState, SheetDocument } from './sheet-document.ts';
import { rewriteAllFormulas } from './structure.ts';
import type { WorkbookDocument } from './workbook-document.ts';

export function addSheet(document: WorkbookDocument, name?: string, position = document.sheets.length): SheetDocument {
  guardStructure(document);
  const chosen = name ?? freeName(document, (number) => `Sheet${number}`, document.sheets.length + 1);
  checkName(document, chosen);
  const sheet = new SheetDocument(document.newId(), emptySheetState(chosen));
  document.sheets.splice(position, 0, sheet);
  document.emit({ kind: 'added', sheet });
  return sheet;
}

export function renameSheet(document: WorkbookDocument, sheet: SheetDocument, name: string): void {
  guardStructure(document);
  checkName(document, name, sheet);
  const before = sheet.name;
  sheet.state.name = name;
  rewriteAllFormulas(document, (formula) => renameSheetInFormula(formula, before, name));
  document.emit({ kind: 'name', sheet, before, after: name });
}

export function deleteSheet(document: WorkbookDocument, sheet: SheetDocument): void {
  guardStructure(document);
  if (sheet.state.visibility === 'VeryHidden') throw new HostError('GeneralException');
  guardLastVisible(document, sheet);
  const wasActive = document.activeSheet === sheet;
  document.sheets = document.sheets.filter((other) => other !== sheet);
  document.names = document.names.filter((name) => name.scope !== sheet);
  rewriteAllFormulas(document, (formula) => renameSheetInFormula(formula, sheet.name, undefined));
  if (wasActive) activateSheet(document, document.sheets.find((other) => other.state.visibility === 'Visible')!);
  document.emit({ kind: 'deleted', sheet });
}

export function setVisibility(document: WorkbookDocument, sheet: SheetDocument, visibility: Visibility): void {
  if (!['Visible', 'Hidden', 'VeryHidden'].includes(visibility)) throw new HostError('InvalidArgument');
  if (sheet.state.visibility === visibility) return;
  guardStructure(document);
  if (visibility !== 'Visible') guardLastVisible(document, sheet);
  const before = sheet.state.visibility;
  sheet.state.visibility = visibility;
  if (document.activeSheet === sheet && visibility !== 'Visible')
    activateSheet(document, document.sheets.find((other) => other.state.visibility === 'Visible')!);
  document.emit({ kind: 'visibility', sheet, before, after: visibility });
}

export function moveSheet(document: WorkbookDocument, sheet: SheetDocument, position: number): void {
  guardStructure(document);
  if (!(position >= 0 && position < document.sheets.length)) throw new HostError('InvalidArgument');
  const before = document.sheets.indexOf(sheet);
  document.sheets.splice(before, 1);
  document.sheets.splice(position, 0, sheet);
  document.emit({ kind: 'moved', sheet, before, after: position });
}

export function activateSheet(document: WorkbookDocument, sheet: SheetDocument): void {
  if (sheet.state.visibility !== 'Visible') throw new HostError('InvalidOperation');
  const before = document.activeSheet;
  if (before === sheet) return;
  document.activeSheetId = sheet.id;
  document.emit({ kind: 'deactivated', sheet: before });
  document.emit({ kind: 'activated', sheet });
}

/** Tables of the copy get new names; custom properties are copied too, which identity by property must expect. */
export function copySheet(document: WorkbookDocument, sheet: SheetDocument, position: number, name?: string): SheetDocument {
  guardStructure(document);
  const chosen = name ?? freeSheetName(sheet.name, (free) => !document.findSheet(free));
  checkName(document, chosen);
  const copy = new SheetDocument(document.newId(), { ...cloneSheetState(sheet.state), name: chosen });
  for (const table of copy.state.tables) {
    table.id = document.newNumber();
    table.name = freeTableName(document, table.name);
  }
  for (const item of [...copy.state.charts, ...copy.state.conditionalFormats, ...copy.state.comments]) item.id = document.newId();
  document.sheets.splice(position, 0, copy);
  document.emit({ kind: 'added', sheet: copy });
  return copy;
}

export function freeTableName(document: WorkbookDocument, base: string): string {
  const taken = new Set(document.sheets.flatMap((sheet) => sheet.state.tables.map((table) => table.name.toLowerCase())));
  const stem = base.replace(/\d+$/, '') || 'Table';
  for (let number = 1; ; number++) if (!taken.has(`${stem}${number}`.toLowerCase())) return `${stem}${number}`;
}

/** `Sheet1 (2)`: how Excel tells a copy from what is there, cut to the length of a name */
export function freeSheetName(name: string, isFree: (name: string) => boolean): string {
  for (let number = 2; ; number++) {
    const ending = ` (${number})`;
    const free = `${name.slice(0, 31 - ending.length)}${ending}`;
    if (isFree(free)) return free;
  }
}

function freeName(document: WorkbookDocument, make: (number: number) => string, start: number): string {
  for (let number = start; ; number++) if (document.findSheet(make(number)) === undefined) return make(number);
}

function checkName(document: WorkbookDocument, name: string, self?: SheetDocument): void {
  const isLegal = typeof name === 'string' && name !== '' && name.length <= 31 && !/[\\/?*[\]:]/.test(name)
    && !name.startsWith("'") && !name.endsWith("'") && name.toLowerCase() !== 'history';
  if (!isLegal) throw new HostError('InvalidArgument');
  const other = document.findSheet(name);
  if (other !== undefined && other !== self) throw new HostError('ItemAlreadyExists');
}

function guardLastVisible(document: WorkbookDocument, sheet: SheetDocument): void {
  const others = document.sheets.filter((other) => other !== sheet && other.state.visibility === 'Visible');
  if (others.length === 0) throw new HostError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
}
