// Which recognised record is which of the ledger's (protocol step 1): what a person said, equal content, then the natural
// key, then place and neighbours. What stays open is a question, never a guess.

import { formOf } from '../../../domain/forms/registry.ts';
import type { FormDefinition } from '../../../domain/forms/definition.ts';
import { keyHashOf } from '../ledger-entry.ts';
import type { LedgerEntry } from '../ledger-entry.ts';
import { besides, copiesAmong, copiesAnswered } from './match-copies.ts';
import { group, placeKey, sidesOf } from './match-groups.ts';
import type { MatchQuestion, Open, Side } from './match-groups.ts';
import { hasMixedRows } from './match-mixed-rows.ts';
import { mixtures } from './match-mixtures.ts';
import { askLikely, pairNeighbours } from './match-neighbours.ts';
import { matchRows, renameRows } from './match-rows.ts';
import { keysOfSeveral, mayBeAnother, placeContested, placeTaken, sharedKeys } from './match-shared-keys.ts';
import { shiftedFromUnder } from './match-shifts.ts';
import type { Recognition, RecognisedRecord } from '../recognised.ts';

export interface MatchedRecord {
  readonly entry: LedgerEntry;
  /** With the ledger's row ids, and new ones for new rows. */
  readonly record: RecognisedRecord;
}

export type { MatchQuestion } from './match-groups.ts';

export interface Matching {
  readonly matched: readonly MatchedRecord[];
  readonly created: readonly RecognisedRecord[];
  /** Those of the created that a person called new records, whatever they look like. */
  readonly distinct: ReadonlySet<RecognisedRecord>;
  /** Certainly taken out of their sheet. */
  readonly gone: readonly LedgerEntry[];
  /** Not found, and not certainly taken out: sheet deleted, hidden or no longer read. Nothing is sent for them. */
  readonly absent: readonly LedgerEntry[];
  readonly questions: readonly MatchQuestion[];
  /** Questions that occur and were answered for good: the row is a copy, and no record. */
  readonly copies: readonly string[];
}

export interface MatchOptions {
  readonly salt: string;
  readonly newRowId: () => string;
  /** By question: the record that it is, or `new`. */
  readonly answers?: ReadonlyMap<string, string>;
  /** Questions whose row is only a copy. */
  readonly copies?: ReadonlySet<string>;
  /** By what a row says: the record beside which it lay, and that it was asked about, or the Worker calls the same. */
  readonly twins?: ReadonlyMap<string, string>;
  /** The ledger may be older than the cells: nothing is matched by likeness alone. */
  readonly isDoubtful?: boolean;
}

