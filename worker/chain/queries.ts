// SQL that reads the whole chain, page by page: its head, its pushes in order, every change by its key with its record's
// row, and every record.

import { sql } from '../db/sql.ts';
import type { SQL } from '../db/sql.ts';
import { linkTerm } from '../sync/queries.ts';

export interface HeadRow {
  readonly seq: number;
  readonly chain: string;
}

export function headStatement(org: string): SQL {
  return sql`SELECT seq, chain FROM org_head WHERE org = ${org}`;
}

export function linkStatement(org: string, head: { readonly cursor: number; readonly link: string }): SQL {
  return sql`SELECT ${linkTerm(sql`${org}`, head)} AS isKnown`;
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
  readonly count: number;
  readonly answer: string;
  readonly at: string;
}

/** Of answers at once; the longest alone holds 800,000. */
const pageCharacters = 4_000_000;

export function pushesStatement(org: string, after: readonly [seq: number, id: string], upTo: number, limit: number): SQL {
  return sql`SELECT * FROM (
      SELECT id, seq, prior, link, digests, hash, receipt, member, device, workbook, name, feed, count, answer, at,
        sum(length(answer)) OVER (ORDER BY seq, id) - length(answer) AS earlier
      FROM push WHERE org = ${org} AND (seq, id) > (${after[0]}, ${after[1]}) AND seq <= ${upTo} ORDER BY seq, id LIMIT ${limit}
    ) WHERE earlier < ${pageCharacters} ORDER BY seq, id`;
}

export interface ChangeRow {
  readonly natural: string;
  readonly record: string;
  readonly seq: number;
  readonly rev: number;
  readonly prev: number | null;
  readonly before: string | null;
  readonly kind: string;
  readonly owners: string;
  readonly member: string;
  readonly device: string;
  readonly push: string;
  readonly patch: string | null;
  readonly salt: string | null;
  readonly digest: string;
  readonly erased: string | null;
  readonly at: string;
  /** Seq of the record's row now; null where there is none. */
  readonly standing: number | null;
  readonly form: string;
  readonly rowRev: number;
  readonly rowNatural: string;
  readonly rowMember: string;
  readonly rowAt: string;
  readonly deleted: number;
  /** Of the change that the row comes from; null beside the others. */
  readonly fields: string | null;
  readonly revs: string | null;
}

export function changesStatement(org: string, [natural, record, seq]: readonly [string, string, number], upTo: number, limit: number): SQL {
  return sql`SELECT c.*, r.seq AS standing, r.form, r.rev AS rowRev, r.natural AS rowNatural, r.member AS rowMember, r.at AS rowAt, r.deleted,
      iif(r.seq = c.seq, r.fields, NULL) AS fields, iif(r.seq = c.seq, r.revs, NULL) AS revs
    FROM change c LEFT JOIN record r ON r.org = c.org AND r.id = c.record
    WHERE c.org = ${org} AND (c.natural, c.record, c.seq) > (${natural}, ${record}, ${seq}) AND c.seq <= ${upTo} ORDER BY c.natural, c.record, c.seq LIMIT ${limit}`;
}

export interface RecordRow {
  readonly id: string;
  readonly at: string;
  /** 1: it comes from a change that is there and not beyond the end. */
  readonly known: 0 | 1;
}

export function recordsStatement(org: string, after: string, limit: number): SQL {
  return sql`SELECT r.id, r.at, r.seq <= h.seq AND EXISTS (SELECT 1 FROM change c WHERE c.org = r.org AND c.natural = r.natural AND c.record = r.id AND c.seq = r.seq) AS known
    FROM org_head h CROSS JOIN record r ON r.org = h.org WHERE h.org = ${org} AND r.id > ${after} ORDER BY r.id LIMIT ${limit}`;
}
