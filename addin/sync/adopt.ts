// A workbook whose ledger is lost: records are found again by their natural key among all that the Worker shows, before
// anything is created. Equal values are agreed; others become edits from rev 0, which the Worker answers with a question.

import { naturalKeyOf } from '../../domain/protocol/natural-key.ts';
import type { Fields } from '../../domain/forms/definition.ts';
import type { SyncedRecord } from '../../domain/protocol/messages.ts';
import { fingerprintOf } from '../sheets/ledger-entry.ts';
import { alignRows } from './align-rows.ts';
import { entryAfter } from './entry-after.ts';
import type { KnownRecord } from './known-record.ts';
import type { Ledger, SyncedEntry } from './ledger.ts';
import type { Look } from './look.ts';
import { settle } from './settle.ts';

/** Without a natural key the Worker cannot tell a creation from a record it has: such a workbook asks before it pushes. */
export function mustAskFirst(look: Look): boolean {
  if (look.ledgerState === 'whole') return false;
  return look.ledgerState === 'damaged' || look.known.some((known) => known.entry === null && !look.hasKey(known));
}

/** The ledger with entries for the records found again. */
export function adoptByKey(look: Look, changes: ReadonlyMap<string, SyncedRecord>): Ledger {
  const free = new Map([...changes].filter(([id, record]) => !look.byId.has(id) && !record.deleted));
  const adopted: SyncedEntry[] = [];
  const replaced = new Set<string>();
  for (const record of look.known) {
    if (record.entry && !record.entry.unsent) continue;
    const twin = twinOf(record, free);
    if (!twin) continue;
    free.delete(twin.record);
    replaced.add(record.id).add(twin.record);
    adopted.push(entryOfTwin(record, twin, look.ledger.salt));
  }
  return { ...look.ledger, cursor: 0, entries: [...look.ledger.entries.filter((entry) => !replaced.has(entry.record)), ...adopted] };
}

function entryOfTwin(record: KnownRecord, twin: SyncedRecord, salt: string): SyncedEntry {
  return entryAfter(settle(...adoption(record, twin), salt), new Set(), salt);
}

/** What settling needs to make a creation the record that the Worker already has. */
export function adoption(record: KnownRecord, twin: SyncedRecord): [KnownRecord, Parameters<typeof settle>[1]] {
  const found = alignRows(record.form, record.found, twin.fields as Fields);
  const result = { record: record.id, status: 'duplicate' as const, rev: twin.rev, merged: 0, problems: [], conflicts: [], duplicateOf: twin.record };
  return [{ ...record, found }, { sent: [], result, server: twin, left: false }];
}

/** The same natural key, or without one the same content, field by field. */
function twinOf(record: KnownRecord, free: ReadonlyMap<string, SyncedRecord>): SyncedRecord | undefined {
  const key = naturalKeyOf(record.form, record.found.fields, {});
  const content = fingerprintOf(record.found.fields, '');
  for (const other of free.values()) {
    if (other.form !== record.form.id) continue;
    const fields = other.fields as Fields;
    if (key === null ? fingerprintOf(fields, '') === content : naturalKeyOf(record.form, fields, {}) === key) return other;
  }
  return undefined;
}
