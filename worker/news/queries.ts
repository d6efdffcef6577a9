// SQL of the news: whether there is any, in two rows; and the changes since a cursor, the latest pushes first.

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
  /** Whether older pushes than those looked at changed something too. */
  readonly older: number;
}

export function newsStatement(org: string, cursor: number, viewers: readonly VisibleTo[], limit: number): SQL {
  return sql`
    WITH late AS MATERIALIZED (SELECT feed, seq, sum(count) OVER (ORDER BY seq DESC) - count AS later
      FROM (SELECT feed, seq, count FROM push WHERE org = ${org} AND seq > ${cursor} AND count > 0 ORDER BY seq DESC LIMIT ${limit + 1})),
    fresh AS MATERIALIZED (SELECT DISTINCT j.value ->> 0 AS id FROM late p CROSS JOIN json_each(p.feed) j WHERE p.later < ${limit})
    SELECT (SELECT count(*) FROM late WHERE later >= ${limit}) AS older,
      ${historyTerm(org, 'r', sql`c.seq > ${cursor}`, sql`json_array(c.seq, c.rev, c.kind, c.member, c.at, json(c.patch))`)} AS changes, ${columns}
    FROM fresh f CROSS JOIN record r ON r.org = ${org} AND r.id = f.id WHERE ${visibleToAll(viewers)}`;
}
