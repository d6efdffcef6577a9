// Asking what is known before anything is sent: it says what a push would say, and no more than its sender may see.

import { beforeEach, describe, expect, test } from 'vitest';
import { limits } from '../../domain/protocol/messages.ts';
import type { LookupAnswer, Mutation } from '../../domain/protocol/messages.ts';
import type { Fields } from '../../domain/forms/definition.ts';
import { clientOf, found, freshId, idOf, keybookOrg, nameOf, otherOrg } from '../test-support/department.ts';
import type { Client } from '../test-support/department.ts';
import { archive, contract, create, edit, receipt, visitReport } from '../test-support/records.ts';
import { addDays } from '../../domain/values/day.ts';

beforeEach(() => found(keybookOrg, otherOrg));

type Asked = Pick<Extract<Mutation, { kind: 'create' }>, 'record' | 'form' | 'fields'>;
const ask = (form: string, fields: Fields, record: string = freshId('imported')): Asked => ({ record, form, fields: fields as never });
const report = (part: 'managera' | 'managerb', day: string) => ask('visit-report', { reporter: nameOf(part), report_date: day });

async function lookup(client: Client, ...records: readonly unknown[]): Promise<LookupAnswer> {
  const response = await client.call('POST', '/api/records/lookup', { records });
  expect(response.status).toBe(200);
  return response.json();
}

const kinds = (answer: LookupAnswer) => answer.records.map(({ is }) => is);

test('what is stored is known by its natural key or by its id, with its rev and who changed it last', async () => {
  const client = clientOf(idOf('managera'));
  const made = create('visit-report', visitReport(nameOf('managera'), '2026-09-01'));
  await client.push(made);
  await client.push(edit(made.record, 'issues_open', '甲'));
  const answer = await lookup(client, report('managera', '2026-09-01'), report('managera', '2026-09-02'), ask('visit-report', {}, made.record));
  expect(kinds(answer)).toEqual(['known', 'new', 'known']);
  expect(answer.records[0]).toMatchObject({ as: made.record, rev: 2, by: nameOf('managera') });
});

test('the second of two of the same thing is a twin of the first, however the customer is written', async () => {
  const answer = await lookup(clientOf(idOf('managera')), ask('customer-archive', { customer_name: '千帆渡' }), ask('customer-archive', { customer_name: '千帆渡网络科技有限公司' }));
  expect(kinds(answer)).toEqual(['new', 'twin']);
});

test('of what is out of sight nothing is told: it is new where it may be written, and refused where it may not', async () => {
  const theirs = create('visit-report', visitReport(nameOf('managerb'), '2026-09-01', '星河教育'));
  await clientOf(idOf('managerb')).push(theirs);
  const answer = await lookup(clientOf(idOf('managera')), report('managerb', '2026-09-01'), report('managerb', '2026-09-05'), ask('visit-report', {}, theirs.record));
  expect(kinds(answer)).toEqual(['no-right', 'no-right', 'no-right']);
  expect(JSON.stringify(answer)).not.toContain('"as"');
  const elsewhere = await lookup(clientOf('m-stranger'), report('managerb', '2026-09-01'), ask('visit-report', {}, theirs.record));
  expect(JSON.stringify(elsewhere)).not.toContain('"as"');
});

test('a deleted record is new again', async () => {
  const client = clientOf(idOf('managera'));
  const made = create('visit-report', visitReport(nameOf('managera'), '2026-09-01'));
  await client.push(made);
  await client.push({ kind: 'delete', record: made.record, baseRev: 1 });
  expect(kinds(await lookup(client, report('managera', '2026-09-01'), ask('visit-report', { reporter: nameOf('managera'), report_date: '2026-09-01' }, made.record)))).toEqual(['new', 'twin']);
});

describe('it says what a push says', () => {
  const wishes: readonly [string, Fields][] = [
    ['customer-archive', archive('甲乙公司')],
    ['contract', contract('HT-1', '甲乙公司', '2026-03-01')],
    ['receipt', receipt('HT-1', '2026-04-01', 100)],
    ['contract', contract('HT-2', '星河教育', '2026-03-01')],
    ['visit-report', visitReport(nameOf('managera'), '2026-09-01')],
    ['visit-report', visitReport(nameOf('managera'), '2026-09-01')],
    ['visit-report', visitReport(nameOf('managerb'), '2026-09-01')],
  ];

  test.each(['managera', 'managerb', 'director', 'specialist', 'finance', 'hr', 'office', 'support', 'gm', 'admin'] as const)('to %s', async (part) => {
    const client = clientOf(idOf(part));
    const asked = wishes.map(([form, fields]) => ask(form, fields));
    const told = await lookup(client, ...asked);
    const pushed = await client.push(...asked.map((one): Mutation => ({ kind: 'create', ...one })));
    const said = pushed.results.map(({ status }) => (status === 'rejected' ? 'no-right' : status === 'duplicate' ? 'twin' : 'new'));
    expect(kinds(told)).toEqual(said);
  });
});

test('two thousand are asked in two statements and two round trips, and nothing is written', async () => {
  const client = clientOf(idOf('managera'));
  await client.push(...Array.from({ length: 300 }, (_, place) => create('visit-report', visitReport(nameOf('managera'), addDays('2024-01-01', place)))));
  const answer = await lookup(client, ...Array.from({ length: limits.asked }, (_, place) => report('managera', addDays('2024-01-01', place))));
  expect(answer.records.filter(({ is }) => is === 'known')).toHaveLength(300);
  expect(client.counters()).toMatchObject({ roundTrips: 2, statements: 2, rowsWritten: 0 });
  expect(client.counters().rowsRead).toBeLessThan(3 * limits.asked);
});

test('a push that begins where the lookup stood pulls nothing but what it made', async () => {
  await clientOf(idOf('managera')).push(create('visit-report', visitReport(nameOf('managera'), '2026-09-01')));
  const client = clientOf(idOf('managera'), { workbook: 'imports-of-managera' });
  const { cursor, scope } = await lookup(client);
  const made = create('visit-report', visitReport(nameOf('managera'), '2026-09-02'));
  const answer = await client.sync({ cursor, scope, push: { id: freshId('p'), mutations: [made] } });
  expect(answer.changes.map(({ record }) => record)).toEqual([made.record]);
  expect(answer.snapshot).toBe(false);
});

test('without a session, or with more than may be asked at once, it is refused', async () => {
  const client = clientOf(idOf('managera'));
  expect((await client.call('POST', '/api/records/lookup', { records: [] }, { Authorization: '' })).status).toBe(401);
  expect((await client.call('POST', '/api/records/lookup', { records: Array.from({ length: limits.asked + 1 }, () => report('managera', '2026-01-01')) })).status).toBe(422);
});
