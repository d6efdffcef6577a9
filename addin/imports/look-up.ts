// Asks the Worker which records are known, in parts of what may be asked at once.

import type { Connection } from '../connection/client.ts';
import { limits } from '../../domain/protocol/messages.ts';
import type { LookedUp, LookupRequest } from '../../domain/protocol/messages.ts';

export type LookedUpById = ReadonlyMap<string, LookedUp>;

/** Also where a sync would stand that has everything. */
export async function lookUp(connection: Connection, asked: LookupRequest['records']): Promise<{ byId: LookedUpById; position: { cursor: number; scope: string } }> {
  const byId = new Map<string, LookedUp>();
  let position = { cursor: 0, scope: '' };
  for (let from = 0; from === 0 || from < asked.length; from += limits.asked) {
    const answer = await connection.lookup({ records: asked.slice(from, from + limits.asked) });
    position = { cursor: answer.cursor, scope: answer.scope };
    for (const record of answer.records) byId.set(record.record, record);
  }
  return { byId, position };
}
