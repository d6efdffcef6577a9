// Applies patches, sheet plans and the ledger in two context.sync(): look again, then write everything at once. A write
// over 4 MB goes on in further ones.

import { PaneError } from '../panes/services.ts';
import { inExcel } from './batch.ts';
import { queueLedger, queueLedgerCheck } from './ledger-sheet.ts';
import { lookForMarks, queueMarks } from './mark-cells.ts';
import { isOwnWrite } from './own-writes.ts';
import { isRefusal, refusedCells } from './refused-cells.ts';
import { roomIn } from './room.ts';
import { bytesOf } from './style-groups.ts';
import { copiesToMake, lookForSources, nameCopies, queueCopy } from './copy-sheets.ts';
import { lookForSheets, nameSheets, newSheet, queueSheet, takenNames } from './write-sheet.ts';
import { checkCells, queueCells, queueLooks, queueReread } from './write-cells.ts';
import { rememberWritten } from './written-over.ts';
import type { WriteJob, WriteOutcome } from './workbook-writes.ts';

export interface WorkbookWrite extends WriteOutcome {
  readonly syncs: number;
}

/** Where Excel refuses, the cells it will not take are found and told, and all else is written. */
export async function writeWorkbook(job: WriteJob): Promise<WorkbookWrite> {
  try {
    return await writeAll(job);
  } catch (error) {
    if (!isRefusal(error) || job.patches.length === 0) throw error;
    return writeAll(job, await refusedCells(job.patches));
  }
}

async function writeAll(job: WriteJob, refused?: ReadonlySet<string>): Promise<WorkbookWrite> {
  const { result, syncs } = await isOwnWrite(() =>
    inExcel({}, async (batch) => {
      const reread = queueReread(batch, job.patches);
      const lookup = lookForSheets(batch, job.plans);
      const sources = lookForSources(batch, job.copies ?? []);
      const marks = lookForMarks(batch, job.marks);
      batch.context.workbook.protection.load('protected');
      const ledger = job.ledger ? queueLedgerCheck(batch, job.ledger.before) : null;
      await batch.sync();
      ledger?.check();
      if (batch.context.workbook.protection.protected) throw new PaneError({ code: 'structure-protected' });

      const taken = takenNames(lookup);
      const made = copiesToMake(sources);
      const copies = nameCopies(made, taken);
      const drawnInstead = (job.copies ?? []).filter((copy) => !made.includes(copy)).map(({ otherwise }) => newSheet(otherwise, taken));
      const sheets = [...nameSheets(lookup, job.plans, taken), ...drawnInstead];
      // Before a sheet is copied: a copy brings no mark along.
      const marked = queueMarks(marks, job.marks);
      const outcome: WriteOutcome = { ...checkCells(reread, refused), sheets: [...sheets, ...copies].map((sheet) => sheet.planned), ...(job.marks ? { marks: marked } : {}) };
      const room = roomIn(batch);
      queueLooks(batch, job.newLines ?? [], outcome.written);
      // What was found to be writable cell by cell stands there already.
      if (!refused) await queueCells(batch, outcome.written, room);
      for (const copy of copies) await queueCopy(batch, copy, room);
      for (const sheet of sheets) {
        await room.take(bytesOf(sheet.plan));
        queueSheet(batch, sheet);
      }
      if (job.ledger) await queueLedger(batch, job.ledger.before, job.ledger.after(outcome), room);
      rememberWritten(outcome.written);
      await batch.sync();
      return outcome;
    }),
  );
  return { ...result, syncs };
}

/** Protocol step 3: the sealed push goes into `_keybook` before it is sent. */
export async function writeLedgerCells(before: readonly string[] | null, after: readonly string[]): Promise<void> {
  await isOwnWrite(() =>
    inExcel({}, async (batch) => {
      const ledger = queueLedgerCheck(batch, before);
      await batch.sync();
      ledger.check();
      await queueLedger(batch, before, after, roomIn(batch));
      await batch.sync();
    }),
  );
}
