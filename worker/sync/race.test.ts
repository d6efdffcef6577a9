import { beforeEach, describe, expect, test } from 'vitest';
import type { SyncAnswer } from '../../domain/protocol/messages.ts';
import { clientOf, db, found, freshId, idOf, keybookOrg, nameOf } from '../test-support/department.ts';
import { contract, create, edit, visitReport } from '../test-support/records.ts';

beforeEach(() => found(keybookOrg));

const managerA = () => clientOf(idOf('managera'));
const director = () => clientOf(idOf('director'));
const report = () => create('visit-report', visitReport(nameOf('managera'), '2026-10-12'));

describe('a race that is lost once', () => {
  /** Lets another's push in between reading and writing, once. */
  function interrupted(by: () => Promise<unknown>): D1Database {
    let isFirst = true;
    return {
      prepare: (text: string) => db.prepare(text),
      batch: async (statements: D1PreparedStatement[]) => {
        if (statements.length > 2 && isFirst) {
          isFirst = false;
          await by();
        }
        return db.batch(statements);
      },
    } as unknown as D1Database;
  }

  test('reads and merges again: both edits stand', async () => {
    const made = report();
    await managerA().push(made);
    const database = interrupted(() => director().push(edit(made.record, 'issues_open', '总监的')));
    const client = clientOf(idOf('managera'), { database });
    const answer = await client.push(edit(made.record, 'issues_handled', '经理的'));
    expect(answer.results[0]).toMatchObject({ status: 'accepted', rev: 3, merged: 1 });
    expect(answer.changes[0]!.fields).toMatchObject({ issues_open: '总监的', issues_handled: '经理的' });
    expect(client.counters()).toMatchObject({ roundTrips: 6 });
  });

  test('finds the clash that it would have overwritten', async () => {
    const made = report();
    await managerA().push(made);
    const database = interrupted(() => director().push(edit(made.record, 'issues_open', '总监的')));
    const answer = await clientOf(idOf('managera'), { database }).push(edit(made.record, 'issues_open', '经理的'));
    expect(answer.results[0]).toMatchObject({ status: 'unchanged', conflicts: [{ path: 'issues_open' }] });
  });

  test('to its own resend answers as the resend did', async () => {
    const request = { push: { id: freshId('p'), mutations: [report()] } };
    let first: SyncAnswer | null = null;
    const database = interrupted(async () => { first = await managerA().sync(request); });
    const second = await clientOf(idOf('managera'), { database }).sync(request);
    expect(second.receipt).toEqual(first!.receipt);
    expect(await db.prepare('SELECT count(*) AS n FROM fact').first('n')).toBe(2);
  });
});

describe('one push', () => {
  const sealed = (mutations: ReturnType<typeof report>[]) => ({ push: { id: freshId('p'), mutations } });

  test('sent again gets the same answer and is taken once', async () => {
    const request = sealed([report()]);
    const first = await managerA().sync(request);
    const second = await managerA().sync(request);
    expect(second.receipt).toEqual(first.receipt);
    expect(second.results).toEqual(first.results);
    expect(await db.prepare('SELECT count(*) AS n FROM change').first('n')).toBe(1);
  });

  test('with the same id and another body is refused', async () => {
    const request = sealed([report()]);
    await managerA().sync(request);
    const response = await managerA().call('POST', '/api/sync', {
      protocol: 1, workbook: 'wb-of-m-managera', device: 'test', cursor: 0, scope: '', push: { id: request.push.id, mutations: [report()] },
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'push-id-reused' });
  });

  test('of two at the same time both are taken, one after reading again', async () => {
    const all = await Promise.all([1, 2, 3, 4].map((day) => director().push(create('contract', contract(`HT-${day}`, '千帆渡', `2026-0${day}-01`)))));
    expect(all.map((answer) => answer.results[0]!.status)).toEqual(Array(4).fill('accepted'));
    expect(new Set(all.map((answer) => answer.receipt!.number)).size).toBe(4);
    const { results } = await db.prepare('SELECT seq FROM change ORDER BY seq').all();
    expect(new Set(results.map((row) => row['seq'])).size).toBe(4);
    expect(await db.prepare("SELECT sum(sign) AS n FROM fact WHERE measure = 'new-customer'").first('n')).toBe(1);
  });
});
