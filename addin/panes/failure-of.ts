// What was thrown as a failure that can be said.

import { PaneError } from './services.ts';
import type { PaneFailure } from './services.ts';

export function failureOf(error: unknown): PaneFailure {
  if (error instanceof PaneError) return error.failure;
  return { code: 'internal', detail: error instanceof Error ? error.message : String(error) };
}
