// The importer of old files over the workbook, the Worker and what this device keeps; loaded when it is first asked for.
// A file that Excel reads takes its turn with readings and syncs, so that its sheets are never taken for the workbook's.

import type { LearnedWord } from '../domain/protocol/learned-words.ts';
import type { Connection } from './connection/client.ts';
import type { KeyValueStorage, SessionStore } from './connection/session-store.ts';
import type { Workbook } from './excel/host.ts';
import type { ImportServices } from './panes/import-services.ts';
import { PaneError } from './panes/services.ts';
import type { PaneServices } from './panes/services.ts';
import type { inTurn } from './sync/in-turn.ts';

export interface OldFilesParts {
  readonly store: SessionStore;
  readonly storage: KeyValueStorage;
  readonly partition: string;
  readonly workbook: Workbook;
  readonly connection: Connection;
  readonly turn: ReturnType<typeof inTurn>;
  readonly newId: () => string;
  readonly now: () => string;
  readonly learned?: () => readonly LearnedWord[];
}

/** One importer for each who signs in, made when old files are first asked for. */
export function oldFiles({ store, storage, partition, workbook, now, connection, turn, newId, learned }: OldFilesParts): PaneServices['imports'] {
  let made: { readonly owner: string; readonly importer: ImportServices } | null = null;
  const excel = { fits: workbook.fitsOneRequest, read: (bytes: Uint8Array) => turn(async () => (await workbook.readFile(bytes)).image) };
  return async () => {
    const session = store.read();
    if (!session) throw new PaneError({ code: 'token-missing' });
    const owner = `${session.org.id}.${session.member.id}`;
    if (made?.owner === owner) return made.importer;
    const [{ Importer }, { importStore }] = await Promise.all([import('./imports/importer.ts'), import('./imports/import-store.ts')]);
    const importer = new Importer({
      store: importStore(storage, partition, owner, newId),
      connection,
      member: session.member.id,
      device: () => store.device(),
      newId: newId,
      now,
      ...(learned ? { learned } : {}),
      // While a cell is being edited Excel answers nothing: then the files are read without it.
      excel: async () => ((await turn(workbook.mayReadFiles).catch(() => false)) ? excel : null),
      breathe: () => new Promise((resolve) => setTimeout(resolve)),
    });
    made = { owner, importer };
    return importer;
  };
}
