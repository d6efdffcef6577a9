// SQL of an erasure: everything that may still say a value, and the rows that say it no more.

import { jsonChunks } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import type { SQL } from '../db/sql.ts';
import type { DigestedChange } from '../sync/chain.ts';
import { changesOf } from '../sync/queries.ts';

export interface SayingRow extends Omit<DigestedChange, 'owners' | 'patch' | 'salt'> {
  readonly owners: string;
  readonly patch: string;
}

export function sayingStatement(org: string, record: string): SQL {
  return changesOf(org, record, sql`c.*`);
}

export interface AnswerRow {
  readonly id: string;
  readonly answer: string;
  readonly isSalted: 0 | 1;
}

/** Pushes whose answers name the record: their bodies said something of it, and a problem may repeat what was typed. */
export function answersStatement(org: string, record: string): SQL {
  return sql`SELECT id, answer, salt IS NOT NULL AS isSalted FROM push WHERE org = ${org} AND instr(answer, ${record}) > 0`;
}

export interface Erasing {
  readonly org: string;
  readonly record: string;
  readonly paths: readonly string[];
  /** `[natural, seq, patch, salt, digest of what is left]`. */
  readonly changes: readonly (readonly unknown[])[];
  /** `[id, answer]`; null where the answer stays. */
  readonly pushes: readonly (readonly unknown[])[];
}

export function eraseStatements({ org, record, paths, changes, pushes }: Erasing): SQL[] {
  return [
    ...jsonChunks(changes).map((chunk) => sql`UPDATE change SET patch = e.patch, salt = e.salt, erased = e.erased
      FROM (SELECT j.value ->> 0 AS natural, j.value ->> 1 AS seq, j.value -> 2 AS patch, j.value ->> 3 AS salt, j.value ->> 4 AS erased FROM json_each(${chunk}) j) e
      WHERE change.org = ${org} AND change.natural = e.natural AND change.record = ${record} AND change.seq = e.seq`),
    sql`UPDATE conflict SET mine = 'null', base = 'null' WHERE org = ${org} AND open IN (0, 1) AND record = ${record}
      AND path IN (SELECT value FROM json_each(${JSON.stringify(paths)}))`,
    ...jsonChunks(pushes).map((chunk) => sql`UPDATE push SET salt = NULL, answer = coalesce(e.answer, push.answer)
      FROM (SELECT j.value ->> 0 AS id, nullif(j.value -> 1, 'null') AS answer FROM json_each(${chunk}) j) e WHERE push.org = ${org} AND push.id = e.id`),
  ];
}
