// What a decision needs to know beside the records at hand: people, customers, who is assigned to whom, which months
// are closed. Plain data with look-ups; knows no database.

import type { Role } from '../../domain/forms/definition.ts';
import type { NameIndex } from '../../domain/protocol/names.ts';
import { addMonths, monthOf } from '../../domain/values/day.ts';
import type { Day, Month } from '../../domain/values/day.ts';
import type { HeldRole } from '../db/schema.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly post: string;
  readonly staff: string | null;
  readonly department: string;
  /** Departments before, each until a day. */
  readonly earlier: readonly { readonly department: string; readonly until: Day }[];
  readonly roles: readonly HeldRole[];
  readonly left: Day | null;
}

export interface Assignment {
  readonly customer: string;
  readonly kind: 'owner' | 'executor' | 'specialist';
  readonly member: string;
  readonly since: Day;
  readonly until: Day | null;
  /** The customer's archive, `[filled, countable]`; kept with its owner. */
  readonly archive?: readonly [number, number] | null;
  readonly record?: string | null;
}

export interface Customer {
  readonly id: string;
  readonly names: readonly string[];
}

export interface World {
  readonly today: Day;
  people: ReadonlyMap<string, Person>;
  readonly peopleByName: NameIndex;
  customers: Customer[];
  customersByName: NameIndex;
  assignments: Assignment[];
  readonly closedMonths: ReadonlySet<Month>;
}

export function rolesOn(held: readonly HeldRole[], day: Day): Role[] {
  return held.filter((role) => role.from <= day && (role.until === undefined || day <= role.until)).map((role) => role.role as Role);
}

/** The latest assignment that covers the day. */
export function assignedOn(world: World, customer: string, kind: Assignment['kind'], day: Day): string | null {
  let latest: Assignment | null = null;
  for (const entry of world.assignments) {
    if (entry.customer !== customer || entry.kind !== kind || entry.since > day || (entry.until !== null && entry.until < day)) continue;
    if (latest === null || entry.since >= latest.since) latest = entry;
  }
  return latest?.member ?? null;
}

export function customersOf(assignments: readonly Assignment[], member: string, today: Day): Set<string> {
  const current = assignments.filter((entry) => entry.member === member && entry.since <= today && (entry.until === null || entry.until >= today));
  return new Set(current.map((entry) => entry.customer));
}

/** The month in which something of that day counts: its own if open, else the first open one after. */
export function postingMonth(world: Pick<World, 'closedMonths'>, day: Day): Month {
  let month = monthOf(day);
  while (world.closedMonths.has(month)) month = addMonths(month, 1);
  return month;
}
