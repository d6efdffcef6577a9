// Change events as hints: "read again soon", never "this is what changed" (drop-downs raise none on some platforms).

import { inExcel } from './batch.ts';
import { isOwnSheet, isWriting } from './own-writes.ts';
import { heardTyping } from './written-over.ts';

const callbacks = new Set<() => void>();
let registration: Promise<void> | null = null;

/** Registers with Excel once; returns the way to stop listening. */
export function onWorkbookChanged(callback: () => void): () => void {
  callbacks.add(callback);
  registration ??= register().catch(() => {
    registration = null;
  });
  return () => void callbacks.delete(callback);
}

async function register(): Promise<void> {
  await inExcel({ waitForCellEdit: true }, async (batch) => {
    const { worksheets } = batch.context.workbook;
    worksheets.onChanged.add(async (event) => {
      // Handlers run in every co-author's pane and for our own writes too.
      if (event.triggerSource === 'ThisLocalAddin') return;
      heardTyping(event);
      if (event.source === 'Local' && !isWriting()) announce();
    });
    worksheets.onDeleted.add(async ({ worksheetId }) => {
      if (!isOwnSheet(worksheetId)) announce();
    });
    worksheets.onAdded.add(async ({ worksheetId }) => {
      if (!isWriting() && !isOwnSheet(worksheetId)) announce();
    });
    await batch.sync();
  });
}

function announce(): void {
  for (const callback of callbacks) callback();
}
