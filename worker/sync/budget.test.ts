// The budget of design section 7, from D1's own counters: 12 statements in 3 round trips, 2N + 2F + conflicts + 4 rows.

import { beforeEach, describe, expect, test } from 'vitest';
import { clientOf, db, found, freshId, idOf, keybookOrg, nameOf } from '../test-support/department.ts';
import { archive, contract, create, edit, visitReport } from '../test-support/records.ts';
import { addDays } from '../../domain/values/day.ts';

beforeEach(() => found(keybookOrg));

const nameA = nameOf('managera');
const reports = (count: number) => Array.from({ length: count }, (_, place) => create('visit-report', visitReport(nameA, addDays('2025-01-01', place)), freshId()));
const countOf = async (table: string) => (await db.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>())!.n;

describe.each([1, 100, 500])('%i changed records', (count) => {
  test('created: rows written stay within 2N + 2F + 4', async () => {
    const client = clientOf(idOf('managera'));
    await client.push(...reports(count));
    const facts = await countOf('fact');
    expect(facts).toBe(2 * count);
    const { statements, roundTrips, rowsWritten } = client.counters();
    expect(roundTrips).toBe(3);
    expect(statements).toBeLessThanOrEqual(12);
    expect(rowsWritten).toBeLessThanOrEqual(2 * count + 2 * facts + 4);
  });

  test('edited with a changed amount: reversals count as facts', async () => {
    const client = clientOf(idOf('managera'));
    const mutations = reports(count);
    await client.push(...mutations);
    const before = await countOf('fact');
    const answer = await client.push(...mutations.map(({ record }) => edit(record, 'expenses/e1/amount', 9900)));
    expect(answer.results.every((result) => result.status === 'accepted')).toBe(true);
    const facts = (await countOf('fact')) - before;
    expect(facts).toBe(2 * count);
    expect(client.counters().rowsWritten).toBeLessThanOrEqual(2 * count + 2 * facts + 4);
    expect(client.counters()).toMatchObject({ roundTrips: 3 });
    expect(client.counters().statements).toBeLessThanOrEqual(12);
  });

  test('edited in vain: a conflict is one row, and the record none', async () => {
    const client = clientOf(idOf('managera'));
    const mutations = reports(count);
    await client.push(...mutations);
    await client.push(...mutations.map(({ record }) => edit(record, 'issues_open', '甲')));
    const answer = await client.push(...mutations.map(({ record }) => edit(record, 'issues_open', '乙', 1)));
    expect(answer.results.every((result) => result.conflicts.length === 1)).toBe(true);
    expect(client.counters().rowsWritten).toBeLessThanOrEqual(count + 4);
    expect(client.counters()).toMatchObject({ roundTrips: 3 });
  });

  test('decided: the record, its history, and the conflict that is settled', async () => {
    const [manager, director] = [clientOf(idOf('managera')), clientOf(idOf('director'))];
    const mutations = reports(count);
    await manager.push(...mutations);
    await manager.push(...mutations.map(({ record }) => edit(record, 'issues_open', '甲')));
    await director.push(...mutations.map(({ record }) => edit(record, 'issues_open', '乙', 1)));
    let open = (await director.sync()).conflicts!;
    let decided = 0;
    while (open.length > 0) {
      open = (await director.push(...open.map((conflict) => ({ kind: 'decide' as const, record: conflict.record, conflict: conflict.id, baseRev: conflict.rev, to: '乙' })))).conflicts!;
      const { statements, roundTrips, rowsWritten } = director.counters();
      expect([roundTrips, statements <= 12]).toEqual([3, true]);
      decided += rowsWritten - 4;
    }
    expect(decided).toBeLessThanOrEqual(2 * count + count);
  });

  test('pulled: nothing is written, one statement a round trip', async () => {
    await clientOf(idOf('managera')).push(...reports(count));
    const director = clientOf(idOf('director'));
    const first = await director.sync();
    expect(first.changes).toHaveLength(count);
    await director.sync({ cursor: first.cursor, scope: first.scope });
    const counters = director.counters();
    expect(counters).toMatchObject({ roundTrips: 2, statements: 2, rowsWritten: 0 });
    expect(counters.rowsRead).toBeLessThan(100);
  });
});

