import { beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '../../domain/values/day.ts';
import { clientOf, db, found, freshId, idOf, keybookOrg, nameOf, otherOrg } from '../test-support/department.ts';
import { archive, contract, create, edit, visitReport } from '../test-support/records.ts';

beforeEach(() => found(keybookOrg, otherOrg));

const managerA = () => clientOf(idOf('managera'));
const director = () => clientOf(idOf('director'));
const reports = (count: number) => Array.from({ length: count }, (_, place) => create('visit-report', visitReport(nameOf('managera'), addDays('2022-01-01', place)), freshId()));

describe('snapshots and changes (step 7)', () => {
  test('more than a page of records comes page by page, and what changes meanwhile comes after', async () => {
    const all = reports(700);
    await managerA().push(...all.slice(0, 400));
    await managerA().push(...all.slice(400));
    const reader = director();
    const first = await reader.sync();
    expect([first.changes.length, first.more, first.snapshot]).toEqual([500, true, true]);
    await managerA().push(edit(all[0]!.record, 'issues_open', '页间改动'));
    const second = await reader.sync({ cursor: first.cursor, scope: first.scope, after: first.after });
    expect([second.changes.length, second.more, second.cursor]).toEqual([200, false, first.cursor]);
    const third = await reader.sync({ cursor: second.cursor, scope: second.scope });
    expect(third.changes.map((record) => record.record)).toEqual([all[0]!.record]);
    expect(third.snapshot).toBe(false);
  });

  test('more than a page of changes comes push by push without loss', async () => {
    const reader = director();
    let { cursor, scope } = await reader.sync();
    await managerA().push(create('visit-report', visitReport(nameOf('managera'), '2021-01-01')));
    ({ cursor, scope } = await reader.sync({ cursor: 0 }));
    const all = reports(1200);
    for (let from = 0; from < 1200; from += 400) await managerA().push(...all.slice(from, from + 400));
    const seen = new Set<string>();
    for (let more = true; more; ) {
      const answer = await reader.sync({ cursor, scope });
      for (const record of answer.changes) seen.add(record.record);
      expect(answer.snapshot).toBe(false);
      ({ cursor, more } = answer);
    }
    expect(seen.size).toBe(1200);
  });

  test('a change of rights asks for a snapshot', async () => {
    const client = clientOf(idOf('managerb'));
    await director().push(create('contract', contract('HT-1', '千帆渡', '2026-03-01')));
    const before = await client.sync();
    expect(before.changes).toEqual([]);
    await db.prepare("INSERT INTO assignment (org, customer, kind, member, since) VALUES ('org-first', 'cu-qianfandu', 'specialist', ?, '2026-01-01')").bind(idOf('managerb')).run();
    const after = await client.sync({ cursor: before.cursor, scope: before.scope });
    expect([after.snapshot, after.changes.length]).toEqual([true, 1]);
    expect(after.scope).not.toBe(before.scope);
  });

  test('a record that goes to somebody else has left, one that was never seen has not', async () => {
    const made = create('sales', { day: '2026-09-03', customer: '百草笺', kind: '结算', amount: 500_000, member: nameOf('specialist') });
    const unseen = create('sales', { day: '2026-09-04', customer: '百草笺', kind: '结算', amount: 600_000, member: nameOf('managerb') });
    await director().push(made, unseen);
    const specialist = clientOf(idOf('specialist'));
    const first = await specialist.sync();
    expect(first.changes.map((record) => record.record)).toEqual([made.record]);
    await director().push(edit(made.record, 'member', nameOf('managerb')), edit(unseen.record, 'amount', 700_000));
    const second = await specialist.sync({ cursor: first.cursor, scope: first.scope });
    expect([second.changes, second.left]).toEqual([[], [made.record]]);
  });

  test('a deleted record comes as deleted to who had it, also where they ask for everything again, and not to who had nothing', async () => {
    const made = reports(1)[0]!;
    await managerA().push(made);
    const reader = director();
    const first = await reader.sync();
    await managerA().push({ kind: 'delete', record: made.record, baseRev: 1 });
    const second = await reader.sync({ cursor: first.cursor, scope: first.scope });
    expect(second.changes).toMatchObject([{ record: made.record, deleted: true }]);
    const again = await reader.sync({ cursor: first.cursor, scope: '' });
    expect([again.snapshot, again.changes.map(({ record, deleted }) => [record, deleted])]).toEqual([true, [[made.record, true]]]);
    expect((await reader.sync({ cursor: second.cursor, scope: '' })).changes).toEqual([]);
    expect((await reader.sync()).changes).toEqual([]);
  });
});

describe('masks', () => {
  test('contacts are shown to who deals with the customer; personnel and finance have no archive at all', async () => {
    await managerA().push(create('customer-archive', archive('千帆渡')));
    expect((await director().sync()).changes[0]!.fields).toHaveProperty('contact_phone');
    for (const part of ['hr', 'finance', 'office'] as const) expect((await clientOf(idOf(part)).sync()).changes).toEqual([]);
  });

  test('a viewer with none of those roles gets a masked record, and cannot write what it does not see', async () => {
    const { maskFields } = await import('../../domain/protocol/visibility.ts');
    const { customerArchive } = await import('../../domain/forms/customer-archive.ts');
    const viewer = { member: 'm-hr', department: 'dep', roles: ['hr' as const], customers: new Set<string>() };
    const shown = maskFields(customerArchive, archive('千帆渡'), [viewer]);
    expect(shown.masked).toEqual(['contact_phone']);
    expect(shown.fields).not.toHaveProperty('contact_phone');
  });
});

describe('the workbook (step 8)', () => {
  const body = { protocol: 1, device: 'test', cursor: 0, scope: '', push: null, workbook: 'wb-shared-1' };
  const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];

  test('of another organisation is refused', async () => {
    await clientOf('m-stranger').call('POST', '/api/sync', body);
    expect(await codeOf(await managerA().call('POST', '/api/sync', body))).toEqual([409, 'workbook-of-another-org']);
  });

  test('keeps the audience of its first sync', async () => {
    await director().call('POST', '/api/sync', { ...body, audience: { kind: 'member', id: idOf('director') } });
    const response = await director().call('POST', '/api/sync', { ...body, audience: { kind: 'department', id: 'dep-keyaccounts' } });
    expect(await codeOf(response)).toEqual([409, 'workbook-bound']);
  });

  test('may only be for oneself or the own department', async () => {
    const response = await managerA().call('POST', '/api/sync', { ...body, audience: { kind: 'member', id: idOf('managerb') } });
    expect(await codeOf(response)).toEqual([403, 'audience-not-yours']);
  });

  test('of a manager shows the director only what the manager may see, too', async () => {
    await director().push(create('contract', contract('HT-1', '千帆渡', '2026-03-01')), create('contract', contract('HT-2', '星河教育', '2026-03-01')));
    await clientOf(idOf('managera'), { workbook: 'wb-of-manager' }).sync();
    const opened = await clientOf(idOf('director'), { workbook: 'wb-of-manager' }).sync();
    expect(opened.audience).toEqual({ kind: 'member', id: idOf('managera') });
    expect(opened.changes.map((record) => record.fields['contract_no'])).toEqual(['HT-1']);
  });

  test('is told of what the director writes in it that the manager may not see, also when it is sent again', async () => {
    const { scope, cursor } = await clientOf(idOf('managera'), { workbook: 'wb-of-manager' }).sync();
    const opened = clientOf(idOf('director'), { workbook: 'wb-of-manager' });
    const [own, mine] = [create('visit-report', visitReport(nameOf('director'), '2026-11-03')), create('visit-report', visitReport(nameOf('managera'), '2026-11-03'))];
    const push = { id: freshId(), mutations: [own, mine] };
    for (const answer of [await opened.sync({ cursor, scope, push }), await opened.sync({ cursor, scope, push })]) {
      expect(answer.results.map(({ record, status, hidden }) => [record, status, hidden])).toEqual([[own.record, 'accepted', true], [mine.record, 'accepted', undefined]]);
      expect(answer.changes.map(({ record }) => record)).toEqual([mine.record]);
    }
  });

  test('is told so too where its copy resends what another file has sent', async () => {
    const push = { id: freshId(), mutations: [create('visit-report', visitReport(nameOf('director'), '2026-11-04'))] };
    const first = await director().sync({ push });
    expect(first.results.map(({ hidden }) => hidden)).toEqual([undefined]);
    await clientOf(idOf('managera'), { workbook: 'wb-of-manager' }).sync();
    const again = await clientOf(idOf('director'), { workbook: 'wb-of-manager' }).sync({ push });
    expect(again.results.map(({ record, status, hidden }) => [record, status, hidden])).toEqual([[push.mutations[0]!.record, 'accepted', true]]);
  });

  test('of a department shows each person what they may see', async () => {
    await director().push(create('contract', contract('HT-1', '千帆渡', '2026-03-01')), create('contract', contract('HT-2', '星河教育', '2026-03-01')));
    const audience = { kind: 'department' as const, id: 'dep-keyaccounts' };
    expect((await clientOf(idOf('director'), { workbook: 'wb-department' }).sync({ audience })).changes).toHaveLength(2);
    expect((await clientOf(idOf('managera'), { workbook: 'wb-department' }).sync({ audience })).changes).toHaveLength(1);
  });
});
