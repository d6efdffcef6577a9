// Shows a cell to the person: only ever on a press in the pane.

import { placeOf } from '../sheets/image.ts';
import { PaneError } from '../panes/services.ts';
import type { CellLink } from '../panes/services.ts';
import { inExcel } from './batch.ts';

export async function select(cell: CellLink): Promise<void> {
  await inExcel({}, async (batch) => {
    const sheet = batch.context.workbook.worksheets.getItemOrNullObject(cell.sheet);
    sheet.load('visibility');
    await batch.sync();
    if (sheet.isNullObject) throw new PaneError({ code: 'sheet-gone', at: cell });
    if (sheet.visibility !== 'Visible') throw new PaneError({ code: 'sheet-hidden', at: cell });
    const { row, column } = placeOf(cell.address);
    sheet.activate();
    sheet.getRangeByIndexes(row, column, 1, 1).select();
    await batch.sync();
  });
}
