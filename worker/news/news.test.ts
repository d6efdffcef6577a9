import { beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '../../domain/values/day.ts';
import type { NewsAnswer } from '../../domain/protocol/news.ts';
import { clientOf, db, found, freshId, idOf, keybookOrg, nameOf, otherOrg, startOfTest } from '../test-support/department.ts';
import { contract, create, edit, visitReport } from '../test-support/records.ts';

beforeEach(() => found(keybookOrg, otherOrg));

const managerA = () => clientOf(idOf('managera'));
const director = () => clientOf(idOf('director'));
const report = () => create('visit-report', visitReport(nameOf('managera'), '2026-10-12'));
const newsOf = async (response: Response) => (await response.json()) as NewsAnswer;

test('where nothing is new, asking costs two rows read and answers nothing', async () => {
  await managerA().push(report());
  const client = director();
  const { cursor, scope } = await client.sync();
  const response = await client.call('GET', `/api/news?cursor=${cursor}&scope=${scope}&workbook=wb-of-m-director&today=2026-10-16`);
  expect(response.status).toBe(204);
  expect(client.counters()).toMatchObject({ roundTrips: 1, statements: 1, rowsWritten: 0 });
  expect(client.counters().rowsRead).toBeLessThanOrEqual(2);
});

test('names what changed, the latest first, with who, when and each path; the next question goes on from its cursor', async () => {
  const { cursor, scope } = await director().sync();
  const made = report();
  await managerA().push(made);
  await managerA().push(edit(made.record, 'issues_open', '甲'));
  const news = await newsOf(await director().call('GET', `/api/news?cursor=${cursor}&scope=${scope}`));
  expect(news).toMatchObject({ count: 2, more: false, rights: false, cursor: 2 });
  expect(news.changes[0]).toEqual({
    record: made.record, form: 'visit-report', label: '林小满 · 2026-10-12', seq: 2, rev: 2, by: '林小满', at: '2026-10-16 09:12:33', kind: 'edit', paths: [{ path: 'issues_open', from: null, to: '甲' }],
  });
  expect(news.changes[1]!.paths.map(({ path }) => path)).toEqual(expect.arrayContaining(['reporter', 'visits/v1/summary']));
  expect(news.changes[1]!.paths.map(({ path }) => path)).not.toContain('visits/v1/order');
  expect((await director().call('GET', `/api/news?cursor=${news.cursor}&scope=${scope}`)).status).toBe(204);
});

test('holds nothing that the caller or the workbook may not see', async () => {
  const { cursor, scope } = await clientOf(idOf('managerb')).sync();
  await managerA().push(report());
  await director().push(create('contract', contract('HT-2', '星河教育', '2026-03-01')));
  expect((await newsOf(await clientOf(idOf('managerb')).call('GET', `/api/news?cursor=${cursor}&scope=${scope}`))).changes.map(({ label }) => label)).toEqual(['HT-2']);
  await clientOf(idOf('managera'), { workbook: 'wb-of-manager' }).sync();
  const inManagersWorkbook = await newsOf(await director().call('GET', '/api/news?cursor=0&workbook=wb-of-manager'));
  expect(inManagersWorkbook.changes.map(({ form }) => form)).toEqual(['visit-report']);
  expect((await newsOf(await clientOf('m-stranger').call('GET', '/api/news?cursor=9'))).changes).toEqual([]);
});

test('is a hundred at most, and says that there is more', async () => {
  await managerA().push(...Array.from({ length: 120 }, (_, day) => create('visit-report', visitReport(nameOf('managera'), new Date(startOfTest - day * 86_400_000).toISOString().slice(0, 10)))));
  const news = await newsOf(await director().call('GET', '/api/news?cursor=0'));
  expect([news.count, news.more, news.changes.length]).toEqual([100, true, 100]);
});

describe('behind what the caller may not see', () => {
  const reports = (part: 'managera' | 'managerb', from: string, count: number) => Array.from({ length: count }, (_, day) => create('visit-report', visitReport(nameOf(part), addDays(from, day), part === 'managera' ? '千帆渡' : '星河教育')));
  const managerB = () => clientOf(idOf('managerb'));
  const asked = async (cursor: number) => newsOf(await managerB().call('GET', `/api/news?cursor=${cursor}`));

  test('what there is is told, and when it was changed last', async () => {
    const mine = reports('managerb', '2026-10-01', 2);
    const { cursor } = await managerB().push(...mine);
    await director().push(edit(mine[0]!.record, 'issues_open', '总监改了'));
    await managerA().push(...reports('managera', '2023-01-01', 300));
    await managerA().push(...reports('managera', '2024-01-01', 300));
    expect(await asked(cursor)).toMatchObject({ count: 1, more: false, changes: [{ record: mine[0]!.record, paths: [{ path: 'issues_open', to: '总监改了' }] }] });
    await director().push(edit(mine[1]!.record, 'issues_open', '又一条'));
    await director().push(edit(mine[0]!.record, 'issues_open', '再改', 9));
    expect((await asked(cursor)).changes.map(({ record, rev }) => [record, rev])).toEqual([[mine[0]!.record, 3], [mine[1]!.record, 2], [mine[0]!.record, 2]]);
  });

  test('a hundred are told of more, and no more is read than it takes to find them', async () => {
    await managerB().push(...reports('managerb', '2022-01-01', 300));
    await managerA().push(...reports('managera', '2023-01-01', 300));
    const older = managerB();
    expect(await newsOf(await older.call('GET', '/api/news?cursor=0'))).toMatchObject({ count: 100, more: true });
    const { rowsRead } = older.counters();
    await managerB().push(...reports('managerb', '2025-01-01', 300));
    const client = managerB();
    expect(await newsOf(await client.call('GET', '/api/news?cursor=0'))).toMatchObject({ count: 100, more: true });
    expect(client.counters().rowsRead).toBeLessThan(rowsRead - 300);
  });
});

test('tells of rights that begin on a day, without anybody\'s writing', async () => {
  const { cursor, scope } = await managerA().sync();
  const url = `/api/news?cursor=${cursor}&scope=${scope}&today=2026-10-16`;
  await db.prepare("UPDATE assignment SET until = '2026-10-16' WHERE member = 'm-managera'").run();
  expect((await managerA().call('GET', url)).status).toBe(204);
  const tomorrow = clientOf(idOf('managera'), { clock: () => startOfTest + 86_400_000 });
  expect(await newsOf(await tomorrow.call('GET', url))).toMatchObject({ rights: true, count: 0, today: '2026-10-17' });
});

describe('a question', () => {
  test('without a token, or with one that has ended, gets nothing', async () => {
    expect((await managerA().call('GET', '/api/news?cursor=0', undefined, { Authorization: '' })).status).toBe(401);
    await managerA().call('POST', '/api/sign-out');
    expect((await managerA().call('GET', '/api/news?cursor=0')).status).toBe(401);
  });

  test.each(['', '?cursor=x', '?cursor=-1', '?cursor=1&workbook=!'])('like %s is malformed', async (query) => {
    expect((await managerA().call('GET', `/api/news${query}`)).status).toBe(422);
  });
});

test('what a record was is told with the workbook it came from, path by path', async () => {
  const made = report();
  const push = (mutation: ReturnType<typeof edit>, name: string) => managerA().sync({ name, push: { id: freshId('p'), mutations: [mutation] } });
  await push(made, '十月日报.xlsx');
  await push(edit(made.record, 'issues_open', '甲'), '十月日报(副本).xlsx');
  await push(edit(made.record, 'issues_handled', '乙', 2), '十月日报.xlsx');
  const all = (await (await director().call('GET', `/api/records/${made.record}`)).json()) as { record: { label: string }; history: { workbook: string; by: string; device: string; patch: object }[] };
  expect(all.record.label).toBe('林小满 · 2026-10-12');
  expect(all.history.map((entry) => entry.workbook)).toEqual(['十月日报.xlsx', '十月日报(副本).xlsx', '十月日报.xlsx']);
  const one = (await (await director().call('GET', `/api/records/${made.record}?path=issues_open`)).json()) as typeof all;
  expect(one.history).toMatchObject([{ by: '林小满', device: 'test', workbook: '十月日报(副本).xlsx', patch: { issues_open: [null, '甲'] } }]);
});

test('a deleted record is restored as it was, unless the same thing has been made anew', async () => {
  const made = report();
  await managerA().push(made);
  await managerA().push({ kind: 'delete', record: made.record, baseRev: 1 });
  const back = await managerA().push({ kind: 'restore', record: made.record, baseRev: 2 });
  expect(back.results[0]).toMatchObject({ status: 'accepted', rev: 3 });
  expect(back.changes[0]!.fields).toEqual(made.fields);
  await managerA().push({ kind: 'delete', record: made.record, baseRev: 3 });
  const anew = report();
  await managerA().push(anew);
  expect((await managerA().push({ kind: 'restore', record: made.record, baseRev: 4 })).results[0]).toMatchObject({ status: 'duplicate', duplicateOf: anew.record });
});
