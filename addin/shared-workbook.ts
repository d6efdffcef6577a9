// The services of workbooks that several people fill in: news, history, and what the selected cell belongs to. Knows no
// screens.

import type { Mutation } from '../domain/protocol/messages.ts';
import type { Connection } from './connection/client.ts';
import type { Workbook } from './excel/host.ts';
import type { PaneServices } from './panes/services.ts';
import type { News, RecordHistory, SharedServices } from './panes/shared-services.ts';
import type { SyncEngine } from './sync/engine.ts';
import { selectedField } from './sync/selected-field.ts';

export interface SharedParts {
  readonly workbook: Workbook;
  readonly connection: Connection;
  readonly engine: SyncEngine;
  readonly turn: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly synchronise: PaneServices['synchronise'];
}

const nothingNew: News = { count: 0, more: false, rights: false, changes: [] };

export function sharedWorkbook({ workbook, connection, engine, turn, synchronise }: SharedParts): SharedServices {
  return {
    conflicts: () => Promise.resolve([]),
    news: () => nothingNew,
    onNews: () => () => {},
    changedSinceOpened: () => Promise.resolve(nothingNew),
    autoRefresh: () => false,
    setAutoRefresh: () => {},
    onRefreshed: () => () => {},
    history: (record, path) => connection.get<RecordHistory>(`/api/records/${encodeURIComponent(record)}${path === undefined ? '' : `?${new URLSearchParams({ path }).toString()}`}`),
    // An ordinary edit: what somebody changed since then stands against it, as a conflict.
    restore: (record, path, to, baseRev) => synchronise(() => {}, { mutations: [{ kind: 'edit', record, path, baseRev, to: to as Extract<Mutation, { kind: 'edit' }>['to'] }] }),
    selected: () =>
      turn(async () => {
        const place = await workbook.selectedCell();
        const { known } = engine.lastLook ?? (await engine.look());
        return selectedField(known, place);
      }),
  };
}
