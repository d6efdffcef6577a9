// Which records a push needs at hand before it can be decided: named by id, of the same natural key, hanging on one
// another. Names are resolved against the roster as it is before the push.

import { formOf } from '../../domain/forms/registry.ts';
import type { Fields } from '../../domain/forms/definition.ts';
import { resolveName } from '../../domain/protocol/names.ts';
import type { Mutation } from '../../domain/protocol/messages.ts';
import { dependentKeyPrefix, naturalKeyOf } from '../../domain/protocol/natural-key.ts';
import type { Viewer } from '../../domain/protocol/visibility.ts';
import { openMemberOf, openNameOf, resolveReferences } from '../books/references.ts';
import type { World } from '../books/world.ts';
import { throughKey } from './belonging.ts';
import { archive } from './customers.ts';
import { dependentForms } from './dependents.ts';
import { visibleTo } from './pull.ts';
import type { PullWanted, Wanted } from './queries.ts';
import { settingPrefixes } from './settings.ts';

export function wantedFor(world: World, org: string, mutations: readonly Mutation[], pull: PullWanted | null, viewers: readonly Viewer[] = []): Wanted {
  const named = new Map<string, number>();
  const wishes: Wishes = { naturals: new Set(), prefixes: new Set(), customers: new Set(), openNames: new Set(), ownerless: new Set() };
  for (const mutation of mutations) {
    const base = mutation.kind === 'create' ? Number.MAX_SAFE_INTEGER : mutation.baseRev;
    for (const prefix of settingPrefixes(mutation)) wishes.prefixes.add(prefix);
    if (mayNameManager(mutation)) for (const customer of ownerless(world)) wishes.ownerless.add(customer);
    named.set(mutation.record, Math.min(base, named.get(mutation.record) ?? base));
    if (mutation.kind === 'create') wantForCreation(world, mutation, wishes);
    if ((mutation.kind === 'edit' || mutation.kind === 'decide') && typeof mutation.to === 'string') {
      for (const path of mutation.kind === 'edit' ? [mutation.path] : telling) wantForEdit(world, path, mutation.to, wishes);
    }
  }
  // Whoever has joined since may be whom a record waits for; the next push takes it up.
  if (mutations.length > 0) for (const person of world.people.values()) if (person.left === null) wishes.openNames.add(openMemberOf(person.name));
  return {
    org,
    named: [...named],
    naturals: [...wishes.naturals],
    prefixes: [...wishes.prefixes],
    openNames: [...wishes.openNames],
    customers: [...wishes.customers, ...wishes.ownerless],
    ownerless: [...wishes.ownerless],
    followers: [...dependentForms],
    decides: mutations.flatMap((mutation) => (mutation.kind === 'decide' ? [mutation.conflict] : [])),
    pull,
    viewers: viewers.map(visibleTo),
  };
}

type Wishes = Record<'naturals' | 'prefixes' | 'customers' | 'openNames' | 'ownerless', Set<string>>;

const archiveName = 'customer_name';

/** An archive may give a customer its first owner, who is then credited with what nobody was. */
function mayNameManager(mutation: Mutation): boolean {
  if (mutation.kind === 'create') return mutation.form === archive.form;
  return mutation.kind === 'decide' || (mutation.kind === 'edit' && mutation.path === archive.manager);
}

function ownerless(world: World): string[] {
  const owned = new Set(world.assignments.filter((entry) => entry.kind === 'owner').map((entry) => entry.customer));
  return world.customers.flatMap(({ id }) => (owned.has(id) ? [] : [id]));
}

function wantForCreation(world: World, mutation: Extract<Mutation, { kind: 'create' }>, wishes: Wishes): void {
  const form = formOf(mutation.form);
  if (!form) return;
  const fields = mutation.fields as Fields;
  const { refs } = resolveReferences(world, form, fields);
  const natural = naturalKeyOf(form, fields, refs);
  if (natural !== null) wishes.naturals.add(natural);
  const follower = dependentForms.get(form.id);
  if (follower !== undefined && natural !== null) wishes.prefixes.add(dependentKeyPrefix(follower, natural));
  const customer = form.customer === undefined ? undefined : refs[form.customer];
  if (form.id === 'contract' && customer !== undefined) wishes.customers.add(customer);
  const name = fields[archiveName];
  if (typeof name === 'string') wishes.openNames.add(openNameOf(name));
  const through = form.customerThrough;
  const number = through && fields[through.field];
  if (through && typeof number === 'string') wantNumber(through.form, number, wishes);
}

/** A decision names no path: it may be of any that `wantForEdit` looks at. */
const telling: readonly string[] = [archiveName, 'customer', ...[...dependentForms.values()].map((form) => formOf(form)!.customerThrough!.field)];

/** An edit names no form, so its path has to tell: a customer, a customer's new name, or a number others hang on. */
function wantForEdit(world: World, path: string, to: string, wishes: Wishes): void {
  if (path === archiveName) wishes.openNames.add(openNameOf(to));
  if (path === 'customer') {
    const found = resolveName(world.customersByName, to);
    if (found.id !== null) wishes.customers.add(found.id);
  }
  for (const [form, follower] of dependentForms) {
    if (formOf(follower)?.customerThrough?.field === path) wantNumber(form, to, wishes);
  }
}

function wantNumber(form: string, number: string, wishes: Wishes): void {
  const natural = throughKey(form, number);
  if (natural === null) return;
  wishes.naturals.add(natural);
  wishes.prefixes.add(dependentKeyPrefix(dependentForms.get(form)!, natural));
}
