// SQL of the news: whether there is any, in two rows; and the records changed since a cursor, the latest first.

import { sql } from '../db/sql.ts';
import type { SQL } from '../db/sql.ts';
import { columns, historyTerm, visibleToAll } from '../sync/queries.ts';
import type { RecordRow, VisibleTo } from '../sync/queries.ts';

export interface HeadRow {
  readonly expires: string;
  readonly revoked: string | null;
  readonly seq: number;
}

/** The session and the head of its organisation: one row each. */
export function headStatement(tokenHash: string): SQL {
  return sql`SELECT s.expires, s.revoked, h.seq FROM device_session s CROSS JOIN org_head h ON h.org = s.org WHERE s.hash = ${tokenHash}`;
}

export interface NewsRow extends RecordRow {
  readonly changes: string;
}

/**
 * At most `limit` records, each where it was last changed. Pushes are walked back until so many are in sight, however many
 * lie before them that are not: with nothing to sort, SQLite stops there. A new key alone is nothing that somebody changed.
 */
export function newsStatement(org: string, cursor: number, viewers: readonly VisibleTo[], limit: number): SQL {
  return sql`
    SELECT ${historyTerm(org, 'r', sql`c.seq > ${cursor}`, sql`json_array(c.seq, c.rev, c.kind, c.member, c.at, json(c.patch))`)} AS changes, ${columns}
    FROM push p INDEXED BY push_feed CROSS JOIN json_each(p.feed) j CROSS JOIN record r ON r.org = ${org} AND r.id = j.value ->> 0
      CROSS JOIN change last ON last.org = ${org} AND last.natural = r.natural AND last.record = r.id AND last.seq = r.seq AND last.push = p.id
    WHERE p.org = ${org} AND p.seq > ${cursor} AND p.count > 0 AND (last.kind <> 'restate' OR last.prev > ${cursor})
      AND ${visibleToAll(viewers)} ORDER BY p.seq DESC LIMIT ${limit}`;
}
