// The production Worker on SQLite in this process, with a department founded in it: what the simulated panes talk to.

import { readFileSync, readdirSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { SignInAnswer } from '../../domain/protocol/messages.ts';
import { createApp } from '../../worker/app.ts';
import { foundingStatements } from '../../worker/db/bootstrap.ts';
import type { Founding } from '../../worker/db/bootstrap.ts';
import { SqliteD1 } from './sqlite-d1.ts';

const migrations = fileURLToPath(new URL('../../worker/db/migrations/', import.meta.url));

/** The statements of all migrations, in order. */
function migrationStatements(): string[] {
  const files = readdirSync(migrations).filter((name) => name.endsWith('.sql')).sort();
  return files.flatMap((name) => readFileSync(`${migrations}${name}`, 'utf8').split('--> statement-breakpoint')).map((text) => text.trim()).filter((text) => text !== '');
}

export interface Server {
  readonly storage: SqliteD1;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  session(member: string): SignInAnswer;
  /** Milliseconds since 1970 by the server's clock; a simulation moves it. */
  now: number;
}

const shanghai = 8 * 3_600_000;

/** The department's day. */
export const todayAt = ({ now }: Pick<Server, 'now'>): string => new Date(now + shanghai).toISOString().slice(0, 10);

export const tokenOf = (member: string): string => `token-of-${member}`.padEnd(40, 'x');

/** A new database: its tables, the department, and a session for everybody in it. */
export function databaseOf(founding: Founding): string[] {
  const sessions = founding.members.map(({ id }) => {
    const hash = createHash('sha256').update(tokenOf(id)).digest('hex');
    return `INSERT INTO device_session (hash, org, member, device, created, expires) VALUES ('${hash}', '${founding.org.id}', '${id}', 'soak', '2026-01-01T00:00:00Z', '2099-01-01T00:00:00Z')`;
  });
  return [...migrationStatements(), ...foundingStatements(founding), ...sessions];
}

export function serverOf(founding: Founding, begin: number, random: (below: number) => number): Server {
  const storage = new SqliteD1(databaseOf(founding));
  const app = createApp({
    clock: () => server.now,
    randomBytes: (count) => Uint8Array.from({ length: count }, () => random(256)),
    wait: () => Promise.resolve(),
  });
  const server: Server = {
    storage,
    now: begin,
    fetch: async (address, init) => app.fetch(new Request(`https://keybook.test${address}`, init), { DB: storage, ORG_ZONE: 'Asia/Shanghai' } as never),
    session: (member) => {
      const { name, post, roles, department } = founding.members.find(({ id }) => id === member)!;
      const departmentName = founding.departments.find(({ id }) => id === department)!.name;
      return { token: tokenOf(member), expiresAt: '2099-01-01T00:00:00Z', member: { id: member, name, post, roles: [...roles], department, departmentName }, org: founding.org, today: '2026-10-16', learned: [] };
    },
  };
  return server;
}

/** What the Worker says of its audit chain to the director; null where all of it holds. */
export async function brokenChain(fetch: (address: string, init: RequestInit) => Promise<Response>, director: string): Promise<unknown> {
  const answer = await fetch('/api/chain/verification', { headers: { authorization: `Bearer ${tokenOf(director)}` } });
  if (answer.status !== 200) throw new Error(`the chain's verification answered ${answer.status}`);
  return ((await answer.json()) as { broken: unknown }).broken;
}
