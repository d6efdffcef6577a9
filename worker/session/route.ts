// GET /api/session: who is signed in. POST /api/sign-out: ends this device's session.

import type { Context } from 'hono';
import type { AppContext } from '../environment.ts';
import { instant } from '../http/clock.ts';
import { revokeStatement } from './queries.ts';

export function getSession(context: Context<AppContext>): Response {
  const { member, org, expiresAt } = context.var.session;
  return context.json({ expiresAt, member, org, today: context.var.today });
}

export async function postSignOut(context: Context<AppContext>): Promise<Response> {
  const { database, instruments, session } = context.var;
  await database.batch([revokeStatement(session.tokenHash, instant(instruments.clock()))]);
  return context.body(null, 204);
}
