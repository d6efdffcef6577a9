// What is done where the Worker knows the workbook's id for other people's, and the ledger does not say for whom the file is:
// either it was forgotten, or the file was copied before either copy was synchronised. Knows neither Excel nor the wire.

import { PaneError } from '../panes/services.ts';
import type { Ledger, ReadLedger } from './ledger.ts';

export function isBoundElsewhere(error: unknown): boolean {
  return error instanceof PaneError && error.failure.code === 'workbook-bound';
}

/** The ledger to go on with; null where it says for whom the file is. */
export function boundAnew({ ledger, state }: ReadLedger, newId: () => string): Ledger | null {
  if (ledger.audience !== null || ledger.isBound) return null;
  return state === 'damaged' ? { ...ledger, isBound: true } : { ...ledger, workbook: newId() };
}
