// SQL of one record: as it is, its history (walked back from change to change), its conflicts, and the roster that says
// whether the caller may see it.

import { sql } from '../db/sql.ts';
import type { SQL } from '../db/sql.ts';
import { changesOf, columns } from '../sync/queries.ts';

export function recordStatement(org: string, id: string): SQL {
  return sql`SELECT ${columns} FROM record r WHERE r.org = ${org} AND r.id = ${id}`;
}

export interface HistoryRow {
  readonly seq: number;
  readonly rev: number;
  readonly kind: string;
  readonly member: string;
  readonly name: string | null;
  readonly device: string;
  readonly push: string;
  /** File name of the workbook. */
  readonly workbook: string | null;
  readonly owners: string;
  readonly patch: string | null;
  readonly at: string;
}

export function historyStatement(org: string, id: string): SQL {
  return sql`${changesOf(org, id, sql`c.seq, c.rev, c.kind, c.member, m.name, c.device, c.push, p.name AS workbook, c.owners, c.patch, c.at`)}
      LEFT JOIN member m ON m.org = ${org} AND m.id = c.member LEFT JOIN push p ON p.org = ${org} AND p.id = c.push
    ORDER BY c.seq`;
}

export interface ConflictRow {
  readonly id: string;
  readonly path: string;
  readonly mine: string | null;
  readonly base: string | null;
  readonly baserev: number;
  readonly theirs: number;
  readonly member: string;
  readonly name: string | null;
  readonly at: string;
  readonly decided: number | null;
  readonly decider: string | null;
  readonly decidedAt: string | null;
}

export function conflictsStatement(org: string, id: string): SQL {
  return sql`SELECT c.id, c.path, c.mine, c.base, c.baserev, c.theirs, c.member, m.name, c.at, c.decided, d.name AS decider, p.at AS decidedAt FROM conflict c
    LEFT JOIN member m ON m.org = c.org AND m.id = c.member LEFT JOIN push p ON p.org = c.org AND p.seq = c.decided
    LEFT JOIN member d ON d.org = p.org AND d.id = p.member WHERE c.org = ${org} AND c.open IN (0, 1) AND c.record = ${id} ORDER BY c.at, c.id`;
}

export function assignmentsStatement(org: string, member: string): SQL {
  return sql`SELECT customer, kind, member, since, until FROM assignment WHERE org = ${org} AND member = ${member}`;
}
