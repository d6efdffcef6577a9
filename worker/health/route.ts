// GET /api/health: whether the Worker reaches its records.

import type { Context } from 'hono';
import { PROTOCOL } from '../../domain/protocol/messages.ts';
import type { AppContext } from '../environment.ts';
import { aliveStatement } from './queries.ts';

export async function getHealth(context: Context<AppContext>): Promise<Response> {
  await context.var.database.batch([aliveStatement]);
  return context.json({ status: 'ok', protocol: PROTOCOL, today: context.var.today });
}
