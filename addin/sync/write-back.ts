// Takes Keybook's last write back: cells as they stood before, where they still hold what was written, and sheets that were
// made. What is taken back is then an ordinary edit of the person's, and the next sync says so.

import type { Workbook } from '../excel/host.ts';
import type { WrittenCell } from '../excel/workbook-writes.ts';
import { PaneError } from '../panes/services.ts';
import type { CellLink } from '../panes/services.ts';
import type { Look } from './look.ts';

export interface RememberedWrite {
  readonly cells: readonly WrittenCell[];
  /** Names of generated sheets that were made (never those that hold records). */
  readonly sheets: readonly string[];
}

export interface WriteBack {
  remember(write: RememberedWrite): void;
  undo(look: Look): Promise<readonly CellLink[]>;
}

export function writeBack(workbook: Workbook): WriteBack {
  let last: RememberedWrite | null = null;
  return {
    remember: (write) => {
      // A sync that wrote nothing leaves the write before it to be taken back.
      if (write.cells.length > 0 || write.sheets.length > 0) last = write;
    },
    undo: async (look) => {
      if (!last) throw new PaneError({ code: 'nothing-to-undo' });
      const { cells, sheets } = last;
      last = null;
      const patches = cells.map((cell) => ({ sheet: cell.sheet, row: cell.row, column: cell.column, value: cell.expected, numberFormat: cell.formatBefore, expected: cell.value }));
      const outcome = patches.length > 0 ? await workbook.write({ patches, plans: [], ledger: null }) : { written: [] };
      const removed = sheets.length > 0 ? await workbook.removeSheets(sheets) : [];
      return [...outcome.written.map((cell) => look.linkOf(cell.sheet, cell)), ...removed.map((sheet) => ({ sheet, address: 'A1' }))];
    },
  };
}
