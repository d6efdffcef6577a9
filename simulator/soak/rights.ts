// The director changes who may what, by the Worker's own routes: customers are handed over, a specialist comes and goes, a
// manager becomes a specialist for a while.

import { addDays } from '../../domain/values/day.ts';
import { company } from './company.ts';
import { todayAt, tokenOf } from './server.ts';
import type { Server } from './server.ts';
import type { Random } from './random.ts';

const managers = ['m-manager-a', 'm-manager-b'];

/** What was changed, as a line of the story. */
export async function changeRights(server: Server, random: Random): Promise<string> {
  const today = todayAt(server);
  const since = addDays(today, random.pick([0, 0, 1]));
  const customer = random.pick(company.customers!).id;
  const drawn = random(3);
  if (drawn === 0) return call(server, 'POST', `/api/customers/${customer}/assignments`, { kind: 'owner', member: random.pick(managers), since });
  if (drawn === 1) return call(server, 'POST', `/api/customers/${customer}/assignments`, { kind: 'specialist', member: 'm-specialist', since, until: random.chance(50) ? addDays(since, random(3)) : null });
  const member = random.pick(managers);
  return call(server, 'PATCH', `/api/members/${member}`, { roles: random.pick([['manager'], ['manager'], ['specialist']]), from: since });
}

async function call(server: Server, method: string, address: string, body: object): Promise<string> {
  const headers = { authorization: `Bearer ${tokenOf('m-director')}`, 'content-type': 'application/json' };
  const answer = await server.fetch(address, { method, headers, body: JSON.stringify(body) });
  // A plan of yesterday may stand in the way of one for today; nothing else is refused.
  if (!answer.ok && answer.status !== 409) throw new Error(`${method} ${address} answered ${answer.status} to ${JSON.stringify(body)}: ${await answer.text()}`);
  return `${method} ${address} ${JSON.stringify(body)}: ${answer.status}`;
}
