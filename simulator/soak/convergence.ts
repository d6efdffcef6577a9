// Once all is calm every workbook says of its records what the Worker says, but for what is out of its person's sight or
// what the Worker does not take from them.

import { pathsOf, readPath, sameValue } from '../../domain/forms/fields.ts';
import type { Fields } from '../../domain/forms/definition.ts';
import type { KnownRecord } from '../../addin/sync/known-record.ts';
import type { Look } from '../../addin/sync/look.ts';
import { isOutOfSight } from '../../addin/sync/out-of-sight.ts';
import type { Desk } from './desk.ts';
import type { Storage } from './storage-checks.ts';

interface Stored {
  readonly id: string;
  readonly fields: string;
  readonly deleted: number;
}

/** Where a workbook and the Worker differ, each as a line. */
export function differences(desk: Desk, look: Look, refused: ReadonlySet<string>, storage: Storage): string[] {
  const stored = new Map(storage.rows<Stored>('SELECT id, fields, deleted FROM record').map((row) => [row.id, row]));
  return look.known.filter((known) => !isOutOfSight(known) && !refused.has(known.id)).flatMap((known) => {
    const row = stored.get(known.id);
    if (!row) return [`${known.id} lies in ${desk.name} and not at the Worker`];
    if (row.deleted) return [`${known.id} lies in ${desk.name} and is deleted at the Worker`];
    return unlike(known, JSON.parse(row.fields) as Fields).map((line) => `${known.id} in ${desk.name}: ${line}`);
  });
}

function unlike({ found }: KnownRecord, fields: Fields): string[] {
  const shown = Object.keys(found.cells).filter((path) => !path.endsWith('/order'));
  const paths = new Set([...shown, ...pathsOf(found.fields).map(([path]) => path).filter((path) => !path.endsWith('/order'))]);
  return [...paths].flatMap((path) => {
    const [here, there] = [readPath(found.fields, path) ?? null, readPath(fields, path) ?? null];
    return here === there || sameValue(here, there) ? [] : [`${path} is ${JSON.stringify(here)}, at the Worker ${JSON.stringify(there)}`];
  });
}
