// SQL of members: the list, an invitation, a new code, leaving.

import { sql } from '../db/sql.ts';
import type { SQL } from '../db/sql.ts';

export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly post: string;
  readonly staff: string | null;
  readonly department: string;
  readonly roles: string;
  readonly joined: string;
  readonly left: string | null;
}

export function membersStatement(org: string): SQL {
  return sql`SELECT id, name, post, staff, department, roles, joined, "left" FROM member WHERE org = ${org} ORDER BY staff, id`;
}

export function memberStatement(org: string, id: string): SQL {
  return sql`SELECT id, name, post, staff, department, roles, joined, "left" FROM member WHERE org = ${org} AND id = ${id}`;
}

export function insertMemberStatement(org: string, member: MemberRow): SQL {
  return sql`INSERT INTO member (org, id, name, post, staff, department, roles, joined, "left")
    VALUES (${org}, ${member.id}, ${member.name}, ${member.post}, ${member.staff}, ${member.department}, ${member.roles}, ${member.joined}, NULL)`;
}

export interface NewActivation {
  readonly id: string;
  readonly org: string;
  readonly member: string;
  readonly hash: string;
  readonly expires: string;
}

/** A new code makes the member's earlier ones useless. */
export function issueStatements({ id, org, member, hash, expires }: NewActivation): SQL[] {
  return [
    sql`DELETE FROM activation WHERE org = ${org} AND member = ${member} AND used IS NULL`,
    sql`INSERT INTO activation (id, org, member, hash, expires, attempts, used) VALUES (${id}, ${org}, ${member}, ${hash}, ${expires}, 0, NULL)
      ON CONFLICT (id) DO NOTHING RETURNING id`,
  ];
}

export function leaveStatements(org: string, id: string, day: string, at: string): SQL[] {
  return [
    sql`UPDATE member SET "left" = ${day} WHERE org = ${org} AND id = ${id} AND "left" IS NULL`,
    sql`UPDATE device_session SET revoked = ${at} WHERE org = ${org} AND member = ${id} AND revoked IS NULL`,
    sql`DELETE FROM activation WHERE org = ${org} AND member = ${id} AND used IS NULL`,
  ];
}
