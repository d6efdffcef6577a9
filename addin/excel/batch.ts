// One conversation with Excel: counts its context.sync() calls and turns its errors into the pane's. Knows no sheets.

import { paneErrorOf } from './errors.ts';

export interface ExcelBatch {
  readonly context: Excel.RequestContext;
  sync(): Promise<void>;
}

export interface BatchOptions {
  /** Waits for the person to finish the cell; without it a cell being edited is a `cell-edit-mode` refusal. */
  readonly waitForCellEdit?: boolean;
}

export async function inExcel<Result>(options: BatchOptions, work: (batch: ExcelBatch) => Promise<Result>): Promise<{ result: Result; syncs: number }> {
  let syncs = 0;
  const run = (context: Excel.RequestContext): Promise<Result> =>
    work({
      context,
      sync: async () => {
        syncs += 1;
        await context.sync();
      },
    });
  try {
    const result = await (options.waitForCellEdit && canWaitForCellEdit() ? Excel.run({ delayForCellEdit: true }, run) : Excel.run(run));
    return { result, syncs };
  } catch (error) {
    throw paneErrorOf(error);
  }
}

function canWaitForCellEdit(): boolean {
  return supports('ExcelApi', '1.14');
}

/** Guard for anything newer than the manifest's requirement set. */
export function supports(set: string, version: string): boolean {
  return Office.context?.requirements?.isSetSupported(set, version) ?? false;
}
