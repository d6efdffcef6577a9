// A snapshot tells what is there. Of a record that lies in the sheets and did not come nobody knows whether it was deleted,
// and its cells are to be emptied, or is out of sight, and its cells are left alone: that is asked. Knows no Excel.

import type { SyncedRecord } from '../../domain/protocol/messages.ts';
import type { RecordDetail } from '../../domain/protocol/news.ts';
import { PaneError } from '../panes/services.ts';
import type { Gathered } from './conversation.ts';
import type { Look } from './look.ts';

/** One request each; what goes beyond is left alone in its cells. */
const askedAtOnce = 100;

export async function withDeleted(look: Look, gathered: Gathered, record: (id: string) => Promise<RecordDetail>): Promise<Gathered> {
  if (!gathered.isSnapshot) return gathered;
  const absent = look.known.filter(({ id, entry }) => entry && !entry.unsent && !entry.gone && !gathered.changes.has(id) && !gathered.left.has(id));
  const changes = new Map(gathered.changes);
  for (const { id } of absent.slice(0, askedAtOnce)) {
    const detail = await record(id).catch(outOfSight);
    if (detail?.record.deleted) changes.set(id, deletedRecord(detail));
  }
  return { ...gathered, changes };
}

function outOfSight(error: unknown): null {
  if (error instanceof PaneError && error.failure.status === 404) return null;
  throw error;
}

function deletedRecord({ record }: RecordDetail): SyncedRecord {
  const { form, rev, seq, by, at, fieldRev } = record;
  return { record: record.record, form, rev, seq, owner: '', customer: null, by, at, deleted: true, state: 'accepted', fields: {}, fieldRev, masked: [], problems: [] };
}
