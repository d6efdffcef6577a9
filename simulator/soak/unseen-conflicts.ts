// A value that lost is kept in a conflict, and a conflict is worth what it shows: to its author while the record is in their
// sight, else to whoever else may read it. Asked of the Worker as they ask.

import type { RecordDetail } from '../../domain/protocol/news.ts';
import { company } from './company.ts';
import { todayAt, tokenOf } from './server.ts';
import type { Server } from './server.ts';
import { rightsOf } from './visibility-check.ts';

interface Kept {
  readonly id: string;
  readonly record: string;
  readonly member: string;
  readonly mine: string;
}

/** Conflicts, open or settled, that those who may see them are not shown. */
export async function unseenConflicts(server: Server): Promise<string[]> {
  const rights = new Map(company.members.map(({ id }) => [id, rightsOf(server.storage, id, todayAt(server))]));
  const unseen: string[] = [];
  for (const { id, record, member, mine } of server.storage.rows<Kept>('SELECT id, record, member, mine FROM conflict')) {
    const reader = [member, ...rights.keys()].find((one) => rights.get(one)!('read', record));
    const shown = reader === undefined ? [] : await conflictsShown(server, record, reader);
    if (!shown.some((conflict) => conflict.id === id && JSON.stringify(conflict.mine) === mine)) unseen.push(`${mine}, which lost in ${record}, is shown to nobody (${reader ?? 'nobody'} may see ${id})`);
  }
  return unseen;
}

async function conflictsShown(server: Server, record: string, reader: string): Promise<RecordDetail['conflicts']> {
  const answer = await server.fetch(`/api/records/${record}`, { headers: { authorization: `Bearer ${tokenOf(reader)}` } });
  return answer.status === 200 ? ((await answer.json()) as RecordDetail).conflicts : [];
}
