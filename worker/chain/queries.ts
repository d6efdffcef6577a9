// SQL that reads the whole chain, page by page: its head, its pushes in order, and every change by its key.

import { sql } from '../db/sql.ts';
import type { SQL } from '../db/sql.ts';

export interface HeadRow {
  readonly seq: number;
  readonly chain: string;
}

export function headStatement(org: string): SQL {
  return sql`SELECT seq, chain FROM org_head WHERE org = ${org}`;
}

export interface PushRow {
  readonly id: string;
  readonly seq: number;
  readonly prior: string;
  readonly link: string;
  readonly digests: string;
  readonly hash: string;
  readonly receipt: string;
  readonly member: string;
  readonly device: string;
  readonly workbook: string;
  readonly name: string | null;
  readonly feed: string;
  readonly at: string;
}

export function pushesStatement(org: string, after: readonly [seq: number, id: string], upTo: number, limit: number): SQL {
  return sql`SELECT id, seq, prior, link, digests, hash, receipt, member, device, workbook, name, feed, at FROM push
    WHERE org = ${org} AND (seq, id) > (${after[0]}, ${after[1]}) AND seq <= ${upTo} ORDER BY seq, id LIMIT ${limit}`;
}

export interface ChangeRow {
  readonly natural: string;
  readonly record: string;
  readonly seq: number;
  readonly rev: number;
  readonly member: string;
  readonly push: string;
  readonly patch: string | null;
  readonly salt: string | null;
  readonly digest: string;
  readonly erased: string | null;
  readonly at: string;
}

export function changesStatement(org: string, [natural, record, seq]: readonly [string, string, number], upTo: number, limit: number): SQL {
  return sql`SELECT natural, record, seq, rev, member, push, patch, salt, digest, erased, at FROM change
    WHERE org = ${org} AND (natural, record, seq) > (${natural}, ${record}, ${seq}) AND seq <= ${upTo} ORDER BY natural, record, seq LIMIT ${limit}`;
}
