// The rows of the reading statement, sorted by why they were read.

import type { Value } from '../../domain/forms/definition.ts';
import type { Patch } from '../../domain/protocol/merge.ts';
import type { Belonging } from '../../domain/protocol/visibility.ts';
import type { StoredRecord } from '../books/draft.ts';
import type { HistoryEntry, KeptConflict } from './desk.ts';
import type { FoundRow } from './queries.ts';
import { recordOf } from './read-world.ts';

export interface PulledRecord {
  readonly record: StoredRecord;
  /** Whose it was before the first change since the cursor; null for one that is new since. Undefined in a snapshot: what is not visible there has left. */
  readonly belonged: Belonging | null | undefined;
}

/** A record with open conflicts that the caller and the workbook may see. */
export interface DisputedRecord {
  readonly record: StoredRecord;
  readonly conflicts: readonly KeptConflict[];
  readonly history: readonly HistoryEntry[];
}

export interface Found {
  readonly atHand: Map<string, StoredRecord>;
  readonly history: Map<string, readonly HistoryEntry[]>;
  /** Conflicts of the records that the push names. */
  readonly disputes: Map<string, readonly KeptConflict[]>;
  readonly disputed: Map<string, DisputedRecord>;
  readonly pulled: Map<string, PulledRecord>;
  readonly pulledRows: number;
  /** Seq that the page of changes reaches. */
  readonly reached: number | null;
}

export function foundOf(rows: readonly FoundRow[]): Found {
  const found: Omit<Found, 'pulledRows' | 'reached'> & { pulledRows: number; reached: number | null } = {
    atHand: new Map(), history: new Map(), disputes: new Map(), disputed: new Map(), pulled: new Map(), pulledRows: 0, reached: null,
  };
  for (const row of rows) {
    const { why, belonged, history, conflicts, reached, ...stored } = row;
    const record = recordOf(stored);
    if (why === 'disputed') {
      found.disputed.set(record.id, { record, conflicts: conflictsOf(record.id, conflicts!), history: historyOf(history!) });
    } else if (why === 'pulled') {
      found.pulledRows += 1;
      found.reached = Math.max(found.reached ?? 0, reached ?? 0);
      if (!found.pulled.has(record.id)) found.pulled.set(record.id, { record, belonged: belonging(belonged) });
    } else {
      found.atHand.set(record.id, record);
      if (history) found.history.set(record.id, historyOf(history));
      if (conflicts) found.disputes.set(record.id, conflictsOf(record.id, conflicts));
    }
  }
  return found;
}

function historyOf(text: string): HistoryEntry[] {
  const entries = JSON.parse(text) as [number, number, Patch | null, string, string][];
  return entries.map(([rev, seq, patch, member, at]) => ({ rev, seq, patch: patch ?? {}, member, at })).sort((a, b) => a.seq - b.seq);
}

type ConflictEntry = [id: string, path: string, mine: Value | null, base: Value | null, baseRev: number, theirs: number, member: string, at: string, open: 0 | 1];

function conflictsOf(record: string, text: string): KeptConflict[] {
  return (JSON.parse(text) as ConflictEntry[]).map(([id, path, mine, base, baseRev, theirs, member, at, open]) => ({ record, id, path, mine, base, baseRev, theirs, member, at, isOpen: open === 1 }));
}

function belonging(text: string | null): Belonging | null | undefined {
  if (text === null) return undefined;
  const before = JSON.parse(text) as [string, string, string | null] | null;
  return before && { owner: before[0], department: before[1], customer: before[2] };
}
