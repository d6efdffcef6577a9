// Founds the demo department in a fresh database and sends its records through POST /api/sync as the people who would
// have sent them, so that every fact is the Worker's own. What it needs later (a session of somebody who may issue
// activation codes) is kept in the state folder.

import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { demoDepartment } from '../../../fixtures/demo/demo-department.ts';
import type { DemoDepartment } from '../../../fixtures/demo/shape.ts';
import type { Mutation, SyncAnswer } from '../../../domain/protocol/messages.ts';
import { foundingStatements } from '../../../worker/db/bootstrap.ts';
import type { People } from './people.ts';
import { executeSql, type WorkerPlace } from './worker-process.ts';

interface SeedState {
  readonly operatorCode: string;
  readonly operatorToken?: string;
  readonly hasRecords?: boolean;
}

const mostRecordsARequest = 200;

export function seedDatabase(place: WorkerPlace, seedFile: string): void {
  const { statements, code } = founding(demoDepartment());
  executeSql(place, statements.join('\n'));
  write(seedFile, { operatorCode: code });
}

/** The SQL that founds the demo department, and the code with which its operator signs in. */
export function founding(demo: DemoDepartment): { readonly statements: string[]; readonly code: string } {
  const code = randomBytes(6).toString('hex').toUpperCase();
  const activation = { code, hash: createHash('sha256').update(code).digest('hex'), expires: new Date(Date.now() + 30 * 86_400_000).toISOString() };
  const operator = operatorAmong(demo);
  const statements = foundingStatements({
    org: demo.org,
    departments: demo.departments,
    since: demo.members.map((member) => member.joined).sort()[0]!,
    members: demo.members.map((member) => (member.id === operator ? { ...member, activation } : member)),
    customers: demo.customers.map(({ id, name, aliases }) => ({ id, names: [name, ...aliases] })),
    assignments: demo.customers.flatMap(({ id, assignments }) => assignments.map(({ kind, member, from }) => ({ customer: id, kind, member, since: from }))),
  });
  return { statements, code };
}

/** Who may issue a code to everybody: the general manager, else the director. */
function operatorAmong(demo: DemoDepartment): string {
  const holder = (['admin', 'gm', 'director'] as const).map((role) => demo.members.find((member) => member.roles.includes(role))).find((member) => member !== undefined);
  if (holder === undefined) throw new Error('nobody in the demo department may invite');
  return holder.id;
}

/** The operator's session, opened once with the code made at founding. */
export async function operatorToken(origin: string, seedFile: string): Promise<string> {
  const seed = read(seedFile);
  if (seed.operatorToken !== undefined) return seed.operatorToken;
  const token = await signIn(origin, seed.operatorCode, '工作台');
  write(seedFile, { ...seed, operatorToken: token });
  return token;
}

export async function signIn(origin: string, code: string, device: string): Promise<string> {
  const answer = await fetch(`${origin}/api/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code, device }) });
  if (!answer.ok) throw new Error(`signing in as ${device} answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { token: string }).token;
}

/** Sends everything that has not been sent; returns what the Worker refused, which a good demo has none of. */
export async function seedRecords(origin: string, seedFile: string, people: People, say: (line: string) => void): Promise<string[]> {
  if (read(seedFile).hasRecords) return [];
  const demo = demoDepartment();
  say(`Sending the demo department's ${demo.records.length} records as their senders ...`);
  const senders = new Map<string, Sender>();
  const senderOf = async (member: string): Promise<Sender> => {
    const known = senders.get(member) ?? new Sender(origin, await signIn(origin, (await people.activationCode(member)).activationCode, 'demo'), `demo-workbook-${member}`);
    senders.set(member, known);
    return known;
  };
  const revs = new Map<string, number>();
  const refused: string[] = [];
  const send = async (member: string, mutations: Mutation[]): Promise<void> => {
    const answer = await (await senderOf(member)).push(mutations);
    for (const result of answer.results) {
      revs.set(result.record, result.rev);
      if (result.status !== 'accepted' && result.status !== 'unchanged') refused.push(`${result.record}: ${result.status} ${result.problems.map((problem) => `${problem.code} ${problem.path}`).join(', ')}`);
    }
  };
  for (const run of runsOf(demo.records)) await send(run[0]!.sender, run.map(({ record, form, fields }) => ({ kind: 'create', record, form, fields: fields as never })));
  for (const run of runsOf(demo.edits)) await send(run[0]!.sender, run.map(({ record, path, to }) => ({ kind: 'edit', record, path, baseRev: revs.get(record) ?? 0, to: to as never })));
  write(seedFile, { ...read(seedFile), hasRecords: true });
  if (refused.length > 0) say(`The Worker did not take ${refused.length} of them as they are, first: ${refused[0]}`);
  return refused;
}

/** Neighbours of one sender travel together. */
function runsOf<Item extends { readonly sender: string }>(items: readonly Item[]): Item[][] {
  const runs: Item[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last !== undefined && last[0]!.sender === item.sender && last.length < mostRecordsARequest) last.push(item);
    else runs.push([item]);
  }
  return runs;
}

class Sender {
  readonly #origin: string;
  readonly #token: string;
  readonly #workbook: string;
  #cursor = 0;
  #scope = '';

  constructor(origin: string, token: string, workbook: string) {
    this.#origin = origin;
    this.#token = token;
    this.#workbook = workbook;
  }

  async push(mutations: Mutation[]): Promise<SyncAnswer> {
    const body = { protocol: 1, workbook: this.#workbook, device: 'demo', cursor: this.#cursor, scope: this.#scope, push: { id: randomBytes(12).toString('hex'), mutations } };
    const answer = await fetch(`${this.#origin}/api/sync`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#token}` }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`POST /api/sync answered ${answer.status}: ${await answer.text()}`);
    const result = (await answer.json()) as SyncAnswer;
    this.#cursor = result.cursor;
    this.#scope = result.scope;
    return result;
  }
}

function read(seedFile: string): SeedState {
  return JSON.parse(readFileSync(seedFile, 'utf8')) as SeedState;
}

function write(seedFile: string, state: SeedState): void {
  writeFileSync(seedFile, JSON.stringify(state), { mode: 0o600 });
}
