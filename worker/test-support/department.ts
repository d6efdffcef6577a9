// A small department for tests, with a second organisation beside it, and a client that speaks to the app as a member.

import { env } from 'cloudflare:workers';
import { createApp } from '../app.ts';
import { foundingStatements } from '../db/bootstrap.ts';
import type { Founding } from '../db/bootstrap.ts';
import type { Counters, Instruments } from '../environment.ts';
import { sha256 } from '../http/secrets.ts';
import type { Mutation, SyncAnswer, SyncRequest } from '../../domain/protocol/messages.ts';

export const db = (env as unknown as { DB: D1Database }).DB;

const people = [
  ['director', '顾山海', '大客户总监', 'director'],
  ['managera', '林小满', '大客户经理', 'manager'],
  ['managerb', '周立夏', '大客户经理', 'manager'],
  ['specialist', '叶知秋', '大客户专员', 'specialist'],
  ['support', '宋知礼', '客户支持主管', 'support'],
  ['finance', '钱如数', '财务经理', 'finance'],
  ['hr', '何录用', '人力资源', 'hr'],
  ['office', '文有据', '办公室主任', 'office'],
  ['gm', '陆长风', '总经理', 'gm'],
  ['admin', '管理员', '管理员', 'admin'],
] as const;

export type Part = (typeof people)[number][0];
export const parts = people.map(([part]) => part);
export const idOf = (part: Part) => `m-${part}`;
export const nameOf = (part: Part) => people.find(([key]) => key === part)![1];

export const keybookOrg: Founding = {
  org: { id: 'org-first', name: '云汐逐浪' },
  departments: [{ id: 'dep-keyaccounts', name: '大客户部' }],
  members: people.map(([part, name, post, role], place) => ({
    id: idOf(part), name, post, department: 'dep-keyaccounts', roles: [role], staffNo: String(place + 1).padStart(3, '0'),
  })),
  customers: [
    { id: 'cu-qianfandu', names: ['千帆渡网络科技有限公司', '千帆渡'] },
    { id: 'cu-xinghe', names: ['星河教育集团', '星河教育'] },
    { id: 'cu-baicao', names: ['百草笺医药有限公司', '百草笺'] },
  ],
  assignments: [
    { customer: 'cu-qianfandu', kind: 'owner', member: idOf('managera'), since: '2026-01-01' },
    { customer: 'cu-xinghe', kind: 'owner', member: idOf('managerb'), since: '2026-01-01' },
    { customer: 'cu-qianfandu', kind: 'specialist', member: idOf('specialist'), since: '2026-01-01' },
  ],
  since: '2026-01-01',
};

export const otherOrg: Founding = {
  org: { id: 'org-other', name: '别家公司' },
  departments: [{ id: 'dep-elsewhere', name: '大客户部' }],
  members: [{ id: 'm-stranger', name: '外人', post: '总经理', department: 'dep-elsewhere', roles: ['gm', 'director', 'manager'] }],
  since: '2026-01-01',
};

/** 2026-10-16 09:12:33 in Shanghai. */
export const startOfTest = Date.parse('2026-10-16T01:12:33Z');

export async function found(...foundings: readonly Founding[]): Promise<void> {
  await db.batch(foundings.flatMap(foundingStatements).map((statement) => db.prepare(statement)));
  for (const founding of foundings) for (const { id } of founding.members) await openSession(founding.org.id, id);
}

export async function openSession(org: string, member: string, expires = '2030-01-01T00:00:00Z'): Promise<void> {
  await db
    .prepare('INSERT OR REPLACE INTO device_session (hash, org, member, device, created, expires) VALUES (?, ?, ?, ?, ?, ?)')
    .bind(await sha256(tokenOf(member)), org, member, 'test', '2026-01-01T00:00:00Z', expires)
    .run();
}

export const tokenOf = (member: string) => `token-of-${member}-`.padEnd(40, 'x');

export interface Client {
  readonly call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
  readonly sync: (request?: Partial<SyncRequest>) => Promise<SyncAnswer>;
  readonly push: (...mutations: Mutation[]) => Promise<SyncAnswer>;
  readonly counters: () => Counters;
}

let serial = 0;

export function freshId(prefix = 'r'): string {
  serial += 1;
  return `${prefix}-${String(serial).padStart(8, '0')}`;
}

/** A member with a workbook of their own; the id may be that of any organisation's member. */
export function clientOf(member: string, given: Partial<Instruments> & { readonly database?: D1Database; readonly workbook?: string } = {}): Client {
  const counters: Counters[] = [];
  const app = createApp({ clock: () => startOfTest, ...given, onCounters: (entry) => counters.push(entry) });
  const bindings = { ...(env as object), DB: given.database ?? db };
  const workbook = given.workbook ?? `wb-of-${member}`;
  const call: Client['call'] = async (method, path, body, headers = {}) =>
    app.request(
      path,
      {
        method,
        headers: { Authorization: `Bearer ${tokenOf(member)}`, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      },
      bindings,
    );
  const sync: Client['sync'] = async (request = {}) => {
    const response = await call('POST', '/api/sync', { protocol: 1, workbook, device: 'test', cursor: 0, scope: '', push: null, ...request });
    if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
    return response.json();
  };
  const push: Client['push'] = (...mutations) => sync({ push: { id: freshId('p'), mutations } });
  return { call, sync, push, counters: () => counters.at(-1)! };
}
