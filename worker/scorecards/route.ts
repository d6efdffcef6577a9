// GET /api/scorecards?period=… : everyone whom the caller may see, ranked. GET /api/scorecards/:member?period=… : one.

import type { Context } from 'hono';
import { departmentScorecards } from '../../domain/rules/department-scorecards.ts';
import { isRefusal } from '../../domain/rules/item.ts';
import type { Scorecard } from '../../domain/rules/results.ts';
import type { Refusal } from '../../domain/rules/rule.ts';
import { factWindow, scorecard } from '../../domain/rules/scorecard.ts';
import { isPeriod, previousPeriod } from '../../domain/values/period.ts';
import type { Period } from '../../domain/values/period.ts';
import type { AppContext } from '../environment.ts';
import { AppError } from '../errors.ts';
import { malformed } from '../http/body.ts';
import { localTime } from '../http/clock.ts';
import { readScoringBooks } from './read.ts';
import type { ScoringBooks } from './read.ts';
import { assertWithin, peopleWithin, scorecardReach } from './rights.ts';

export async function getScorecards(context: Context<AppContext>): Promise<Response> {
  const { database, session, instruments } = context.var;
  const period = periodOf(context);
  const people = peopleWithin(session, scorecardReach);
  const before = previousPeriod(period);
  const months = [...new Set([...factWindow(period), ...factWindow(before)])];
  const books = await readScoringBooks(database, session.org.id, people, period, months);
  const scorecards = books.members.map((member) => {
    const previous = score(books, member, before);
    return { ...reckoned(score(books, member, period)), previousTotal: isRefusal(previous) ? null : previous.total };
  });
  return context.json(
    departmentScorecards({
      org: session.org.name,
      department: session.member.departmentName,
      period,
      scorecards,
      ranked: !('member' in people),
      madeAt: localTime(instruments.clock(), context.env.ORG_ZONE).slice(0, 16),
    }),
  );
}

export async function getScorecard(context: Context<AppContext>): Promise<Response> {
  const { database, session } = context.var;
  const period = periodOf(context);
  const people = peopleWithin(session, scorecardReach);
  const id = context.req.param('member') ?? '';
  const books = await readScoringBooks(database, session.org.id, { member: id }, period, factWindow(period));
  assertWithin(people, books.known[0]);
  return context.json(reckoned(score(books, books.members[0] ?? raise(), period)));
}

export function periodOf(context: Context): Period {
  const period = context.req.query('period') ?? '';
  if (!isPeriod(period)) throw malformed('period', 'a month (2026-09) or a quarter (2026Q3)');
  return period;
}

function score(books: ScoringBooks, { id, name, post }: ScoringBooks['members'][number], period: Period): Scorecard | Refusal {
  return scorecard({ member: { id, name, post }, period, facts: books.facts.get(id) ?? [], policy: books.policy, archives: books.archives.get(id) ?? [] });
}

/** A refusal of the business as problem details; its facts go with it. */
export function reckoned<Result extends object>(result: Result | Refusal): Result {
  if (!isRefusal(result)) return result;
  throw new AppError('cannot-be-reckoned', { errors: [{ at: result.code, message: JSON.stringify(result.facts) }] });
}

function raise(): never {
  throw new AppError('not-found');
}
