// Rows that were matched and yet hold what was another record's: a selection was sorted that left columns out, or part of
// a row was moved. Such a row is two records in one, so it is asked about and nothing of it is sent (protocol step 1).

import { fieldAt, readPath } from '../../../domain/forms/fields.ts';
import type { Fields, FormDefinition, Path } from '../../../domain/forms/definition.ts';
import { fingerprintOf, hash, hashesOf } from '../ledger-entry.ts';
import type { LedgerEntry } from '../ledger-entry.ts';
import { push } from './match-groups.ts';
import type { MatchQuestion } from './match-groups.ts';
import { isFreePath } from './match-rows.ts';
import type { RecognisedRecord } from '../recognised.ts';

export interface MatchedPair {
  readonly record: RecognisedRecord;
  readonly entry: LedgerEntry;
}

interface Change {
  readonly path: Path;
  readonly from: string;
  readonly to: string;
}

/** A value's hash in its column. */
type PlacedValue = Pick<Change, 'path' | 'to'>;

interface ChangedPair extends MatchedPair {
  readonly changes: readonly Change[];
}

/** Where a value was before it came into a row, by path. */
type Sources = Map<LedgerEntry, Path[]>;

/** A value that more rows share says nothing of where it came from. */
const commonValue = 8;

const candidatesShown = 5;

export interface Rows {
  readonly pairs: readonly MatchedPair[];
  /** Rows that are no known record. */
  readonly strangers: readonly RecognisedRecord[];
  /** Of which a person has said what they are. */
  readonly told: ReadonlySet<RecognisedRecord>;
  /** What is asked of rows already. */
  readonly asked: readonly MatchQuestion[];
}

/** The rows that are mixtures, each with the other records whose values it holds. */
export function mixtures(form: FormDefinition, { pairs, strangers, told, asked }: Rows, entries: readonly LedgerEntry[], salt: string): Map<RecognisedRecord, LedgerEntry[]> {
  const changed = pairs
    .filter(({ record, entry }) => !told.has(record) && fingerprintOf(record.fields, salt) !== entry.fingerprint)
    .map((pair): ChangedPair => ({ ...pair, changes: changesOf(form, pair, hashesOf(pair.record.fields, salt)) }))
    .filter(({ changes }) => changes.length > 0);
  if (changed.length + strangers.length === 0) return new Map();
  const byEntry = new Map(changed.map((pair) => [pair.entry, pair]));
  const holders = new Map<string, LedgerEntry[]>();
  for (const entry of entries) for (const [path, value] of Object.entries(entry.hashes)) push(holders, `${path} ${value}`, entry);
  const likely = asked.flatMap(({ record, candidates: [entry, ...others] }) => (entry && others.length === 0 ? [{ record, entry }] : []));
  const now = new Map([...pairs, ...likely].map(({ record, entry }) => [entry, record]));
  const hasLost = (entry: LedgerEntry, { path, to }: PlacedValue): boolean => {
    const value = readPath(now.get(entry)?.fields ?? {}, path);
    return value === undefined || hash(value, salt) !== to;
  };
  const occupants = formerOccupants(pairs);
  const sources = new Map(changed.map((pair) => [pair, sourcesOf(pair, holders, hasLost)]));
  const permuted = permutedRows(changed);
  const isMixed = (pair: ChangedPair): boolean => {
    const from = sources.get(pair)!;
    const occupant = occupants.get(pair.entry);
    if ([...from.values()].some((paths) => paths.length > 1) || (occupant && from.has(occupant)) || permuted.has(pair)) return true;
    return pair.changes.some((change) => {
      const owner = isTelling(form, change.path) ? ownerOf(holders, change, pair.record.sheet) : undefined;
      return owner !== undefined && from.get(owner)?.includes(change.path) === true;
    });
  };
  const mixed = withThoseTheyTookFrom(byEntry, changed.filter(isMixed), sources);
  // A new row may have taken part in the sort, or be an old one with another key: it holds what a record has lost.
  for (const record of strangers) {
    const took = lostTo(form, record, { now: hashesOf(record.fields, salt), holders, hasLost });
    if (took.length > 0) mixed.set(record, took);
    for (const [other, from] of withThoseTheyTookFrom(byEntry, took.flatMap((entry) => byEntry.get(entry) ?? []), sources)) mixed.set(other, from);
  }
  return withTheirLists({ mixed, asked, changed, strangers }, losers(holders, hasLost), salt);
}

