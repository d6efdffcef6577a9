// What a sync reads: one statement for the session and the roster, one for every record at hand, the pull and the open
// conflicts.

import { sql } from '../db/sql.ts';
import type { SQL } from '../db/sql.ts';

export interface WorldRow {
  readonly org: string;
  readonly orgName: string;
  readonly member: string;
  readonly expires: string;
  readonly revoked: string | null;
  readonly seq: number;
  readonly chain: string;
  readonly receiptDay: string;
  readonly receipts: number;
  readonly departments: string;
  readonly members: string;
  readonly customers: string;
  readonly assignments: string;
  readonly closed: string;
  readonly learned: string;
  readonly workbook: string | null;
  readonly push: string | null;
}

/** Session, head, roster, the workbook's binding and an earlier push of the same id: one row. */
export function worldStatement(tokenHash: string, workbook: string, push: string): SQL {
  return sql`
    SELECT s.org, s.member, s.expires, s.revoked, o.name AS orgName, h.seq, h.chain, h.day AS receiptDay, h.receipts,
      (SELECT json_group_array(json_array(id, name)) FROM department WHERE org = s.org) AS departments,
      (SELECT json_group_array(json_array(id, name, post, department, json(roles), "left", staff, json(earlier))) FROM member WHERE org = s.org) AS members,
      (SELECT json_group_array(json_array(id, json(names))) FROM customer WHERE org = s.org) AS customers,
      (SELECT json_group_array(json_array(customer, kind, member, since, until, json(archive), record)) FROM assignment WHERE org = s.org) AS assignments,
      (SELECT json_group_array(month) FROM period_close WHERE org = s.org) AS closed,
      (SELECT json_group_array(json_array(w.form, w.label, w.path, w.member, w.since)) FROM learned_word w
        WHERE w.org = s.org AND w.department = (SELECT department FROM member WHERE org = s.org AND id = s.member) AND w.until IS NULL) AS learned,
      (SELECT json_array(w.org, w.kind, w.audience) FROM workbook w WHERE w.id = ${workbook}) AS workbook,
      (SELECT json_array(p.hash, json(p.answer)) FROM push p WHERE p.org = s.org AND p.id = ${push}) AS push
    FROM device_session s JOIN org o ON o.id = s.org JOIN org_head h ON h.org = s.org
    WHERE s.hash = ${tokenHash}`;
}

export interface Wanted {
  readonly org: string;
  /** Record ids of the push, each with the lowest base revision of its edits. */
  readonly named: readonly (readonly [id: string, baseRev: number])[];
  readonly naturals: readonly string[];
  /** Beginnings of natural keys, with their comma: records that hang on one of the push. */
  readonly prefixes: readonly string[];
  readonly openNames: readonly string[];
  /** Customers whose contracts are looked at for the first. */
  readonly customers: readonly string[];
  /** Customers who may get their first owner: what counted for nobody is looked at again. */
  readonly ownerless: readonly string[];
  /** `[form, form that hangs on it]`. */
  readonly followers: readonly (readonly [string, string])[];
  /** Conflicts that the push decides; those settled before are read too. */
  readonly decides: readonly string[];
  readonly pull: PullWanted | null;
  /** Whose open conflicts are listed in the answer. */
  readonly viewers: readonly VisibleTo[];
}

export type PullWanted =
  | { readonly kind: 'changes'; readonly cursor: number; readonly limit: number }
  | {
    readonly kind: 'snapshot';
    readonly after: string;
    readonly limit: number;
    /** Beside what is visible, what a workbook of that seq must hear of: what was deleted since, and what these viewers saw then and the present ones do not. */
    readonly since: { readonly before: number; readonly former: readonly VisibleTo[] } | null;
  };

/** A viewer as SQL needs it. */
export interface VisibleTo {
  readonly member: string | null;
  readonly departments: readonly string[];
  readonly scopes: Readonly<Record<string, string>>;
  readonly customers: readonly string[];
}

export interface RecordRow {
  readonly id: string;
  readonly form: string;
  readonly rev: number;
  readonly seq: number;
  readonly owner: string;
  readonly department: string;
  readonly customer: string | null;
  readonly natural: string;
  readonly day: string | null;
  readonly state: 'accepted' | 'incomplete';
  readonly deleted: number;
  readonly fields: string;
  readonly revs: string;
  readonly refs: string;
  readonly stated: string;
  readonly problems: string;
  readonly open: string | null;
  readonly member: string;
  readonly at: string;
}

export interface FoundRow extends RecordRow {
  readonly why: 'named' | 'beside' | 'disputed' | 'pulled';
  /** Whose a pulled record was before, as JSON; null in a snapshot. */
  readonly belonged: string | null;
  /** Changes of a named record since the base of its edits, of a disputed one since the base of its conflicts, as JSON. */
  readonly history: string | null;
  readonly conflicts: string | null;
  /** Seq of the last push of this page of changes. */
  readonly reached: number | null;
}

