// POST /api/sync. The envelope is checked here; what it says is decided in synchronise.

import type { Context } from 'hono';
import * as v from 'valibot';
import { limits, PROTOCOL, syncRequestSchema } from '../../domain/protocol/messages.ts';
import type { SyncRequest } from '../../domain/protocol/messages.ts';
import { unpacked } from '../../domain/protocol/packing.ts';
import type { AppContext } from '../environment.ts';
import { AppError } from '../errors.ts';
import { checkBody, malformed, readJson } from '../http/body.ts';
import { bearerHash } from '../session/bearer.ts';
import { synchronise } from './synchronise.ts';

export async function postSync(context: Context<AppContext>): Promise<Response> {
  const tokenHash = await bearerHash(context);
  const body = await readJson(context);
  checkProtocol(body);
  const request = checkBody(unpacked(body), syncRequestSchema);
  checkCap(request);
  const { database, instruments } = context.var;
  return context.json(await synchronise({ database, instruments, zone: context.env.ORG_ZONE, tokenHash, request }));
}

/** Before anything else of the body: an old client's body need not have today's shape (step 6). */
function checkProtocol(body: unknown): void {
  const said = v.safeParse(v.object({ protocol: v.number() }), body);
  if (!said.success) return;
  if (said.output.protocol < PROTOCOL) throw new AppError('protocol-too-old');
  if (said.output.protocol > PROTOCOL) throw new AppError('protocol-unknown');
}

function checkCap({ push }: SyncRequest): void {
  const records = new Set(push?.mutations.map((mutation) => mutation.record));
  if (records.size > limits.records) throw malformed('push.mutations', `${records.size} records, at most ${limits.records}`);
}
