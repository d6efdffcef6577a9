// What the people of the simulation ask for in the pane: conflicts decided, earlier values restored. Seen as they see it:
// what this pane has heard, and the history that the Worker shows them.

import type { Mutation } from '../../domain/protocol/messages.ts';
import type { RecordDetail } from '../../domain/protocol/news.ts';
import { tokenOf } from './server.ts';
import type { Server } from './server.ts';
import type { Desk } from './desk.ts';
import type { Random } from './random.ts';

export interface Asked {
  readonly mutations: readonly Mutation[];
  /** Each as a line of the story. */
  readonly said: readonly string[];
}

/** `all`: every conflict is decided, and nothing is restored. */
export async function askedFor(desk: Desk, server: Server, random: Random, all: boolean): Promise<Asked> {
  const decided = decisions(desk, random, all);
  const restored = all || !random.chance(8) ? [] : await restoration(desk, server, random);
  const mutations = [...decided, ...restored];
  return { mutations, said: mutations.map((mutation) => `${desk.name} ${mutation.kind === 'decide' ? `decides ${mutation.conflict}` : 'restores'} ${JSON.stringify('to' in mutation ? mutation.to : null)}`) };
}

function decisions(desk: Desk, random: Random, all: boolean): Mutation[] {
  const open = new Set(desk.ledger().ledger.conflicts.map(({ id }) => id));
  return [...desk.engine.heardConflicts.values()]
    .filter(({ id }) => open.has(id) && (all || random.chance(20)))
    .map(({ id, record, rev, mine, theirs }) => ({ kind: 'decide', record, conflict: id, baseRev: rev, to: random.chance(50) ? mine : theirs }));
}

/** One value of one record's history, put back as the pane does it. */
async function restoration(desk: Desk, server: Server, random: Random): Promise<Mutation[]> {
  const { entries } = desk.ledger().ledger;
  if (entries.length === 0) return [];
  const { record } = random.pick(entries);
  const answer = await server.fetch(`/api/records/${record}`, { headers: { authorization: `Bearer ${tokenOf(desk.member)}` } });
  if (answer.status !== 200) return [];
  const detail = (await answer.json()) as RecordDetail;
  const earlier = detail.history.flatMap(({ patch }) => Object.entries(patch)).filter(([path]) => !path.includes('@') && !path.endsWith('/order'));
  if (detail.record.deleted || earlier.length === 0) return [];
  const [path, [, to]] = random.pick(earlier) as [string, readonly [unknown, unknown]];
  if (typeof to === 'object' && to !== null) return [];
  return [{ kind: 'edit', record, path, baseRev: detail.record.rev, to: to as string }];
}
