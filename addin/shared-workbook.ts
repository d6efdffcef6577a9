// The services of workbooks that several people fill in: news, history, and what the selected cell belongs to. Knows no
// screens.

import type { Mutation } from '../domain/protocol/messages.ts';
import type { Connection } from './connection/client.ts';
import type { Workbook } from './excel/host.ts';
import type { PaneServices } from './panes/services.ts';
import type { NewsService } from './news/news-service.ts';
import { openConflictsOf, recordHistory } from './news/record-history.ts';
import type { ConflictView, SharedServices } from './panes/shared-services.ts';
import type { SyncEngine } from './sync/engine.ts';
import type { Look } from './sync/look.ts';
import { selectedField } from './sync/selected-field.ts';

export interface SharedParts {
  readonly workbook: Workbook;
  readonly connection: Connection;
  readonly engine: SyncEngine;
  readonly turn: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly synchronise: PaneServices['synchronise'];
  readonly news: NewsService;
  readonly conflictsIn: (look: Look) => readonly ConflictView[];
}

/** Asked one by one: more than these nobody reads at once. */
const recordsAsked = 50;

export function sharedWorkbook({ workbook, connection, engine, turn, synchronise, news, conflictsIn }: SharedParts): SharedServices {
  const look = (): Promise<Look> => (engine.lastLook ? Promise.resolve(engine.lastLook) : turn(() => engine.look()));
  return {
    ...news,
    conflicts: async () => {
      const { ledger } = await look();
      const unheard = ledger.conflicts.filter((conflict) => !engine.heardConflicts.has(conflict.id));
      for (const id of [...new Set(unheard.map((conflict) => conflict.record))].slice(0, recordsAsked)) engine.hearConflicts(openConflictsOf(await connection.record(id)));
      return conflictsIn(await look());
    },
    history: async (id, path) => recordHistory(await connection.record(id, path), path ?? null),
    // An ordinary edit: what somebody changed since then stands against it, as a conflict.
    restore: (id, path, to, baseRev) => synchronise(() => {}, { mutations: [{ kind: 'edit', record: id, path, baseRev, to: to as Extract<Mutation, { kind: 'edit' }>['to'] }] }),
    selected: () =>
      turn(async () => {
        const place = await workbook.selectedCell();
        const { known } = engine.lastLook ?? (await engine.look());
        return selectedField(known, place);
      }),
  };
}
