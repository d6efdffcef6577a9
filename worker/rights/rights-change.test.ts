// Rights that change: a customer handed over on a day, another role or department, an assigned specialist. What is no
// longer in sight is named and not sent; what was credited stays where it was.

import { beforeEach, describe, expect, test } from 'vitest';
import type { SyncAnswer } from '../../domain/protocol/messages.ts';
import { addDays } from '../../domain/values/day.ts';
import { clientOf, db, found, idOf, keybookOrg, nameOf, otherOrg, startOfTest } from '../test-support/department.ts';
import type { Part } from '../test-support/department.ts';
import { archive, contract, create, edit, receipt, visitReport } from '../test-support/records.ts';

const secondDepartment = { ...keybookOrg, departments: [...keybookOrg.departments, { id: 'dep-second', name: '第二大客户部' }] };
beforeEach(() => found(secondDepartment, otherOrg));

const client = (part: Part, workbook?: string) => clientOf(idOf(part), workbook === undefined ? {} : { workbook });
const assign = (body: object, part: Part = 'director', customer = 'cu-qianfandu') => client(part).call('POST', `/api/customers/${customer}/assignments`, body);
const patch = (member: Part, body: object, part: Part = 'gm') => client(part).call('PATCH', `/api/members/${idOf(member)}`, body);
const since = ({ cursor, scope }: Pick<SyncAnswer, 'cursor' | 'scope'>) => ({ cursor, scope });
const idsOf = (answer: SyncAnswer) => answer.changes.map(({ record }) => record).sort();
const factsOf = async () => (await db.prepare('SELECT member, posted, measure, sum(amount) AS amount FROM fact GROUP BY member, posted, measure ORDER BY member, posted, measure').all()).results;
const today = '2026-10-16';

async function handedOver(from = today) {
  const made = [create('contract', contract('HT-1', '千帆渡', '2026-03-01')), create('receipt', receipt('HT-1', '2026-09-01', 50_000)), create('customer-archive', archive('千帆渡'))];
  await client('director').push(made[0]!, made[2]!);
  await client('finance').push(made[1]!);
  const [before, other] = [await client('managera').sync(), await client('managerb').sync()];
  const facts = await factsOf();
  const response = await assign({ kind: 'owner', member: idOf('managerb'), since: from });
  return { ids: made.map(({ record }) => record).sort(), before, other, facts, response };
}

