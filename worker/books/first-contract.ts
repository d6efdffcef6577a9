// Which contract won a customer: the first by signing day over all of the organisation's contracts.

import type { Draft } from './draft.ts';

/** Ids of the drafts that are their customer's first contract. On the same day the one that is first already stays so. */
export function firstContracts(drafts: Iterable<Draft>): Set<string> {
  const first = new Map<string, Draft>();
  for (const draft of drafts) {
    const { now, form } = draft;
    if (form.id !== 'contract' || now.deleted || now.state === 'incomplete' || now.customer === null || now.day === null) continue;
    const other = first.get(now.customer);
    if (!other || precedes(draft, other)) first.set(now.customer, draft);
  }
  return new Set([...first.values()].map((draft) => draft.now.id));
}

function precedes(a: Draft, b: Draft): boolean {
  if (a.now.day !== b.now.day) return a.now.day! < b.now.day!;
  const wasFirst = (draft: Draft) => draft.before?.stated.some((fact) => fact.measure === 'new-customer') ?? false;
  if (wasFirst(a) !== wasFirst(b)) return wasFirst(a);
  return a.now.natural < b.now.natural;
}
