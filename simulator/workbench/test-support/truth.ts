// Truth files of the sample workbooks, and records in the same shape.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordAsRead } from '../../../addin/sheets/truth.ts';
import type { SyncedRecord } from '../../../domain/protocol/messages.ts';
import { formOf } from '../../../domain/forms/registry.ts';
import { root } from '../../../commands/sources.ts';

export interface Truth {
  readonly form: string;
  readonly sheet: string;
  readonly fields: Record<string, unknown>;
  /** The cell of each value, by path. */
  readonly cells: Readonly<Record<string, string>>;
}

export function truthOf(number: string): Truth[] {
  const folder = join(root, 'fixtures', 'workbooks');
  const file = readdirSync(folder).find((name) => name.startsWith(`${number}-`) && name.endsWith('.truth.json'))!;
  return (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { records: Truth[] }).records;
}

export function asTruth(record: SyncedRecord): Record<string, unknown> {
  return recordAsRead(formOf(record.form)!, record.fields as never) as Record<string, unknown>;
}
