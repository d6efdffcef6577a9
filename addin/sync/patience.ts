// Excel refuses everything while a cell is being edited (InvalidOperationInCellEditMode): a workbook that waits and asks
// again until the person is done, so that what was answered meanwhile is not lost. Knows no sync.

import type { Workbook } from '../excel/host.ts';
import { PaneError } from '../panes/services.ts';

/** What a sync asks of a workbook. */
export type SyncWorkbook = Pick<Workbook, 'read' | 'write' | 'writeLedger'>;

export interface Patience {
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Told once when the waiting begins and once when it is over. */
  readonly onWaiting?: (isWaiting: boolean) => void;
}

export const pauseFor = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const betweenTries = 1_000;

export function patient<Book extends SyncWorkbook>(workbook: Book, patience: Patience): Book {
  const waiting = <Result>(work: () => Promise<Result>): Promise<Result> => untilDone(work, patience);
  return {
    ...workbook,
    read: () => waiting(() => workbook.read()),
    write: (job) => waiting(() => workbook.write(job)),
    writeLedger: (...ledger) => waiting(() => workbook.writeLedger(...ledger)),
  };
}

async function untilDone<Result>(work: () => Promise<Result>, { pause, onWaiting }: Patience): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    try {
      const result = await work();
      if (tries > 0) onWaiting?.(false);
      return result;
    } catch (error) {
      if (!(error instanceof PaneError) || error.failure.code !== 'cell-edit-mode') throw error;
      if (tries === 0) onWaiting?.(true);
      await pause(betweenTries);
    }
  }
}
