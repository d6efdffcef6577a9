// SQL of activation: the code and its failed attempts, and the session it becomes.

import { sql } from '../db/sql.ts';
import type { SQL } from '../db/sql.ts';

export interface ActivationRow {
  readonly org: string;
  readonly member: string;
  readonly hash: string;
  readonly expires: string;
  readonly attempts: number;
  readonly used: string | null;
  readonly left: string | null;
}

export function activationStatement(id: string): SQL {
  return sql`SELECT a.org, a.member, a.hash, a.expires, a.attempts, a.used, m."left" FROM activation a
    JOIN member m ON m.org = a.org AND m.id = a.member WHERE a.id = ${id}`;
}

export function attemptsStatement(address: string, span: number): SQL {
  return sql`SELECT count FROM attempt WHERE address = ${address} AND span = ${span}`;
}

export function failStatements(address: string, span: number, code: string): SQL[] {
  return [
    sql`INSERT INTO attempt (address, span, count) VALUES (${address}, ${span}, 1)
      ON CONFLICT (address, span) DO UPDATE SET count = count + 1`,
    sql`DELETE FROM attempt WHERE address = ${address} AND span < ${span}`,
    sql`UPDATE activation SET attempts = attempts + 1 WHERE id = ${code}`,
  ];
}

export interface NewSession {
  readonly hash: string;
  readonly org: string;
  readonly member: string;
  readonly device: string;
  readonly created: string;
  readonly expires: string;
}

/** The code is used up and the session opened together; of two who are equally fast, one finds no code left. */
export function openSessionStatements(code: string, session: NewSession): SQL[] {
  return [
    sql`UPDATE activation SET used = ${session.created} WHERE id = ${code} AND used IS NULL`,
    sql`INSERT INTO device_session (hash, org, member, device, created, expires)
      SELECT ${session.hash}, ${session.org}, ${session.member}, ${session.device}, ${session.created}, ${session.expires} WHERE changes() = 1`,
  ];
}
