// The receipts and the last sync that the pane knows of: of this sitting and of the workbook. Pure.

import type { SyncReceipt, WorkbookReading } from './services.ts';
import type { PaneState } from './state.ts';

/** Those of this sitting, then those that the workbook keeps; the latest first. */
export function allReceipts(state: PaneState): readonly SyncReceipt[] {
  const here = new Set(state.receipts.flatMap((receipt) => receipt.number ?? receipt.at));
  const told = state.receipts.filter((receipt) => receipt.number !== null || receipt.received.length > 0);
  return [...told, ...(state.reading?.receipts ?? []).filter((receipt) => !here.has(receipt.number ?? receipt.at))];
}

/** This sitting's last sync, whatever it brought, or the one that the workbook tells of. */
export function lastSyncOf({ receipts: [latest], reading }: PaneState): WorkbookReading['lastSync'] {
  return latest ? { at: latest.at, receipt: latest.number } : (reading?.lastSync ?? null);
}
