// Which recognised record is which of the ledger's (protocol step 1): equal content, then the natural key, then place and
// neighbours. What stays open is a question, never a guess.

import { formOf } from '../../domain/forms/registry.ts';
import type { FormDefinition } from '../../domain/forms/definition.ts';
import { fingerprintOf, keyHashOf } from './ledger-entry.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { group } from './match-groups.ts';
import type { MatchQuestion, Open, Side } from './match-groups.ts';
import { pairNeighbours } from './match-neighbours.ts';
import { matchRows, renameRows } from './match-rows.ts';
import type { Recognition, RecognisedRecord } from './recognised.ts';

export interface MatchedRecord {
  readonly entry: LedgerEntry;
  /** With the ledger's row ids, and new ones for new rows. */
  readonly record: RecognisedRecord;
}

export type { MatchQuestion } from './match-groups.ts';

export interface Matching {
  readonly matched: readonly MatchedRecord[];
  readonly created: readonly RecognisedRecord[];
  /** Certainly taken out of their sheet. */
  readonly gone: readonly LedgerEntry[];
  /** Not found, and not certainly taken out: sheet deleted, hidden or no longer read. Nothing is sent for them. */
  readonly absent: readonly LedgerEntry[];
  readonly questions: readonly MatchQuestion[];
}

export interface MatchOptions {
  readonly salt: string;
  readonly newRowId: () => string;
}

export function matchRecords(recognition: Recognition, ledger: readonly LedgerEntry[], options: MatchOptions): Matching {
  const matched = new Map<RecognisedRecord, LedgerEntry>();
  const questions: MatchQuestion[] = [];
  const ids = new Set([...recognition.records.map((record) => record.form), ...ledger.map((entry) => entry.form)]);
  for (const id of ids) {
    const form = formOf(id);
    if (!form) continue;
    const records = recognition.records.filter((record) => record.form === id);
    const entries = ledger.filter((entry) => entry.form === id);
    questions.push(...matchForm(form, records, entries, matched, options.salt));
  }
  const taken = new Set([...matched.values(), ...questions.flatMap((question) => question.candidates)]);
  const asked = new Set(questions.map((question) => question.record));
  const left = ledger.filter((entry) => !taken.has(entry));
  const created = recognition.records.filter((record) => !matched.has(record) && !asked.has(record));
  const isInSight = inSight(recognition, options.salt);
  const isCertainlyGone = goneFrom(recognition, [...created, ...asked]);
  const isGone = (entry: LedgerEntry): boolean => isCertainlyGone(entry) && !isInSight(entry);
  return {
    matched: recognition.records.flatMap((record) => (matched.has(record) ? { entry: matched.get(record)!, record: withRows(record, matched.get(record)!, options) } : [])),
    created: created.map((record) => withRows(record, null, options)),
    gone: left.filter(isGone),
    absent: left.filter((entry) => !isGone(entry)),
    questions,
  };
}

function withRows(record: RecognisedRecord, entry: LedgerEntry | null, options: MatchOptions): RecognisedRecord {
  return renameRows(record, matchRows(formOf(record.form)!, record, entry, options.salt, options.newRowId));
}

/** A row that is struck out still stands there: whoever wants its record deleted deletes the row. */
function inSight(recognition: Recognition, salt: string): (entry: LedgerEntry) => boolean {
  const taken = recognition.problems.flatMap((problem) => problem.taken ?? []);
  const keys = new Set(taken.flatMap((record) => [placeKey(record), keyHashOf(formOf(record.form)!, record.fields, salt)]).filter((key) => key !== ''));
  return (entry) => keys.has(placeKey(entry)) || (entry.keyHash !== '' && keys.has(entry.keyHash));
}

