// SQL of changed rights: the records whose department follows, and the rows that say who may what.

import { sql } from '../db/sql.ts';
import type { SQL } from '../db/sql.ts';
import { columns } from '../sync/queries.ts';

/** Records of a member, or of these customers, that lie in another department than the one they shall be with. */
export function elsewhereStatement(org: string, department: string, owner: string, customers: readonly string[]): SQL {
  return sql`SELECT 'beside' AS why, NULL AS belonged, NULL AS reached, NULL AS history, NULL AS conflicts, ${columns} FROM record r
    WHERE r.org = ${org} AND r.deleted = 0 AND r.department <> ${department}
      AND (r.owner = ${owner} OR r.customer IN (SELECT value FROM json_each(${JSON.stringify(customers)})))`;
}

export interface ChangedMember {
  readonly id: string;
  readonly post: string;
  readonly department: string;
  readonly earlier: readonly unknown[];
  readonly roles: readonly unknown[];
}

export function changeMemberStatement(org: string, { id, post, department, earlier, roles }: ChangedMember): SQL {
  return sql`UPDATE member SET post = ${post}, department = ${department}, earlier = ${JSON.stringify(earlier)}, roles = ${JSON.stringify(roles)}
    WHERE org = ${org} AND id = ${id}`;
}

/** A handover that was planned and is planned otherwise now. */
export function unplanStatement(org: string, { customer, kind, member, since }: { readonly customer: string; readonly kind: string; readonly member: string; readonly since: string }): SQL {
  return sql`DELETE FROM assignment WHERE org = ${org} AND member = ${member} AND kind = ${kind} AND customer = ${customer} AND since = ${since}`;
}
