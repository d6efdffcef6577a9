// PATCH /api/members/:id: other roles from a day on, another department, another post. DELETE: who leaves. What the member
// did before stays as it was.

import type { Context } from 'hono';
import * as v from 'valibot';
import { addDays, isDay } from '../../domain/values/day.ts';
import type { Person } from '../books/world.ts';
import type { HeldRole } from '../db/schema.ts';
import type { AppContext } from '../environment.ts';
import { AppError } from '../errors.ts';
import { malformed, readBody } from '../http/body.ts';
import { instant } from '../http/clock.ts';
import { changeRights } from '../rights/change-rights.ts';
import type { RightsPlan } from '../rights/change-rights.ts';
import { changeMemberStatement } from '../rights/queries.ts';
import { requireRole } from '../session/authenticate.ts';
import type { SyncWorld } from '../sync/read-world.ts';
import { leaveStatements, memberStatement } from './queries.ts';
import type { MemberRow } from './queries.ts';
import { inviting, requireRank, roles, shown, text } from './route.ts';

const changeSchema = v.object({
  roles: v.optional(v.pipe(v.array(v.picklist(roles)), v.minLength(1))),
  department: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'id'))),
  post: v.optional(text),
  /** First day of it; today where it is left out. */
  from: v.optional(v.pipe(v.string(), v.check(isDay, 'day'))),
});

type Change = v.InferOutput<typeof changeSchema>;

export async function patchMember(context: Context<AppContext>): Promise<Response> {
  const { database, session, today } = context.var;
  requireRole(session, ...inviting);
  const change = await readBody(context, changeSchema);
  const id = context.req.param('id') ?? '';
  await changeRights(context, (world) => {
    const person = personOf(world, id);
    requireRank(session, [...person.roles.map(({ role }) => role), ...(change.roles ?? [])]);
    return planOf(world, person, change);
  });
  const [row] = await database.rows<MemberRow>(memberStatement(session.org.id, id));
  return context.json({ member: shown(row!, today) });
}

export async function deleteMember(context: Context<AppContext>): Promise<Response> {
  const { instruments, session, today } = context.var;
  requireRole(session, ...inviting);
  const id = context.req.param('id') ?? '';
  await changeRights(context, (world) => {
    const person = world.people.get(id);
    if (!person) throw new AppError('not-found');
    requireRank(session, person.roles.map(({ role }) => role));
    if (person.left !== null) return null;
    return {
      change: { subject: 'member', id, kind: 'leave', patch: { left: [null, today] } },
      person: { ...person, left: today },
      statements: (org) => leaveStatements(org, id, today, instant(instruments.clock())),
    };
  });
  return context.body(null, 204);
}

function personOf(world: SyncWorld, id: string): Person {
  const person = world.people.get(id);
  if (!person) throw new AppError('not-found');
  if (person.left !== null) throw new AppError('member-left');
  return person;
}

function planOf(world: SyncWorld, person: Person, { roles: wanted, department, post = person.post, from = world.today }: Change): RightsPlan | null {
  if (department !== undefined && !world.departments.has(department)) throw malformed('department', 'no such department');
  const moves = department !== undefined && department !== person.department;
  // Records follow their owner on the day itself, so that day cannot be one to come.
  if (moves && from > world.today) throw malformed('from', 'to another department not before the day itself');
  if (moves) refuseCrossing(world, person, department);
  const now: Person = {
    ...person,
    post,
    roles: wanted ? heldFrom(person.roles, wanted, from) : person.roles,
    ...(moves ? { department, earlier: [...person.earlier, { department: person.department, until: addDays(from, -1) }] } : {}),
  };
  const patch = Object.fromEntries((['post', 'department', 'roles'] as const)
    .map((key) => [key, [JSON.stringify(person[key]), JSON.stringify(now[key])]] as const).filter(([, [before, after]]) => before !== after));
  if (Object.keys(patch).length === 0) return null;
  return {
    change: { subject: 'member', id: person.id, kind: 'rights', patch },
    person: now,
    statements: (org) => [changeMemberStatement(org, now)],
    ...(moves ? { follow: { department, owner: person.id, customers: customersOwned(world, person.id) } } : {}),
  };
}

/** A handover on a day to come takes no record into another department, so none that is planned may become one by the move. */
function refuseCrossing({ assignments, customers, people, today }: SyncWorld, person: Person, department: string): void {
  const departmentOf = (member: string) => (member === person.id ? department : people.get(member)?.department);
  const owners = assignments.filter(({ kind }) => kind === 'owner');
  const crossing = owners.filter(({ customer, member, since }) => since > today && owners.some((before) => before.customer === customer && before.since < since
    && (before.until === null || before.until >= addDays(since, -1)) && [before.member, member].includes(person.id) && departmentOf(before.member) !== departmentOf(member)));
  if (crossing.length === 0) return;
  const nameOf = (customer: string) => customers.find(({ id }) => id === customer)?.names[0] ?? customer;
  throw new AppError('handover-planned', { errors: crossing.map(({ customer, member, since }) => ({ at: nameOf(customer), message: `${since} ${people.get(member)?.name ?? member}` })) });
}

/** Roles that stay go on; the others end the day before; what had not begun by then never was. */
function heldFrom(held: readonly HeldRole[], wanted: readonly string[], from: string): HeldRole[] {
  const begun = held.filter((role) => role.from < from || wanted.includes(role.role));
  const kept = begun.map((role) => (wanted.includes(role.role) || (role.until !== undefined && role.until < from) ? role : { ...role, until: addDays(from, -1) }));
  const runs = (role: string) => kept.some((entry) => entry.role === role && entry.until === undefined);
  return [...kept, ...wanted.filter((role) => !runs(role)).map((role) => ({ role, from }))];
}

function customersOwned({ assignments, today }: SyncWorld, member: string): string[] {
  return assignments.filter((entry) => entry.kind === 'owner' && entry.member === member && entry.since <= today && (entry.until === null || entry.until >= today)).map(({ customer }) => customer);
}
