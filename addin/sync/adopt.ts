// A workbook whose ledger is lost: records are found again by their natural key among all that the Worker shows, before
// anything is created. Equal values are agreed; others become edits from rev 0, which the Worker answers with a question.
// What has another key by now and says the same otherwise is asked about.

import { naturalKeyOf } from '../../domain/protocol/natural-key.ts';
import { formOf } from '../../domain/forms/registry.ts';
import type { Fields, FormDefinition } from '../../domain/forms/definition.ts';
import type { SyncedRecord } from '../../domain/protocol/messages.ts';
import { fingerprintOf, ledgerEntryOf } from '../sheets/ledger-entry.ts';
import { likest } from '../sheets/match/match-neighbours.ts';
import { alignRows } from './align-rows.ts';
import type { Gathered } from './conversation.ts';
import { entryAfter } from './entry-after.ts';
import { hashAt } from './known-record.ts';
import type { KnownRecord } from './known-record.ts';
import type { Ledger, SyncedEntry } from './ledger.ts';
import type { Look } from './look.ts';
import { settle } from './settle.ts';

/** Without a natural key the Worker cannot tell a creation from a record it has: such a workbook asks before it pushes. */
export function mustAskFirst(look: Look): boolean {
  if (look.ledgerState === 'whole') return false;
  return look.ledgerState === 'damaged' || look.known.some((known) => known.entry === null && !look.hasKey(known));
}

/**
 * The ledger of a workbook that was told of more than the Worker has by now: of every record in it the Worker may have all,
 * less or nothing, as of a creation that it never answered. What was sealed the cells still say.
 */
export function withoutAgreement(ledger: Ledger): Ledger {
  const entries = ledger.entries.map(({ held: _held, baseRevs: _baseRevs, ...entry }): SyncedEntry => (entry.gone || entry.leftOut ? entry : { ...entry, unsent: true }));
  return { ...ledger, cursor: 0, chain: '', sealed: null, others: [], conflicts: [], entries };
}

type KeyOf = (form: FormDefinition, fields: Fields) => string | null;

/** The ledger with entries for the records found again: by the same content, field by field, or by the same natural key. */
export function adoptByKey(look: Look, { changes, last }: Pick<Gathered, 'changes' | 'last'>): Ledger {
  const free = new Map([...changes].filter(([id, record]) => !look.byId.has(id) && !record.deleted));
  const adopted: SyncedEntry[] = [];
  const replaced = new Set<string>();
  const doubtful = [...look.known, ...askedAbout(look)].filter((record) => !record.entry || record.entry.unsent);
  const adoptBy = (keyOf: KeyOf): void => {
    const twins = Map.groupBy([...free.values()].filter((other) => formOf(other.form)), (other) => keyOf(formOf(other.form)!, other.fields as Fields));
    for (const record of doubtful.filter(({ id }) => !replaced.has(id))) {
      const key = keyOf(record.form, record.found.fields);
      const own = changes.get(record.id);
      const twin = own && !own.deleted ? own : key === null ? undefined : twins.get(key)?.shift();
      if (!twin) continue;
      free.delete(twin.record);
      replaced.add(record.id).add(twin.record);
      adopted.push(entryOfTwin(record, twin, look.ledger.salt));
    }
  };
  // Of two rows of one key, that which says the same is the record, wherever it stands.
  adoptBy((form, fields) => `${form.id} ${fingerprintOf(fields, '')}`);
  adoptBy((form, fields) => naturalKeyOf(form, fields, {}));
  const strangers = [...look.known, ...askedAbout(look)].filter((record) => !record.entry && !replaced.has(record.id));
  const likely = likelyAmong(strangers, [...free.values()], look.ledger.salt);
  const remembered = look.ledger.entries.filter((entry) => !replaced.has(entry.record)).map((entry) => doubted(entry, look, changes));
  // Where nothing was known before, all that was found is of this answer.
  const reached = look.ledger.cursor > 0 ? {} : { cursor: last.cursor, chain: last.chain };
  return { ...look.ledger, ...reached, scope: '', isInDoubt: false, entries: [...remembered, ...adopted, ...likely] };
}

/**
 * A ledger in doubt may be a copy's, which was synchronised since: then a cell that differs from it is no typing, but older.
 * So what would go over a value that replaced another is sent from rev 0, and asked.
 */
function doubted(entry: SyncedEntry, look: Look, changes: ReadonlyMap<string, SyncedRecord>): SyncedEntry {
  const known = look.byId.get(entry.record);
  const server = changes.get(entry.record);
  if (look.ledgerState !== 'damaged' || !known || !server || entry.unsent) return entry;
  // A row's order is in no cell, and never agreed.
  const revs = Object.entries(server.fieldRev).filter(([path]) => !path.endsWith('/order'));
  const paths = revs.flatMap(([path, rev]) => (rev > 1 && hashAt(known.found.fields, path, look.ledger.salt) !== (entry.hashes[path] ?? '') ? path : []));
  if (paths.length === 0) return entry;
  return { ...entry, baseRevs: { ...entry.baseRevs, ...Object.fromEntries(paths.map((path) => [path, 0])) } };
}

/** Rows that an older ledger can only guess at may be what the Worker got since. */
function askedAbout(look: Look): KnownRecord[] {
  return look.questions.filter(({ kind }) => kind === 'unclear').map(({ id, record }) => ({ id, form: formOf(record.form)!, found: record, entry: null }));
}

/** What a row is like that no key finds again (its key was changed since): remembered, so that it is asked about before a second record is made. */
function likelyAmong(strangers: readonly KnownRecord[], free: readonly SyncedRecord[], salt: string): SyncedEntry[] {
  const nowhere = { sheet: '', place: { row: -1, column: -1 }, rowPlaces: {} };
  const found = new Set<SyncedEntry>();
  for (const [form, records] of Map.groupBy(strangers, (record) => record.form)) {
    const entries = free.filter((other) => other.form === form.id).map((other): SyncedEntry => ({ ...ledgerEntryOf(form, { id: other.record, rev: 0, fields: other.fields as Fields, masked: other.masked }, nowhere, salt), likely: true }));
    for (const { found: record } of records) for (const entry of likest({ record }, entries, salt)) found.add(entry as SyncedEntry);
  }
  return [...found];
}

function entryOfTwin(record: KnownRecord, twin: SyncedRecord, salt: string): SyncedEntry {
  const settled = settle(...adoption(record, twin), salt);
  // Of what differs nothing is known to have been agreed: it is sent from rev 0, and told.
  const hashes = Object.fromEntries(Object.entries(settled.hashes).filter(([path]) => !settled.kept.includes(path)));
  return entryAfter({ ...settled, hashes }, { written: new Set() }, salt);
}

/** What settling needs to make a creation the record that the Worker already has. */
export function adoption(record: KnownRecord, twin: SyncedRecord): [KnownRecord, Parameters<typeof settle>[1]] {
  const found = alignRows(record.form, record.found, twin.fields as Fields);
  const result = { record: record.id, status: 'duplicate' as const, rev: twin.rev, merged: 0, problems: [], conflicts: [], duplicateOf: twin.record };
  return [{ ...record, found }, { sent: [], result, server: twin, left: false, decided: () => false }];
}
