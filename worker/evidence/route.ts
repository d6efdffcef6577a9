// GET /api/evidence: the facts behind one figure. ?member=…&period=…&item=1 for the scorecard, ?member=…&month=…[&record=…]
// for the commission slip. Whoever may see the figure may see its facts.

import type { Context } from 'hono';
import { measureOf } from '../../domain/measures/registry.ts';
import { evidenceFacts } from '../../domain/rules/evidence.ts';
import type { Evidence } from '../../domain/rules/results.ts';
import { factWindow } from '../../domain/rules/scorecard.ts';
import type { Month } from '../../domain/values/day.ts';
import type { AppContext } from '../environment.ts';
import { malformed } from '../http/body.ts';
import { memberStatement } from '../members/queries.ts';
import type { MemberRow } from '../members/queries.ts';
import { assertWithin, peopleWithin, scorecardReach, slipReach } from '../scorecards/rights.ts';
import type { Reach } from '../scorecards/rights.ts';
import { periodOf } from '../scorecards/route.ts';
import { monthOf } from '../slips/route.ts';
import { evidenceStatement } from './queries.ts';
import type { EvidenceRow } from './queries.ts';

export async function getEvidence(context: Context<AppContext>): Promise<Response> {
  const member = context.req.query('member') ?? '';
  return context.json(context.req.query('item') === undefined ? await ofSlip(context, member) : await ofScorecard(context, member));
}

async function ofScorecard(context: Context<AppContext>, member: string): Promise<Evidence> {
  const period = periodOf(context);
  const item = Number(context.req.query('item'));
  if (!Number.isInteger(item) || item < 1 || item > 12) throw malformed('item', 'a number from 1 to 12');
  const rows = await read(context, scorecardReach, member, factWindow(period));
  return { figure: `scorecard/${period}/${member}/${item}`, facts: evidenceFacts(item, period, rows).map((fact) => shown(fact as EvidenceRow)) };
}

async function ofSlip(context: Context<AppContext>, member: string): Promise<Evidence> {
  const month = monthOf(context);
  const record = context.req.query('record');
  const rows = await read(context, slipReach, member, [month]);
  const facts = rows.filter((row) => row.measure === 'receipt' && (record === undefined || row.record === record));
  return { figure: `slip/${month}/${member}${record === undefined ? '' : `/${record}`}`, facts: facts.map(shown) };
}

async function read(context: Context<AppContext>, reach: Reach, member: string, months: readonly Month[]): Promise<EvidenceRow[]> {
  const { database, session } = context.var;
  const people = peopleWithin(session, reach);
  const [known, rows] = await database.batch([memberStatement(session.org.id, member), evidenceStatement(session.org.id, member, months)]);
  assertWithin(people, known!.results[0] as unknown as MemberRow | undefined);
  return rows!.results as unknown as EvidenceRow[];
}

function shown(row: EvidenceRow): Evidence['facts'][number] {
  const { label, unit } = measureOf(row.measure);
  const { measure, posted, day, amount, sign, record, form, line } = row;
  return { measure, label, unit, posted, day, amount, sign, record, form, line, customer: row.customerName };
}
