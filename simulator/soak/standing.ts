// What a sync may move, as one text: while it stays the same, nothing has happened.

import type { Desk } from './desk.ts';
import type { Server } from './server.ts';

/** History and conflicts at the Worker. */
export function changesAt({ storage }: Server): string {
  return JSON.stringify([storage.rows('SELECT max(seq) AS seq FROM change'), storage.rows('SELECT id, open FROM conflict ORDER BY id')]);
}

/** With cells, and what is remembered of them, in the workbooks. */
export function standingAt(server: Server, desks: readonly Desk[]): string {
  const workbooks = desks.map((desk) => [desk.workbook.sheets.map(({ name, values }) => [name, values]), desk.ledger().ledger.entries, desk.ledger().ledger.conflicts]);
  return `${changesAt(server)} ${JSON.stringify(workbooks)}`;
}
