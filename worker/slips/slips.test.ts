import { beforeEach, describe, expect, test } from 'vitest';
import type { Evidence, Slip } from '../../domain/rules/results.ts';
import { clientOf, db, found, idOf, keybookOrg, nameOf, otherOrg } from '../test-support/department.ts';
import type { Part } from '../test-support/department.ts';
import { contract, create, edit, receipt } from '../test-support/records.ts';

beforeEach(() => found(keybookOrg, otherOrg));

const director = () => clientOf(idOf('director'));
const slip = async (part: Part, path = '/api/slips?month=2026-09'): Promise<Slip> => (await clientOf(idOf(part)).call('GET', path)).json() as Promise<Slip>;

/** C-08 and C-09, example 1: 300,000 at 6 %, split from the day of the assignment. */
async function september() {
  const paid = create('receipt', receipt('HT-1', '2026-09-10', 300_000_00));
  await director().push(
    create('contract', contract('HT-1', '千帆渡', '2026-03-01')),
    create('contract', contract('HT-2', '星河教育', '2026-03-01')),
    paid,
    create('receipt', receipt('HT-2', '2026-09-11', 45_678_90)),
    create('account-rate', { member: nameOf('managera'), rate: 6, from_day: '2026-01-01' }),
    create('executor-assignment', { customer: '千帆渡', manager: nameOf('managera'), executor: nameOf('specialist'), from_day: '2026-09-10' }),
  );
  return paid;
}

describe('commission slips', () => {
  test('reckon and split each receipt, and name what lacks a rate', async () => {
    await september();
    const result = await slip('finance');
    expect(result.lines).toMatchObject([{ contractNo: 'HT-1', commissionFen: 18_000_00, managerFen: 12_600_00, executorFen: 5_400_00, expenseAccountFen: 6_000_00 }]);
    expect(result.leftOut).toMatchObject([{ contractNo: 'HT-2', missing: [{ code: 'rate-missing' }] }]);
    expect(result.totals).toMatchObject({ receipts: 1, receivedFen: 300_000_00 });
  });

  test('follow a corrected amount, and forget a deleted receipt', async () => {
    const paid = await september();
    await director().push(edit(paid.record, 'received_amount', 200_000_00));
    expect((await slip('director')).totals).toMatchObject({ receivedFen: 200_000_00, commissionFen: 12_000_00 });
    await director().push({ kind: 'delete', record: paid.record, baseRev: 2 });
    expect((await slip('director')).lines).toEqual([]);
  });

  test('find a contract\'s own rate however its number is typed', async () => {
    await september();
    await director().push(create('account-rate', { member: nameOf('managera'), contract_no: 'ｈｔ-1 ', rate: 3.5, from_day: '2026-02-01' }));
    expect((await slip('finance')).lines).toMatchObject([{ contractNo: 'HT-1', ratePercent: '7/2', commissionFen: 10_500_00 }]);
  });

  test('keep a manager\'s rate when a namesake joins after they left', async () => {
    await september();
    await director().call('DELETE', `/api/members/${idOf('managera')}`);
    await director().call('POST', '/api/members', { name: nameOf('managera'), roles: ['manager'], post: '大客户经理', department: 'dep-keyaccounts' });
    expect((await slip('finance')).lines).toMatchObject([{ manager: { id: idOf('managera') }, ratePercent: '6' }]);
  });

  test('take back in the first open month what a closed month has paid, and pay what is right instead', async () => {
    const paid = await september();
    await db.prepare("INSERT INTO period_close VALUES ('org-first', '2026-09', '', '', '{}', '{}', '{}', '')").run();
    await director().push(edit(paid.record, 'received_amount', 200_000_00));
    expect((await slip('finance')).totals).toMatchObject({ receivedFen: 300_000_00, commissionFen: 18_000_00 });
    const october = await slip('finance', '/api/slips?month=2026-10');
    expect(october.lines.map((line) => [line.receivedFen, line.commissionFen, line.managerFen, line.executorFen, line.expenseAccountFen])).toEqual(expect.arrayContaining([
      [-300_000_00, -18_000_00, -12_600_00, -5_400_00, -6_000_00],
      [200_000_00, 12_000_00, 8_400_00, 3_600_00, 4_000_00],
    ]));
    expect(october.totals).toMatchObject({ receipts: 2, receivedFen: -100_000_00, commissionFen: -6_000_00 });
    const { facts } = (await (await director().call('GET', `/api/evidence?member=${idOf('managera')}&month=2026-10`)).json()) as Evidence;
    expect(facts.reduce((sum, fact) => sum + fact.amount, 0)).toBe(-100_000_00);
    await director().push(edit(paid.record, 'received_amount', 300_000_00, 2));
    expect((await slip('finance', '/api/slips?month=2026-10')).lines).toEqual([]);
  });

  test('show a manager and an executor their own lines', async () => {
    await september();
    expect((await slip('managera')).lines.map((line) => line.contractNo)).toEqual(['HT-1']);
    expect((await slip('specialist')).lines.map((line) => line.contractNo)).toEqual(['HT-1']);
    expect((await slip('managerb')).leftOut.map((line) => line.contractNo)).toEqual(['HT-2']);
  });

  test.each([
    ['gm', 200], ['director', 200], ['finance', 200], ['managera', 200], ['managerb', 403], ['hr', 403], ['support', 403], ['office', 403], ['admin', 403],
  ] as const)('of a manager are for %s: %i', async (part, status) => {
    expect((await clientOf(idOf(part)).call('GET', `/api/slips/${idOf('managera')}?month=2026-09`)).status).toBe(status);
    expect((await clientOf(idOf(part)).call('GET', `/api/evidence?member=${idOf('managera')}&month=2026-09`)).status).toBe(status);
  });

  test('have evidence: the receipts\' facts, of all or of one record', async () => {
    const paid = await september();
    const all = (await (await director().call('GET', `/api/evidence?member=${idOf('managera')}&month=2026-09&record=${paid.record}`)).json()) as Evidence;
    expect(all.facts).toMatchObject([{ measure: 'receipt', amount: 300_000_00, record: paid.record, form: 'receipt', line: 'HT-1' }]);
  });

  test('of no month are malformed, of another organisation not found', async () => {
    expect((await director().call('GET', '/api/slips?month=2026-13')).status).toBe(422);
    expect((await clientOf('m-stranger').call('GET', `/api/slips/${idOf('managera')}?month=2026-09`)).status).toBe(404);
  });
});