interface InQuestion {
  readonly mixed: ReadonlyMap<RecognisedRecord, LedgerEntry[]>;
  readonly asked: readonly MatchQuestion[];
  readonly changed: readonly ChangedPair[];
  readonly strangers: readonly RecognisedRecord[];
}

/**
 * Where rows of a list are asked about, every other changed or new row of it is a mixture, too, whose new value somebody has
 * lost, or whose old value one of them has got, however common the value; and so on with the values of those.
 */
function withTheirLists({ mixed, asked, changed, strangers }: InQuestion, losersOf: (value: PlacedValue) => readonly LedgerEntry[], salt: string): Map<RecognisedRecord, LedgerEntry[]> {
  const changesIn = new Map(changed.map(({ record, changes }) => [record, changes]));
  const isNew = ({ path, to }: PlacedValue, candidates: readonly LedgerEntry[]): boolean => candidates.length === 0 || candidates.some((entry) => entry.hashes[path] !== to);
  const newIn = (record: RecognisedRecord, candidates: readonly LedgerEntry[] = []): readonly PlacedValue[] =>
    changesIn.get(record) ?? valuesOf(record.fields, salt).filter((value) => isNew(value, candidates));
  const held = new Map<string, Set<string>>();
  const hold = (record: RecognisedRecord, values: readonly PlacedValue[]): void => {
    const ofSheet = held.get(record.sheet) ?? new Set();
    held.set(record.sheet, ofSheet);
    for (const value of values) ofSheet.add(keyOf(value));
  };
  for (const { record, candidates } of asked) hold(record, newIn(record, candidates));
  for (const record of mixed.keys()) hold(record, newIn(record));
  const all = new Map(mixed);
  const others = [...changed, ...strangers.map((record) => ({ record, changes: [] }))];
  for (let left = others.filter(({ record }) => !all.has(record)), before = Infinity; left.length < before;) {
    before = left.length;
    left = left.filter(({ record, changes }) => {
      const values = held.get(record.sheet);
      if (!values) return true;
      const from = newIn(record).flatMap((value) => losersOf(value).slice(0, candidatesShown));
      if (from.length === 0 && !changes.some(({ path, from: to }) => values.has(keyOf({ path, to })))) return true;
      all.set(record, [...new Set(from)].slice(0, candidatesShown));
      hold(record, newIn(record));
      return false;
    });
  }
  return all;
}

/** Who had a value and has lost it; each value is looked up once. */
function losers(holders: ReadonlyMap<string, readonly LedgerEntry[]>, hasLost: (entry: LedgerEntry, value: PlacedValue) => boolean): (value: PlacedValue) => readonly LedgerEntry[] {
  const known = new Map<string, readonly LedgerEntry[]>();
  return (value) => {
    const key = keyOf(value);
    const found = known.get(key) ?? (holders.get(key) ?? []).filter((entry) => hasLost(entry, value));
    known.set(key, found);
    return found;
  };
}

interface Holding {
  readonly now: Readonly<Record<Path, string>>;
  readonly holders: ReadonlyMap<string, readonly LedgerEntry[]>;
  readonly hasLost: (entry: LedgerEntry, value: PlacedValue) => boolean;
}

/** Records of which a new row holds what they have lost, and nothing that they have: of those it is a copy. */
function lostTo(form: FormDefinition, { sheet }: RecognisedRecord, { now, holders, hasLost }: Holding): LedgerEntry[] {
  const own = Object.entries(now).flatMap(([path, to]) => {
    const entry = ownerOf(holders, { path, to }, sheet);
    return entry === undefined ? [] : [{ change: { path, from: '', to }, entry }];
  });
  const still = new Set(own.filter(({ change, entry }) => !hasLost(entry, change)).map(({ entry }) => entry));
  return [...new Set(own.filter(({ change, entry }) => !still.has(entry) && isTelling(form, change.path)).map(({ entry }) => entry))];
}

/** What gave a value to a mixture is one too, if it changed at all. */
function withThoseTheyTookFrom(byEntry: ReadonlyMap<LedgerEntry, ChangedPair>, mixed: readonly ChangedPair[], sources: ReadonlyMap<ChangedPair, Sources>): Map<RecognisedRecord, LedgerEntry[]> {
  const found = new Set(mixed);
  for (const pair of found) {
    for (const entry of sources.get(pair)!.keys()) {
      const other = byEntry.get(entry);
      if (other) found.add(other);
    }
  }
  return new Map([...found].map((pair) => [pair.record, [...sources.get(pair)!].sort(([, a], [, b]) => b.length - a.length).map(([entry]) => entry)]));
}

