// What the steps of matching share: records and entries still open, what is asked, and grouping by a key.

import { fingerprintOf, hash, keyHashOf } from '../ledger-entry.ts';
import type { LedgerEntry } from '../ledger-entry.ts';
import type { FormDefinition } from '../../../domain/forms/definition.ts';
import type { RecognisedRecord } from '../recognised.ts';

/** A record of which the sheets alone cannot say which it is. */
export interface MatchQuestion {
  /** Follows from what stands there: an answer counts as long as nobody changes it. */
  readonly id: string;
  readonly record: RecognisedRecord;
  /** The likeliest first. */
  readonly candidates: readonly LedgerEntry[];
  /** unclear: some of one record; mixed: values that were another record's; copy: of a record that lies elsewhere too. */
  readonly kind: 'unclear' | 'mixed' | 'copy';
}

export interface Side {
  readonly id: string;
  readonly content: string;
  readonly record: RecognisedRecord;
  readonly fingerprint: string;
  readonly keyHash: string;
}

export interface Open {
  readonly sides: Set<Side>;
  readonly entries: Set<LedgerEntry>;
}

/** What a record says, and on which sheet. */
export function contentKeyOf(record: RecognisedRecord, salt: string, fingerprint = fingerprintOf(record.fields, salt)): string {
  return hash(`${record.form} ${record.sheet} ${fingerprint}`, salt);
}

/** Equal records of a sheet are told apart by their turn. */
export function sidesOf(form: FormDefinition, records: readonly RecognisedRecord[], salt: string): Side[] {
  const turns = new Map<string, number>();
  return records.map((record) => {
    const fingerprint = fingerprintOf(record.fields, salt);
    const content = contentKeyOf(record, salt, fingerprint);
    const turn = turns.get(content) ?? 0;
    turns.set(content, turn + 1);
    return { id: `${content}-${turn}`, content, record, fingerprint, keyHash: keyHashOf(form, record.fields, salt) };
  });
}

export function placeKey(at: { readonly sheet: string; readonly place: { readonly row: number; readonly column: number } }): string {
  return `${at.sheet} ${at.place.row} ${at.place.column}`;
}

/** Members by key; those without one are left out. */
export function group<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key !== '') push(groups, key, entry);
  }
  return groups;
}

export function push<Key, Entry>(map: Map<Key, Entry[]>, key: Key, entry: Entry): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}
