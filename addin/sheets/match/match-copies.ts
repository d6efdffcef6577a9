// Rows that nothing else explains and that say what a known record says: a copied row keeps its natural key until somebody
// types another, a copied sheet repeats all of its rows. They are asked about before they become second records.

import type { LedgerEntry } from '../ledger-entry.ts';
import { group } from './match-groups.ts';
import type { MatchQuestion, Open, Side } from './match-groups.ts';
import type { MatchOptions } from './match.ts';
import type { RecognisedRecord } from '../recognised.ts';

/**
 * Rows that a person called copies before, with their questions: whatever becomes of the original, they are no record. Once
 * the original says something else, its copy has another turn among those that say what it said.
 */
export function copiesAnswered(open: Open, before: ReadonlySet<string>): ReadonlyMap<RecognisedRecord, string> {
  if (before.size === 0) return new Map();
  const said = new Set([...before].map((id) => id.slice(0, id.lastIndexOf('-'))));
  const stillSaid = new Set([...open.entries].map((entry) => entry.fingerprint));
  const answered = [...open.sides].filter((side) => before.has(side.id) || (said.has(side.content) && !stillSaid.has(side.fingerprint)));
  for (const side of answered) open.sides.delete(side);
  return new Map(answered.map((side) => [side.record, side.id]));
}

interface Besides {
  /** Whether a row, as it stands, lay beside a record, or beside another one of its key: then it is as little the one as the other. */
  readonly layBeside: (side: Side, entry: LedgerEntry) => boolean;
  /** Also whether it may have, and was written on since: nobody can see any more what it said. */
  readonly mayHaveLainBeside: (side: Side, entry: LedgerEntry) => boolean;
}

export function besides({ sides, entries }: { readonly sides: readonly Side[]; readonly entries: readonly LedgerEntry[] }, twins: MatchOptions['twins'] = new Map()): Besides {
  const keys = new Map(entries.map(({ record, keyHash }) => [record, keyHash]));
  // By its key where it has one.
  const named = (record: string): string => keys.get(record) || record;
  const contents = new Set(sides.map(({ content }) => content));
  const writtenOn = new Set([...twins].filter(([content]) => !contents.has(content)).map(([, record]) => named(record)));
  const layBeside = (side: Side, entry: LedgerEntry): boolean => {
    const record = twins.get(side.content);
    return record !== undefined && named(record) === named(entry.record);
  };
  return { layBeside, mayHaveLainBeside: (side, entry) => layBeside(side, entry) || writtenOn.has(named(entry.record)) };
}

export function copiesAmong(open: Open, sides: readonly Side[], matched: ReadonlyMap<RecognisedRecord, LedgerEntry>, twins: MatchOptions['twins'] = new Map()): MatchQuestion[] {
  const known = sides.filter((side) => matched.has(side.record));
  const byKey = group(known, (side) => side.keyHash);
  const byRecord = new Map([...matched.values()].map((entry) => [entry.record, entry]));
  const byContent = group(known, (side) => side.fingerprint);
  return [...open.sides].flatMap((side): MatchQuestion[] => {
    // Without a natural key a copied row is a new record at once, but a copied sheet is not a hundred of them.
    const elsewhere = (byContent.get(side.fingerprint) ?? []).filter((other) => other.record.sheet !== side.record.sheet);
    const twin = byRecord.get(twins.get(side.content) ?? '');
    const originals = [...new Set([...[...(byKey.get(side.keyHash) ?? []), ...elsewhere].map((other) => matched.get(other.record)!), ...(twin ? [twin] : [])])];
    return originals.length === 0 ? [] : [{ id: side.id, record: side.record, candidates: originals, kind: 'copy' }];
  });
}