/** A list still stands on the sheet, or other cards of the form do: then what is missing was taken out. */
function goneFrom(recognition: Recognition, unknown: readonly RecognisedRecord[]): (entry: LedgerEntry) => boolean {
  const lists = new Set(recognition.lists.map((list) => `${list.form} ${list.sheet}`));
  const cards = new Set(recognition.records.map((record) => `${record.form} ${record.sheet}`));
  // A card may be there and go unread for want of a word that others have learned.
  const unsure = recognition.layouts.filter((layout) => layout.labels.some((label) => label.kind === 'value'));
  const reused = new Set([...recognition.blanks, ...unsure, ...unknown].map((card) => `${card.form} ${card.sheet}`));
  return (entry) => {
    const key = `${entry.form} ${entry.sheet}`;
    // A card that was wiped, or filled in anew for its next use, is no deletion of what it held.
    return lists.has(key) || (cards.has(key) && !reused.has(key));
  };
}

function matchForm(form: FormDefinition, records: readonly RecognisedRecord[], entries: readonly LedgerEntry[], matched: Map<RecognisedRecord, LedgerEntry>, salt: string): MatchQuestion[] {
  const sides = records.map((record): Side => ({ record, fingerprint: fingerprintOf(record.fields, salt), keyHash: keyHashOf(form, record.fields, salt) }));
  const open = { sides: new Set(sides), entries: new Set(entries) };
  const settle = (side: Side, entry: LedgerEntry): void => {
    matched.set(side.record, entry);
    open.sides.delete(side);
    open.entries.delete(entry);
  };
  pairBy(open, (side) => `${side.fingerprint} ${placeKey(side.record)}`, (entry) => `${entry.fingerprint} ${placeKey(entry)}`, settle);
  pairEqual(open, settle);
  pairBy(open, (side) => side.keyHash && `${side.keyHash} ${placeKey(side.record)}`, (entry) => entry.keyHash && `${entry.keyHash} ${placeKey(entry)}`, settle);
  pairBy(open, (side) => side.keyHash, (entry) => entry.keyHash, settle);
  const questions = sharedKeys(open);
  pairNeighbours(sides, entries, open, matched, salt, settle, questions);
  return questions;
}

function placeKey(at: { readonly sheet: string; readonly place: { readonly row: number; readonly column: number } }): string {
  return `${at.sheet} ${at.place.row} ${at.place.column}`;
}

/** Pairs what has the same key, where the key is of one record and one entry alone. */
function pairBy(open: Open, keyOfSide: (side: Side) => string, keyOfEntry: (entry: LedgerEntry) => string, settle: (side: Side, entry: LedgerEntry) => void): void {
  const entries = group([...open.entries], keyOfEntry);
  for (const [key, sides] of group([...open.sides], keyOfSide)) {
    const others = entries.get(key);
    if (sides.length === 1 && others?.length === 1) settle(sides[0]!, others[0]!);
  }
}

/** Records with the very same content: which is which does not matter, so they pair in order, those in place first. */
function pairEqual(open: Open, settle: (side: Side, entry: LedgerEntry) => void): void {
  const entries = group([...open.entries], (entry) => entry.fingerprint);
  for (const [key, sides] of group([...open.sides], (side) => side.fingerprint)) {
    const others = [...(entries.get(key) ?? [])];
    const bySheet = [...sides].sort((a, b) => Number(others.some((entry) => entry.sheet === b.record.sheet)) - Number(others.some((entry) => entry.sheet === a.record.sheet)));
    for (const side of bySheet) {
      const index = others.findIndex((entry) => entry.sheet === side.record.sheet);
      const [entry] = others.splice(Math.max(index, 0), 1);
      if (entry) settle(side, entry);
    }
  }
}

/** The same natural key on several records or entries, none of them in place: the person is asked. */
function sharedKeys(open: Open): MatchQuestion[] {
  const entries = group([...open.entries], (entry) => entry.keyHash);
  const questions: MatchQuestion[] = [];
  for (const [key, sides] of group([...open.sides], (side) => side.keyHash)) {
    const candidates = entries.get(key);
    if (!candidates) continue;
    for (const side of sides) {
      questions.push({ record: side.record, candidates });
      open.sides.delete(side);
    }
    for (const entry of candidates) open.entries.delete(entry);
  }
  return questions;
}
