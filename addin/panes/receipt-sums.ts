// What a receipt comes to in numbers. Pure, without words.

import type { SyncReceipt } from './services.ts';

/** Fields that were sent. */
export function fieldsOf({ sent }: SyncReceipt): number {
  return sent.reduce((sum, form) => sum + form.fields, 0);
}

/** Fields on which a colleague had written something else. */
export function conflictsOf({ sent }: SyncReceipt): number {
  return sent.reduce((sum, form) => sum + form.conflicts, 0);
}

/** Records that came. */
export function cameOf({ received }: SyncReceipt): number {
  return received.reduce((sum, entry) => sum + entry.records, 0);
}
