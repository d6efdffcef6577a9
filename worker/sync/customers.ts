// An archive makes a customer: the first archive of a name nobody knows brings the customer, its name and its owner;
// another name written into an archive later becomes an alias.

import { indexNames } from '../../domain/protocol/names.ts';
import type { StoredRecord } from '../books/draft.ts';
import { openNameOf, resolveReferences } from '../books/references.ts';
import type { References } from '../books/references.ts';
import { rolesOn } from '../books/world.ts';
import type { Assignment } from '../books/world.ts';
import { formOf } from '../../domain/forms/registry.ts';
import type { Fields } from '../../domain/forms/definition.ts';
import type { Desk } from './desk.ts';

export const archive = { form: 'customer-archive', name: 'customer_name', created: 'created_date', manager: 'project_team/account-manager/name' };

/** The references of a record's content, after an archive has made its customer known. */
export function referencesOf(desk: Desk, before: StoredRecord | null, formId: string, id: string, fields: Fields): References {
  const form = formOf(formId)!;
  const found = resolveReferences(desk.world, form, fields, before);
  const name = fields[archive.name];
  if (formId === archive.form && found.refs[archive.name] !== undefined) adopt(desk, found.refs[archive.name]!, id, fields);
  if (formId !== archive.form || typeof name !== 'string' || openNameOf(name) === '' || found.open !== openNameOf(name)) return found;
  if (before?.customer) addAlias(desk, before.customer, name);
  else addCustomer(desk, id, name, fields);
  return resolveReferences(desk.world, form, fields, before);
}

function addCustomer(desk: Desk, record: string, name: string, fields: Fields): void {
  const id = desk.newId('cu');
  know(desk, id, [...desk.world.customers, { id, names: [name] }]);
  assign(desk, { customer: id, ...custodian(desk, fields) }, record, fields);
}

/** A customer without an owner gets the manager whom its archive names later; one that has an owner keeps it. */
function adopt(desk: Desk, customer: string, record: string, fields: Fields): void {
  const member = namedManager(desk, fields);
  if (member === null || desk.world.assignments.some((entry) => entry.customer === customer && entry.kind === 'owner')) return;
  assign(desk, { customer, member, kind: 'owner' }, record, fields);
}

function assign(desk: Desk, who: Pick<Assignment, 'customer' | 'member' | 'kind'>, record: string, fields: Fields): void {
  const created = fields[archive.created];
  const assignment = { ...who, since: typeof created === 'string' ? created : desk.world.today, until: null, record };
  desk.newAssignments.push(assignment);
  desk.world.assignments = [...desk.world.assignments, assignment];
  if (assignment.member === desk.viewer.member) (desk.viewer.customers as Set<string>).add(assignment.customer);
}

/** The manager who sends an archive owns its customer; anyone else's archive may name the manager in its team. */
function custodian(desk: Desk, fields: Fields): { member: string; kind: 'owner' | 'specialist' } {
  const { viewer } = desk;
  if (viewer.roles.includes('manager')) return { member: viewer.member, kind: 'owner' };
  const named = namedManager(desk, fields);
  if (named !== null) return { member: named, kind: 'owner' };
  return { member: viewer.member, kind: viewer.roles.includes('specialist') ? 'specialist' : 'owner' };
}

function namedManager({ world }: Desk, fields: Fields): string | null {
  const named = resolveReferences(world, managerForm, { manager: teamManager(fields) }).refs['manager'];
  const person = named === undefined ? undefined : world.people.get(named);
  return person && rolesOn(person.roles, world.today).includes('manager') ? person.id : null;
}

/** One member field: how a typed manager's name is resolved. */
const managerForm = {
  ...formOf(archive.form)!,
  fields: [{ key: 'manager', label: '大客户经理', type: { kind: 'member' as const } }],
};

function teamManager(fields: Fields): string {
  const [table, row, column] = archive.manager.split('/') as [string, string, string];
  const rows = fields[table] as Record<string, Record<string, unknown>> | undefined;
  const name = rows?.[row]?.[column];
  return typeof name === 'string' ? name : '';
}

function addAlias(desk: Desk, customer: string, name: string): void {
  know(desk, customer, desk.world.customers.map((entry) => (entry.id === customer ? { ...entry, names: [...entry.names, name] } : entry)));
}

function know(desk: Desk, touched: string, customers: Desk['world']['customers']): void {
  desk.touchedCustomers = new Set([...desk.touchedCustomers, touched]);
  desk.world.customers = customers;
  desk.world.customersByName = indexNames(customers);
}
