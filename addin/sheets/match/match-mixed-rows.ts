// Rows of a card's own tables that were sorted without all their columns: each keeps its name and says what another row
// said. Sent as they lie they would swap two contacts' values, so the card is asked about.

import { isRows } from '../../../domain/forms/fields.ts';
import type { FormDefinition, Value } from '../../../domain/forms/definition.ts';
import { hash } from '../ledger-entry.ts';
import type { LedgerEntry } from '../ledger-entry.ts';
import { matchRows } from './match-rows.ts';
import type { RecognisedRecord } from '../recognised.ts';

interface RowPair {
  readonly before: string;
  readonly now: string;
}

/** In some column values went round among rows that the ledger knows. */
export function hasMixedRows(form: FormDefinition, record: RecognisedRecord, entry: LedgerEntry, salt: string): boolean {
  const tables = (form.tables ?? []).filter((table) => Object.keys(entry.hashes).some((path) => path.startsWith(`${table.key}/`)));
  if (tables.length === 0) return false;
  // A new row has lost nothing and given nothing.
  const names = matchRows(form, record, entry, salt, () => '');
  return tables.some((table) => {
    const rows = record.fields[table.key];
    if (!isRows(rows)) return false;
    const known = Object.entries(rows).flatMap(([rowId, row]) => (names.get(`${table.key}/${rowId}`) ? [{ name: names.get(`${table.key}/${rowId}`)!, row }] : []));
    return table.columns.some(({ key }) => goesRound(known.map(({ name, row }): RowPair => {
      const value = row[key] as Value | undefined;
      return { before: entry.hashes[`${table.key}/${name}/${key}`] ?? '', now: value === undefined ? '' : hash(value, salt) };
    })));
  });
}

/** Whatever one row alone had, another has; following who gave to whom leads back, or all of what changed is the same in another order. */
function goesRound(rows: readonly RowPair[]): boolean {
  const changed = rows.filter(({ before, now }) => before !== now);
  if (changed.length < 2) return false;
  const sorted = (values: readonly string[]): string => [...values].sort().join();
  if (sorted(changed.map(({ before }) => before)) === sorted(changed.map(({ now }) => now))) return true;
  const givers = new Map<RowPair, RowPair>();
  for (const row of changed) {
    const holders = row.now === '' ? [] : rows.filter(({ before }) => before === row.now);
    if (holders.length === 1 && changed.includes(holders[0]!)) givers.set(row, holders[0]!);
  }
  return changed.some((row) => {
    let giver = givers.get(row);
    for (let steps = 0; giver && giver !== row && steps < changed.length; steps += 1) giver = givers.get(giver);
    return giver === row;
  });
}
