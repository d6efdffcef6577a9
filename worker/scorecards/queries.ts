// SQL of scorecards: the people who are scored. The facts are read by the books' own statements.

import { sql } from '../db/sql.ts';
import type { SQL } from '../db/sql.ts';
import { peopleTerm } from '../books/queries.ts';
import type { People } from '../books/queries.ts';

export interface ScoredRow {
  readonly id: string;
  readonly name: string;
  readonly post: string;
  readonly department: string;
  readonly roles: string;
  readonly joined: string;
  readonly left: string | null;
}

export function scoredStatement(org: string, people: People): SQL {
  return sql`SELECT m.id, m.name, m.post, m.department, m.roles, m.joined, m."left" FROM ${peopleTerm(org, people)} p
    CROSS JOIN member m ON m.org = ${org} AND m.id = p.id ORDER BY m.staff, m.id`;
}
