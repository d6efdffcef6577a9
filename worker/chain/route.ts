// GET /api/chain/verification: an administrator, a director or the general manager has the whole audit chain checked, and
// every record against it; with `head` also whether a link that a workbook has kept is still part of it. GET
// /api/chain/links/:link: anybody asks that of the head that their workbook knows.

import type { Context } from 'hono';
import * as v from 'valibot';
import { link } from '../../domain/protocol/messages.ts';
import type { Database } from '../db/database.ts';
import type { SQL } from '../db/sql.ts';
import type { AppContext } from '../environment.ts';
import { checkBody, cursorText } from '../http/body.ts';
import { requireRole } from '../session/authenticate.ts';
import { changesStatement, headStatement, linkStatement, pushesStatement, recordsStatement } from './queries.ts';
import type { ChangeRow, HeadRow, PushRow, RecordRow } from './queries.ts';
import { ChainCheck } from './verify.ts';

const questionSchema = v.object({ head: v.optional(link) });
const linkSchema = v.object({ link, cursor: v.optional(cursorText, '0') });

const pushPage = 100;
/** A change may come with the whole of its record. */
const changePage = 500;
const recordPage = 1_000;

export async function getVerification(context: Context<AppContext>): Promise<Response> {
  const { database, session } = context.var;
  requireRole(session, 'director', 'gm', 'admin');
  const { head: kept } = checkBody(context.req.query(), questionSchema);
  const org = session.org.id;
  const [head] = await database.rows<HeadRow>(headStatement(org));
  const { seq, chain } = head!;
  const check = new ChainCheck();
  await eachRow<PushRow>(database, (last) => pushesStatement(org, [last?.seq ?? -1, last?.id ?? ''], seq, pushPage), (push) => check.push(push));
  check.endOfPushes(chain, kept);
  await eachRow<ChangeRow>(database, (last) => changesStatement(org, [last?.natural ?? '', last?.record ?? '', last?.seq ?? -1], seq, changePage), (change) => check.change(change));
  check.endOfChanges(seq);
  await eachRow<RecordRow>(database, (last) => recordsStatement(org, last?.id ?? '', recordPage), (record) => check.record(record));
  const broken = check.end();
  return context.json({ ok: broken === null, pushes: check.pushes, changes: check.changes, records: check.rows.compared, head: chain, broken, erased: check.erased });
}

export async function getLink(context: Context<AppContext>): Promise<Response> {
  const { database, session } = context.var;
  const asked = checkBody({ ...context.req.query(), link: context.req.param('link') }, linkSchema);
  const [row] = await database.rows<{ isKnown: 0 | 1 }>(linkStatement(session.org.id, asked));
  return context.json({ known: row!.isKnown === 1 });
}

/** Page after page, one in memory at a time, so that neither D1 nor the Worker meets its limits. */
async function eachRow<Row>(database: Database, statementAfter: (last: Row | undefined) => SQL, take: (row: Row) => Promise<void> | void): Promise<void> {
  let rows: Row[] = [];
  do {
    rows = await database.rows<Row>(statementAfter(rows.at(-1)));
    for (const row of rows) await take(row);
  } while (rows.length > 0);
}
