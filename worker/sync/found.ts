// The rows of the reading statement, sorted by why they were read.

import type { Patch } from '../../domain/protocol/merge.ts';
import type { Belonging } from '../../domain/protocol/visibility.ts';
import type { StoredRecord } from '../books/draft.ts';
import type { HistoryEntry } from './desk.ts';
import type { FoundRow } from './queries.ts';
import { recordOf } from './read-world.ts';

export interface PulledRecord {
  readonly record: StoredRecord;
  /** Whose it was before the first change since the cursor; null for one that is new since, undefined in a snapshot. */
  readonly belonged: Belonging | null | undefined;
}

export interface Found {
  readonly atHand: Map<string, StoredRecord>;
  readonly history: Map<string, readonly HistoryEntry[]>;
  readonly pulled: Map<string, PulledRecord>;
  readonly pulledRows: number;
  /** Seq that the page of changes reaches. */
  readonly reached: number | null;
}

export function foundOf(rows: readonly FoundRow[]): Found {
  const found = { atHand: new Map<string, StoredRecord>(), history: new Map(), pulled: new Map(), pulledRows: 0, reached: null as number | null };
  for (const row of rows) {
    const { why, belonged, history, reached, ...stored } = row;
    const record = recordOf(stored);
    if (why !== 'pulled') {
      found.atHand.set(record.id, record);
      if (history) found.history.set(record.id, historyOf(history));
      continue;
    }
    found.pulledRows += 1;
    found.reached = Math.max(found.reached ?? 0, reached ?? 0);
    if (!found.pulled.has(record.id)) found.pulled.set(record.id, { record, belonged: belonging(belonged) });
  }
  return found;
}

function historyOf(text: string): HistoryEntry[] {
  const entries = (JSON.parse(text) as [number, number, Patch | null][]).map(([rev, seq, patch]) => ({ rev, seq, patch: patch ?? {} }));
  return entries.sort((a, b) => a.rev - b.rev);
}

function belonging(text: string | null): Belonging | null | undefined {
  if (text === null) return undefined;
  const before = JSON.parse(text) as [string, string, string | null] | null;
  return before && { owner: before[0], department: before[1], customer: before[2] };
}
