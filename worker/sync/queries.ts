// All SQL of a sync: one statement for the session and the roster, one for every record at hand and the pull, and one
// writing batch that begins with the guard. Bulk rows travel as JSON through json_each.

import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { jsonChunks } from '../db/database.ts';

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
      (SELECT json_group_array(json_array(id, name, post, department, json(roles), "left", staff)) FROM member WHERE org = s.org) AS members,
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
  readonly pull: PullWanted | null;
}

export type PullWanted =
  | { readonly kind: 'changes'; readonly cursor: number; readonly limit: number }
  | { readonly kind: 'snapshot'; readonly after: string; readonly limit: number; readonly viewers: readonly VisibleTo[] };

/** A viewer as SQL needs it. */
export interface VisibleTo {
  readonly member: string | null;
  readonly department: string;
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
  readonly why: 'named' | 'beside' | 'pulled';
  /** Whose a pulled record was before, as JSON. */
  readonly belonged: string | null;
  /** Changes since the base revision of a named record's edits, as JSON. */
  readonly history: string | null;
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
  return sql`
    WITH named AS MATERIALIZED (
      SELECT r.id, r.natural, r.form, r.customer, j.value ->> 1 AS base FROM json_each(${JSON.stringify(wanted.named)}) j
      CROSS JOIN record r ON r.org = ${org} AND r.id = j.value ->> 0
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
      UNION SELECT c.record FROM named n CROSS JOIN change c ON c.org = ${org} AND c.natural = n.natural WHERE n.form = 'contract'
      UNION SELECT c.record FROM followed p
        CROSS JOIN change c ON c.org = ${org} AND c.natural >= p.prefix || ',' AND c.natural < p.prefix || '-'
      UNION SELECT f.record FROM (
          SELECT value AS customer FROM json_each(${JSON.stringify(wanted.customers)})
          UNION SELECT customer FROM named WHERE form IN ('contract', 'customer-archive') AND customer IS NOT NULL
        ) k CROSS JOIN fact f ON f.org = ${org} AND f.customer = k.customer AND f.measure = 'contract-amount'
          AND f.measure IN ('contract-amount', 'receipt')
      UNION SELECT id FROM (SELECT id FROM opened UNION ALL SELECT id FROM uncredited)
    ),
    pulled AS MATERIALIZED (${pullTerm(org, wanted.pull)})
    SELECT 'named' AS why, NULL AS belonged, NULL AS reached,
      (SELECT json_group_array(json_array(c.rev, c.seq, json(c.patch))) FROM change c
        WHERE c.org = ${org} AND c.natural = n.natural AND c.record = n.id AND c.rev > n.base) AS history, ${columns}
      FROM named n CROSS JOIN record r ON r.org = ${org} AND r.id = n.id
    UNION ALL SELECT 'beside', NULL, NULL, NULL, ${columns}
      FROM beside b CROSS JOIN record r ON r.org = ${org} AND r.id = b.id WHERE b.id NOT IN (SELECT id FROM named)
    UNION ALL SELECT 'pulled', p.belonged, p.reached, NULL, ${columns}
      FROM pulled p CROSS JOIN record r ON r.org = ${org} AND r.id = p.id`;
}

const columns = sql.raw(
  ['id', 'form', 'rev', 'seq', 'owner', 'department', 'customer', 'natural', 'day', 'state', 'deleted', 'fields', 'revs', 'refs',
    'stated', 'problems', 'open', 'member', 'at'].map((name) => `r."${name}"`).join(', '),
);

function pullTerm(org: string, pull: PullWanted | null): SQL {
  if (pull === null) return sql`SELECT NULL AS id, NULL AS belonged, NULL AS reached WHERE 0`;
  if (pull.kind === 'snapshot') {
    return sql`SELECT r.id, NULL AS belonged, NULL AS reached FROM record r
      WHERE r.org = ${org} AND r.id > ${pull.after} AND r.deleted = 0
        AND ${sql.join(pull.viewers.map(visibleTerm), sql` AND `)}
      ORDER BY r.id LIMIT ${pull.limit}`;
  }
  // Whole pushes in order, as many as fit a page, always one.
  return sql`SELECT j.value ->> 0 AS id, j.value -> 1 AS belonged, p.seq AS reached FROM (
      SELECT seq, feed, sum(count) OVER (ORDER BY seq) - count AS earlier
      FROM (SELECT seq, feed, count FROM push WHERE org = ${org} AND seq > ${pull.cursor} AND count > 0 ORDER BY seq LIMIT ${pull.limit})
    ) p CROSS JOIN json_each(p.feed) j
    WHERE p.earlier < ${pull.limit}`;
}

