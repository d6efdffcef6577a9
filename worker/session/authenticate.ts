// Who is asking: the session of the bearer token, for every route but sign-in, sync (which reads it with the roster) and
// health.

import { createMiddleware } from 'hono/factory';
import { rolesOn } from '../books/world.ts';
import type { AppContext, SignedIn } from '../environment.ts';
import { AppError } from '../errors.ts';
import { assertSession } from './assert-session.ts';
import { bearerHash } from './bearer.ts';
import { sessionStatement } from './queries.ts';
import type { SessionRow } from './queries.ts';

export const authenticate = createMiddleware<AppContext>(async (context, next) => {
  const tokenHash = await bearerHash(context);
  const { database, instruments, today } = context.var;
  const [row] = await database.rows<SessionRow>(sessionStatement(tokenHash));
  assertSession(row, instruments.clock());
  context.set('session', signedIn(row!, tokenHash, today));
  await next();
});

export function signedIn(row: SessionRow, tokenHash: string, today: string): SignedIn {
  return {
    tokenHash,
    org: { id: row.org, name: row.orgName },
    member: {
      id: row.member,
      name: row.name,
      post: row.post,
      department: row.department,
      departmentName: row.departmentName,
      roles: rolesOn(JSON.parse(row.roles), today),
    },
    expiresAt: row.expires,
  };
}

export function requireRole(session: SignedIn, ...roles: readonly string[]): void {
  if (!session.member.roles.some((role) => roles.includes(role))) throw new AppError('role-lacks-right');
}
