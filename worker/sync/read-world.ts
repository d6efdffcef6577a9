// The rows of a sync as the world it decides in. Knows the rows' shape, nothing of SQL.

import type { Role } from '../../domain/forms/definition.ts';
import { formOf } from '../../domain/forms/registry.ts';
import { foldName, indexNames } from '../../domain/protocol/names.ts';
import type { TaughtWord } from '../../domain/protocol/learned-words.ts';
import { PROTOCOL } from '../../domain/protocol/messages.ts';
import type { Audience, Roster } from '../../domain/protocol/messages.ts';
import type { Viewer } from '../../domain/protocol/visibility.ts';
import type { Day } from '../../domain/values/day.ts';
import type { StoredRecord } from '../books/draft.ts';
import { customersOf, rolesOn } from '../books/world.ts';
import type { Assignment, Customer, Person, World } from '../books/world.ts';
import type { RecordRow, WorldRow } from './queries.ts';

export interface SyncWorld extends World {
  readonly org: { readonly id: string; readonly name: string };
  readonly departments: ReadonlyMap<string, string>;
  readonly head: { readonly seq: number; readonly chain: string; readonly receiptDay: string; readonly receipts: number };
  readonly workbook: { readonly org: string; readonly audience: Audience } | null;
  /** What the sender's department has taught. */
  readonly learned: readonly TaughtWord[];
  readonly earlierPush: { readonly hash: string; readonly salt: string | null; readonly answer: unknown } | null;
}

type AssignmentRow = [string, Assignment['kind'], string, Day, Day | null, [number, number] | null, string | null];

export function worldOf(row: WorldRow, today: Day): SyncWorld {
  const people = (JSON.parse(row.members) as [string, string, string, string, Person['roles'], string | null, string | null, Person['earlier']][]).map(
    ([id, name, post, department, roles, left, staff, earlier]): Person => ({ id, name, post, department, roles, left, staff, earlier }),
  );
  const customers = (JSON.parse(row.customers) as [string, string[]][]).map(([id, names]): Customer => ({ id, names }));
  const workbook = row.workbook === null ? null : (JSON.parse(row.workbook) as [string, Audience['kind'], string]);
  const push = row.push === null ? null : (JSON.parse(row.push) as [string, string | null, unknown]);
  return {
    today,
    org: { id: row.org, name: row.orgName },
    departments: new Map(JSON.parse(row.departments) as [string, string][]),
    head: { seq: row.seq, chain: row.chain, receiptDay: row.receiptDay, receipts: row.receipts },
    people: new Map(people.map((person) => [person.id, person])),
    peopleByName: indexNames(answeringToTheirNames(people).map((person) => ({ id: person.id, names: [person.name] }))),
    customers,
    customersByName: indexNames(customers),
    assignments: (JSON.parse(row.assignments) as AssignmentRow[]).map(
      ([customer, kind, member, since, until, archive, record]) => ({ customer, kind, member, since, until, archive, record }),
    ),
    closedMonths: new Set(JSON.parse(row.closed) as string[]),
    workbook: workbook && { org: workbook[0], audience: { kind: workbook[1], id: workbook[2] } },
    learned: (JSON.parse(row.learned) as [string, string, string | null, string, string][]).map(
      ([form, label, path, member, at]) => ({ form, label, path, member, by: people.find((person) => person.id === member)?.name ?? '', at }),
    ),
    earlierPush: push && { hash: push[0], salt: push[1], answer: push[2] },
  };
}

/** Who has left gives up the name to a namesake who is there. */
function answeringToTheirNames(people: readonly Person[]): Person[] {
  const taken = new Set(people.filter((person) => person.left === null).map((person) => foldName(person.name)));
  return people.filter((person) => person.left === null || !taken.has(foldName(person.name)));
}

export function viewerOf(world: World, member: string): Viewer & { readonly member: string } {
  const person = world.people.get(member);
  return {
    member,
    department: person?.department ?? '',
    roles: person && person.left === null ? rolesOn(person.roles, world.today) : ([] as Role[]),
    customers: customersOf(world.assignments, member, world.today),
  };
}

/** All that a viewer has ever been entitled to: what is no longer in sight is told from it. */
export function formerViewer(world: World, viewer: Viewer): Viewer & { readonly former: readonly string[] } {
  const person = viewer.member === null ? undefined : world.people.get(viewer.member);
  if (!person) return { ...viewer, former: [] };
  const roles = person.roles.filter(({ from }) => from <= world.today).map(({ role }) => role as Role);
  const customers = world.assignments.filter(({ member, since }) => member === person.id && since <= world.today).map(({ customer }) => customer);
  return { ...viewer, roles, customers: new Set(customers), former: person.earlier.map(({ department }) => department) };
}

/** For whom the workbook is, as one more viewer whose rights the pull is cut down to (step 8). */
export function audienceViewer(world: World, audience: Audience): Viewer {
  if (audience.kind === 'member') return viewerOf(world, audience.id);
  return { member: null, department: audience.id, roles: [], customers: new Set() };
}

export function rosterOf(world: SyncWorld, department: string): Roster {
  return {
    org: { ...world.org, department: world.departments.get(department) ?? '' },
    members: [...world.people.values()].map(({ id, name, post, left }) => ({ id, name, post, active: left === null })),
    customers: world.customers.map(({ id, names }) => ({ id, names: [...names] })),
  };
}

export function recordOf(row: RecordRow): StoredRecord {
  return {
    ...row,
    deleted: row.deleted === 1,
    fields: JSON.parse(row.fields),
    revs: JSON.parse(row.revs),
    refs: JSON.parse(row.refs),
    stated: JSON.parse(row.stated),
    problems: JSON.parse(row.problems),
  };
}

/** What decides visibility, so that a change of it asks for a snapshot (step 7). */
export function scopeText(viewers: readonly Viewer[], formIds: readonly string[]): string {
  return JSON.stringify([
    PROTOCOL,
    formIds.filter((id) => formOf(id)),
    viewers.map((viewer) => [viewer.member, viewer.department, [...viewer.roles].sort(), [...viewer.customers].sort()]),
  ]);
}