function visibleTerm(viewer: VisibleTo): SQL {
  const scope = sql`(json_extract(${JSON.stringify(viewer.scopes)}, '$."' || r.form || '"'))`;
  const isOwn = viewer.member === null ? sql`0` : sql`r.owner = ${viewer.member}`;
  return sql`CASE ${scope} WHEN 'org' THEN 1 WHEN 'department' THEN r.department = ${viewer.department}
    WHEN 'customers' THEN ${isOwn} OR r.customer IN (SELECT value FROM json_each(${JSON.stringify(viewer.customers)}))
    WHEN 'own' THEN ${isOwn} ELSE 0 END`;
}

export interface Written {
  readonly org: string;
  readonly seq: number;
  readonly lastSeq: number;
  readonly chain: string;
  readonly receiptDay: string;
  readonly receipts: number;
  readonly push: Readonly<Record<string, unknown>>;
  readonly records: readonly unknown[][];
  readonly changes: readonly unknown[][];
  readonly facts: readonly unknown[][];
  readonly conflicts: readonly unknown[][];
  readonly customers: readonly unknown[][];
  readonly assignments: readonly unknown[][];
  readonly workbook: readonly unknown[][];
}

/** The writing batch. Its second statement fails, and undoes all, unless the guard moved exactly one head. */
export function writeStatements(written: Written): SQL[] {
  const { org, push } = written;
  return [
    sql`UPDATE org_head SET seq = ${written.lastSeq}, chain = ${written.chain}, day = ${written.receiptDay}, receipts = ${written.receipts}
      WHERE org = ${org} AND seq = ${written.seq}`,
    sql`INSERT INTO push (org, id, hash, seq, count, feed, answer, prior, link, digests, receipt, member, device, workbook, at, won)
      VALUES (${org}, ${push['id']}, ${push['hash']}, ${written.lastSeq}, ${push['count']}, ${push['feed']}, ${push['answer']},
        ${push['prior']}, ${push['link']}, ${push['digests']}, ${push['receipt']}, ${push['member']}, ${push['device']},
        ${push['workbook']}, ${push['at']}, changes())`,
    ...bulk(org, 'record', recordColumns, written.records, upsertRecord),
    ...bulk(org, 'change', changeColumns, written.changes),
    ...bulk(org, 'fact', factColumns, written.facts),
    ...bulk(org, 'conflict', ['record', 'id', 'path', '-mine', '-base', 'baserev', 'theirs', 'member', 'at'], written.conflicts),
    ...bulk(org, 'customer', ['id', '-names'], written.customers, sql` ON CONFLICT (org, id) DO UPDATE SET names = excluded.names`),
    ...bulk(org, 'assignment', ['customer', 'kind', 'member', 'since', 'until', 'record', '-archive'], written.assignments,
      sql` ON CONFLICT (org, member, kind, customer, since) DO UPDATE SET archive = excluded.archive`),
    ...bulk(org, 'workbook', ['id', 'kind', 'audience', 'member', 'at'], written.workbook, sql` ON CONFLICT DO NOTHING`),
  ];
}

export function bindStatements(org: string, workbook: readonly unknown[][]): SQL[] {
  return bulk(org, 'workbook', ['id', 'kind', 'audience', 'member', 'at'], workbook, sql` ON CONFLICT DO NOTHING`);
}

/** A leading `-` marks a column kept as JSON text. */
const recordColumns = ['id', 'form', 'rev', 'seq', 'owner', 'department', 'customer', 'natural', 'day', 'state', 'deleted', '-fields',
  '-revs', '-refs', '-stated', '-problems', 'open', 'member', 'at'];
const changeColumns = ['natural', 'record', 'seq', 'rev', 'prev', 'before', 'kind', 'member', 'device', 'push', '-owners', '-patch', 'salt',
  'digest', 'at'];
const factColumns = ['member', 'posted', 'measure', 'record', 'line', 'seq', 'sign', 'amount', 'day', 'customer'];

const upsertRecord = sql.raw(
  ` ON CONFLICT (org, id) DO UPDATE SET ${recordColumns
    .filter((name) => name !== 'id' && name !== 'form')
    .map((name) => name.replace('-', ''))
    .map((name) => `"${name}" = excluded."${name}"`)
    .join(', ')}`,
);

function bulk(org: string, table: string, names: readonly string[], rows: readonly unknown[][], ending: SQL = sql``): SQL[] {
  const columnList = sql.raw(names.map((name) => `"${name.replace('-', '')}"`).join(', '));
  const values = sql.raw(names.map((name, place) => (name.startsWith('-') ? `j.value -> ${place}` : `j.value ->> ${place}`)).join(', '));
  return jsonChunks(rows).map(
    (chunk) => sql`INSERT INTO ${sql.raw(`"${table}"`)} (org, ${columnList}) SELECT ${org}, ${values} FROM json_each(${chunk}) j WHERE 1${ending}`,
  );
}
