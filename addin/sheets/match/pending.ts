// Pending changes (protocol step 2): what is recognised minus what the ledger remembers. A cell that cannot be read, or
// that is not found, empties nothing.

import { formOf } from '../../../domain/forms/registry.ts';
import { isRows, pathsOf, readPath, tableAt } from '../../../domain/forms/fields.ts';
import type { FormDefinition, Fields, Path } from '../../../domain/forms/definition.ts';
import type { Mutation } from '../../../domain/protocol/messages.ts';
import { baseRevOf, hash } from '../ledger-entry.ts';
import type { LedgerEntry, Place } from '../ledger-entry.ts';
import type { Matching } from './match.ts';
import type { RecognisedRecord } from '../recognised.ts';
import { labelOf } from '../../../domain/forms/label.ts';

export { labelOf };

export interface PendingMutation {
  readonly mutation: Extract<Mutation, { kind: 'create' | 'edit' | 'delete' }>;
  readonly form: string;
  /** The record in words: its natural key. */
  readonly label: string;
  readonly sheet: string;
  readonly place: Place;
}

export interface Pending {
  readonly mutations: readonly PendingMutation[];
  /** Recognised records by record id, matched and new. */
  readonly records: ReadonlyMap<string, RecognisedRecord>;
}

/** `newRecordId` is asked once for every new record, in sheet order. */
export function pendingChanges(matching: Matching, options: { readonly salt: string; readonly newRecordId: (record: RecognisedRecord) => string }): Pending {
  const mutations: PendingMutation[] = [];
  const records = new Map<string, RecognisedRecord>();
  for (const { entry, record } of matching.matched) {
    records.set(entry.record, record);
    mutations.push(...editsOf(entry, record, options.salt));
  }
  for (const record of matching.created) {
    const id = options.newRecordId(record);
    records.set(id, record);
    const fields = record.fields as Extract<Mutation, { kind: 'create' }>['fields'];
    mutations.push(about(record, { kind: 'create', record: id, form: record.form, fields, ...(matching.distinct.has(record) ? { distinct: true } : {}) }, record.place));
  }
  for (const entry of matching.gone) {
    mutations.push({ mutation: { kind: 'delete', record: entry.record, baseRev: entry.rev }, form: entry.form, label: '', sheet: entry.sheet, place: entry.place });
  }
  return { mutations, records };
}

function editsOf(entry: LedgerEntry, record: RecognisedRecord, salt: string): PendingMutation[] {
  const form = formOf(record.form)!;
  const held = new Set([...record.problems.map((problem) => problem.path), ...(entry.masked ?? [])]);
  const edits: PendingMutation[] = [];
  const edit = (path: Path, to: Extract<Mutation, { kind: 'edit' }>['to'], place: Place): void => {
    edits.push(about(record, { kind: 'edit', record: entry.record, path, baseRev: baseRevOf(entry, path), to }, place));
  };
  const newRows = new Set<string>();
  for (const [path, value] of pathsOf(record.fields)) {
    if (path.endsWith('/order') || held.has(path) || entry.hashes[path] === hash(value, salt)) continue;
    edit(path, value as Extract<Mutation, { kind: 'edit' }>['to'], record.cells[path] ?? record.place);
    const row = rowOf(path);
    if (row && !hasRow(entry, row)) newRows.add(row);
  }
  for (const row of newRows) edit(`${row}/order`, orderOf(record.fields, row), record.rowPlaces[row] ?? record.place);
  // A row that was taken out is taken out whole, also what this sheet has no column for.
  const takenOut = rowsTakenOut(form, record, entry);
  const emptied = [...Object.keys(entry.hashes).filter((path) => record.cells[path] && readPath(record.fields, path) === undefined), ...takenOut.flatMap((row) => columnsOf(form, row))];
  for (const path of new Set(emptied)) if (!held.has(path)) edit(path, null, record.cells[path] ?? record.place);
  return edits;
}

/** Free rows that are gone from a table that was found. */
function rowsTakenOut(form: FormDefinition, record: RecognisedRecord, entry: LedgerEntry): Path[] {
  const rows = new Set(Object.keys(entry.hashes).flatMap((path) => rowOf(path) ?? []));
  return [...rows].filter((row) => {
    const [key, rowId] = row.split('/');
    const isPrinted = form.tables?.find((table) => table.key === key)?.fixedRows?.some((printed) => printed.key === rowId);
    return !isPrinted && record.tables[key!] !== undefined && record.rowPlaces[row] === undefined;
  });
}

function columnsOf(form: FormDefinition, row: Path): Path[] {
  return (tableAt(form, row)?.columns ?? []).map((column) => `${row}/${column.key}`);
}

function rowOf(path: Path): string | null {
  const [table, rowId] = path.split('/');
  return rowId === undefined ? null : `${table}/${rowId}`;
}

function hasRow(entry: LedgerEntry, row: string): boolean {
  return entry.rowPlaces[row] !== undefined || Object.keys(entry.hashes).some((path) => path.startsWith(`${row}/`));
}

/** A new row's order lies between its neighbours', which keep theirs. */
function orderOf(fields: Fields, row: string): number {
  const [table, rowId] = row.split('/');
  const rows = fields[table!];
  if (!isRows(rows)) return 0;
  const order = rows[rowId!]?.order ?? 0;
  const isLast = Object.values(rows).every((other) => (other.order ?? 0) <= order);
  return isLast ? order : order - 0.5;
}

function about(record: RecognisedRecord, mutation: PendingMutation['mutation'], place: Place): PendingMutation {
  return { mutation, form: record.form, label: labelOf(formOf(record.form)!, record.fields), sheet: record.sheet, place: { row: place.row, column: place.column } };
}
