// SQL of commission slips: the receipts that stand in a month, each with its record, and who executes for whom.

import { sql } from '../db/sql.ts';
import type { SQL } from '../db/sql.ts';
import { peopleTerm } from '../books/queries.ts';
import type { People } from '../books/queries.ts';

export interface ReceiptRow {
  readonly record: string;
  readonly member: string;
  readonly amount: number;
  readonly sign: 1 | -1;
  readonly day: string;
  readonly line: string;
  readonly customer: string | null;
  readonly customerName: string | null;
  readonly fields: string;
}

/** Receipts credited to these people (and those credited to nobody, where all are asked for), or executed by them. */
export function receiptsStatement(org: string, people: People, month: string): SQL {
  const nobody = 'member' in people ? sql`` : sql` UNION ALL SELECT ''`;
  return sql`
    WITH credited AS MATERIALIZED (
      SELECT f.record, f.member, f.amount, f.sign, f.day, f.line, f.customer FROM (SELECT id FROM ${peopleTerm(org, people)}${nobody}) p
        CROSS JOIN fact f ON f.org = ${org} AND f.member = p.id AND f.posted = ${month} AND f.measure = 'receipt'
      ${executedTerm(org, people, month)}
    )
    SELECT c.*, k.names ->> 0 AS customerName, r.fields
    FROM credited c CROSS JOIN record r ON r.org = ${org} AND r.id = c.record
    LEFT JOIN customer k ON k.org = ${org} AND k.id = c.customer`;
}

function executedTerm(org: string, people: People, month: string): SQL {
  if (!('member' in people)) return sql``;
  return sql`UNION ALL SELECT f.record, f.member, f.amount, f.sign, f.day, f.line, f.customer
    FROM (SELECT DISTINCT customer FROM assignment WHERE org = ${org} AND member = ${people.member} AND kind = 'executor') a
    CROSS JOIN fact f ON f.org = ${org} AND f.customer = a.customer AND f.measure = 'receipt'
      AND f.measure IN ('contract-amount', 'receipt')
    WHERE f.posted = ${month} AND f.member <> ${people.member}`;
}

export interface ExecutorRow {
  readonly customer: string;
  readonly member: string;
  readonly name: string;
  readonly since: string;
  readonly until: string | null;
}

export function executorsStatement(org: string): SQL {
  return sql`SELECT a.customer, a.member, m.name, a.since, a.until FROM assignment a CROSS JOIN member m ON m.org = a.org AND m.id = a.member
    WHERE a.org = ${org} AND a.kind = 'executor'`;
}

export interface NameRow {
  readonly id: string;
  readonly name: string;
}

export function namesStatement(org: string): SQL {
  return sql`SELECT id, name FROM member WHERE org = ${org}`;
}
