// GET /api/slips?month=… : the commission slip of all whom the caller may see, or their own lines. GET /api/slips/:member
// ?month=… : one member's.

import type { Context } from 'hono';
import { commissionSlip } from '../../domain/rules/commission-slip.ts';
import type { Slip } from '../../domain/rules/results.ts';
import { isMonth } from '../../domain/values/day.ts';
import type { Month } from '../../domain/values/day.ts';
import type { People } from '../books/queries.ts';
import type { AppContext } from '../environment.ts';
import { malformed } from '../http/body.ts';
import { localTime } from '../http/clock.ts';
import { memberStatement } from '../members/queries.ts';
import type { MemberRow } from '../members/queries.ts';
import { assertWithin, peopleWithin, slipReach } from '../scorecards/rights.ts';
import { reckoned } from '../scorecards/route.ts';
import { readSlipBooks } from './read.ts';

export async function getSlips(context: Context<AppContext>): Promise<Response> {
  return context.json(await slipOf(context, peopleWithin(context.var.session, slipReach)));
}

export async function getSlip(context: Context<AppContext>): Promise<Response> {
  const { database, session } = context.var;
  const people = peopleWithin(session, slipReach);
  const id = context.req.param('member') ?? '';
  const [member] = await database.rows<MemberRow>(memberStatement(session.org.id, id));
  assertWithin(people, member);
  return context.json(await slipOf(context, { member: id }));
}

export function monthOf(context: Context): Month {
  const month = context.req.query('month') ?? '';
  if (!isMonth(month)) throw malformed('month', 'a month (2026-09)');
  return month;
}

async function slipOf(context: Context<AppContext>, people: People): Promise<Slip> {
  const { database, session, instruments } = context.var;
  const month = monthOf(context);
  const books = await readSlipBooks(database, session.org.id, people, month);
  return reckoned(
    commissionSlip({
      ...books,
      receipts: books.receipts.filter((receipt) => !('member' in people) || isOf(receipt, people.member)),
      org: session.org.name,
      department: session.member.departmentName,
      month,
      madeAt: localTime(instruments.clock(), context.env.ORG_ZONE).slice(0, 16),
    }),
  );
}

/** A person's own lines: as the manager, or as the executor on the day of the receipt. */
function isOf(receipt: Awaited<ReturnType<typeof readSlipBooks>>['receipts'][number], member: string): boolean {
  if (receipt.managerId === member) return true;
  return receipt.executors.some((entry) => entry.id === member && entry.fromDay <= receipt.receivedDay);
}
