// What the steps of matching share: records and entries still open, and grouping by a key.

import type { LedgerEntry } from './ledger-entry.ts';
import type { RecognisedRecord } from './recognised.ts';

/** A record that may be any of several, or one that changed beyond recognition. */
export interface MatchQuestion {
  readonly record: RecognisedRecord;
  readonly candidates: readonly LedgerEntry[];
}

export interface Side {
  readonly record: RecognisedRecord;
  readonly fingerprint: string;
  readonly keyHash: string;
}

export interface Open {
  readonly sides: Set<Side>;
  readonly entries: Set<LedgerEntry>;
}

/** Members by key; those without one are left out. */
export function group<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key !== '') push(groups, key, entry);
  }
  return groups;
}

export function push<Entry>(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}
