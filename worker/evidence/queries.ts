// SQL of evidence: facts with the form of the record behind each.

import { sql } from '../db/sql.ts';
import type { SQL } from '../db/sql.ts';
import type { Month } from '../../domain/values/day.ts';
import type { FactRow } from '../books/queries.ts';

export interface EvidenceRow extends FactRow {
  readonly form: string;
  readonly customerName: string | null;
}

export function evidenceStatement(org: string, member: string, months: readonly Month[]): SQL {
  return sql`SELECT f.member, f.posted, f.measure, f.record, f.line, f.seq, f.sign, f.amount, f.day, f.customer, r.form, c.names ->> 0 AS customerName
    FROM json_each(${JSON.stringify(months)}) m
    CROSS JOIN fact f ON f.org = ${org} AND f.member = ${member} AND f.posted = m.value
    CROSS JOIN record r ON r.org = ${org} AND r.id = f.record
    LEFT JOIN customer c ON c.org = ${org} AND c.id = f.customer`;
}