/**
 * Every record that the push touches or must be compared with, and the page of records to pull. CROSS JOIN keeps SQLite
 * from turning a join round and reading every record of the organisation; a partial index is used where its own condition
 * is said word for word, or where it is named.
 */
export function recordsStatement(wanted: Wanted): SQL {
  const { org } = wanted;
  const decides = JSON.stringify(wanted.decides);
  return sql`
    WITH named AS MATERIALIZED (
      SELECT r.id, r.natural, r.form, r.customer, r.seq, r.deleted,
        min(j.value ->> 1, coalesce((SELECT min(c.baserev) FROM conflict c WHERE c.org = ${org} AND c.open IN (0, 1) AND c.record = r.id
          AND c.id IN (SELECT value FROM json_each(${decides}))), j.value ->> 1)) AS base
      FROM json_each(${JSON.stringify(wanted.named)}) j CROSS JOIN record r ON r.org = ${org} AND r.id = j.value ->> 0
    ),
    opened AS MATERIALIZED (
      SELECT r.id, r.natural, r.form FROM json_each(${JSON.stringify(wanted.openNames)}) j
        CROSS JOIN record r INDEXED BY record_open ON r.org = ${org} AND r.open = j.value
    ),
    uncredited AS MATERIALIZED (
      SELECT f.record AS id FROM json_each(${JSON.stringify(wanted.ownerless)}) j CROSS JOIN fact f ON f.org = ${org} AND f.member = '' AND f.customer = j.value
    ),
    followed AS MATERIALIZED (
      SELECT f.value ->> 1 || substr(n.natural, instr(n.natural, ':'), length(n.natural) - instr(n.natural, ':')) AS prefix
      FROM (SELECT natural, form FROM named UNION ALL SELECT natural, form FROM opened) n
        CROSS JOIN json_each(${JSON.stringify(wanted.followers)}) f ON f.value ->> 0 = n.form
      UNION ALL SELECT substr(value, 1, length(value) - 1) FROM json_each(${JSON.stringify(wanted.prefixes)})
    ),
    beside AS MATERIALIZED (
      SELECT c.record AS id FROM json_each(${JSON.stringify(wanted.naturals)}) j
        CROSS JOIN change c ON c.org = ${org} AND c.natural = j.value
      UNION SELECT c.record FROM named n CROSS JOIN change c ON c.org = ${org} AND c.natural = n.natural WHERE n.form = 'contract' OR n.deleted = 1
      UNION SELECT c.record FROM followed p
        CROSS JOIN change c ON c.org = ${org} AND c.natural >= p.prefix || ',' AND c.natural < p.prefix || '-'
      UNION SELECT f.record FROM (
          SELECT value AS customer FROM json_each(${JSON.stringify(wanted.customers)})
          UNION SELECT customer FROM named WHERE form IN ('contract', 'customer-archive') AND customer IS NOT NULL
        ) k CROSS JOIN fact f ON f.org = ${org} AND f.customer = k.customer AND f.measure = 'contract-amount'
          AND f.measure IN ('contract-amount', 'receipt')
      UNION SELECT id FROM (SELECT id FROM opened UNION ALL SELECT id FROM uncredited)
    ),
    disputed AS MATERIALIZED (
      SELECT c.record AS id, r.natural, r.seq, min(c.baserev) AS base, json_group_array(${conflictTerm}) AS conflicts
      FROM conflict c CROSS JOIN record r ON r.org = ${org} AND r.id = c.record
      WHERE c.org = ${org} AND c.open = 1 AND ${visibleToAll(wanted.viewers)} GROUP BY c.record
    ),
    pulled AS MATERIALIZED (${pullTerm(org, wanted)})
    SELECT 'named' AS why, NULL AS belonged, NULL AS reached, ${sinceBase(org, 'n')} AS history,
      (SELECT json_group_array(${conflictTerm}) FROM conflict c WHERE c.org = ${org} AND c.open IN (0, 1) AND c.record = n.id
        AND (c.open = 1 OR c.id IN (SELECT value FROM json_each(${decides})))) AS conflicts, ${columns}
      FROM named n CROSS JOIN record r ON r.org = ${org} AND r.id = n.id
    UNION ALL SELECT 'beside', NULL, NULL, NULL, NULL, ${columns}
      FROM beside b CROSS JOIN record r ON r.org = ${org} AND r.id = b.id WHERE b.id NOT IN (SELECT id FROM named)
    UNION ALL SELECT 'disputed', NULL, NULL, ${sinceBase(org, 'd')}, d.conflicts, ${columns}
      FROM disputed d CROSS JOIN record r ON r.org = ${org} AND r.id = d.id
    UNION ALL SELECT 'pulled', p.belonged, p.reached, NULL, NULL, ${columns}
      FROM pulled p CROSS JOIN record r ON r.org = ${org} AND r.id = p.id`;
}

const conflictTerm = sql.raw('json_array(c.id, c.path, json(c.mine), json(c.base), c.baserev, c.theirs, c.member, c.at, c.open)');

