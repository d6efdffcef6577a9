// Test support: a record as the Worker in memory keeps it, and as it goes over the wire.

import { writePath } from '../../../domain/forms/fields.ts';
import type { Fields, FormDefinition, Path } from '../../../domain/forms/definition.ts';
import { formOf } from '../../../domain/forms/registry.ts';
import { naturalKeyOf } from '../../../domain/protocol/natural-key.ts';
import type { SyncedRecord } from '../../../domain/protocol/messages.ts';

export interface StoredRecord {
  id: string;
  form: string;
  rev: number;
  seq: number;
  by: string;
  fields: Fields;
  fieldRev: Record<Path, number>;
  deleted: boolean;
  masked: string[];
}

export function keyOf(form: FormDefinition, fields: Fields): string {
  return JSON.stringify(form.naturalKey.map((key) => fields[key] ?? null));
}

export function wireOf(record: StoredRecord, problems: SyncedRecord['problems'] = []): SyncedRecord {
  const fields = record.masked.reduce<Fields>((rest, path) => writePath(rest, path, null), record.fields);
  return {
    record: record.id,
    form: record.form,
    rev: record.rev,
    seq: record.seq,
    owner: 'member-1',
    customer: null,
    by: record.by,
    at: '2026-11-20T09:00:00Z',
    deleted: record.deleted,
    state: 'accepted',
    fields: structuredClone(fields) as SyncedRecord['fields'],
    fieldRev: { ...record.fieldRev },
    masked: [...record.masked],
    problems,
  };
}

/** The record that says the same thing, where what is said has a key. */
export function twinAmong(records: Iterable<StoredRecord>, form: string, fields: Fields): StoredRecord | undefined {
  const definition = formOf(form)!;
  if (naturalKeyOf(definition, fields, {}) === null) return undefined;
  const key = keyOf(definition, fields);
  for (const record of records) if (record.form === form && !record.deleted && keyOf(definition, record.fields) === key) return record;
  return undefined;
}
