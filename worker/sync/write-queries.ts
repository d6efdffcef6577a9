// The writing batch of a sync. Bulk rows travel as JSON through json_each.

import { sql } from '../db/sql.ts';
import type { SQL } from '../db/sql.ts';
import { jsonChunks } from '../db/database.ts';
import { recordColumns } from './queries.ts';

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
  /** `[record, id]` of conflicts that are settled by this push. */
  readonly settled: readonly (readonly [string, string])[];
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
    sql`INSERT INTO push (org, id, hash, salt, seq, count, feed, answer, prior, link, digests, receipt, member, device, workbook, name, at, won)
      VALUES (${org}, ${push['id']}, ${push['hash']}, ${push['salt']}, ${written.lastSeq}, ${push['count']}, ${push['feed']}, ${push['answer']},
        ${push['prior']}, ${push['link']}, ${push['digests']}, ${push['receipt']}, ${push['member']}, ${push['device']},
        ${push['workbook']}, ${push['name']}, ${push['at']}, changes())`,
    ...bulk(org, 'record', recordColumns, written.records, upsertRecord),
    ...bulk(org, 'change', changeColumns, written.changes),
    ...bulk(org, 'fact', factColumns, written.facts),
    ...bulk(org, 'conflict', ['open', 'record', 'id', 'path', '-mine', '-base', 'baserev', 'theirs', 'member', 'at'], written.conflicts),
    ...jsonChunks(written.settled).map((chunk) => sql`UPDATE conflict SET open = 0, decided = ${written.lastSeq} WHERE org = ${org} AND open = 1
      AND (record, id) IN (SELECT j.value ->> 0, j.value ->> 1 FROM json_each(${chunk}) j)`),
    ...bulk(org, 'customer', ['id', '-names'], written.customers, sql` ON CONFLICT (org, id) DO UPDATE SET names = excluded.names`),
    ...bulk(org, 'assignment', ['customer', 'kind', 'member', 'since', 'until', 'record', '-archive'], written.assignments,
      sql` ON CONFLICT (org, member, kind, customer, since) DO UPDATE SET archive = excluded.archive, until = excluded.until`),
    ...bulk(org, 'workbook', ['id', 'kind', 'audience', 'member', 'at'], written.workbook, sql` ON CONFLICT DO NOTHING`),
  ];
}

export function bindStatements(org: string, workbook: readonly unknown[][]): SQL[] {
  return bulk(org, 'workbook', ['id', 'kind', 'audience', 'member', 'at'], workbook, sql` ON CONFLICT DO NOTHING`);
}

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
