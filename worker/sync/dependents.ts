// What follows from a push for records nobody sent: receipts follow their contract, contracts of a customer may become or
// cease to be its first, and a name that was unknown may have become known. They are restated, not changed.

import { formOf, forms } from '../../domain/forms/registry.ts';
import { resolveName } from '../../domain/protocol/names.ts';
import { dependentKeyPrefix } from '../../domain/protocol/natural-key.ts';
import { checkFields } from '../../domain/forms/validate.ts';
import type { StoredRecord } from '../books/draft.ts';
import { departmentOf, place } from './belonging.ts';
import { currentRecords, draft } from './desk.ts';
import type { Desk } from './desk.ts';

export function takeUpDependents(desk: Desk): void {
  const adopted = new Set(desk.newAssignments.filter((entry) => entry.kind === 'owner').map((entry) => entry.customer));
  const customers = new Set([...customersOfChangedContracts(desk), ...adopted]);
  for (const record of untouched(desk)) {
    if (record.open !== null && (desk.touchedCustomers.size > 0 || hasJoined(desk, record.open))) takeUp(desk, record);
    else if (record.form === 'contract' && record.customer !== null && customers.has(record.customer)) lookAt(desk, record);
    else if (record.stated.some((fact) => fact.member === '' && adopted.has(fact.customer ?? ''))) lookAt(desk, record);
    else if (hasMoved(desk, record)) lookAt(desk, record);
  }
  // A receipt can only follow once its contract has been taken up.
  const prefixes = prefixesOfFollowers(desk);
  for (const record of untouched(desk)) {
    if (prefixes.some((prefix) => record.natural.startsWith(prefix))) takeUp(desk, record);
  }
}

function hasJoined(desk: Desk, open: string): boolean {
  return open.startsWith('@') && resolveName(desk.world.peopleByName, open.slice(1)).id !== null;
}

function untouched(desk: Desk): StoredRecord[] {
  return currentRecords(desk).filter((record) => !desk.drafts.has(record.id) && !record.deleted);
}

function customersOfChangedContracts(desk: Desk): Set<string | null> {
  const changed = [...desk.drafts.values()].filter((entry) => entry.form.id === 'contract');
  return new Set(changed.flatMap((entry) => [entry.before?.customer ?? null, entry.now.customer]));
}

function prefixesOfFollowers(desk: Desk): string[] {
  const prefixes = new Set<string>();
  for (const { form, before, now } of desk.drafts.values()) {
    const follower = dependentForms.get(form.id);
    if (follower === undefined) continue;
    if (before) prefixes.add(dependentKeyPrefix(follower, before.natural));
    prefixes.add(dependentKeyPrefix(follower, now.natural));
  }
  return [...prefixes];
}

/** Only its facts and its department may change: which contract is a customer's first, or whom a customer's first owner is credited with. */
function lookAt(desk: Desk, record: StoredRecord): void {
  const department = departmentOf(desk.world, record) ?? record.department;
  draft(desk, { form: formOf(record.form)!, before: record, now: { ...record, department }, patch: null });
}

/** Its customer was handed over to another department, or its owner went there. */
function hasMoved({ world }: Desk, record: StoredRecord): boolean {
  return (departmentOf(world, record) ?? record.department) !== record.department;
}

function takeUp(desk: Desk, record: StoredRecord): void {
  const form = formOf(record.form)!;
  const { problems: unresolved, ...placed } = place(desk, form, record.id, record, record.fields);
  const problems = [...checkFields(form, record.fields).missing, ...unresolved];
  draft(desk, { form, before: record, now: { ...record, ...placed, problems }, patch: null });
}

/** Forms whose records follow another form's, by that other form. */
export const dependentForms: ReadonlyMap<string, string> = new Map(
  forms.filter((form) => form.customerThrough).map((form) => [form.customerThrough!.form, form.id]),
);
