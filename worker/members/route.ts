// /api/members: who belongs to the organisation, invitations, new codes. Only director, general manager and
// administrator change anything.

import type { Context } from 'hono';
import * as v from 'valibot';
import { rolesOn } from '../books/world.ts';
import type { HeldRole } from '../db/schema.ts';
import type { AppContext, SignedIn } from '../environment.ts';
import { AppError } from '../errors.ts';
import { malformed, readBody } from '../http/body.ts';
import { instant } from '../http/clock.ts';
import { foldCode, newActivationCode, newId, sha256 } from '../http/secrets.ts';
import { foldName } from '../../domain/protocol/names.ts';
import type { Patch } from '../../domain/protocol/merge.ts';
import { changeRights } from '../rights/change-rights.ts';
import { requireRole } from '../session/authenticate.ts';
import { insertMemberStatement, issueStatements, memberStatement, membersStatement } from './queries.ts';
import type { MemberRow } from './queries.ts';

export const inviting = ['director', 'gm', 'admin'] as const;
export const roles = ['manager', 'specialist', 'director', 'support', 'finance', 'hr', 'office', 'gm', 'admin'] as const;
/** Whoever may invite cannot give a right above their own. */
const aboveDirector: readonly string[] = ['gm', 'admin'];
const hourMilliseconds = 3_600_000;

export const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(50));
const invitationSchema = v.object({
  name: text,
  roles: v.pipe(v.array(v.picklist(roles)), v.minLength(1)),
  post: text,
  department: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'id')),
  staffNo: v.optional(text),
});

export async function getMembers(context: Context<AppContext>): Promise<Response> {
  const { database, session, today } = context.var;
  const rows = await database.rows<MemberRow>(membersStatement(session.org.id));
  return context.json({ members: rows.map((row) => shown(row, today)) });
}

export async function postMember(context: Context<AppContext>): Promise<Response> {
  const { instruments, session, today } = context.var;
  requireRole(session, ...inviting);
  const invitation = await readBody(context, invitationSchema);
  requireRank(session, invitation.roles);
  const member: MemberRow = {
    id: newId(instruments, 'm'),
    name: invitation.name,
    post: invitation.post,
    staff: invitation.staffNo ?? null,
    department: invitation.department,
    roles: JSON.stringify(invitation.roles.map((role) => ({ role, from: today }))),
    joined: today,
    left: null,
  };
  await changeRights(context, (world) => {
    if (!world.departments.has(member.department)) throw malformed('department', 'no such department');
    const isNamesake = [...world.people.values()].some((person) => person.left === null && foldName(person.name) === foldName(member.name));
    if (isNamesake) throw new AppError('name-taken');
    return { change: { subject: 'member', id: member.id, kind: 'join', patch: joiningOf(member) }, statements: (org) => [insertMemberStatement(org, member)] };
  });
  return context.json({ member: shown(member, today), ...(await issueCode(context, member)) }, 201);
}

export async function postActivation(context: Context<AppContext>): Promise<Response> {
  requireRole(context.var.session, ...inviting);
  const member = await memberOf(context);
  if (member.left !== null) throw new AppError('member-left');
  requireRank(context.var.session, rolesOf(member));
  return context.json(await issueCode(context, member), 201);
}

function joiningOf(member: MemberRow): Patch {
  return Object.fromEntries((['name', 'post', 'department', 'roles', 'joined'] as const).map((key) => [key, [null, member[key]] as const]));
}

async function memberOf(context: Context<AppContext>): Promise<MemberRow> {
  const { database, session } = context.var;
  const [row] = await database.rows<MemberRow>(memberStatement(session.org.id, context.req.param('id') ?? ''));
  return row ?? raise('not-found');
}

async function issueCode(context: Context<AppContext>, member: MemberRow): Promise<{ activationCode: string; expiresAt: string }> {
  const { database, instruments, session } = context.var;
  const expiresAt = instant(instruments.clock() + Number(context.env.ACTIVATION_HOURS ?? 72) * hourMilliseconds);
  const activationCode = newActivationCode(instruments);
  const code = foldCode(activationCode);
  const activation = { id: code.slice(0, 4), org: session.org.id, member: member.id, hash: await sha256(code), expires: expiresAt };
  const results = await database.batch(issueStatements(activation));
  // The public beginning was taken by another code: rare, and the next one is free.
  return results.at(-1)!.results.length === 0 ? issueCode(context, member) : { activationCode, expiresAt };
}

export function requireRank(session: SignedIn, given: readonly string[]): void {
  if (given.some((role) => aboveDirector.includes(role))) requireRole(session, ...aboveDirector);
}

function rolesOf(member: MemberRow): string[] {
  return (JSON.parse(member.roles) as { role: string }[]).map(({ role }) => role);
}

export function shown(member: MemberRow, today: string) {
  const held = JSON.parse(member.roles) as HeldRole[];
  return {
    id: member.id,
    name: member.name,
    post: member.post,
    department: member.department,
    roles: rolesOn(held, today),
    /** With their days, those to come too. */
    held,
    joined: member.joined,
    active: member.left === null,
    ...(member.staff === null ? {} : { staffNo: member.staff }),
    ...(member.left === null ? {} : { left: member.left }),
  };
}

function raise(code: 'not-found'): never {
  throw new AppError(code);
}
