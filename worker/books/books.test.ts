import { beforeEach, describe, expect, test } from 'vitest';
import { clientOf, db, found, idOf, keybookOrg, nameOf } from '../test-support/department.ts';
import { archive, contract, create, edit, receipt, visitReport } from '../test-support/records.ts';

beforeEach(() => found(keybookOrg));

const director = () => clientOf(idOf('director'));
const managerA = () => clientOf(idOf('managera'));

/** What the books say: measure, member, month -> sum and standing statements. */
async function books(measure: string): Promise<Record<string, unknown>[]> {
  const { results } = await db
    .prepare('SELECT member, posted, sum(amount) AS amount, sum(sign) AS stands FROM fact WHERE measure = ? GROUP BY member, posted HAVING sum(fact.amount) <> 0 OR sum(fact.sign) <> 0 ORDER BY member, posted')
    .bind(measure)
    .all();
  return results;
}

describe('crediting', () => {
  test('a sale without a member counts for the customer\'s owner of that day', async () => {
    await director().push(create('sales', { day: '2026-09-03', customer: '千帆渡', kind: '结算', amount: 500_000 }));
    expect(await books('sales')).toEqual([{ member: idOf('managera'), posted: '2026-09', amount: 500_000, stands: 1 }]);
  });

  test('a typed member goes before the owner, and a later typed member moves the credit', async () => {
    const made = create('sales', { day: '2026-09-03', customer: '千帆渡', kind: '结算', amount: 500_000, member: nameOf('managerb') });
    await director().push(made);
    expect(await books('sales')).toMatchObject([{ member: idOf('managerb') }]);
    await director().push(edit(made.record, 'member', nameOf('specialist')));
    expect(await books('sales')).toEqual([{ member: idOf('specialist'), posted: '2026-09', amount: 500_000, stands: 1 }]);
  });

  test('a change of owner between two edits leaves the credit where it was', async () => {
    const made = create('sales', { day: '2026-09-03', customer: '千帆渡', kind: '结算', amount: 500_000 });
    await director().push(made);
    await db.prepare("UPDATE assignment SET member = ? WHERE customer = 'cu-qianfandu' AND kind = 'owner'").bind(idOf('managerb')).run();
    await director().push(edit(made.record, 'amount', 700_000));
    expect(await books('sales')).toEqual([{ member: idOf('managera'), posted: '2026-09', amount: 700_000, stands: 1 }]);
  });

  test('a corrected day is credited to the customer\'s owner of that day', async () => {
    await db.prepare("UPDATE assignment SET until = '2026-05-31' WHERE customer = 'cu-qianfandu' AND kind = 'owner'").run();
    await db.prepare("INSERT INTO assignment (org, customer, kind, member, since) VALUES ('org-first', 'cu-qianfandu', 'owner', ?, '2026-06-01')").bind(idOf('managerb')).run();
    const made = create('contract', contract('HT-1', '千帆渡', '2026-06-01'));
    await director().push(made);
    expect(await books('new-customer')).toMatchObject([{ member: idOf('managerb'), posted: '2026-06' }]);
    await director().push(edit(made.record, 'signed_day', '2026-05-31'));
    expect(await books('new-customer')).toEqual([{ member: idOf('managera'), posted: '2026-05', amount: 1, stands: 1 }]);
  });

  test('a record that names somebody who joins later counts from the next push on', async () => {
    await director().push(create('sales-plan', { member: '新来的', month: '2026-09', planned_sales: 100_00 }));
    expect(await books('planned-sales')).toEqual([]);
    const invited = await director().call('POST', '/api/members', { name: '新来的', roles: ['manager'], post: '大客户经理', department: 'dep-keyaccounts' });
    const { member } = (await invited.json()) as { member: { id: string } };
    const answer = await director().push(create('sales', { day: '2026-09-03', customer: '千帆渡', kind: '结算', amount: 1 }));
    expect(await books('planned-sales')).toMatchObject([{ member: member.id, amount: 100_00 }]);
    expect(answer.changes.find((record) => record.form === 'sales-plan')).toMatchObject({ owner: member.id, problems: [] });
  });

  test('a namesake of somebody who left takes over the name, and none of what was credited', async () => {
    const plan = create('sales-plan', { member: nameOf('managerb'), month: '2026-08', planned_sales: 100_00 });
    await director().push(plan);
    await director().call('DELETE', `/api/members/${idOf('managerb')}`);
    const invited = await director().call('POST', '/api/members', { name: nameOf('managerb'), roles: ['manager'], post: '大客户经理', department: 'dep-keyaccounts' });
    const { member } = (await invited.json()) as { member: { id: string } };
    await director().push(edit(plan.record, 'planned_sales', 200_00), create('sales-plan', { member: nameOf('managerb'), month: '2026-10', planned_sales: 300_00 }));
    expect((await books('planned-sales')).map((row) => [row['member'], row['amount']])).toEqual(expect.arrayContaining([[idOf('managerb'), 200_00], [member.id, 300_00]]));
  });

  test('a deleted record states nothing any more', async () => {
    const made = create('sales', { day: '2026-09-03', customer: '千帆渡', kind: '结算', amount: 500_000 });
    await director().push(made);
    await director().push({ kind: 'delete', record: made.record, baseRev: 1 });
    expect(await books('sales')).toEqual([]);
    expect(await db.prepare('SELECT count(*) AS n FROM fact').first('n')).toBe(2);
  });
});

