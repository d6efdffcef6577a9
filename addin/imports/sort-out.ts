// Which of the records of several files would be new: what is the same thing twice among them, and what the Worker says of
// the rest. Pure. What was read for certain goes before what was not, so that a doubtful twin gives way.

import { naturalKeyOf, namingFields } from '../../domain/protocol/natural-key.ts';
import type { LookedUp, LookupRequest } from '../../domain/protocol/messages.ts';
import type { OldRecord } from '../panes/import-services.ts';
import type { FoundRecord } from './found-records.ts';

export interface Placed {
  readonly file: string;
  readonly found: FoundRecord;
}

/** What others hang on goes first, as the Worker takes it. */
const precedence = ['customer-archive', 'contract'];

export function inSendingOrder(all: readonly Placed[]): Placed[] {
  const rank = ({ found }: Placed): number => (precedence.includes(found.form.id) ? precedence.indexOf(found.form.id) : precedence.length);
  const isAsked = ({ found }: Placed): number => (found.questions.length > 0 ? 1 : 0);
  return all.toSorted((a, b) => rank(a) - rank(b) || isAsked(a) - isAsked(b));
}

/** By record object: the earlier one of the same thing, where there is one. A record that is not allowed stands for nothing. */
export function twinsAmong(all: readonly Placed[]): Map<FoundRecord, Placed> {
  const firsts = new Map<string, Placed>();
  const twins = new Map<FoundRecord, Placed>();
  for (const entry of inSendingOrder(all)) {
    if (entry.found.isRefused) continue;
    const key = naturalKeyOf(entry.found.form, entry.found.fields, {}) ?? entry.found.id;
    const first = firsts.get(key);
    if (first) twins.set(entry.found, first);
    else firsts.set(key, entry);
  }
  return twins;
}

/** Only what names a record goes out, and of each thing one. */
export function questionsFor(all: readonly Placed[]): LookupRequest['records'] {
  const twins = twinsAmong(all);
  return inSendingOrder(all)
    .filter(({ found }) => !found.isRefused && !twins.has(found))
    .map(({ found }) => ({ record: found.id, form: found.form.id, fields: namingFields(found.form, found.fields) as LookupRequest['records'][number]['fields'] }));
}

export function sortedOut(all: readonly Placed[], answers: ReadonlyMap<string, LookedUp>): Map<FoundRecord, OldRecord> {
  const twins = twinsAmong(all);
  const byId = new Map(inSendingOrder(all).filter(({ found }) => !twins.has(found)).map((entry) => [entry.found.id, entry]));
  return new Map(all.map(({ found }) => [found, sortedRecord(found, twins.get(found), answers, byId)]));
}

function sortedRecord(found: FoundRecord, twin: Placed | undefined, answers: ReadonlyMap<string, LookedUp>, byId: ReadonlyMap<string, Placed>): OldRecord {
  const { id, form, label, cell, questions, problems } = found;
  const record = { id, form: form.id, label, cell, questions, problems };
  if (found.isRefused) return { ...record, is: 'refused' };
  const answer = answers.get((twin?.found ?? found).id);
  if (answer?.is === 'known') return { ...record, is: 'known', ...(answer.by ? { by: answer.by } : {}) };
  if (answer?.is === 'no-right') return { ...record, is: 'no-right' };
  // The Worker knows that two names are one customer's.
  const other = twin ?? (answer?.is === 'twin' ? byId.get(answer.as ?? '') : undefined);
  if (other) return { ...record, is: 'twin', twin: { file: other.file, cell: other.found.cell, differs: other.found.id !== id } };
  return { ...record, is: answer ? 'new' : 'unasked' };
}
