// GET /api/parameters?rule=…&day=… : what a rule reckons with on a day, the version's value and the organisation's own
// side by side. They are changed by records of the form `policy-parameter`.

import type { Context } from 'hono';
import { parametersInForce } from '../../domain/rules/policy.ts';
import { isDay } from '../../domain/values/day.ts';
import { policyOf } from '../books/policy.ts';
import { changesStatement } from '../books/queries.ts';
import type { ChangeRow } from '../books/replay.ts';
import type { AppContext } from '../environment.ts';
import { malformed } from '../http/body.ts';
import { reckoned } from '../scorecards/route.ts';

export async function getParameters(context: Context<AppContext>): Promise<Response> {
  const { database, session, today } = context.var;
  const rule = context.req.query('rule') ?? 'scorecard';
  const day = context.req.query('day') ?? today;
  if (!isDay(day)) throw malformed('day', 'a day (2026-09-30)');
  const policy = policyOf(await database.rows<ChangeRow>(changesStatement(session.org.id, 'policy-parameter')));
  return context.json({ rule, day, rules: reckoned(parametersInForce(rule, day, policy)) });
}
