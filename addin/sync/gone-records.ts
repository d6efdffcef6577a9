// A snapshot tells what is there. Of a record that lies in the sheets and did not come nobody knows whether it was deleted,
// and its cells are to be emptied, or is out of sight, and its cells are left alone: that is asked. Knows no Excel.

import type { SyncedRecord } from '../../domain/protocol/messages.ts';
import type { RecordDetail } from '../../domain/protocol/news.ts';
import { PaneError } from '../panes/services.ts';
import type { Gathered } from './conversation.ts';
import type { Look } from './look.ts';
import { isOutOfSight } from './out-of-sight.ts';

/** One request each; what goes beyond is left alone in its cells, and what is typed there is sent: the Worker says which it is. */
const askedAtOnce = 100;

export async function withDeleted(look: Look, gathered: Gathered, record: (id: string) => Promise<RecordDetail>): Promise<Gathered> {
  if (!gathered.isSnapshot) return gathered;
  const absent = look.known.filter(({ id, entry }) => entry && !entry.unsent && !entry.deleted && !gathered.changes.has(id) && !gathered.left.has(id));
  const [known, unknown] = [absent.filter(isOutOfSight), absent.filter((one) => !isOutOfSight(one))];
  const changes = new Map(gathered.changes);
  const left = new Set([...gathered.left, ...known.map(({ id }) => id)]);
  for (const { id } of unknown.slice(0, askedAtOnce)) {
    const detail = await record(id).catch(outOfSight);
    if (detail?.record.deleted) changes.set(id, deletedRecord(detail));
    else left.add(id);
  }
  return { ...gathered, changes, left };
}

function outOfSight(error: unknown): null {
  if (error instanceof PaneError && error.failure.status === 404) return null;
  throw error;
}

function deletedRecord({ record }: RecordDetail): SyncedRecord {
  const { form, rev, seq, by, at, fieldRev } = record;
  return { record: record.record, form, rev, seq, owner: '', customer: null, by, at, deleted: true, state: 'accepted', fields: {}, fieldRev, masked: [], problems: [] };
}
