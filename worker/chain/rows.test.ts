// Each record's row against its history: whatever somebody with a hand in the database changes in a record, or in what is
// said of it, is found, with the record and the field.

import { beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '../../domain/values/day.ts';
import { clientOf, db, found, idOf, keybookOrg, nameOf, otherOrg } from '../test-support/department.ts';
import type { Client, Part } from '../test-support/department.ts';
import { archive, contract, create, edit, receipt, visitReport } from '../test-support/records.ts';
import { goBackTo, storedNow } from '../test-support/storage.ts';
import type { Stored } from '../test-support/storage.ts';

beforeEach(() => found({ ...keybookOrg, departments: [...keybookOrg.departments, { id: 'dep-second', name: '第二大客户部' }] }, otherOrg));

interface Verification {
  ok: boolean;
  changes: number;
  records: number;
  broken: { what: string; record?: string; field?: string; push: string; at: string } | null;
}

const client = (part: Part) => clientOf(idOf(part));
const verifyBy = async (by: Client) => (await (await by.call('GET', '/api/chain/verification')).json()) as Verification;
const verify = () => verifyBy(client('admin'));
const run = async (statement: string, ...values: unknown[]) => expect((await db.prepare(statement).bind(...values).run()).meta.changes).toBeGreaterThan(0);

/** A department's everyday: merges, conflicts and their decisions, rows of tables, deletions, a restore, late names, other keys, erasures, a handover. */
async function lived() {
  const [a, d] = [client('managera'), client('director')];
  const report = create('visit-report', visitReport(nameOf('managera'), '2026-10-12', '千帆渡', { issues_open: '原文' }));
  const customer = create('customer-archive', archive('千帆渡', { senior_contacts: { a: { name: '王总', phone: '13912345678', order: 1 } } } as never));
  const deal = create('contract', contract('HT-1', '千帆渡', '2026-03-01'));
  const late = create('sales', { day: '2026-09-03', customer: '还没有的公司', kind: '结算', amount: 500_000, member: nameOf('managera') });
  const gone = create('visit-report', visitReport(nameOf('managera'), '2026-10-13'));
  const back = create('visit-report', visitReport(nameOf('managera'), '2026-10-14'));
  await a.push(report, customer, gone, back);
  await d.push(deal, late);
  await client('finance').push(create('receipt', receipt('HT-1', '2026-09-01', 50_000)));
  await d.push(edit(report.record, 'issues_open', '总监的'), edit(report.record, 'visits/v1/summary', '总监补充'));
  await a.push(edit(report.record, 'issues_handled', '同时写的'), edit(report.record, 'visits/v2/summary', '又去', 1), edit(report.record, 'visits/v2/order', 2, 1));
  const [conflict] = (await a.push(edit(report.record, 'issues_open', '经理的', 1))).conflicts!;
  await d.push({ kind: 'decide', record: report.record, conflict: conflict!.id, baseRev: conflict!.rev, to: '经理的' });
  for (const column of ['item', 'amount', 'order']) await a.push(edit(report.record, `expenses/e1/${column}`, null, 99));
  await a.push({ kind: 'delete', record: gone.record, baseRev: 1 }, { kind: 'delete', record: back.record, baseRev: 1 });
  await a.push({ kind: 'restore', record: back.record, baseRev: 2 });
  await a.push(edit(back.record, 'report_date', '2026-10-15', 9));
  await d.push(create('customer-archive', archive('还没有的公司')));
  await d.push(edit(deal.record, 'contract_no', 'HT-1A', 9));
  const erased = await d.call('POST', `/api/records/${customer.record}/erasures`, { paths: ['contact_phone', 'senior_contacts/a/phone'], reason: '本人要求' });
  expect(erased.status).toBe(201);
  await a.push(edit(customer.record, 'contact_phone', '13800000002', 9));
  expect((await d.call('POST', '/api/customers/cu-qianfandu/assignments', { kind: 'owner', member: idOf('managerb'), since: '2026-10-16' })).status).toBe(201);
  expect((await client('gm').call('PATCH', `/api/members/${idOf('managera')}`, { department: 'dep-second' })).status).toBe(200);
  return { report: report.record, customer: customer.record, deal: deal.record, late: late.record, gone: gone.record, back: back.record };
}

let once: { readonly names: Names; readonly stored: Stored } | undefined;

/** As it was lived, which takes its time, or the same again. */
async function everyday(): Promise<Names> {
  if (once) await goBackTo(once.stored);
  else once = { names: await lived(), stored: await storedNow() };
  return once.names;
}

type Names = Awaited<ReturnType<typeof lived>>;

describe('an untouched organisation', () => {
  test('holds after everything a department does, and says how many records it has compared', async () => {
    await everyday();
    const kinds = (await db.prepare('SELECT DISTINCT kind FROM change').all<{ kind: string }>()).results.map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['assign', 'create', 'decide', 'delete', 'edit', 'erase', 'restate', 'restore', 'rights']);
    expect(await verify()).toMatchObject({ ok: true, broken: null, records: await db.prepare('SELECT count(*) AS n FROM record').first('n') });
  });

  test('of more than a page is read page by page: no statement reads more than a page, and nothing twice', async () => {
    const made = Array.from({ length: 1_200 }, (_, place) => create('visit-report', visitReport(nameOf('managera'), addDays('2020-01-01', place))));
    for (let from = 0; from < made.length; from += 400) await client('managera').push(...made.slice(from, from + 400));
    await client('managera').push(...made.slice(0, 400).map(({ record }) => edit(record, 'issues_open', '改')));
    const admin = client('admin');
    expect(await verifyBy(admin)).toMatchObject({ ok: true, changes: 1_600, records: 1_200 });
    // A change and its record's row; a record and the change it comes from.
    expect(admin.counters().rowsRead).toBeLessThan(2 * 1_600 + 2 * 1_200 + 100);
    expect(admin.counters().statements).toBeLessThanOrEqual(12);
    await run("UPDATE record SET fields = json_set(fields, '$.issues_open', '假') WHERE id = ?", made[399]!.record);
    expect((await verify()).broken).toMatchObject({ what: 'row', record: made[399]!.record, field: 'issues_open' });
  });

  test('that is written to while it is verified holds', async () => {
    const { report, back } = await everyday();
    let isWritten = false;
    const database = {
      prepare: (text: string) => db.prepare(text),
      batch: async (statements: D1PreparedStatement[]) => {
        const answer = await db.batch(statements);
        // After the head was read.
        if (!isWritten && JSON.stringify(answer).includes('"chain"')) {
          isWritten = true;
          await client('director').push(edit(report, 'issues_open', '其间', 99), edit(back, 'report_date', '2026-10-17', 99), create('contract', contract('HT-9', '千帆渡', '2026-03-01')));
        }
        return answer;
      },
    } as unknown as D1Database;
    expect(await verifyBy(clientOf(idOf('admin'), { database }))).toMatchObject({ ok: true });
    expect(isWritten).toBe(true);
    expect(await verify()).toMatchObject({ ok: true });
  });
});

