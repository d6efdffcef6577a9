// SQL that reads the books: facts of people in months, and the changes from which parameters and rates are replayed.
// CROSS JOIN fixes the order of a join, so that only the rows asked for are read.

import { sql } from '../db/sql.ts';
import type { SQL } from '../db/sql.ts';
import type { MeasureId } from '../../domain/measures/registry.ts';
import type { Fact } from '../../domain/measures/fact.ts';
import type { Month } from '../../domain/values/day.ts';

/** Whose books: one member's, a department's, or the whole organisation's. */
export type People = { readonly member: string } | { readonly department: string } | { readonly all: true };

export function peopleTerm(org: string, people: People): SQL {
  if ('member' in people) return sql`(SELECT ${people.member} AS id)`;
  if ('department' in people) return sql`(SELECT id FROM member WHERE org = ${org} AND department = ${people.department})`;
  return sql`(SELECT id FROM member WHERE org = ${org})`;
}

export interface FactRow {
  readonly member: string;
  readonly posted: Month;
  readonly measure: MeasureId;
  readonly record: string;
  readonly line: string;
  readonly seq: number;
  readonly sign: 1 | -1;
  readonly amount: number;
  readonly day: string;
  readonly customer: string | null;
}

/** `months`: in order, without a gap; a range of the key is read and nothing beside it. */
export function factsStatement(org: string, people: People, months: readonly Month[]): SQL {
  return sql`SELECT f.member, f.posted, f.measure, f.record, f.line, f.seq, f.sign, f.amount, f.day, f.customer
    FROM ${peopleTerm(org, people)} p
    CROSS JOIN fact f ON f.org = ${org} AND f.member = p.id AND f.posted >= ${months[0]} AND f.posted <= ${months.at(-1)}`;
}

export function factOf(row: FactRow): Fact {
  return row;
}

/** Every change of a form's records, those too that emptied a part of the natural key (`form!id`). */
export function changesStatement(org: string, form: string): SQL {
  return sql`SELECT record, natural, seq, patch FROM change WHERE org = ${org} AND natural >= ${`${form}:`} AND natural < ${`${form};`}
    UNION ALL SELECT record, natural, seq, patch FROM change WHERE org = ${org} AND natural >= ${`${form}!`} AND natural < ${`${form}"`}`;
}

/** Completeness of the archives of the customers whom these people own on that day. */
export function archivesStatement(org: string, people: People, day: string): SQL {
  return sql`SELECT a.member, a.archive FROM ${peopleTerm(org, people)} p
    CROSS JOIN assignment a ON a.org = ${org} AND a.member = p.id AND a.kind = 'owner'
    WHERE a.since <= ${day} AND (a.until IS NULL OR a.until >= ${day})`;
}

export interface ArchiveRow {
  readonly member: string;
  readonly archive: string | null;
}
