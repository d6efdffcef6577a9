// Once all is calm every workbook says of its records what the Worker says, but for what it tells as open.

import { pathsOf, readPath, sameValue } from '../../domain/forms/fields.ts';
import type { Fields } from '../../domain/forms/definition.ts';
import type { KnownRecord } from '../../addin/sync/known-record.ts';
import type { Look } from '../../addin/sync/look.ts';
import type { Desk } from './desk.ts';
import type { Storage } from './storage-checks.ts';

interface Stored {
  readonly id: string;
  readonly fields: string;
  readonly deleted: number;
}

/** Where a workbook and the Worker differ though nobody is told, each as a line. */
export async function differences(desk: Desk, storage: Storage): Promise<string[]> {
  const look = await desk.look();
  const stored = new Map(storage.rows<Stored>('SELECT id, fields, deleted FROM record').map((row) => [row.id, row]));
  return look.known.filter((known) => isSettled(look, known)).flatMap((known) => {
    const row = stored.get(known.id);
    if (!row) return [`${known.id} lies in ${desk.name} and not at the Worker`];
    if (row.deleted) return [`${known.id} lies in ${desk.name} and is deleted at the Worker`];
    return unlike(known, JSON.parse(row.fields) as Fields).map((line) => `${known.id} in ${desk.name}: ${line}`);
  });
}

/** Nothing of it waits, is asked about, lost, or is out of this member's sight. */
function isSettled(look: Look, { id, entry, found }: KnownRecord): boolean {
  if (!entry || entry.unsent || entry.gone || entry.leftOut || entry.held || entry.baseRevs || found.problems.length > 0) return false;
  return !look.mutations.some(({ record }) => record === id) && !look.ledger.conflicts.some(({ record }) => record === id);
}

function unlike({ found }: KnownRecord, fields: Fields): string[] {
  const shown = Object.keys(found.cells).filter((path) => !path.endsWith('/order'));
  const paths = new Set([...shown, ...pathsOf(found.fields).map(([path]) => path).filter((path) => !path.endsWith('/order'))]);
  return [...paths].flatMap((path) => {
    const [here, there] = [readPath(found.fields, path) ?? null, readPath(fields, path) ?? null];
    return here === there || sameValue(here, there) ? [] : [`${path} is ${JSON.stringify(here)}, at the Worker ${JSON.stringify(there)}`];
  });
}
