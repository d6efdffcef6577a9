// Rows that nothing else explains and that say what a known record says: a copied row keeps its natural key until somebody
// types another, a copied sheet repeats all of its rows. They are asked about before they become second records.

import type { LedgerEntry } from './ledger-entry.ts';
import { group } from './match-groups.ts';
import type { MatchQuestion, Open, Side } from './match-groups.ts';
import type { MatchOptions } from './match.ts';
import type { RecognisedRecord } from './recognised.ts';

export interface Copies {
  readonly questions: readonly MatchQuestion[];
  /** Rows that a person called copies before, with their questions. */
  readonly answered: ReadonlyMap<RecognisedRecord, string>;
}

export function copiesAmong(open: Open, sides: readonly Side[], matched: ReadonlyMap<RecognisedRecord, LedgerEntry>, { copies: before = new Set(), twins = new Map() }: Pick<MatchOptions, 'copies' | 'twins'>): Copies {
  const known = sides.filter((side) => matched.has(side.record));
  const byKey = group(known, (side) => side.keyHash);
  const byRecord = new Map([...matched.values()].map((entry) => [entry.record, entry]));
  const byContent = group(known, (side) => side.fingerprint);
  const questions: MatchQuestion[] = [];
  const answered = new Map<RecognisedRecord, string>();
  for (const side of open.sides) {
    // Without a natural key a copied row is a new record at once, but a copied sheet is not a hundred of them.
    const elsewhere = (byContent.get(side.fingerprint) ?? []).filter((other) => other.record.sheet !== side.record.sheet);
    const twin = byRecord.get(twins.get(side.content) ?? '');
    const originals = [...new Set([...[...(byKey.get(side.keyHash) ?? []), ...elsewhere].map((other) => matched.get(other.record)!), ...(twin ? [twin] : [])])];
    if (originals.length === 0) continue;
    if (before.has(side.id)) answered.set(side.record, side.id);
    else questions.push({ id: side.id, record: side.record, candidates: originals, kind: 'copy' });
  }
  return { questions, answered };
}
