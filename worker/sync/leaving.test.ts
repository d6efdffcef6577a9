// More records leave a member's sight than a page holds: each is named once, page by page, and nothing that stays, comes
// back or was never there is named.

import { beforeEach, describe, expect, test } from 'vitest';
import type { SyncAnswer } from '../../domain/protocol/messages.ts';
import { addDays } from '../../domain/values/day.ts';
import { clientOf, db, found, idOf, keybookOrg, nameOf } from '../test-support/department.ts';
import type { Client, Part } from '../test-support/department.ts';
import { create, edit, visitReport } from '../test-support/records.ts';

/** A manager who is the director since the beginning. */
const reading = { ...keybookOrg, members: keybookOrg.members.map((member) => (member.id === idOf('managerb') ? { ...member, roles: ['director' as const] } : member)) };
beforeEach(() => found(reading));

const client = (part: Part) => clientOf(idOf(part));
const since = ({ cursor, scope }: SyncAnswer) => ({ cursor, scope });
const becomesManager = () => client('gm').call('PATCH', `/api/members/${idOf('managerb')}`, { roles: ['manager'] });

/** `count` reports of a member in pushes as large as they may be; ids of two members' reports lie among each other. */
async function reportsOf(part: Part, count: number, firstDay: string): Promise<string[]> {
  const made = Array.from({ length: count }, (_, place) => create('visit-report', visitReport(nameOf(part), addDays(firstDay, place))));
  for (let from = 0; from < count; from += 500) await client(part).push(...made.slice(from, from + 500));
  return made.map(({ record }) => record);
}

/** All pages from `first` on, and what was read for each. */
async function pagesFrom(reader: Client, first: SyncAnswer, onPage: (page: number) => Promise<unknown> = async () => {}): Promise<{ answers: SyncAnswer[]; read: number[] }> {
  const answers = [first];
  const read = [reader.counters().rowsRead];
  for (let last = first; last.more; answers.push(last)) {
    await onPage(answers.length);
    last = await reader.sync({ ...since(last), after: last.after });
    read.push(reader.counters().rowsRead);
  }
  return { answers, read };
}

async function upToDate(reader: Client): Promise<SyncAnswer> {
  return (await pagesFrom(reader, await reader.sync())).answers.at(-1)!;
}

const leftOf = (answers: readonly SyncAnswer[]) => answers.flatMap(({ left }) => left);
const changesOf = (answers: readonly SyncAnswer[]) => answers.flatMap(({ changes }) => changes.map(({ record }) => record));

describe('a role that ends takes thousands of records along', () => {
  test('each is named once, what stays comes once, and a page reads what it names', async () => {
    const own = [...await reportsOf('managerb', 150, '2022-01-01')];
    const others = await reportsOf('managera', 1_100, '2015-01-01');
    own.push(...await reportsOf('managerb', 450, '2023-01-01'));
    others.push(...await reportsOf('managera', 1_200, '2019-01-01'));
    const reader = client('managerb');
    const before = await upToDate(reader);
    await becomesManager();
    const unseen = await reportsOf('managera', 20, '2024-01-01');
    const { answers, read } = await pagesFrom(reader, await reader.sync(since(before)));
    expect([...leftOf(answers)].sort()).toEqual([...others].sort());
    expect([...changesOf(answers)].sort()).toEqual([...own].sort());
    expect(leftOf(answers)).not.toContain(unseen[0]);
    expect(answers.map(({ left, changes }) => left.length + changes.length)).toEqual([500, 500, 500, 500, 500, 400]);
    expect(answers.every(({ snapshot, cursor }) => snapshot && cursor === answers[0]!.cursor)).toBe(true);
    expect(reader.counters()).toMatchObject({ roundTrips: 2, statements: 2, rowsWritten: 0 });
    // No page reads what another has told: the record, its place in the page, and both times who may see it.
    expect(Math.max(...read)).toBeLessThan(7 * 500);
    const rest = await reader.sync(since(answers.at(-1)!));
    expect([rest.snapshot, rest.left, rest.changes]).toEqual([false, [], []]);
  });

  test('what was deleted since is told on the same pages, however much it is', async () => {
    const own = await reportsOf('managerb', 1_100, '2022-01-01');
    const others = await reportsOf('managera', 300, '2015-01-01');
    const remove = (records: readonly string[]) => client('director').push(...records.map((record) => ({ kind: 'delete' as const, record, baseRev: 1 })));
    await remove(own.slice(0, 50));
    const reader = client('managerb');
    const before = await upToDate(reader);
    for (const from of [50, 550]) await remove(own.slice(from, from + 500));
    await becomesManager();
    const { answers, read } = await pagesFrom(reader, await reader.sync(since(before)));
    const changes = answers.flatMap((answer) => answer.changes);
    expect(changes.filter(({ deleted }) => deleted).map(({ record }) => record).sort()).toEqual(own.slice(50, 1_050).sort());
    expect(changes.filter(({ deleted }) => !deleted).map(({ record }) => record).sort()).toEqual(own.slice(1_050).sort());
    expect([[...leftOf(answers)].sort(), answers.length]).toEqual([others.sort(), 3]);
    expect(Math.max(...read)).toBeLessThan(7 * 500);
  });

  test('what comes back while the pages are fetched is not among what has left', async () => {
    const others = await reportsOf('managera', 1_100, '2015-01-01');
    const reader = client('managerb');
    const before = await upToDate(reader);
    await becomesManager();
    const [told, untold] = [others[0]!, others.at(-1)!];
    const give = () => client('director').push(...[told, untold].map((record) => edit(record, 'reporter', nameOf('managerb'))));
    const { answers } = await pagesFrom(reader, await reader.sync(since(before)), (page) => (page === 1 ? give() : Promise.resolve()));
    expect(leftOf(answers)).toHaveLength(1_099);
    expect([leftOf(answers).includes(told), leftOf(answers).includes(untold), changesOf(answers)]).toEqual([true, false, [untold]]);
    const rest = await reader.sync(since(answers.at(-1)!));
    expect([rest.left, changesOf([rest]).sort()]).toEqual([[], [told, untold].sort()]);
  });

  test('other rights again while the pages are fetched: all begins anew, and what came is told to have left', async () => {
    const others = await reportsOf('managera', 700, '2015-01-01');
    const reader = client('managerb');
    const first = await reader.sync();
    expect([first.more, first.changes.length]).toEqual([true, 500]);
    await becomesManager();
    const { answers } = await pagesFrom(reader, await reader.sync({ ...since(first), after: first.after }));
    expect([...leftOf(answers)].sort()).toEqual([...others].sort());
    expect(changesOf(answers)).toEqual([]);
  });
});

test('a pane from before the pages goes on with the record alone, and is told nothing wrong', async () => {
  await reportsOf('managera', 600, '2015-01-01');
  const reader = client('director');
  const first = await reader.sync();
  expect(first.after).toMatch(/^r-/);
  const rest = await reader.sync({ ...since(first), after: first.changes.at(-1)!.record });
  expect([rest.changes.length, rest.left, rest.more]).toEqual([100, [], false]);
  expect((await client('director').call('POST', '/api/sync', { protocol: 1, workbook: 'wb-of-director-1', device: 'test', cursor: 1, scope: '', push: null, after: '1.2.r-00000001' })).status).toBe(422);
  expect(await db.prepare('SELECT count(*) AS n FROM record').first('n')).toBe(600);
});
