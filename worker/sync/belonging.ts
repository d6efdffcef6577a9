// Whose a record is: its references, owner, department, customer, day and natural key, all from its content.

import type { FieldProblem, Fields, FormDefinition } from '../../domain/forms/definition.ts';
import { naturalKeyOf } from '../../domain/protocol/natural-key.ts';
import { isMonth, lastDayOf } from '../../domain/values/day.ts';
import { isQuarter, lastDayOfPeriod } from '../../domain/values/period.ts';
import type { StoredRecord } from '../books/draft.ts';
import { assignedOn } from '../books/world.ts';
import type { World } from '../books/world.ts';
import { referencesOf } from './customers.ts';
import { withNatural } from './desk.ts';
import type { Desk } from './desk.ts';

type Placed = Pick<StoredRecord, 'refs' | 'owner' | 'department' | 'customer' | 'natural' | 'day' | 'open'> & {
  readonly problems: FieldProblem[];
};

export function place(desk: Desk, form: FormDefinition, id: string, stored: StoredRecord | null, fields: Fields): Placed {
  const found = referencesOf(desk, stored, form.id, id, fields);
  const { customer, problem } = customerOf(desk, form, stored, fields, found.refs);
  const owner = (form.owner && found.refs[form.owner]) ?? stored?.owner ?? desk.viewer.member;
  return {
    refs: found.refs,
    open: found.open,
    owner,
    customer,
    department: departmentOf(desk.world, { customer, owner }) ?? desk.viewer.department,
    natural: naturalKeyOf(form, fields, found.refs) ?? `${form.id}!${id}`,
    day: dayOf(form, fields),
    problems: problem ? [...found.problems, problem] : [...found.problems],
  };
}

/** A record is with the department of whoever owns its customer today, else of its own owner. */
export function departmentOf(world: World, { customer, owner }: Pick<StoredRecord, 'customer' | 'owner'>): string | undefined {
  const custodian = customer === null ? null : assignedOn(world, customer, 'owner', world.today);
  return world.people.get(custodian ?? owner)?.department;
}

function customerOf(
  desk: Desk,
  form: FormDefinition,
  stored: StoredRecord | null,
  fields: Fields,
  refs: Readonly<Record<string, string>>,
): { customer: string | null; problem?: FieldProblem } {
  if (form.customer !== undefined) return { customer: refs[form.customer] ?? null };
  if (form.customerThrough === undefined) return { customer: null };
  const { form: through, field } = form.customerThrough;
  const value = fields[field];
  if (typeof value !== 'string') return { customer: null };
  const natural = throughKey(through, value);
  const origin = natural === null ? undefined : withNatural(desk, natural)[0];
  if (origin) return { customer: origin.customer };
  // Not at hand is not gone: an edit of a receipt does not read its contract again.
  const isGone = natural !== null && desk.byNatural.has(natural);
  if (!isGone && stored?.fields[field] === value && stored.customer !== null) return { customer: stored.customer };
  return { customer: null, problem: { code: `${through}-unknown`, path: field, text: value } };
}

/** The natural key of the record of `form` that another record names by its number. */
export function throughKey(form: string, value: string): string | null {
  return naturalKeyOf(
    { id: form, naturalKey: ['number'], fields: [{ key: 'number', label: '', type: { kind: 'text' }, required: true }] } as unknown as FormDefinition,
    { number: value },
    {},
  );
}

function dayOf(form: FormDefinition, fields: Fields): string | null {
  const value = form.day === undefined ? undefined : fields[form.day];
  if (typeof value !== 'string') return null;
  if (isMonth(value)) return lastDayOf(value);
  // A clock time is no part of the day.
  return isQuarter(value) ? lastDayOfPeriod(value) : value.slice(0, 10);
}
