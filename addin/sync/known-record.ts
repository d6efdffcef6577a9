// A record that lies in this workbook, with what the ledger remembers of it. Knows neither Excel nor the wire.

import { pathsOf, readPath } from '../../domain/forms/fields.ts';
import type { Fields, FormDefinition, Path, Value } from '../../domain/forms/definition.ts';
import { hash } from '../sheets/ledger-entry.ts';
import type { RecognisedRecord } from '../sheets/recognised.ts';
import type { SyncedEntry } from './ledger.ts';

export interface KnownRecord {
  readonly id: string;
  readonly form: FormDefinition;
  /** As its cells stand now; rows carry the ids that the ledger knows them by. */
  readonly found: RecognisedRecord;
  readonly entry: SyncedEntry | null;
}

/** Paths of content; a row's `order` is its place on the sheet and no cell. */
export function contentPaths(fields: Fields): [Path, Value][] {
  return pathsOf(fields).filter(([path]) => !path.endsWith('/order'));
}

/** Hash of the value on a path, '' where there is none. */
export function hashAt(fields: Fields, path: Path, salt: string): string {
  const value = readPath(fields, path);
  return value === undefined ? '' : hash(value, salt);
}
