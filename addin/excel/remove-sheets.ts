// Takes away sheets that Keybook made just now (undo), never another and never the last visible one.

import { inExcel } from './batch.ts';
import { isOwnWrite } from './own-writes.ts';

export async function removeSheets(names: readonly string[]): Promise<string[]> {
  const { result } = await isOwnWrite(() =>
    inExcel({ waitForCellEdit: true }, async (batch) => {
      const { worksheets } = batch.context.workbook;
      worksheets.load('items/name,items/visibility');
      await batch.sync();
      const visible = worksheets.items.filter((sheet) => sheet.visibility === 'Visible' && !names.includes(sheet.name));
      const gone = visible.length > 0 ? worksheets.items.filter((sheet) => names.includes(sheet.name)) : [];
      const removed = gone.map((sheet) => sheet.name);
      for (const sheet of gone) sheet.delete();
      await batch.sync();
      return removed;
    }),
  );
  return result;
}
