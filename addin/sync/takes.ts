// Which forms of colleagues a workbook takes in. One that held no form at its first sync takes everything; a manager's own
// takes the forms that lie in it, the paper forms of the department, and what somebody asked for. Records of old files
// wait in every workbook until somebody asks for their form. Pure.

import { isImported } from '../../domain/protocol/imported.ts';
import type { SyncedRecord } from '../../domain/protocol/messages.ts';
import type { SyncReceipt } from '../panes/services.ts';
import type { Look } from './look.ts';

/** `all`, or the forms that somebody asked for beside those that lie in the workbook. */
export type Takes = 'all' | readonly string[];

/** Shared by the whole department on paper; the ledgers stay with who keeps them until they are asked for. */
const paperForms: readonly string[] = ['customer-archive', 'visit-report', 'relationship-plan', 'gift-plan', 'gift-application', 'reception-application', 'reception-report'];

export function takesAfter(look: Look): Takes {
  const { takes, org } = look.ledger;
  if (takes === 'all') return takes;
  return org === null && formsHere(look).size === 0 && takes.length === 0 ? 'all' : takes;
}

export function takesRecord(look: Look): (record: Pick<SyncedRecord, 'record' | 'form'>) => boolean {
  const takes = takesAfter(look);
  const taken = takes === 'all' ? null : new Set([...formsHere(look), ...paperForms, ...takes]);
  return ({ record, form }) => (isImported(record) ? look.ledger.takesImported.includes(form) : taken === null || taken.has(form));
}

/** Nothing of the form stays at the Worker. */
export function takesAllOf(look: Look, form: string): boolean {
  return look.ledger.takesImported.includes(form) && takesRecord(look)({ record: '', form });
}

/** Asks for everything again, so that what was left at the Worker comes. */
export function takingAlso(look: Look, forms: readonly string[]): Look['ledger'] {
  const { takes, takesImported } = look.ledger;
  const withForms = (before: readonly string[]): string[] => [...new Set([...before, ...forms])];
  return { ...look.ledger, scope: '', takes: takes === 'all' ? takes : withForms(takes), takesImported: withForms(takesImported) };
}

export function unplacedByForm(unplaced: readonly SyncedRecord[]): SyncReceipt['unplaced'] {
  return [...Map.groupBy(unplaced, (record) => record.form)].map(([form, records]) => ({ form, records: records.length }));
}

function formsHere(look: Look): Set<string> {
  return new Set([...look.known.map((known) => known.form.id), ...look.missing.map((entry) => entry.form), ...look.recognition.lists.map((list) => list.form)]);
}