describe('a customer handed over', () => {
  test('is named as left to the one who had it, without a word of content, and comes to the other', async () => {
    const { ids, before, other, response } = await handedOver();
    expect(response.status).toBe(201);
    expect(idsOf(before)).toEqual(ids);
    const after = await client('managera').sync(since(before));
    expect([after.changes, [...after.left].sort(), after.snapshot, after.more]).toEqual([[], ids, true, false]);
    const gained = await client('managerb').sync(since(other));
    expect([idsOf(gained), gained.left, gained.snapshot]).toEqual([ids, [], true]);
    expect((await client('managera').push(edit(ids[0]!, 'remark', '还想改'))).results[0]).toMatchObject({ status: 'rejected', problems: [{ code: 'not-found' }] });
  });

  test('leaves every fact with whom it was credited to; what is accepted afterwards is the other\'s', async () => {
    const { facts } = await handedOver();
    expect(await factsOf()).toEqual(facts);
    await client('director').push(create('contract', contract('HT-9', '千帆渡', '2026-10-16', 777)));
    const credited = await db.prepare("SELECT member FROM fact WHERE amount = 777").first('member');
    expect(credited).toBe(idOf('managerb'));
    expect((await factsOf()).filter(({ member }) => member === idOf('managera'))).toEqual(facts.filter(({ member }) => member === idOf('managera')));
  });

  test('on a day to come changes hands on that day, without anybody\'s doing', async () => {
    const { ids, before, other } = await handedOver('2026-10-20');
    expect((await client('managera').sync(since(before))).left).toEqual([]);
    expect((await client('managerb').sync(since(other))).changes).toEqual([]);
    const then = { clock: () => startOfTest + 4 * 86_400_000 };
    expect([...(await clientOf(idOf('managera'), then).sync(since(before))).left].sort()).toEqual(ids);
    expect(idsOf(await clientOf(idOf('managerb'), then).sync(since(other)))).toEqual(ids);
  });

  test('does not name what came only afterwards, nor anything to a workbook that never had it', async () => {
    const { ids, before } = await handedOver();
    await client('managerb').push(create('contract', contract('HT-2', '千帆渡', '2026-10-16')));
    expect([...(await client('managera').sync(since(before))).left].sort()).toEqual(ids);
    expect((await client('managera', 'wb-brand-new-1').sync()).left).toEqual([]);
  });

  test('is one link of the chain, and refused to whoever may not', async () => {
    const { before } = await handedOver();
    expect((await client('director').sync()).chain).not.toBe(before.chain);
    expect((await assign({ kind: 'owner', member: idOf('managera'), since: today }, 'managera')).status).toBe(403);
    expect((await assign({ kind: 'owner', member: 'm-stranger', since: today })).status).toBe(422);
    expect((await assign({ kind: 'owner', member: idOf('managera'), since: today }, 'director', 'cu-none')).status).toBe(404);
    expect((await assign({ kind: 'owner', member: idOf('managera'), since: '2026-05-01' })).status).toBe(409);
    expect(await (await client('director').call('GET', '/api/scorecards/m-managera?period=2026-10')).json()).toMatchObject({});
  });

  test('twice to the same person is one change', async () => {
    await handedOver();
    const seq = await db.prepare("SELECT seq FROM org_head WHERE org = 'org-first'").first('seq');
    await assign({ kind: 'owner', member: idOf('managerb'), since: today });
    expect(await db.prepare("SELECT seq FROM org_head WHERE org = 'org-first'").first('seq')).toBe(seq);
  });

  test('for the first time credits what counted for nobody', async () => {
    await client('director').push(create('contract', contract('HT-3', '百草笺', '2026-03-01', 900)));
    expect(await db.prepare("SELECT sum(amount) AS n FROM fact WHERE member = '' AND measure = 'contract-amount'").first('n')).toBe(900);
    expect((await assign({ kind: 'owner', member: idOf('managera'), since: '2026-01-01' }, 'director', 'cu-baicao')).status).toBe(201);
    expect(await factsOf()).toEqual(expect.arrayContaining([{ member: idOf('managera'), posted: '2026-03', measure: 'contract-amount', amount: 900 }]));
    expect(await db.prepare("SELECT sum(amount) AS n FROM fact WHERE member = '' AND measure = 'contract-amount'").first('n')).toBe(0);
  });
});

describe('a specialist', () => {
  test('who is assigned sees the customer with the next pull, and no longer after the last day', async () => {
    const made = create('customer-archive', archive('星河教育'));
    await client('director').push(made);
    const before = await client('specialist').sync();
    expect(idsOf(before)).toEqual([]);
    await assign({ kind: 'specialist', member: idOf('specialist'), since: today }, 'director', 'cu-xinghe');
    const during = await client('specialist').sync(since(before));
    expect(idsOf(during)).toEqual([made.record]);
    await assign({ kind: 'specialist', member: idOf('specialist'), since: today, until: today }, 'director', 'cu-xinghe');
    const tomorrow = clientOf(idOf('specialist'), { clock: () => startOfTest + 86_400_000 });
    expect((await tomorrow.sync(since(during))).left).toEqual([made.record]);
  });
});