export function matchRecords(recognition: Recognition, ledger: readonly LedgerEntry[], options: MatchOptions): Matching {
  const ids = new Set([...recognition.records.map((record) => record.form), ...ledger.map((entry) => entry.form)]);
  const matches = [...ids].flatMap((id): FormMatch[] => {
    const form = formOf(id);
    if (!form) return [];
    return [matchForm(form, recognition.records.filter((record) => record.form === id), ledger.filter((entry) => entry.form === id), options)];
  });
  const matched = new Map(matches.flatMap((match) => [...match.matched]));
  const distinct = new Set(matches.flatMap((match) => [...match.distinct]));
  const set = new Set(matches.flatMap((match) => [...match.copies.keys()]));
  const questions = matches.flatMap((match) => match.questions);
  const taken = new Set([...matched.values(), ...questions.flatMap((question) => question.candidates)]);
  const asked = new Set(questions.map((question) => question.record));
  const left = ledger.filter((entry) => !taken.has(entry));
  const created = recognition.records.filter((record) => !matched.has(record) && !asked.has(record) && !set.has(record));
  const named = new Map(created.map((record) => [record, withRows(record, null, options)]));
  const isInSight = inSight(recognition, options.salt);
  const isCertainlyGone = goneFrom(recognition, [...created, ...asked]);
  const isGone = (entry: LedgerEntry): boolean => isCertainlyGone(entry) && !isInSight(entry) && entry.likely !== true;
  return {
    matched: recognition.records.flatMap((record) => (matched.has(record) ? { entry: matched.get(record)!, record: withRows(record, matched.get(record)!, options) } : [])),
    created: [...named.values()],
    distinct: new Set([...distinct].flatMap((record) => named.get(record) ?? [])),
    gone: left.filter(isGone),
    absent: left.filter((entry) => !isGone(entry)),
    questions,
    copies: matches.flatMap((match) => [...match.copies.values()]),
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

/** Whether a row is not to be taken for an entry that it looks like. */
type Doubt = (side: Side, entry: LedgerEntry) => boolean;

interface FormMatch {
  readonly matched: ReadonlyMap<RecognisedRecord, LedgerEntry>;
  readonly questions: readonly MatchQuestion[];
  readonly distinct: ReadonlySet<RecognisedRecord>;
  readonly copies: ReadonlyMap<RecognisedRecord, string>;
}

function matchForm(form: FormDefinition, records: readonly RecognisedRecord[], entries: readonly LedgerEntry[], options: MatchOptions): FormMatch {
  const { salt, isDoubtful = false } = options;
  const sides = sidesOf(form, records, salt);
  const matched = new Map<RecognisedRecord, LedgerEntry>();
  const open = { sides: new Set(sides), entries: new Set(entries) };
  const settle = (side: Side, entry: LedgerEntry): void => {
    matched.set(side.record, entry);
    open.sides.delete(side);
    open.entries.delete(entry);
  };
  const settleUnless = (...doubts: readonly Doubt[]) => (side: Side, entry: LedgerEntry): void => (doubts.some((isDoubted) => isDoubted(side, entry)) ? undefined : settle(side, entry));
  // Nobody is asked about these: an answer of before they were known is of nothing.
  pairBy(open, (side) => `${side.fingerprint} ${placeKey(side.record)}`, (entry) => `${entry.fingerprint} ${placeKey(entry)}`, settle);
  const { told, distinct } = settleAnswered(open, options.answers ?? new Map(), settle);
  const answered = copiesAnswered(open, options.copies ?? new Set());
  // Two records of one key (somebody said that they are two): a place says less of which is which than what stands there.
  const shared = keysOfSeveral(open.entries);
  pairBy(open, (side) => shared.has(side.keyHash) ? `${side.fingerprint} ${side.record.sheet}` : '', (entry) => shared.has(entry.keyHash) ? `${entry.fingerprint} ${entry.sheet}` : '', settleUnless(placeTaken(open, shared, salt), placeContested(open)));
  for (const [side, entry] of shiftedFromUnder(open, { sides, entries })) settle(side, entry);
  // What lay beside a record and said something else is not the record because that one's row is gone.
  const { layBeside, mayHaveLainBeside } = besides({ sides, entries }, options.twins);
  const isAnothers = mayBeAnother(open, shared, salt);
  pairBy(open, (side) => side.keyHash && `${side.keyHash} ${placeKey(side.record)}`, (entry) => entry.keyHash && `${entry.keyHash} ${placeKey(entry)}`, settleUnless(layBeside, isAnothers));
  // Edited and shifted, while a copy elsewhere says what it said: the one on its own sheet is the record.
  pairBy(open, (side) => side.keyHash && `${side.keyHash} ${side.record.sheet}`, (entry) => entry.keyHash && `${entry.keyHash} ${entry.sheet}`, settleUnless(mayHaveLainBeside, isAnothers));
  pairEqual(open, settleUnless(placeContested(open)));
  const questions: MatchQuestion[] = [];
  pairBy(open, (side) => side.keyHash, (entry) => entry.keyHash, (side, entry) => {
    if (side.record.sheet === entry.sheet && !mayHaveLainBeside(side, entry) && !isAnothers(side, entry)) return settle(side, entry);
    // On another sheet and not as it was: moved and written on, or an old copy whose original is gone.
    questions.push({ id: side.id, record: side.record, candidates: [entry], kind: 'unclear' });
    open.sides.delete(side);
    open.entries.delete(entry);
  });
  questions.push(...sharedKeys(open, salt));
  questions.push(...askLikely(open, salt, isDoubtful));
  if (!isDoubtful) questions.push(...pairNeighbours(sides, entries, open, matched, salt, settle));
  questions.push(...askMixtures(form, { sides, open, entries, matched, told, asked: questions, salt }));
  questions.push(...copiesAmong(open, sides, matched, options.twins));
  return { matched, distinct, questions, copies: answered };
}

/** What a person said goes before what is guessed; it is of what stood there when it was asked. */
function settleAnswered(open: Open, answers: ReadonlyMap<string, string>, settle: (side: Side, entry: LedgerEntry) => void): { told: ReadonlySet<RecognisedRecord>; distinct: ReadonlySet<RecognisedRecord> } {
  const told = new Set<RecognisedRecord>();
  const distinct = new Set<RecognisedRecord>();
  if (answers.size === 0) return { told, distinct };
  const entries = new Map([...open.entries].map((entry) => [entry.record, entry]));
  for (const side of open.sides) {
    const answer = answers.get(side.id);
    const entry = entries.get(answer ?? '');
    if (answer === 'new') distinct.add(side.record);
    if (answer === 'new') open.sides.delete(side);
    if (!entry || !open.entries.has(entry)) continue;
    told.add(side.record);
    settle(side, entry);
  }
  return { told, distinct };
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

interface Matches {
  readonly sides: readonly Side[];
  readonly open: Open;
  readonly entries: readonly LedgerEntry[];
  readonly matched: Map<RecognisedRecord, LedgerEntry>;
  readonly told: ReadonlySet<RecognisedRecord>;
  readonly asked: readonly MatchQuestion[];
  readonly salt: string;
}

function askMixtures(form: FormDefinition, { sides, open, entries, matched, told, asked, salt }: Matches): MatchQuestion[] {
  const pairs = [...matched].map(([record, entry]) => ({ record, entry }));
  const mixed = mixtures(form, { pairs, strangers: [...open.sides].map(({ record }) => record), told, asked }, entries, salt);
  return sides.flatMap((side): MatchQuestion[] => {
    const own = matched.get(side.record);
    const others = mixed.get(side.record) ?? (own && !told.has(side.record) && hasMixedRows(form, side.record, own, salt) ? [] : undefined);
    if (!others) return [];
    matched.delete(side.record);
    open.sides.delete(side);
    return [{ id: side.id, record: side.record, candidates: own ? [own, ...others] : others, kind: 'mixed' }];
  });
}