test('an open pane that hears no news costs two rows read, and no statement more', async () => {
  const client = clientOf(idOf('managera'));
  const { cursor, scope } = await client.push(...reports(100));
  expect((await client.call('GET', `/api/news?cursor=${cursor}&scope=${scope}&workbook=wb-of-m-managera&today=2026-10-16`)).status).toBe(204);
  expect(client.counters()).toMatchObject({ roundTrips: 1, statements: 1, rowsWritten: 0 });
  expect(client.counters().rowsRead).toBeLessThanOrEqual(2);
});

test('new customers stay within it: what an archive states is not looked up by customer', async () => {
  const client = clientOf(idOf('managera'));
  await client.push(...['甲乙公司', '丙丁公司', '戊己公司'].map((name) => create('customer-archive', archive(name))));
  expect(client.counters().rowsWritten).toBeLessThanOrEqual(2 * 3 + 2 * 6 + 4);
});

test('the worst mixture of tables stays within twelve statements', async () => {
  const director = clientOf(idOf('director'));
  const known = create('contract', contract('HT-1', '千帆渡', '2026-03-01'));
  await director.push(known);
  await director.push(edit(known.record, 'remark', '一'));
  const fresh = clientOf(idOf('director'), { workbook: 'wb-fresh-one' });
  await fresh.push(create('customer-archive', archive('甲乙公司')), create('contract', contract('HT-2', '甲乙公司', '2026-04-01')), edit(known.record, 'remark', '二', 1));
  expect(fresh.counters()).toMatchObject({ roundTrips: 3 });
  expect(fresh.counters().statements).toBeLessThanOrEqual(12);
});

test('what a push and a pull read does not grow with the organisation', async () => {
  const client = clientOf(idOf('managera'));
  const read: number[] = [];
  for (const year of ['2023', '2024']) {
    await client.push(...Array.from({ length: 300 }, (_, place) => create('visit-report', visitReport(nameA, addDays(`${year}-01-01`, place)))));
    const made = create('visit-report', visitReport(nameA, `${year}-12-31`));
    const { cursor, scope } = await client.push(made);
    await client.sync({ cursor, scope, push: { id: freshId('p'), mutations: [edit(made.record, 'issues_open', '甲')] } });
    read.push(client.counters().rowsRead);
  }
  expect(read[1]).toBe(read[0]);
});

test('records of many megabytes go in parts that each stay under a million bytes', async () => {
  const client = clientOf(idOf('managera'));
  const text = '长'.repeat(9_000);
  const all = Array.from({ length: 80 }, (_, place) => create('visit-report', visitReport(nameA, addDays('2025-01-01', place))));
  await client.push(...all);
  for (const field of ['issues_open', 'issues_handled']) {
    for (let from = 0; from < 80; from += 20) await client.push(...all.slice(from, from + 20).map(({ record }) => edit(record, field, text, 9)));
  }
  const answer = await client.push(...all.map(({ record }) => edit(record, 'expenses/e1/remark', '改', 9)));
  expect(answer.results.every((result) => result.status === 'accepted')).toBe(true);
});

test('what a push of contracts and archives reads does not grow with the books', async () => {
  const director = clientOf(idOf('director'));
  const read: number[] = [];
  for (const part of ['甲', '乙', '丙']) {
    const names = Array.from({ length: 40 }, (_, place) => `${part}方${String(place).padStart(2, '0')}`);
    const archives = await director.push(...names.map((name) => create('customer-archive', archive(name))));
    const { cursor, scope } = archives;
    const contracts = names.map((name, place) => create('contract', contract(`HT-${part}-${place}`, name, '2026-03-01')));
    await director.sync({ cursor, scope, push: { id: freshId('p'), mutations: contracts } });
    read.push(director.counters().rowsRead);
  }
  // The roster of customers is read whole, with who is assigned to them: two rows for each that is new.
  expect(read[2]! - read[1]!).toBeLessThanOrEqual(2 * 40);
  expect(read[1]!).toBeLessThan(1_500);
});