describe('a member', () => {
  test('who becomes director sees the department, and what was seen as director leaves with the role', async () => {
    const made = create('contract', contract('HT-5', '星河教育', '2026-03-01'));
    await client('director').push(made);
    const before = await client('managera').sync();
    expect((await patch('managera', { roles: ['director'] })).status).toBe(200);
    const during = await client('managera').sync(since(before));
    expect(idsOf(during)).toContain(made.record);
    const back = await patch('managera', { roles: ['manager'], from: addDays(today, 1) });
    expect(((await back.json()) as { member: { held: object[] } }).member.held).toEqual(expect.arrayContaining([{ role: 'director', from: today, until: today }]));
    const tomorrow = clientOf(idOf('managera'), { clock: () => startOfTest + 86_400_000 });
    expect((await tomorrow.sync(since(during))).left).toContain(made.record);
  });

  test('who goes to another department takes their records along: its workbook gets them, the old one names them as left', async () => {
    const made = [create('customer-archive', archive('千帆渡')), create('visit-report', visitReport(nameOf('managera'), '2026-10-12'))];
    await client('managera').push(...made);
    const audience = { kind: 'department' as const, id: 'dep-keyaccounts' };
    const old = await client('director', 'wb-of-first-dept').sync({ audience });
    expect(idsOf(old)).toEqual(made.map(({ record }) => record).sort());
    await patch('office', { roles: ['director'], department: 'dep-second' });
    const theirs = await client('office', 'wb-of-second-dept').sync({ audience: { kind: 'department', id: 'dep-second' } });
    expect(idsOf(theirs)).toEqual([]);
    expect((await patch('managera', { department: 'dep-second' })).status).toBe(200);
    const left = await client('director', 'wb-of-first-dept').sync(since(old));
    expect([left.changes, [...left.left].sort()]).toEqual([[], made.map(({ record }) => record).sort()]);
    expect(idsOf(await client('office', 'wb-of-second-dept').sync(since(theirs)))).toEqual(made.map(({ record }) => record).sort());
    expect(idsOf(await client('managera').sync())).toEqual(made.map(({ record }) => record).sort());
  });

  test('does not go to another department while a customer is to be handed over across it: each such plan is named', async () => {
    await handedOver('2026-10-20');
    for (const part of ['managera', 'managerb'] as const) {
      const refused = await patch(part, { department: 'dep-second' });
      expect(refused.status).toBe(409);
      expect(await refused.json()).toMatchObject({ code: 'handover-planned', errors: [{ at: '千帆渡网络科技有限公司', message: `2026-10-20 ${nameOf('managerb')}` }] });
    }
    expect((await patch('specialist', { department: 'dep-second' })).status).toBe(200);
    expect((await assign({ kind: 'owner', member: idOf('managera'), since: '2026-10-20' })).status).toBe(201);
    expect((await patch('managerb', { department: 'dep-second' })).status).toBe(200);
  });

  test('goes once the day of the handover has come', async () => {
    await handedOver('2026-10-20');
    const then = clientOf(idOf('gm'), { clock: () => startOfTest + 4 * 86_400_000 });
    expect((await then.call('PATCH', `/api/members/${idOf('managerb')}`, { department: 'dep-second' })).status).toBe(200);
    expect((await db.prepare('SELECT DISTINCT department FROM record').all()).results).toEqual([{ department: 'dep-second' }]);
  });

  test('is changed by whoever may, and nothing above their own rank is given', async () => {
    for (const part of ['managera', 'finance', 'hr'] as const) expect((await patch('managerb', { post: '高级经理' }, part)).status).toBe(403);
    expect((await patch('managerb', { roles: ['gm'] }, 'director')).status).toBe(403);
    expect((await patch('gm', { post: 'x' }, 'director')).status).toBe(403);
    expect((await patch('managerb', { department: 'dep-elsewhere' })).status).toBe(422);
    expect((await patch('managerb', { department: 'dep-second', from: '2026-12-01' })).status).toBe(422);
    expect((await client('gm').call('PATCH', '/api/members/m-stranger', { post: 'x' })).status).toBe(404);
    expect((await patch('managerb', { post: '高级经理' }, 'director')).status).toBe(200);
  });
});

test('a change of rights is news for whom it concerns, and for nobody else more than a look', async () => {
  const { before, other } = await handedOver();
  const newsOf = async (part: Part, { cursor, scope }: SyncAnswer) => (await client(part).call('GET', `/api/news?cursor=${cursor}&scope=${scope}`)).json();
  expect(await newsOf('managera', before)).toMatchObject({ rights: true, count: 0 });
  expect(await newsOf('managerb', other)).toMatchObject({ rights: true });
  const hr = await client('hr').sync();
  await assign({ kind: 'specialist', member: idOf('specialist'), since: today }, 'director', 'cu-xinghe');
  expect(await newsOf('hr', hr)).toMatchObject({ rights: false, count: 0, changes: [] });
});

test('a new workbook starts from a paged snapshot, whatever the history', async () => {
  const made = Array.from({ length: 3 }, (_, place) => Array.from({ length: 210 }, (_, day) => create('visit-report', visitReport(nameOf('managera'), addDays(`202${place + 3}-01-01`, day)))));
  for (const mutations of made) await client('managera').push(...mutations);
  const early = client('director', 'wb-brand-new-1');
  await early.sync();
  for (const mutations of made) await client('managera').push(...mutations.map(({ record }) => edit(record, 'issues_open', '改')));
  const fresh = client('director', 'wb-brand-new-2');
  const first = await fresh.sync();
  expect([first.snapshot, first.more, first.changes.length]).toEqual([true, true, 500]);
  expect(fresh.counters().rowsRead).toBe(early.counters().rowsRead);
  const rest = await fresh.sync({ cursor: first.cursor, scope: first.scope, after: first.after });
  expect([rest.snapshot, rest.more, rest.changes.length]).toEqual([true, false, 130]);
});
