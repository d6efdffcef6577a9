// What a record states for the books now, each line credited to a member, with a customer and a posting month.

import type { FactLine } from '../../domain/forms/definition.ts';
import { readPath } from '../../domain/forms/fields.ts';
import type { StatedFact } from '../db/schema.ts';
import type { Draft } from './draft.ts';
import { assignedOn, postingMonth } from './world.ts';
import type { World } from './world.ts';

/** An incomplete or deleted record states nothing; neither does a line whose member or customer nobody knows. */
export function statedNow(world: World, draft: Draft, isFirstContract: boolean): StatedFact[] {
  const { form, now } = draft;
  if (now.deleted || now.state === 'incomplete') return [];
  const facts = form.facts(now.fields).map((line) => statedLine(world, draft, line));
  if (isFirstContract) facts.push(newCustomerLine(world, draft));
  return facts.filter((fact) => fact !== null);
}

function statedLine(world: World, draft: Draft, line: FactLine): StatedFact | null {
  const customer = customerOf(draft, line);
  if (customer === undefined) return null;
  const typed = typedMember(draft, line);
  if (typed === undefined) return null;
  return credited(world, draft, { measure: line.measure, line: line.line, typed, customer, day: line.day, amount: line.amount });
}

/** undefined: there is a customer, but nobody knows which. */
function customerOf({ form, now }: Draft, line: FactLine): string | null | undefined {
  if (line.customer !== undefined) {
    return readPath(now.fields, line.customer) === undefined ? null : now.refs[line.customer];
  }
  if (form.customer === undefined && form.customerThrough === undefined) return null;
  return now.customer ?? undefined;
}

/** '' where no member is named; undefined where one is named whom nobody knows. */
function typedMember({ now }: Draft, line: FactLine): string | undefined {
  if (line.member === undefined || readPath(now.fields, line.member) === undefined) return '';
  return now.refs[line.member];
}

function newCustomerLine(world: World, draft: Draft): StatedFact | null {
  const { now } = draft;
  if (now.customer === null || now.day === null) return null;
  return credited(world, draft, { measure: 'new-customer', line: 'first', typed: '', customer: now.customer, day: now.day, amount: 1 });
}

/** Who was credited at first stays so, unless the row names another member, another day or another customer. */
function credited(world: World, draft: Draft, line: Omit<StatedFact, 'member' | 'posted'>): StatedFact {
  const earlier = draft.before?.stated.find((fact) => fact.measure === line.measure && fact.line === line.line);
  const isSettled = earlier !== undefined && earlier.typed === line.typed && earlier.customer === line.customer && earlier.day === line.day;
  const owner = line.customer === null ? null : assignedOn(world, line.customer, 'owner', line.day);
  const member = isSettled && earlier.member !== '' ? earlier.member : line.typed || (owner ?? '');
  const isUnmoved = isSettled && earlier.amount === line.amount;
  return { ...line, member, posted: isUnmoved ? earlier.posted : postingMonth(world, line.day) };
}
