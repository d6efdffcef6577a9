// GET /api/session: who is signed in, and what the department has taught. POST /api/sign-out: ends this device's session.

import type { Context } from 'hono';
import type { TaughtWord } from '../../domain/protocol/learned-words.ts';
import type { AppContext } from '../environment.ts';
import { instant } from '../http/clock.ts';
import { learnedWordsStatement } from '../learned-words/queries.ts';
import { revokeStatement } from './queries.ts';

export async function getSession(context: Context<AppContext>): Promise<Response> {
  const { database, session, today } = context.var;
  const { member, org, expiresAt } = session;
  const learned = await database.rows<TaughtWord>(learnedWordsStatement(org.id, member.department));
  return context.json({ expiresAt, member, org, today, learned });
}

export async function postSignOut(context: Context<AppContext>): Promise<Response> {
  const { database, instruments, session } = context.var;
  await database.batch([revokeStatement(session.tokenHash, instant(instruments.clock()))]);
  return context.body(null, 204);
}
