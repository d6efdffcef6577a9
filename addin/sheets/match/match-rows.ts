// Which row of a card's table is which row of the ledger: printed rows by their key, free ones by equal content, then by
// the table's key columns, then by position between rows already found (protocol step 1).

import { isRows, rowsInOrder } from '../../../domain/forms/fields.ts';
import type { Fields, FormDefinition, Path, Row, Table, Value } from '../../../domain/forms/definition.ts';
import { hash } from '../ledger-entry.ts';
import type { LedgerEntry } from '../ledger-entry.ts';
import type { RecognisedRecord } from '../recognised.ts';

/** New row id by `table/provisional id`. */
export type RowNames = ReadonlyMap<string, string>;

export function matchRows(form: FormDefinition, record: RecognisedRecord, entry: LedgerEntry | null, salt: string, newRowId: () => string): RowNames {
  const names = new Map<string, string>();
  for (const table of form.tables ?? []) {
    const taken = rowsOf(record.takenRows ?? {}, table);
    const ours = rowsInOrder({ ...rowsOf(record.fields, table), ...taken }).filter(([rowId]) => isFree(table, rowId));
    const known = entry ? ledgerRows(table, entry) : [];
    const found = pairRows(table, ours, known, salt);
    for (const [rowId] of ours) names.set(`${table.key}/${rowId}`, found.get(rowId) ?? (taken[rowId] ? rowId : newRowId()));
  }
  return names;
}

function rowsOf(fields: Fields, table: Table): Readonly<Record<string, Row>> {
  const rows = fields[table.key];
  return isRows(rows) ? rows : {};
}

interface LedgerRow {
  readonly rowId: string;
  readonly hashes: Readonly<Record<string, string>>;
}

export function isFreePath(form: FormDefinition, path: Path): boolean {
  const [key, rowId] = path.split('/');
  const table = form.tables?.find((candidate) => candidate.key === key);
  return rowId !== undefined && (!table || isFree(table, rowId));
}

function isFree(table: Table, rowId: string): boolean {
  return !table.fixedRows?.some((row) => row.key === rowId);
}

/** The ledger's free rows, top down as they last lay; of a record out of sight all that is remembered is what lost. */
function ledgerRows(table: Table, entry: LedgerEntry): LedgerRow[] {
  const rows = new Map<string, Record<string, string>>();
  for (const [path, value] of Object.entries({ ...entry.held, ...entry.hashes })) {
    const [key, rowId, column] = path.split('/');
    if (key !== table.key || column === undefined || !isFree(table, rowId!)) continue;
    const row = rows.get(rowId!) ?? {};
    row[column] = value;
    rows.set(rowId!, row);
  }
  const rowOf = (rowId: string): number => entry.rowPlaces[`${table.key}/${rowId}`]?.row ?? Number.MAX_SAFE_INTEGER;
  return [...rows].map(([rowId, hashes]) => ({ rowId, hashes })).sort((a, b) => rowOf(a.rowId) - rowOf(b.rowId));
}

function pairRows(table: Table, ours: readonly (readonly [string, Row])[], known: readonly LedgerRow[], salt: string): Map<string, string> {
  const hashed = ours.map(([rowId, row]) => ({ rowId, hashes: rowHashes(row, salt) }));
  const found = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (keyOf: (row: LedgerRow) => string | null): void => {
    const candidates = groupBy(known.filter((row) => !taken.has(row.rowId)), keyOf);
    for (const [key, rows] of groupBy(hashed.filter((row) => !found.has(row.rowId)), keyOf)) {
      const others = candidates.get(key) ?? [];
      // Equal rows are told apart by their turn; unequal numbers of them are left to position.
      if (others.length !== rows.length) continue;
      rows.forEach((row, index) => {
        found.set(row.rowId, others[index]!.rowId);
        taken.add(others[index]!.rowId);
      });
    }
  };
  pair((row) => JSON.stringify(Object.entries(row.hashes).sort()));
  pair((row) => (table.rowKey.some((column) => row.hashes[column]) ? table.rowKey.map((column) => row.hashes[column] ?? '').join() : null));
  pairByPosition(hashed, known, found, taken);
  return found;
}

/** Between two found neighbours, as many rows on either side: they are the same rows, edited. */
function pairByPosition(ours: readonly LedgerRow[], known: readonly LedgerRow[], found: Map<string, string>, taken: Set<string>): void {
  const knownGaps = gaps(known, (row) => (taken.has(row.rowId) ? row.rowId : null));
  const ourGaps = gaps(ours, (row) => found.get(row.rowId) ?? null);
  for (const [after, rows] of ourGaps) {
    const others = knownGaps.get(after) ?? [];
    if (others.length !== rows.length) continue;
    rows.forEach((row, index) => {
      found.set(row.rowId, others[index]!.rowId);
      taken.add(others[index]!.rowId);
    });
  }
}

/** Unmatched rows by the matched row before them. */
function gaps(rows: readonly LedgerRow[], matched: (row: LedgerRow) => string | null): Map<string, LedgerRow[]> {
  const found = new Map<string, LedgerRow[]>();
  let after = '';
  for (const row of rows) {
    const name = matched(row);
    if (name !== null) after = name;
    else found.set(after, [...(found.get(after) ?? []), row]);
  }
  return found;
}

function rowHashes(row: Row, salt: string): Record<string, string> {
  const hashes: Record<string, string> = {};
  for (const [column, value] of Object.entries(row)) if (column !== 'order' && value !== undefined) hashes[column] = hash(value as Value, salt);
  return hashes;
}

function groupBy<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string | null): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

/** The record with its rows under their lasting ids, in fields, cells, places and problems alike. */
export function renameRows(record: RecognisedRecord, names: RowNames): RecognisedRecord {
  if (names.size === 0) return record;
  const rename = (path: Path): Path => {
    const [table, rowId, column] = path.split('/');
    const name = rowId === undefined ? undefined : names.get(`${table}/${rowId}`);
    return name === undefined ? path : column === undefined ? `${table}/${name}` : `${table}/${name}/${column}`;
  };
  const keys = <Entry>(map: Readonly<Record<string, Entry>>): Record<string, Entry> => Object.fromEntries(Object.entries(map).map(([path, entry]) => [rename(path), entry]));
  const fields: Fields = Object.fromEntries(
    Object.entries(record.fields).map(([key, content]) => [key, isRows(content) ? Object.fromEntries(Object.entries(content).map(([rowId, row]) => [names.get(`${key}/${rowId}`) ?? rowId, row])) : content]),
  );
  return {
    ...record,
    fields,
    cells: keys(record.cells),
    rowPlaces: keys(record.rowPlaces),
    uncertain: record.uncertain.map(rename),
    problems: record.problems.map((problem) => ({ ...problem, path: rename(problem.path) })),
  };
}
