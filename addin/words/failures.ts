// Words for a failure's code. Knows nothing of where it came from.

import type { PaneFailure } from '../panes/services.ts';
import { words } from './words.ts';

export interface SaidFailure {
  readonly title: string;
  readonly text: string;
}

export function wordFailure(failure: PaneFailure): SaidFailure {
  const table = words.failures as Readonly<Record<string, SaidFailure | undefined>>;
  return table[failure.code] ?? words.otherFailure;
}
