// The workbook as the engine sees it: one object over everything in this folder, so that tests may hand in another.

import { PaneError } from '../panes/services.ts';
import { aboutExcel } from './about.ts';
import { supports } from './batch.ts';
import { onWorkbookChanged } from './events.ts';
import { fitsOneRequest, mayReadFiles, readFileInExcel } from './read-file.ts';
import { readWorkbook } from './read-workbook.ts';
import { removeSheets } from './remove-sheets.ts';
import { select } from './select.ts';
import { selectedCell } from './selection.ts';
import { onWrittenOver } from './written-over.ts';
import { writeLedgerCells, writeWorkbook } from './write-workbook.ts';

export interface Workbook {
  readonly about: typeof aboutExcel;
  readonly read: () => ReturnType<typeof readWorkbook>;
  readonly mayReadFiles: typeof mayReadFiles;
  readonly fitsOneRequest: typeof fitsOneRequest;
  readonly readFile: typeof readFileInExcel;
  readonly write: typeof writeWorkbook;
  readonly writeLedger: typeof writeLedgerCells;
  readonly removeSheets: typeof removeSheets;
  readonly select: typeof select;
  readonly selectedCell: typeof selectedCell;
  readonly onChanged: typeof onWorkbookChanged;
  readonly onWrittenOver: typeof onWrittenOver;
}

export const excelWorkbook: Workbook = {
  about: aboutExcel,
  read: () => readWorkbook(),
  mayReadFiles,
  fitsOneRequest,
  readFile: readFileInExcel,
  write: writeWorkbook,
  writeLedger: writeLedgerCells,
  removeSheets,
  select,
  selectedCell,
  onChanged: onWorkbookChanged,
  onWrittenOver,
};

/** Resolves once Office.js is up; refuses a host that is no Excel or too old. */
export async function whenExcelIsReady(): Promise<void> {
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) throw new PaneError({ code: 'not-in-excel' });
  if (!supports('ExcelApi', '1.14')) throw new PaneError({ code: 'excel-too-old' });
}

/** Prefix under which this document's host keeps the pane's storage apart; '' where the host has none. */
export function storagePartition(): string {
  return Office.context?.partitionKey ?? '';
}
