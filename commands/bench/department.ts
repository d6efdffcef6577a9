// The Worker's own app over a local D1, in this process: the same code as deployed, with its counters read after each
// request. The demo department is founded in it.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getPlatformProxy } from 'wrangler';
import type { Mutation, SignInAnswer, SyncAnswer } from '../../domain/protocol/messages.ts';
import { demoDepartment } from '../../fixtures/demo/demo-department.ts';
import { founding } from '../../simulator/workbench/server/seed.ts';
import { createApp } from '../../worker/app.ts';
import type { Counters } from '../../worker/environment.ts';
import { root } from '../sources.ts';

export interface Department {
  readonly fetch: (address: string, init?: RequestInit) => Promise<Response>;
  /** Counters of the requests since the last call. */
  readonly counted: () => Counters & { requests: number };
  signIn(member: string): Promise<SignInAnswer>;
  dispose(): Promise<void>;
}

export async function foundDepartment(folder: string): Promise<Department> {
  const proxy = await getPlatformProxy({ configPath: join(root, 'wrangler.toml'), persist: { path: folder }, remoteBindings: false });
  const database = proxy.env['DB'] as Database;
  const migrations = join(root, 'worker', 'db', 'migrations');
  const { statements, code } = founding(demoDepartment());
  const all = [
    ...readdirSync(migrations).filter((name) => name.endsWith('.sql')).sort().flatMap((name) => readFileSync(join(migrations, name), 'utf8').split('--> statement-breakpoint')),
    ...statements,
  ];
  await database.batch(all.map((statement) => statement.trim()).filter((statement) => statement !== '').map((statement) => database.prepare(statement)));

  let counters = none();
  const app = createApp({
    onCounters: (each) => {
      counters.requests += 1;
      for (const key of ['roundTrips', 'statements', 'rowsRead', 'rowsWritten'] as const) counters[key] += each[key];
    },
  });
  const send = async (address: string, init?: RequestInit) => app.fetch(new Request(new URL(address, 'https://keybook.test'), init), proxy.env as never);
  const post = async (path: string, body: unknown, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
    const answer = await send(path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as never;
  };
  const operator: SignInAnswer = await post('/api/sign-in', { code, device: 'bench' });
  return {
    fetch: send,
    counted: () => {
      const read = counters;
      counters = none();
      return read;
    },
    async signIn(member) {
      const { activationCode } = await post(`/api/members/${member}/activation`, {}, operator.token) as { activationCode: string };
      return post('/api/sign-in', { code: activationCode, device: 'bench' });
    },
    dispose: () => proxy.dispose(),
  };
}

function none(): Counters & { requests: number } {
  return { requests: 0, roundTrips: 0, statements: 0, rowsRead: 0, rowsWritten: 0 };
}

/** What of D1 the founding needs. */
interface Database {
  prepare(sql: string): unknown;
  batch(statements: unknown[]): Promise<unknown>;
}

let pushes = 0;

/** Sends mutations as a device without a workbook would; the caps are the caller's. Throws where one is not taken whole. */
export async function pushTo(department: Department, session: SignInAnswer, mutations: Mutation[]): Promise<void> {
  pushes += 1;
  const body = { protocol: 1, workbook: `bench-${session.member.id}`.slice(0, 64), device: 'bench', cursor: 0, scope: '', push: { id: `bench-push-${pushes}`, mutations } };
  const answer = await department.fetch('/api/sync', { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${session.token}` }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`/api/sync answered ${answer.status}: ${await answer.text()}`);
  const refused = ((await answer.json()) as SyncAnswer).results.find((result) => result.status !== 'accepted');
  if (refused !== undefined) throw new Error(`not accepted: ${JSON.stringify(refused)}`);
}
