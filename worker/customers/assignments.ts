// POST /api/customers/:id/assignments: a customer is handed over on a day, or gets an executor or a specialist. Earlier
// days stay with whom they belonged to.

import type { Context } from 'hono';
import * as v from 'valibot';
import { addDays, isDay } from '../../domain/values/day.ts';
import type { Assignment } from '../books/world.ts';
import type { AppContext } from '../environment.ts';
import { AppError } from '../errors.ts';
import { malformed, readBody } from '../http/body.ts';
import { changeRights } from '../rights/change-rights.ts';
import type { RightsPlan } from '../rights/change-rights.ts';
import { unplanStatement } from '../rights/queries.ts';
import { requireRole } from '../session/authenticate.ts';
import type { SyncWorld } from '../sync/read-world.ts';

const day = v.pipe(v.string(), v.check(isDay, 'day'));
const assignmentSchema = v.object({
  kind: v.picklist(['owner', 'executor', 'specialist']),
  member: v.pipe(v.string(), v.maxLength(64)),
  since: day,
  /** The last day; without it until somebody else is assigned. */
  until: v.optional(v.nullable(day)),
});

type Wanted = v.InferOutput<typeof assignmentSchema> & { readonly customer: string };

export async function postAssignment(context: Context<AppContext>): Promise<Response> {
  requireRole(context.var.session, 'director', 'gm', 'admin');
  const wanted: Wanted = { ...(await readBody(context, assignmentSchema)), customer: context.req.param('id') ?? '' };
  let assignments: readonly Assignment[] = [];
  await changeRights(context, (world) => {
    const plan = planOf(world, wanted);
    const touched = [...(plan?.assignments ?? []), ...(plan?.unplanned ?? [])];
    const kept = world.assignments.filter((entry) => entry.customer === wanted.customer && !touched.some((other) => key(other) === key(entry)));
    assignments = [...kept, ...(plan?.assignments ?? [])].sort((a, b) => (a.since < b.since ? -1 : 1));
    return plan;
  });
  return context.json({ assignments: assignments.map(({ kind, member, since, until }) => ({ kind, member, since, until })) }, 201);
}

function planOf(world: SyncWorld, wanted: Wanted): RightsPlan | null {
  const { customer, kind, member, since, until = null } = wanted;
  const person = world.people.get(member);
  if (!world.customers.some(({ id }) => id === customer)) throw new AppError('not-found');
  if (!person) throw malformed('member', 'no such member');
  if (person.left !== null) throw new AppError('member-left');
  if (until !== null && until < since) throw malformed('until', 'before since');
  const others = world.assignments.filter((entry) => entry.customer === customer && entry.kind === kind && (kind !== 'specialist' || entry.member === member));
  const same = others.find((entry) => entry.member === member && entry.since <= since && entry.until === until);
  if (same) return null;
  const later = others.filter((entry) => entry.since >= since && !(entry.since === since && entry.member === member));
  if (later.some((entry) => entry.since <= world.today)) throw new AppError('assigned-later');
  const before = others.filter((entry) => entry.since < since && (entry.until === null || entry.until >= since));
  requireSameDepartment(world, wanted, person.department, before);
  const ended = before.map((entry) => ({ ...entry, until: addDays(since, -1) }));
  const archive = kind === 'owner' ? (before.find((entry) => entry.archive)?.archive ?? null) : null;
  const fresh: Assignment = { customer, kind, member, since, until, archive };
  const change = { subject: 'customer' as const, id: customer, kind: 'assign', patch: { [kind]: [before[0]?.member ?? null, member] as const, since: [null, since] as const, ...(until === null ? {} : { until: [null, until] as const }) } };
  return {
    change,
    assignments: [...ended, fresh],
    unplanned: later,
    statements: (org) => later.map((entry) => unplanStatement(org, entry)),
    ...(kind === 'owner' && since <= world.today ? { follow: { department: person.department, owner: '', customers: [customer] } } : {}),
  };
}

/** Records go to another department on the day they are handed over, so that day cannot be one to come. */
function requireSameDepartment(world: SyncWorld, { kind, since }: Wanted, department: string, before: readonly Assignment[]): void {
  if (kind !== 'owner' || since <= world.today) return;
  if (before.some((entry) => world.people.get(entry.member)?.department !== department)) throw malformed('since', 'to another department not before the day itself');
}

function key({ customer, kind, member, since }: Assignment): string {
  return JSON.stringify([customer, kind, member, since]);
}
