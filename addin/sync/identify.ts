// Who is who, and what is pending, by the matcher of `addin/sheets`; what only sync knows is added: creations that were
// sealed and not answered, records that went away, values that lost. Pure.

import { formOf } from '../../domain/forms/registry.ts';
import type { Mutation } from '../../domain/protocol/messages.ts';
import { hash } from '../sheets/ledger-entry.ts';
import type { LedgerEntry } from '../sheets/ledger-entry.ts';
import { matchRecords } from '../sheets/match/match.ts';
import type { MatchQuestion } from '../sheets/match/match.ts';
import { labelOf, pendingChanges } from '../sheets/match/pending.ts';
import type { PendingMutation } from '../sheets/match/pending.ts';
import type { Recognition, RecognisedRecord } from '../sheets/recognised.ts';
import { hashAt } from './known-record.ts';
import type { KnownRecord } from './known-record.ts';
import type { Ledger, ReadLedger, SyncedEntry } from './ledger.ts';

export interface Identified {
  readonly known: readonly KnownRecord[];
  /** Entries whose record lies nowhere in the sheets any more. */
  readonly missing: readonly SyncedEntry[];
  readonly questions: readonly MatchQuestion[];
  /** Records whose cells were taken out: nothing is sent of them until somebody says whether they are to go. */
  readonly deletions: readonly SyncedEntry[];
  /** Questions of rows that are copies and no records. */
  readonly copies: readonly string[];
  readonly pending: readonly PendingMutation[];
}

/** What a person said when asked; it counts where it still is asked. */
export interface Decisions {
  /** By question: the record that it is, `new` or `copy`. */
  readonly answers: ReadonlyMap<string, string>;
  /** Records that are to be deleted. */
  readonly deleted: ReadonlySet<string>;
  /** Records that are to come back into the workbook. */
  readonly kept: ReadonlySet<string>;
  /** Records that leave this workbook alone. */
  readonly leftOut: ReadonlySet<string>;
}

export const undecided: Decisions = { answers: new Map(), deleted: new Set(), kept: new Set(), leftOut: new Set() };

export function identify(recognition: Recognition, { ledger, state }: ReadLedger, newId: () => string, decisions: Decisions): Identified {
  const { salt } = ledger;
  const { answers, deleted } = decisions;
  const { matched, ...matching } = matchRecords(recognition, ledger.entries, { salt, newRowId: newId, answers, copies: copiesIn(ledger, decisions), twins: new Map(Object.entries(ledger.twins)), isDoubtful: state === 'damaged' });
  const sure = matched.map(({ entry, record }) => ({ record, entry: entry.likely ? agreedWith(record, entry, salt) : entry }));
  const takenOut = (matching.gone as SyncedEntry[]).filter((entry) => !entry.unsent && !entry.gone && !entry.leftOut);
  // A form whose records may not go is not asked about: the Worker gives the row back.
  const isToGo = (entry: SyncedEntry): boolean => deleted.has(entry.record) || formOf(entry.form)?.appendOnly === true;
  const { mutations, records } = pendingChanges({ ...matching, matched: sure, gone: takenOut.filter(isToGo) }, { salt, newRecordId: newId });
  const entries = new Map(sure.map(({ entry }) => [entry.record, entry as SyncedEntry]));
  const known = [...records].map(([id, found]): KnownRecord => ({ id, form: formOf(found.form)!, found, entry: entries.get(id) ?? null }));
  const byId = new Map(known.map((record) => [record.id, record]));
  const unsent = known.filter((record) => record.entry?.unsent);
  const pending = mutations.filter(({ mutation }) => isToSend(mutation, byId.get(mutation.record)?.entry ?? undefined, salt));
  return {
    known,
    missing: [...matching.gone, ...matching.absent] as SyncedEntry[],
    questions: matching.questions,
    deletions: takenOut.filter((entry) => !isToGo(entry)),
    copies: matching.copies,
    pending: [...pending, ...unsent.map(creationOf)],
  };
}

/** Of an entry that was only likely nothing was ever agreed but what the row says too. */
function agreedWith(record: RecognisedRecord, entry: LedgerEntry, salt: string): LedgerEntry {
  return { ...entry, hashes: Object.fromEntries(Object.entries(entry.hashes).filter(([path, value]) => hashAt(record.fields, path, salt) === value)) };
}

function copiesIn(ledger: Ledger, { answers }: Decisions): ReadonlySet<string> {
  return new Set([...ledger.copies, ...[...answers].filter(([, answer]) => answer === 'copy').map(([id]) => id)]);
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
