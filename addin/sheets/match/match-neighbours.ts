// The last step of matching records: what is left between the same neighbours is the same record if enough of it is,
// and a question if some of it is; where place and neighbours say nothing, likeness only asks (protocol step 1).

import type { LedgerEntry } from '../ledger-entry.ts';
import { hashesOf } from '../ledger-entry.ts';
import { push } from './match-groups.ts';
import type { MatchQuestion, Open, Side } from './match-groups.ts';
import type { RecognisedRecord } from '../recognised.ts';

const likeness = { same: 0.7, unlike: 0.2, moved: 0.75, worthAsking: 0.4 } as const;
const candidatesShown = 5;
/** A value that more rows share says nothing of one of them; it also keeps the search linear. */
const commonValue = 8;

/** What is left at the same place, or alone between the same neighbours, is the same record if enough of it is. */
export function pairNeighbours(sides: readonly Side[], entries: readonly LedgerEntry[], open: Open, matched: ReadonlyMap<RecognisedRecord, LedgerEntry>, salt: string, settle: (side: Side, entry: LedgerEntry) => void): MatchQuestion[] {
  const questions: MatchQuestion[] = [];
  const entryGaps = gapsOf(entries, (entry) => (open.entries.has(entry) ? null : entry.record));
  const sideGaps = gapsOf(sides, (side) => (open.sides.has(side) ? null : (matched.get(side.record)?.record ?? '')), (side) => side.record);
  const isOwn = ownValues(entries);
  const isOpen = ({ side, entry }: Pair): boolean => open.sides.has(side) && open.entries.has(entry);
  const ask = ({ side, entry }: Pair): void => {
    questions.push({ id: side.id, record: side.record, candidates: [entry], kind: 'unclear' });
    open.sides.delete(side);
    open.entries.delete(entry);
  };
  for (const [gap, ours] of sideGaps) {
    for (const pair of bestPairs(ours, entryGaps.get(gap) ?? [], salt, isOwn)) {
      if (isOpen(pair) && pair.score >= likeness.same) settle(pair.side, pair.entry);
      else if (isOpen(pair) && pair.score > likeness.unlike) ask(pair);
    }
  }
  // Sorted, and part of its key edited: the same neighbours are no more, most of the record is.
  for (const pair of bestPairs([...open.sides], [...open.entries], salt, isOwn)) {
    if (isOpen(pair) && pair.score >= likeness.moved) settle(pair.side, pair.entry);
    else if (isOpen(pair) && pair.score >= likeness.worthAsking) ask(pair);
  }
  return questions;
}

/** Whatever is like a row among entries of which nobody knows where they lie: all of a ledger in doubt, else the `likely`. */
export function askLikely(open: Open, salt: string, isDoubtful: boolean): MatchQuestion[] {
  const entries = [...open.entries].filter((entry) => isDoubtful || entry.likely);
  if (entries.length === 0) return [];
  const questions: MatchQuestion[] = [];
  const asked = new Set<LedgerEntry>();
  for (const side of open.sides) {
    const candidates = likest(side, entries, salt);
    if (candidates.length === 0) continue;
    questions.push({ id: side.id, record: side.record, candidates, kind: 'unclear' });
    open.sides.delete(side);
    for (const entry of candidates) asked.add(entry);
  }
  for (const entry of asked) open.entries.delete(entry);
  return questions;
}

/** The entries that say enough of what a record says, the likest first. */
export function likest(side: Pick<Side, 'record'>, entries: readonly LedgerEntry[], salt: string): LedgerEntry[] {
  const hashes = Object.entries(hashesOf(side.record.fields, salt));
  const scored = entries.map((entry) => ({ entry, score: hashes.filter(([path, value]) => entry.hashes[path] === value).length / Math.max(hashes.length, Object.keys(entry.hashes).length) }));
  return scored.filter(({ score }) => score >= likeness.worthAsking).sort((a, b) => b.score - a.score).slice(0, candidatesShown).map(({ entry }) => entry);
}

/** A value that one record alone has says which it is, also where a second one says all the same; a common unit, person or product does not. */
function ownValues(entries: readonly LedgerEntry[]): (value: string) => boolean {
  const holders = new Map<string, Set<string>>();
  for (const entry of entries) {
    for (const [path, hash] of Object.entries(entry.hashes)) {
      const value = `${path} ${hash}`;
      const contents = holders.get(value) ?? new Set();
      holders.set(value, contents.add(entry.fingerprint));
    }
  }
  return (value) => holders.get(value)?.size === 1;
}

interface Pair {
  readonly side: Side;
  readonly entry: LedgerEntry;
  readonly score: number;
}

function bestPairs(sides: readonly Side[], entries: readonly LedgerEntry[], salt: string, isOwn: (value: string) => boolean): Pair[] {
  const holders = new Map<string, LedgerEntry[]>();
  for (const entry of entries) for (const [path, hash] of Object.entries(entry.hashes)) push(holders, `${path} ${hash}`, entry);
  const pairs: Pair[] = [];
  for (const side of sides) {
    const hashes = Object.entries(hashesOf(side.record.fields, salt));
    const shared = new Map<LedgerEntry, number>();
    const certain = new Set<LedgerEntry>();
    for (const [path, hash] of hashes) {
      const found = holders.get(`${path} ${hash}`) ?? [];
      if (isOwn(`${path} ${hash}`)) for (const entry of found) certain.add(entry);
      if (found.length <= commonValue) for (const entry of found) shared.set(entry, (shared.get(entry) ?? 0) + 1);
    }
    for (const [entry, count] of shared) if (certain.has(entry)) pairs.push({ side, entry, score: count / Math.max(hashes.length, Object.keys(entry.hashes).length) });
  }
  return pairs.sort((a, b) => b.score - a.score);
}

/** Open members of each sheet by the settled one before them, in the order of their rows. */
function gapsOf<Member extends object>(members: readonly Member[], settledAs: (member: Member) => string | null, at: (member: Member) => { readonly sheet: string; readonly place: { readonly row: number; readonly column: number } } = (member) => member as never): Map<string, Member[]> {
  const found = new Map<string, Member[]>();
  const before = new Map<string, string>();
  const ordered = [...members].sort((a, b) => at(a).place.row - at(b).place.row || at(a).place.column - at(b).place.column);
  for (const member of ordered) {
    const { sheet } = at(member);
    const name = settledAs(member);
    if (name !== null) before.set(sheet, name);
    else push(found, `${sheet} ${before.get(sheet) ?? ''}`, member);
  }
  return found;
}
