// Which forms of colleagues a workbook takes in. One that held no form at its first sync takes everything; a manager's own
// takes the forms that lie in it, the paper forms of the department, and what somebody asked for. Pure.

import type { SyncedRecord } from '../../domain/protocol/messages.ts';
import type { SyncReceipt } from '../panes/services.ts';
import type { Look } from './look.ts';

/** `all`, or the forms that somebody asked for beside those that lie in the workbook. */
export type Takes = 'all' | readonly string[];

/** Shared by the whole department on paper; the ledgers stay with who keeps them until they are asked for. */
const paperForms: readonly string[] = ['customer-archive', 'visit-report', 'gift-plan'];

export function takesAfter(look: Look): Takes {
  const { takes, org } = look.ledger;
  if (takes === 'all') return takes;
  return org === null && formsHere(look).size === 0 && takes.length === 0 ? 'all' : takes;
}

export function takesForm(look: Look): (form: string) => boolean {
  const takes = takesAfter(look);
  if (takes === 'all') return () => true;
  const taken = new Set([...formsHere(look), ...paperForms, ...takes]);
  return (form) => taken.has(form);
}

/** Asks for everything again, so that what was left at the Worker comes. */
export function takingAlso(look: Look, forms: readonly string[]): Look['ledger'] {
  const { takes } = look.ledger;
  return { ...look.ledger, cursor: 0, takes: takes === 'all' ? takes : [...new Set([...takes, ...forms])] };
}

export function unplacedByForm(unplaced: readonly SyncedRecord[]): SyncReceipt['unplaced'] {
  return [...Map.groupBy(unplaced, (record) => record.form)].map(([form, records]) => ({ form, records: records.length }));
}

function formsHere(look: Look): Set<string> {
  return new Set([...look.known.map((known) => known.form.id), ...look.missing.map((entry) => entry.form), ...look.recognition.lists.map((list) => list.form)]);
}
