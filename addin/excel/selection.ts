// Which cell is selected: read on a press in the pane. Knows no records.

import type { CellLink } from '../panes/services.ts';
import { addressOf } from '../sheets/image.ts';
import { inExcel } from './batch.ts';

/** The first cell of the selection, with the id of its sheet. */
export async function selectedCell(): Promise<{ readonly cell: CellLink; readonly sheet: string; readonly row: number; readonly column: number }> {
  const { result } = await inExcel({}, async (batch) => {
    const range = batch.context.workbook.getSelectedRange();
    range.load('rowIndex,columnIndex');
    range.worksheet.load('id,name');
    await batch.sync();
    const { rowIndex: row, columnIndex: column } = range;
    return { cell: { sheet: range.worksheet.name, address: addressOf(row, column) }, sheet: range.worksheet.id, row, column };
  });
  return result;
}