describe('posting', () => {
  const close = (month: string) => db.prepare("INSERT INTO period_close VALUES ('org-first', ?, '', '', '{}', '{}', '{}', '')").bind(month).run();

  test('what belongs to a closed month counts in the first open one, its reversal too', async () => {
    const made = create('sales', { day: '2026-08-03', customer: '千帆渡', kind: '结算', amount: 500_000 });
    await director().push(made);
    await close('2026-08');
    await close('2026-09');
    await director().push(edit(made.record, 'amount', 800_000));
    expect(await books('sales')).toEqual([
      { member: idOf('managera'), posted: '2026-08', amount: 500_000, stands: 1 },
      { member: idOf('managera'), posted: '2026-10', amount: 300_000, stands: 0 },
    ]);
  });
});

describe('new customers', () => {
  test('the first contract wins the customer for its owner of that day', async () => {
    await director().push(create('contract', contract('HT-1', '千帆渡', '2026-08-20')), create('contract', contract('HT-2', '千帆渡', '2026-09-20')));
    expect(await books('new-customer')).toEqual([{ member: idOf('managera'), posted: '2026-08', amount: 1, stands: 1 }]);
  });

  test('an earlier contract that arrives later takes over, and gives back when it goes', async () => {
    await director().push(create('contract', contract('HT-2', '千帆渡', '2026-09-20')));
    const earlier = create('contract', contract('HT-1', '千帆渡', '2026-07-20'));
    await director().push(earlier);
    expect(await books('new-customer')).toMatchObject([{ posted: '2026-07', amount: 1 }]);
    await director().push({ kind: 'delete', record: earlier.record, baseRev: 1 });
    expect(await books('new-customer')).toMatchObject([{ posted: '2026-09', amount: 1 }]);
  });

  test('a contract that moves to another customer leaves the first to the next', async () => {
    const first = create('contract', contract('HT-1', '千帆渡', '2026-07-20'));
    await director().push(first, create('contract', contract('HT-2', '千帆渡', '2026-09-20')));
    await director().push(edit(first.record, 'customer', '星河教育'));
    expect(await books('new-customer')).toMatchObject([
      { member: idOf('managera'), posted: '2026-09', amount: 1 },
      { member: idOf('managerb'), posted: '2026-07', amount: 1 },
    ]);
  });
});

describe('receipts follow their contract', () => {
  test('a receipt before its contract waits with a problem, and counts once the contract comes', async () => {
    const made = create('receipt', receipt('HT-1', '2026-09-10', 300_000));
    const answer = await director().push(made);
    expect(answer.results[0]).toMatchObject({ status: 'accepted', problems: [{ code: 'contract-unknown', path: 'contract_no' }] });
    expect(await books('receipt')).toEqual([]);
    const manager = managerA();
    const before = await manager.sync();
    await director().push(create('contract', contract('HT-1', '千帆渡', '2026-08-01')));
    expect(await books('receipt')).toEqual([{ member: idOf('managera'), posted: '2026-09', amount: 300_000, stands: 1 }]);
    const after = await manager.sync({ cursor: before.cursor, scope: before.scope });
    expect(after.changes.map((record) => [record.form, record.problems]).sort()).toEqual([['contract', []], ['receipt', []]]);
  });

  test('both in one push, the receipt first', async () => {
    await director().push(create('receipt', receipt('HT-1', '2026-09-10', 300_000)), create('contract', contract('HT-1', '千帆渡', '2026-08-01')));
    expect(await books('receipt')).toMatchObject([{ member: idOf('managera'), amount: 300_000 }]);
  });

  test('a contract that moves to another customer takes its receipts along', async () => {
    const made = create('contract', contract('HT-1', '千帆渡', '2026-08-01'));
    await director().push(made, create('receipt', receipt('HT-1', '2026-09-10', 300_000, { due_day: '2026-09-01', due_amount: 300_000 })));
    await director().push(edit(made.record, 'customer', '星河教育'));
    expect(await books('receipt')).toMatchObject([{ member: idOf('managerb'), amount: 300_000, stands: 1 }]);
    expect(await books('receipt-due')).toMatchObject([{ member: idOf('managerb'), amount: 300_000, stands: 1 }]);
  });
});

