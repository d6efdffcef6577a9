// Who is who, and what is pending, by the matcher of `addin/sheets`; what only sync knows is added: creations that were
// sealed and not answered, records that went away, values that lost. Pure.

import { formOf } from '../../domain/forms/registry.ts';
import type { Mutation } from '../../domain/protocol/messages.ts';
import { hash } from '../sheets/ledger-entry.ts';
import { matchRecords } from '../sheets/match.ts';
import type { MatchQuestion } from '../sheets/match.ts';
import { labelOf, pendingChanges } from '../sheets/pending.ts';
import type { PendingMutation } from '../sheets/pending.ts';
import type { Recognition } from '../sheets/recognised.ts';
import type { KnownRecord } from './known-record.ts';
import type { Ledger, SyncedEntry } from './ledger.ts';

export interface Identified {
  readonly known: readonly KnownRecord[];
  /** Entries whose record lies nowhere in the sheets any more. */
  readonly missing: readonly SyncedEntry[];
  readonly questions: readonly MatchQuestion[];
  readonly pending: readonly PendingMutation[];
}

export function identify(recognition: Recognition, ledger: Ledger, newId: () => string): Identified {
  const { salt } = ledger;
  const matching = matchRecords(recognition, ledger.entries, { salt, newRowId: newId });
  const { mutations, records } = pendingChanges(matching, { salt, newRecordId: newId });
  const entries = new Map(matching.matched.map(({ entry }) => [entry.record, entry as SyncedEntry]));
  const known = [...records].map(([id, found]): KnownRecord => ({ id, form: formOf(found.form)!, found, entry: entries.get(id) ?? null }));
  const missing = [...matching.gone, ...matching.absent] as SyncedEntry[];
  const byId = new Map(known.map((record) => [record.id, record]));
  const gone = new Map(missing.map((entry) => [entry.record, entry]));
  const unsent = known.filter((record) => record.entry?.unsent);
  const pending = mutations.filter(({ mutation }) => isToSend(mutation, byId.get(mutation.record)?.entry ?? gone.get(mutation.record), salt));
  return { known, missing, questions: matching.questions, pending: [...pending, ...unsent.map(creationOf)] };
}

/** Nothing of a record that went away or that was never acknowledged, and no value that lost and was not touched since. */
function isToSend(mutation: Mutation, entry: SyncedEntry | undefined, salt: string): boolean {
  if (entry?.unsent) return false;
  // What somebody types into a record that a colleague deleted is a conflict; of what is out of sight nothing is sent.
  if (entry?.gone && (!entry.deleted || mutation.kind !== 'edit' || mutation.to === null)) return false;
  if (mutation.kind !== 'edit') return true;
  const held = entry?.held?.[mutation.path];
  return held === undefined || held !== (mutation.to === null ? '' : hash(mutation.to, salt));
}

/** A creation whose answer never came goes out whole again, under its own id. */
function creationOf({ id, form, found }: KnownRecord): PendingMutation {
  const fields = found.fields as Extract<Mutation, { kind: 'create' }>['fields'];
  return { mutation: { kind: 'create', record: id, form: form.id, fields }, form: form.id, label: labelOf(form, found.fields), sheet: found.sheet, place: found.place };
}
