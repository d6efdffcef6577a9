// GET /api/chain/verification: an administrator, a director or the general manager has the whole audit chain checked, and
// with `head` whether a link that a workbook has kept is still part of it.

import type { Context } from 'hono';
import * as v from 'valibot';
import type { AppContext } from '../environment.ts';
import { checkBody } from '../http/body.ts';
import { requireRole } from '../session/authenticate.ts';
import { changesStatement, headStatement, pushesStatement } from './queries.ts';
import type { ChangeRow, HeadRow, PushRow } from './queries.ts';
import { ChainCheck } from './verify.ts';

const questionSchema = v.object({ head: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'link'))) });

const pushPage = 100;
const changePage = 1_000;

export async function getVerification(context: Context<AppContext>): Promise<Response> {
  const { database, session } = context.var;
  requireRole(session, 'director', 'gm', 'admin');
  const { head: kept } = checkBody(context.req.query(), questionSchema);
  const org = session.org.id;
  const [head] = await database.rows<HeadRow>(headStatement(org));
  const check = new ChainCheck();
  let pushes: PushRow[] = [];
  do {
    const last = pushes.at(-1);
    pushes = await database.rows<PushRow>(pushesStatement(org, [last?.seq ?? -1, last?.id ?? ''], head!.seq, pushPage));
    for (const push of pushes) await check.push(push);
  } while (pushes.length === pushPage);
  check.endOfPushes(head!.chain, kept);
  let changes: ChangeRow[] = [];
  do {
    const last = changes.at(-1);
    changes = await database.rows<ChangeRow>(changesStatement(org, [last?.natural ?? '', last?.record ?? '', last?.seq ?? -1], head!.seq, changePage));
    for (const change of changes) await check.change(change);
  } while (changes.length === changePage);
  const broken = check.end();
  return context.json({ ok: broken === null, pushes: check.pushes, changes: check.changes, head: head!.chain, broken, erased: check.erased });
}
