// SQL of sessions: who a token is, and ending one.

import { sql } from '../db/sql.ts';
import type { SQL } from '../db/sql.ts';

export interface SessionRow {
  readonly org: string;
  readonly orgName: string;
  readonly member: string;
  readonly name: string;
  readonly post: string;
  readonly roles: string;
  readonly department: string;
  readonly departmentName: string;
  readonly expires: string;
  readonly revoked: string | null;
}

export function sessionStatement(tokenHash: string): SQL {
  return sql`
    SELECT s.org, o.name AS orgName, s.member, m.name, m.post, m.roles, m.department, d.name AS departmentName, s.expires, s.revoked
    FROM device_session s
    JOIN org o ON o.id = s.org
    JOIN member m ON m.org = s.org AND m.id = s.member
    JOIN department d ON d.org = s.org AND d.id = m.department
    WHERE s.hash = ${tokenHash}`;
}

export function revokeStatement(tokenHash: string, at: string): SQL {
  return sql`UPDATE device_session SET revoked = ${at} WHERE hash = ${tokenHash} AND revoked IS NULL`;
}
