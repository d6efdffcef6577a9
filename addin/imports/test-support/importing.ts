// Test support: someone who imports old files, on a device whose storage outlives the pane.

import { readdirSync, readFileSync } from 'node:fs';
import { connectionTo } from '../../connection/client.ts';
import { storageOrMemory } from '../../connection/session-store.ts';
import type { KeyValueStorage } from '../../connection/session-store.ts';
import type { OldFile } from '../../panes/import-services.ts';
import type { MemoryWorker } from '../../sync/test-support/memory-worker.ts';
import { Importer } from '../importer.ts';
import type { ImporterParts } from '../importer.ts';
import { importStore } from '../import-store.ts';

const folder = new URL('../../../fixtures/workbooks/', import.meta.url);

export function fileOf(name: string, bytes: Uint8Array | string): OldFile {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return { name, size: content.length, arrayBuffer: async () => new Uint8Array(content).buffer };
}

/** Sample workbooks by their number, or all of them. */
export function samples(...numbers: string[]): OldFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.xlsx') && (numbers.length === 0 || numbers.some((number) => name.startsWith(`${number}-`))));
  return names.sort().map((name) => fileOf(name, readFileSync(new URL(name, folder))));
}

let idsGiven = 0;

export function importerOf(worker: MemoryWorker, given: Partial<ImporterParts> & { readonly storage?: KeyValueStorage; readonly name?: string } = {}): Importer {
  const session = worker.signIn(given.name ?? '林小满');
  const newId = (): string => `id-of-import-${String((idsGiven += 1)).padStart(6, '0')}`;
  const storage = given.storage ?? storageOrMemory(() => undefined);
  return new Importer({
    store: importStore(storage, '', `${session.org.id}.${session.member.id}`, newId),
    connection: connectionTo({ base: '', fetch: worker.fetch, token: () => session.token, onSignedOut: () => {} }),
    member: session.member.id,
    device: () => 'device-1',
    newId,
    now: () => '2026-11-20T10:00:00Z',
    excel: async () => null,
    breathe: async () => {},
    ...given,
  });
}
