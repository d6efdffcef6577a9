// How full a customer's archive is, kept beside who owns the customer: item 4 of the scorecard asks for it by person.

import type { Draft } from '../books/draft.ts';
import type { Assignment } from '../books/world.ts';
import type { Desk } from './desk.ts';

type Fullness = readonly [number, number];

/** The owners' assignments whose archives are fuller or emptier now. */
export function ownersOfChangedArchives(desk: Desk): Assignment[] {
  const fullness = new Map<string, Fullness | null>();
  const drafts = [...desk.drafts.values()].filter((draft) => draft.form.id === 'customer-archive');
  for (const { before } of drafts) if (before?.customer) fullness.set(before.customer, null);
  for (const draft of drafts) if (draft.now.customer && !draft.now.deleted) fullness.set(draft.now.customer, fullnessOf(draft));
  return desk.world.assignments
    .filter((entry) => entry.kind === 'owner' && fullness.has(entry.customer) && (entry.until === null || entry.until >= desk.world.today))
    .map((entry) => ({ ...entry, archive: fullness.get(entry.customer)! }))
    .filter((entry) => !isKept(desk, entry));
}

function fullnessOf({ now }: Draft): Fullness | null {
  const amount = (measure: string) => now.stated.find((fact) => fact.measure === measure)?.amount;
  const filled = amount('archive-filled');
  const countable = amount('archive-countable');
  return filled === undefined || countable === undefined ? null : [filled, countable];
}

function isKept(desk: Desk, { customer, member, since, archive }: Assignment): boolean {
  const known = desk.world.assignments.find((entry) => entry.kind === 'owner' && entry.customer === customer && entry.member === member && entry.since === since);
  return JSON.stringify(known?.archive ?? null) === JSON.stringify(archive ?? null);
}
