// The chain as an administrator has it checked: whatever somebody with a hand in the database changes is found.

import { beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../http/secrets.ts';
import { bodyHashOf } from '../sync/chain.ts';
import { clientOf, db, found, freshId, idOf, keybookOrg, nameOf, otherOrg } from '../test-support/department.ts';
import { archive, create, edit, visitReport } from '../test-support/records.ts';
import { storedNow } from '../test-support/storage.ts';

beforeEach(() => found(keybookOrg, otherOrg));

interface Verification {
  ok: boolean;
  pushes: number;
  changes: number;
  records: number;
  head: string;
  broken: { what: string; push: string; at: string } | null;
  erased: number;
}

const verify = async (head?: string) => (await (await clientOf(idOf('admin')).call('GET', `/api/chain/verification${head === undefined ? '' : `?head=${head}`}`)).json()) as Verification;
const run = (statement: string) => db.prepare(statement).run();
const nth = (place: number) => `(SELECT id FROM push WHERE org = 'org-first' ORDER BY seq LIMIT 1 OFFSET ${place})`;

async function fourPushes() {
  const client = clientOf(idOf('managera'));
  const made = create('visit-report', visitReport(nameOf('managera'), '2026-10-12'));
  const kept = [(await client.push(made)).chain];
  for (const [place, text] of ['甲', '乙', '丙'].entries()) kept.push((await client.push(edit(made.record, 'issues_open', text, place + 1))).chain);
  return { kept, record: made.record };
}

test('as it was written it holds, and every head that was handed out is part of it', async () => {
  const { kept } = await fourPushes();
  expect(await verify()).toEqual({ ok: true, pushes: 4, changes: 4, records: 1, head: kept[3], broken: null, erased: 0 });
  for (const head of kept) expect((await verify(head)).ok).toBe(true);
});

test('an empty one holds too, and another organisation\'s is its own', async () => {
  expect(await verify()).toMatchObject({ ok: true, pushes: 0 });
  await fourPushes();
  expect(await (await clientOf('m-stranger').call('GET', '/api/chain/verification')).json()).toMatchObject({ ok: true, pushes: 0 });
});

test('only director, general manager and administrator have it checked', async () => {
  for (const part of ['managera', 'finance', 'hr', 'office', 'support', 'specialist'] as const) expect((await clientOf(idOf(part)).call('GET', '/api/chain/verification')).status).toBe(403);
  for (const part of ['director', 'gm'] as const) expect((await clientOf(idOf(part)).call('GET', '/api/chain/verification')).status).toBe(200);
  expect((await clientOf(idOf('admin')).call('GET', '/api/chain/verification?head=x')).status).toBe(422);
});

describe('is found', () => {
  test.each([
    ['a push that says another person did it', `UPDATE push SET member = 'm-managerb' WHERE id = ${nth(1)}`, 'tampered', 1],
    ['a push that says another time', `UPDATE push SET at = '2026-01-01 00:00:00' WHERE id = ${nth(1)}`, 'tampered', 1],
    ['a push that says another workbook', `UPDATE push SET workbook = 'wb-another-1' WHERE id = ${nth(1)}`, 'tampered', 1],
    ['a push whose feed hides a record', `UPDATE push SET feed = '[]', count = 0 WHERE id = ${nth(2)}`, 'tampered', 2],
    ['a push whose count hides its records', `UPDATE push SET count = 0 WHERE id = ${nth(2)}`, 'tampered', 2],
    ['a kept answer with other results', `UPDATE push SET answer = json_set(answer, '$.results[0].rev', 9) WHERE id = ${nth(1)}`, 'tampered', 1],
    ['a kept answer with another receipt', `UPDATE push SET answer = json_set(answer, '$.receipt.number', '20260101-01') WHERE id = ${nth(1)}`, 'tampered', 1],
    ['a kept answer that is gone', `UPDATE push SET answer = 'null' WHERE id = ${nth(1)}`, 'tampered', 1],
    ['a push with other digests', `UPDATE push SET digests = '[]' WHERE id = ${nth(1)}`, 'tampered', 1],
    ['a push whose digests cannot be read', `UPDATE push SET digests = '5' WHERE id = ${nth(1)}`, 'tampered', 1],
    ['a push with another link', `UPDATE push SET link = '${'0'.repeat(64)}' WHERE id = ${nth(1)}`, 'tampered', 1],
    ['a push that is gone', `DELETE FROM push WHERE id = ${nth(1)}`, 'removed', 1],
    ['the first push that is gone', `DELETE FROM push WHERE id = ${nth(0)}`, 'removed', 0],
    ['two pushes in another order', `UPDATE push SET seq = CASE seq WHEN 2 THEN 3 ELSE 2 END WHERE seq IN (2, 3)`, 'reordered', 1],
    ['the last push that is gone', `DELETE FROM push WHERE id = ${nth(3)}`, 'truncated', 2],
    ['a value of history that was changed', `UPDATE change SET patch = json_set(patch, '$.issues_open[1]', '假') WHERE seq = 2`, 'digest', 1],
    ['a digest that was changed', `UPDATE change SET digest = '${'0'.repeat(64)}' WHERE seq = 2`, 'digest', 1],
    ['a change under another name', `UPDATE change SET member = 'm-managerb' WHERE seq = 2`, 'digest', 1],
    ['a change that passes for erased', `UPDATE change SET patch = '{}', salt = NULL WHERE seq = 2`, 'digest', 1],
    ['a change that is gone', `DELETE FROM change WHERE seq = 2`, 'removed', 1],
  ])('%s', async (_name, statement, what, place) => {
    await fourPushes();
    const { results } = await db.prepare("SELECT id FROM push WHERE org = 'org-first' ORDER BY seq").all<{ id: string }>();
    await run(statement);
    const { ok, broken } = await verify();
    expect([ok, broken?.what]).toEqual([false, what]);
    if (what === 'tampered' || what === 'digest' || what === 'truncated') expect(broken?.push).toBe(results[place]!.id);
  });

  test('an end that was cut off together with the head, by the link that a workbook kept', async () => {
    const { kept, record } = await fourPushes();
    await run(`DELETE FROM change WHERE push = ${nth(3)}`);
    await run(`DELETE FROM push WHERE id = ${nth(3)}`);
    await run(`UPDATE org_head SET chain = '${kept[2]}', seq = 3 WHERE org = 'org-first'`);
    expect(await verify()).toMatchObject({ ok: false, broken: { what: 'unknown', record } });
    await run("UPDATE record SET seq = 3, rev = 3, fields = json_set(fields, '$.issues_open', '乙'), revs = json_set(revs, '$.issues_open', 3)");
    expect(await verify()).toMatchObject({ ok: true });
    expect(await verify(kept[2])).toMatchObject({ ok: true });
    expect(await verify(kept[3])).toMatchObject({ ok: false, broken: { what: 'truncated' } });
  });
});

describe('an erasure', () => {
  const secret = '13912345678';
  const erase = (record: string, body: object, part: 'director' | 'admin' | 'managera' | 'gm' = 'director') => clientOf(idOf(part)).call('POST', `/api/records/${record}/erasures`, body);
  const everything = async () => JSON.stringify(await storedNow());

  async function known() {
    const made = create('customer-archive', archive('千帆渡', { contact_phone: secret, senior_contacts: { a: { name: '王总', phone: secret, order: 1 } } } as never));
    await clientOf(idOf('managera')).push(made);
    await clientOf(idOf('director')).push(edit(made.record, 'contact_phone', '13800000001'));
    await clientOf(idOf('managera')).push(edit(made.record, 'contact_phone', `${secret}0`));
    await clientOf(idOf('managera')).push(edit(made.record, 'contact_phone', secret, 2), edit(made.record, 'business_scope', '电商', 2));
    return made.record;
  }
  const paths = ['contact_phone', 'senior_contacts/a/phone'];

  test('leaves no trace of the value anywhere, everything else as it was, and a chain that verifies', async () => {
    const record = await known();
    expect(await everything()).toContain(secret);
    const response = await erase(record, { paths, reason: '本人要求' });
    expect(response.status).toBe(201);
    expect(await everything()).not.toContain(secret);
    expect(await verify()).toMatchObject({ ok: true, broken: null, erased: 3 });
    const pulled = await clientOf(idOf('managera')).sync();
    expect(pulled.conflicts).toEqual([]);
    expect(pulled.changes[0]!.fields).toMatchObject({ customer_name: '千帆渡', senior_contacts: { a: { name: '王总' } } });
    expect(pulled.changes[0]!.fields).not.toHaveProperty('contact_phone');
    const detail = (await (await clientOf(idOf('director')).call('GET', `/api/records/${record}`)).json()) as { history: { kind: string; patch: Record<string, unknown> }[] };
    expect(detail.history.at(-1)).toMatchObject({ kind: 'erase', patch: { '@erased': [null, '本人要求'] } });
    expect(detail.history[0]!.patch).toMatchObject({ contact_phone: [null, null], customer_name: [null, '千帆渡'] });
  });

  test('leaves nothing by which a value could be tried that only a push said: a resend of it is known by its id', async () => {
    const made = create('customer-archive', archive('千帆渡'));
    const first = { id: freshId('p'), mutations: [made] };
    const other = { id: freshId('p'), mutations: [create('customer-archive', archive('星河教育'))] };
    // What is taken for the same customer is kept in no record, no history and no conflict.
    const same = { id: freshId('p'), mutations: [create('customer-archive', archive('千帆渡', { contact_phone: secret }))] };
    for (const push of [first, same]) await clientOf(idOf('managera')).sync({ push });
    await clientOf(idOf('managerb')).sync({ push: other });
    const hashOf = async ({ id }: { id: string }) => db.prepare('SELECT hash, salt FROM push WHERE id = ?').bind(id).first<{ hash: string; salt: string | null }>();
    const known = await hashOf(same);
    expect(known!.hash).toBe(await bodyHashOf(same, known!.salt!));
    expect((await erase(made.record, { paths: ['contact_phone'], reason: '本人要求' })).status).toBe(201);
    for (const push of [first, same]) expect((await hashOf(push))!.salt).toBeNull();
    expect([await sha256(JSON.stringify(same)), await bodyHashOf(same, '')]).not.toContain((await hashOf(same))!.hash);
    const resent = await clientOf(idOf('managera')).sync({ push: same });
    expect(resent.results).toMatchObject([{ status: 'duplicate', duplicateOf: made.record }]);
    const otherwise = { protocol: 1, workbook: 'wb-of-m-managerb', device: 'test', cursor: 0, scope: '', push: { ...other, mutations: [made] } };
    expect((await clientOf(idOf('managerb')).call('POST', '/api/sync', otherwise)).status).toBe(422);
    expect(await verify()).toMatchObject({ ok: true });
    // A push that says it again afterwards is worth another erasure; without one there is nothing left to erase.
    expect(await (await erase(made.record, { paths: ['contact_phone'], reason: '本人要求' })).json()).toMatchObject({ changes: 0 });
    const { pushes } = await verify();
    await clientOf(idOf('managera')).sync({ push: { ...same, id: freshId('p') } });
    await erase(made.record, { paths: ['contact_phone'], reason: '本人要求' });
    expect((await verify()).pushes).toBe(pushes + 2);
  });

  test('of a record that is deleted, and a second one, hold as well', async () => {
    const record = await known();
    await erase(record, { paths: ['contact_phone'], reason: '一' });
    const { rev } = ((await (await clientOf(idOf('director')).call('GET', `/api/records/${record}`)).json()) as { record: { rev: number } }).record;
    await clientOf(idOf('director')).push({ kind: 'delete', record, baseRev: rev });
    expect((await erase(record, { paths, reason: '二' }, 'admin')).status).toBe(201);
    expect(await everything()).not.toContain(secret);
    expect(await verify()).toMatchObject({ ok: true });
  });

  test('does not hide a change: what is left is under a digest of its own', async () => {
    const record = await known();
    await erase(record, { paths, reason: '本人要求' });
    await run("UPDATE change SET patch = json_set(patch, '$.customer_name[1]', '假') WHERE seq = 1");
    expect(await verify()).toMatchObject({ ok: false, broken: { what: 'digest' } });
  });

  test('is for personal fields alone, and for director and administrator', async () => {
    const record = await known();
    expect((await erase(record, { paths: ['customer_name'], reason: 'x' })).status).toBe(422);
    expect((await erase(record, { paths, reason: '' })).status).toBe(422);
    expect((await erase(record, { paths, reason: 'x' }, 'managera')).status).toBe(403);
    expect((await erase(record, { paths, reason: 'x' }, 'gm')).status).toBe(403);
    expect((await erase('r-nowhere-1', { paths, reason: 'x' })).status).toBe(404);
    expect((await clientOf('m-stranger').call('POST', `/api/records/${record}/erasures`, { paths, reason: 'x' })).status).toBe(404);
  });
});
