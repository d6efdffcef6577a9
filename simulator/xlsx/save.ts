// Saves WorkbookData as an .xlsx file that Excel, WPS and LibreOffice open.

import { writeWorkbookFile } from '../../addin/xlsx/writing/write-file.ts';
import type { WorkbookData } from '../excel/workbook-data.ts';
import { fileSheet } from './save-sheet.ts';

export async function xlsxFromWorkbookData(data: WorkbookData): Promise<Uint8Array> {
  const indexOf = (name: string): number => data.sheets.findIndex((sheet) => sheet.name === name);
  return writeWorkbookFile({
    sheets: data.sheets.map(fileSheet),
    names: data.names.map(({ name, formula, scope, visible }) => ({ name, formula: formula.replace(/^=/, ''), sheet: scope === undefined ? undefined : indexOf(scope), hidden: visible === false })),
    active: Math.max(0, indexOf(data.activeSheet)),
    structureProtected: data.structureProtected,
  });
}