/** Rows of a card's own tables move between cards as rows do: they are matched for themselves. */
function changesOf(form: FormDefinition, { record, entry }: MatchedPair, now: Readonly<Record<Path, string>>): Change[] {
  const closed = new Set([...record.problems.map((problem) => problem.path), ...(entry.masked ?? [])]);
  return [...new Set([...Object.keys(now), ...Object.keys(entry.hashes)])].flatMap((path) => {
    const from = entry.hashes[path] ?? '';
    const to = now[path] ?? '';
    const isSeen = to !== '' || record.cells[path] !== undefined;
    return from === to || !isSeen || closed.has(path) || entry.held?.[path] === to || isFreePath(form, path) ? [] : [{ path, from, to }];
  });
}

function sourcesOf(pair: ChangedPair, holders: ReadonlyMap<string, readonly LedgerEntry[]>, hasLost: (entry: LedgerEntry, change: Change) => boolean): Sources {
  const sources: Sources = new Map();
  for (const change of pair.changes) {
    const had = change.to === '' ? [] : (holders.get(`${change.path} ${change.to}`) ?? []);
    if (had.length > commonValue) continue;
    for (const entry of had) if (entry !== pair.entry && hasLost(entry, change)) push(sources, entry, change.path);
  }
  return sources;
}

/** Who lay, among the rows that are still there, where a row lies now; itself left out. */
function formerOccupants(pairs: readonly MatchedPair[]): Map<LedgerEntry, LedgerEntry> {
  const occupants = new Map<LedgerEntry, LedgerEntry>();
  for (const own of Map.groupBy(pairs.filter(({ record, entry }) => record.sheet === entry.sheet), ({ entry }) => entry.sheet).values()) {
    const before = [...own].sort((a, b) => a.entry.place.row - b.entry.place.row);
    const after = [...own].sort((a, b) => a.record.place.row - b.record.place.row);
    after.forEach(({ entry }, turn) => {
      const occupant = before[turn]!.entry;
      if (occupant !== entry) occupants.set(entry, occupant);
    });
  }
  return occupants;
}

/** Rows between which values of a list's column went round, however many had them. */
function permutedRows(changed: readonly ChangedPair[]): Set<ChangedPair> {
  const byColumn = new Map<string, ChangedRow[]>();
  for (const pair of changed) for (const change of pair.changes) push(byColumn, `${pair.record.sheet} ${change.path}`, { pair, change });
  const found = new Set<ChangedPair>();
  for (const rows of byColumn.values()) {
    const ring = ringOf(rows);
    const values = new Set(ring.map(({ change }) => change.to).filter((value) => value !== ''));
    if (values.size > 1) for (const { pair } of ring) found.add(pair);
  }
  return found;
}

type ChangedRow = { readonly pair: ChangedPair; readonly change: Change };

/** What is left once every row is taken away whose value came from nowhere or went nowhere. */
function ringOf(rows: readonly ChangedRow[]): readonly ChangedRow[] {
  const from = new Set(rows.map(({ change }) => change.from));
  const to = new Set(rows.map(({ change }) => change.to));
  const left = rows.filter(({ change }) => from.has(change.to) && to.has(change.from));
  return left.length === rows.length ? rows : ringOf(left);
}

/** The one record that had a value; or of few, the one of the sheet, as where a list and its copy lie in one workbook. */
function ownerOf(holders: ReadonlyMap<string, readonly LedgerEntry[]>, value: PlacedValue, sheet: string): LedgerEntry | undefined {
  const had = holders.get(keyOf(value)) ?? [];
  if (had.length === 1) return had[0];
  const here = had.length > commonValue ? [] : had.filter((entry) => entry.sheet === sheet);
  return here.length === 1 ? here[0] : undefined;
}

function keyOf({ path, to }: PlacedValue): string {
  return `${path} ${to}`;
}

function valuesOf(fields: Fields, salt: string): PlacedValue[] {
  return Object.entries(hashesOf(fields, salt)).map(([path, to]) => ({ path, to }));
}

/** A text or an amount that one record alone had was not typed into another by chance; a date or a choice may well be. */
function isTelling(form: FormDefinition, path: Path): boolean {
  const kind = fieldAt(form, path)?.type.kind;
  return kind === 'text' || kind === 'money' || kind === 'names';
}