/** The changes of a record, walked back from the last one for as long as they are `fresh`: its natural key may have changed on the way. */
export function historyTerm(org: string, row: string, fresh: SQL, picked: SQL): SQL {
  const of = (name: string) => sql.raw(`${row}.${name}`);
  return sql`(WITH RECURSIVE step (natural, seq) AS (
      SELECT ${of('natural')}, ${of('seq')}
      UNION ALL SELECT c.before, c.prev FROM step s CROSS JOIN change c
        ON c.org = ${org} AND c.natural = s.natural AND c.record = ${of('id')} AND c.seq = s.seq WHERE c.prev IS NOT NULL AND ${fresh}
    ) SELECT json_group_array(${picked}) FROM step s CROSS JOIN change c
      ON c.org = ${org} AND c.natural = s.natural AND c.record = ${of('id')} AND c.seq = s.seq AND ${fresh})`;
}

/** All changes of a record, walked back from the last one; `picked` of `c`. */
export function changesOf(org: string, record: string, picked: SQL): SQL {
  return sql`WITH RECURSIVE step (natural, seq) AS (
      SELECT natural, seq FROM record WHERE org = ${org} AND id = ${record}
      UNION ALL SELECT c.before, c.prev FROM step s CROSS JOIN change c
        ON c.org = ${org} AND c.natural = s.natural AND c.record = ${record} AND c.seq = s.seq WHERE c.prev IS NOT NULL
    ) SELECT ${picked} FROM step s CROSS JOIN change c ON c.org = ${org} AND c.natural = s.natural AND c.record = ${record} AND c.seq = s.seq`;
}

function sinceBase(org: string, row: string): SQL {
  return historyTerm(org, row, sql.raw(`c.rev > ${row}.base`), sql.raw('json_array(c.rev, c.seq, json(c.patch), c.member, c.at)'));
}

/** The columns of `RecordRow`; a leading `-` marks one that is kept as JSON text. */
export const recordColumns = ['id', 'form', 'rev', 'seq', 'owner', 'department', 'customer', 'natural', 'day', 'state', 'deleted', '-fields',
  '-revs', '-refs', '-stated', '-problems', 'open', 'member', 'at'];

export const columns = sql.raw(recordColumns.map((name) => `r."${name.replace('-', '')}"`).join(', '));

function pullTerm(org: string, { pull, viewers }: Wanted): SQL {
  if (pull === null) return sql`SELECT NULL AS id, NULL AS belonged, NULL AS reached WHERE 0`;
  if (pull.kind === 'snapshot') {
    return sql`SELECT r.id, NULL AS belonged, NULL AS reached FROM record r
      WHERE r.org = ${org} AND r.id > ${pull.after} AND ${snapshotTerm(org, pull.since, visibleToAll(viewers))}
      ORDER BY r.id LIMIT ${pull.limit}`;
  }
  // Whole pushes in order, as many as fit a page, always one.
  return sql`SELECT j.value ->> 0 AS id, j.value -> 1 AS belonged, p.seq AS reached FROM (
      SELECT seq, feed, sum(count) OVER (ORDER BY seq) - count AS earlier
      FROM (SELECT seq, feed, count FROM push WHERE org = ${org} AND seq > ${pull.cursor} AND count > 0 ORDER BY seq LIMIT ${pull.limit})
    ) p CROSS JOIN json_each(p.feed) j
    WHERE p.earlier < ${pull.limit}`;
}

/** What is visible, what was deleted and what has left share one walk over the records, so that no page reads what another has told. */
function snapshotTerm(org: string, since: Extract<PullWanted, { kind: 'snapshot' }>['since'], visible: SQL): SQL {
  if (since === null) return sql`r.deleted = 0 AND ${visible}`;
  return sql`CASE WHEN ${visible} THEN r.deleted = 0 OR r.seq > ${since.before} ELSE ${visibleToAll(since.former)} AND (r.seq <= ${since.before}
    OR EXISTS (SELECT 1 FROM change c WHERE c.org = ${org} AND c.natural = r.natural AND c.record = r.id AND c.seq <= ${since.before})) END`;
}

export function visibleToAll(viewers: readonly VisibleTo[]): SQL {
  return sql.join([sql`1`, ...viewers.map(visibleTerm)], sql` AND `);
}

function visibleTerm(viewer: VisibleTo): SQL {
  const scope = sql`(json_extract(${JSON.stringify(viewer.scopes)}, '$."' || r.form || '"'))`;
  const isOwn = viewer.member === null ? sql`0` : sql`r.owner = ${viewer.member}`;
  return sql`CASE ${scope} WHEN 'org' THEN 1 WHEN 'department' THEN r.department IN (SELECT value FROM json_each(${JSON.stringify(viewer.departments)}))
    WHEN 'customers' THEN ${isOwn} OR r.customer IN (SELECT value FROM json_each(${JSON.stringify(viewer.customers)}))
    WHEN 'own' THEN ${isOwn} ELSE 0 END`;
}
