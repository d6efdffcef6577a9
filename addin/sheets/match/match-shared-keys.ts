// Records of one natural key, of which somebody said that they are two: what stands in a row says more of which it is than
// where it lies, and where neither says enough the person is asked.

import { hashesOf } from '../ledger-entry.ts';
import type { LedgerEntry } from '../ledger-entry.ts';
import { group, placeKey } from './match-groups.ts';
import type { MatchQuestion, Open, Side } from './match-groups.ts';

/** Keys that more than one open entry bears. */
export function keysOfSeveral(entries: ReadonlySet<LedgerEntry>): ReadonlySet<string> {
  return new Set([...group([...entries], (entry) => entry.keyHash)].flatMap(([key, ofKey]) => (ofKey.length > 1 ? key : [])));
}

/**
 * Whether a row says what a record said, and where that one lay lies another row of its key that is liker to it than to any
 * other: a write that was torn leaves the record in its place, changed, and beside it one that came and is like it.
 */
export function placeTaken({ sides, entries }: Open, shared: ReadonlySet<string>, salt: string): (side: Side, entry: LedgerEntry) => boolean {
  const inPlace = new Map([...sides].filter((side) => shared.has(side.keyHash)).map((side) => [`${side.keyHash} ${placeKey(side.record)}`, side]));
  return (side, entry) => {
    const there = inPlace.get(`${entry.keyHash} ${placeKey(entry)}`);
    if (there === undefined || there === side) return false;
    const likenessTo = likenessOf(there, salt);
    return [...entries].every((other) => other === entry || other.keyHash !== entry.keyHash || likenessTo(other) < likenessTo(entry));
  };
}

/**
 * Whether a row that lies where a record lay may be another record of its key: it says more of what that one said, or as
 * much while a row of the key has gone (the others moved up into its place).
 */
export function mayBeAnother({ sides, entries }: Open, shared: ReadonlySet<string>, salt: string): (side: Side, entry: LedgerEntry) => boolean {
  if (shared.size === 0) return () => false;
  const rivals = group([...entries].filter((entry) => shared.has(entry.keyHash)), (entry) => entry.keyHash);
  const rows = group([...sides].filter((side) => shared.has(side.keyHash)), (side) => side.keyHash);
  return (side, entry) => {
    const ofKey = rivals.get(side.keyHash) ?? [];
    const likenessTo = likenessOf(side, salt);
    const hasGone = (rows.get(side.keyHash)?.length ?? 0) < ofKey.length;
    const own = likenessTo(entry);
    return ofKey.some((other) => other !== entry && (hasGone ? likenessTo(other) >= own : likenessTo(other) > own));
  };
}

/**
 * Whether a row says what a record said that lay on another sheet or in none, and lies where one of its key lay: it may be
 * that one, written on.
 */
export function placeContested({ entries }: Open): (side: Side, entry: LedgerEntry) => boolean {
  const places = new Set([...entries].filter(({ keyHash, leftOut }) => keyHash !== '' && !leftOut).map((entry) => `${entry.keyHash} ${placeKey(entry)}`));
  return (side, entry) => (entry.sheet !== side.record.sheet || entry.leftOut === true) && places.has(`${side.keyHash} ${placeKey(side.record)}`);
}

/** How many values an entry has that a row says. */
function likenessOf(side: Side, salt: string): (entry: LedgerEntry) => number {
  const said = Object.entries(hashesOf(side.record.fields, salt));
  return (entry) => said.filter(([path, value]) => entry.hashes[path] === value).length;
}

/** The same natural key on several records or entries, none of them in place: the person is asked. */
export function sharedKeys(open: Open, salt: string): MatchQuestion[] {
  const entries = group([...open.entries], (entry) => entry.keyHash);
  const questions: MatchQuestion[] = [];
  for (const [key, sides] of group([...open.sides], (side) => side.keyHash)) {
    const candidates = entries.get(key);
    if (!candidates) continue;
    for (const side of sides) {
      const likenessTo = likenessOf(side, salt);
      questions.push({ id: side.id, record: side.record, candidates: candidates.toSorted((a, b) => likenessTo(b) - likenessTo(a)), kind: 'unclear' });
      open.sides.delete(side);
    }
    for (const entry of candidates) open.entries.delete(entry);
  }
  return questions;
}
