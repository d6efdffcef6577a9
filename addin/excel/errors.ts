// Excel's error codes as the pane's failures. What is not known stays `excel-failed` with Excel's own code as detail.

import { PaneError } from '../panes/services.ts';
import type { PaneFailure } from '../panes/services.ts';

const codes: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode: 'cell-edit-mode',
  CellEditMode: 'cell-edit-mode',
  AccessDenied: 'sheet-protected',
  RequestPayloadSizeLimitExceeded: 'payload-too-large',
  ResponsePayloadSizeLimitExceeded: 'payload-too-large',
  PayloadTooLarge: 'payload-too-large',
  ActivityLimitReached: 'excel-busy',
  RequestAborted: 'excel-busy',
  HostRestart: 'excel-busy',
  RequestTimeout: 'excel-busy',
  Timeout: 'excel-busy',
  ConnectionFailure: 'excel-busy',
  ServiceNotAvailable: 'excel-busy',
  Conflict: 'excel-busy',
};

export function paneErrorOf(error: unknown): PaneError {
  if (error instanceof PaneError) return error;
  const { code, message, debugInfo } = (error ?? {}) as { code?: unknown; message?: string; debugInfo?: { errorLocation?: string } };
  if (typeof code !== 'string' && typeof code !== 'number') throw error;
  const detail = [String(code), debugInfo?.errorLocation, message].filter(Boolean).join(' · ');
  const failure: PaneFailure = { code: codes[String(code)] ?? 'excel-failed', detail };
  return Object.assign(new PaneError(failure), { cause: error });
}