/** A row like one of the record's, with some columns otherwise. */
async function copyOf(table: 'record' | 'change', record: string, otherwise: Record<string, string>) {
  const names = (await db.prepare(`SELECT name FROM pragma_table_info('${table}')`).all<{ name: string }>()).results.map(({ name }) => name);
  const list = (values: string[]) => values.join(', ');
  await run(`INSERT INTO ${table} (${list(names.map((name) => `"${name}"`))}) SELECT ${list(names.map((name) => otherwise[name] ?? `"${name}"`))}
    FROM ${table} WHERE ${table === 'record' ? 'id' : 'record'} = ? ORDER BY seq DESC LIMIT 1`, record);
}

describe('is found, with record and field', () => {
  test.each<[string, string, keyof Names, string, string | undefined]>([
    ['a value', "UPDATE record SET fields = json_set(fields, '$.issues_open', '假') WHERE id = ?", 'report', 'row', 'issues_open'],
    ['a value in a row of a table', "UPDATE record SET fields = json_set(fields, '$.visits.v1.summary', '假') WHERE id = ?", 'report', 'row', 'visits/v1/summary'],
    ['a value that was added', "UPDATE record SET fields = json_set(fields, '$.remark', '假') WHERE id = ?", 'report', 'row', 'remark'],
    ['a value that was taken out', "UPDATE record SET fields = json_remove(fields, '$.issues_handled') WHERE id = ?", 'report', 'row', 'issues_handled'],
    ['an amount', "UPDATE record SET fields = json_set(fields, '$.amount', 9) WHERE id = ?", 'deal', 'row', 'amount'],
    ['an erased value that was put back', "UPDATE record SET fields = json_set(fields, '$.senior_contacts.a.phone', '13912345678') WHERE id = ?", 'customer', 'row', 'senior_contacts/a/phone'],
    ['a row of a table that makes no sense', "UPDATE record SET fields = json_set(fields, '$.visits.v1', NULL) WHERE id = ?", 'report', 'row', '@fields'],
    ['no content at all', "UPDATE record SET fields = 'nothing' WHERE id = ?", 'report', 'row', '@fields'],
    ['a deletion that was undone', 'UPDATE record SET deleted = 0 WHERE id = ?', 'gone', 'row', '@deleted'],
    ['a deletion', 'UPDATE record SET deleted = 1 WHERE id = ?', 'late', 'row', '@deleted'],
    ['a version set back', 'UPDATE record SET rev = 1 WHERE id = ?', 'report', 'row', '@rev'],
    ['a version of a field set back', "UPDATE record SET revs = json_set(revs, '$.issues_open', 1) WHERE id = ?", 'report', 'row', 'issues_open'],
    ['a place in the order set back', 'UPDATE record SET seq = (SELECT min(seq) FROM change WHERE record = record.id) WHERE id = ?', 'report', 'row', '@seq'],
    ['a place in the order to come', 'UPDATE record SET seq = 1000000 WHERE id = ?', 'report', 'unknown', undefined],
    ['another key', "UPDATE record SET natural = 'contract:[\"x\"]' WHERE id = ?", 'deal', 'row', '@natural'],
    ['another form', "UPDATE record SET form = 'receipt' WHERE id = ?", 'deal', 'row', '@form'],
    ['another hand', "UPDATE record SET member = 'm-managerb' WHERE id = ?", 'gone', 'row', '@member'],
    ['another time', "UPDATE record SET at = '2026-01-01 00:00:00' WHERE id = ?", 'gone', 'row', '@at'],
    ['a record that was removed', 'DELETE FROM record WHERE id = ?', 'report', 'gone', undefined],
    ['a record with another key that was removed', 'DELETE FROM record WHERE id = ?', 'deal', 'gone', undefined],
    ['a change under another key', "UPDATE change SET natural = 'visit-report:[\"x\"]' WHERE record = ? AND rev = 2", 'report', 'digest', undefined],
    ['a change that leads elsewhere', 'UPDATE change SET prev = 1 WHERE record = ? AND rev = 3', 'report', 'digest', undefined],
    ['a change that begins anew', 'UPDATE change SET prev = NULL, before = NULL WHERE record = ? AND rev = 3', 'report', 'digest', undefined],
  ])('%s', async (_name, statement, which, what, field) => {
    const names = await everyday();
    await run(statement, names[which]);
    expect(await verify()).toMatchObject({ ok: false, broken: { what, record: names[which], ...(field === undefined ? {} : { field }), at: expect.stringMatching(/^2026-/) } });
  });

  test.each([
    ['its value', "UPDATE change SET patch = json_set(patch, '$.issues_open[1]', '假') WHERE record = ? AND rev = 2", 'digest'],
    ['its value, which cannot be read any more', "UPDATE change SET patch = 'nothing' WHERE record = ? AND rev = 2", 'digest'],
    ['its value, which makes no sense any more', "UPDATE change SET patch = '{\"issues_open\":5}' WHERE record = ? AND rev = 2", 'digest'],
    ['all of it', 'DELETE FROM change WHERE record = ? AND rev = 2', 'removed'],
    ['the last of them', 'DELETE FROM change WHERE record = ? AND seq = (SELECT seq FROM record r WHERE r.id = change.record)', 'removed'],
    ['what kind it is', "UPDATE change SET kind = 'decide' WHERE record = ? AND rev = 2", 'digest'],
    ['whose it made the record', `UPDATE change SET owners = '[null,"m-managerb"]' WHERE record = ? AND rev = 2`, 'digest'],
    ['the device', "UPDATE change SET device = 'another' WHERE record = ? AND rev = 2", 'digest'],
  ])('a change of a record: %s', async (_name, statement, what) => {
    const { report } = await everyday();
    await run(statement, report);
    expect(await verify()).toMatchObject({ ok: false, broken: { what, ...(what === 'digest' ? { record: report } : {}) } });
  });

  test.each([
    ['that no change knows', null],
    ['with a change of its own that no link knows', "SELECT seq FROM org_head WHERE org = 'org-first'"],
    ['with a change of its own beyond the end', "SELECT seq + 1000 FROM org_head WHERE org = 'org-first'"],
  ])('an added record %s', async (_name, seq) => {
    const { deal } = await everyday();
    await copyOf('record', deal, { id: "'r-smuggled-1'", ...(seq === null ? {} : { seq: `(${seq})` }) });
    if (seq !== null) await copyOf('change', deal, { record: "'r-smuggled-1'", seq: `(${seq})`, rev: '1', prev: 'NULL', before: 'NULL' });
    const isRead = seq?.startsWith('SELECT seq FROM') ?? false;
    expect((await verify()).broken).toMatchObject(isRead ? { what: 'digest' } : { what: 'unknown', record: 'r-smuggled-1' });
  });

  test('a record that was removed and whose history passes for a customer\'s', async () => {
    const { late } = await everyday();
    await run("UPDATE change SET natural = 'customer!' || record WHERE record = ?", late);
    await run('DELETE FROM record WHERE id = ?', late);
    expect((await verify()).broken).toMatchObject({ what: 'digest', record: late });
  });
});