describe('archives make customers', () => {
  test('a new archive brings its customer, who belongs to the manager who sent it', async () => {
    const answer = await managerA().push(create('customer-archive', archive('月桂树生物')));
    expect(answer.results[0]).toMatchObject({ status: 'accepted', problems: [] });
    const customer = answer.roster.customers.find((entry) => entry.names.includes('月桂树生物'))!;
    expect(await db.prepare('SELECT member, kind, since FROM assignment WHERE customer = ?').bind(customer.id).first()).toEqual({ member: idOf('managera'), kind: 'owner', since: '2026-03-05' });
    expect(await books('archive-countable')).toMatchObject([{ member: idOf('managera'), posted: '2026-03' }]);
  });

  test('a name that was unknown is known once its archive comes, and what waited is stated', async () => {
    const waiting = await managerA().push(create('visit-report', visitReport(nameOf('managera'), '2026-10-12', '月桂树生物')));
    expect(waiting.results[0]!.problems).toHaveLength(1);
    expect(await books('visit')).toEqual([]);
    const answer = await managerA().push(create('customer-archive', archive('月桂树生物')));
    expect(await books('visit')).toMatchObject([{ member: idOf('managera'), amount: 1 }]);
    expect(answer.changes.find((record) => record.form === 'visit-report')?.problems).toEqual([]);
  });

  test('a record whose natural key names a customer is found by it after its name is known', async () => {
    const sale = { day: '2026-09-03', customer: '月桂树生物', kind: '结算', amount: 500_000 };
    const made = create('sales', sale);
    await director().push(made);
    await director().push(create('customer-archive', archive('月桂树生物')));
    expect((await director().push(create('sales', sale))).results[0]).toMatchObject({ status: 'duplicate', duplicateOf: made.record });
    const detail = (await (await director().call('GET', `/api/records/${made.record}`)).json()) as { history: { kind: string }[] };
    expect(detail.history.map((change) => change.kind)).toEqual(['create', 'restate']);
  });

  test('a customer without an owner gets the manager whom its archive names later, with all that counted for nobody', async () => {
    const specialist = clientOf(idOf('specialist'));
    const made = create('customer-archive', archive('月桂树生物'));
    await specialist.push(made);
    await director().push(
      create('contract', contract('HT-1', '月桂树生物', '2026-08-01')),
      create('receipt', receipt('HT-1', '2026-09-10', 300_000)),
      create('sales', { day: '2026-09-03', customer: '月桂树生物', kind: '结算', amount: 500_000 }),
    );
    expect(await books('sales')).toMatchObject([{ member: '' }]);
    await specialist.push(edit(made.record, 'project_team/account-manager/name', nameOf('managerb')));
    for (const measure of ['sales', 'receipt', 'new-customer', 'contract-amount']) expect(await books(measure), measure).toMatchObject([{ member: idOf('managerb'), stands: 1 }]);
    await specialist.push(edit(made.record, 'project_team/account-manager/name', nameOf('managera'), 2));
    expect(await books('sales')).toMatchObject([{ member: idOf('managerb') }]);
    const answer = await clientOf(idOf('managerb')).sync();
    expect(answer.changes.map((record) => record.form).sort()).toEqual(['contract', 'customer-archive', 'receipt', 'sales']);
  });

  test('an archive renamed later keeps its customer; the new name is an alias', async () => {
    const made = create('customer-archive', archive('月桂树生物'));
    await managerA().push(made);
    const answer = await managerA().push(edit(made.record, 'customer_name', '月桂树集团'));
    expect(answer.roster.customers.filter((entry) => entry.names.some((name) => name.startsWith('月桂树')))).toHaveLength(1);
    expect(answer.results[0]).toMatchObject({ status: 'accepted', problems: [] });
  });

  test('a refused archive leaves no customer behind', async () => {
    const answer = await managerA().push(create('customer-archive', archive('月桂树生物', { has_budget: '也许' })));
    expect(answer.results[0]).toMatchObject({ status: 'rejected' });
    expect(answer.roster.customers.some((entry) => entry.names.includes('月桂树生物'))).toBe(false);
    expect(await db.prepare('SELECT count(*) AS n FROM customer').first('n')).toBe(3);
  });
});
