// What of a failure the pane can say; anything else is a mistake of ours and goes on.

import { PaneError } from '../panes/services.ts';
import type { PaneFailure } from '../panes/services.ts';

export function failureToSay(error: unknown): PaneFailure {
  if (error instanceof PaneError) return error.failure;
  throw error;
}
