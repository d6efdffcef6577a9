import { beforeEach, describe, expect, test } from 'vitest';
import type { DepartmentScorecards, Evidence, Scorecard } from '../../domain/rules/results.ts';
import { addMonths } from '../../domain/values/day.ts';
import { clientOf, db, found, idOf, keybookOrg, nameOf, otherOrg } from '../test-support/department.ts';
import type { Part } from '../test-support/department.ts';
import { archive, contract, create, edit } from '../test-support/records.ts';

beforeEach(() => found(keybookOrg, otherOrg));

const director = () => clientOf(idOf('director'));
const get = async <Body>(part: Part, path: string): Promise<Body> => (await clientOf(idOf(part)).call('GET', path)).json() as Promise<Body>;
const statusOf = async (member: string, path: string) => (await clientOf(member).call('GET', path)).status;

async function quarter(): Promise<void> {
  await director().push(
    ...['2026-07', '2026-08', '2026-09'].flatMap((month) => [
      create('sales-plan', { member: nameOf('managera'), month, planned_sales: 100_000_00, planned_new_customers: 1 }),
      create('sales', { day: `${month}-15`, customer: '千帆渡', kind: '结算', amount: 110_000_00 }),
    ]),
    create('contract', contract('HT-1', '千帆渡', '2026-08-01')),
  );
}

describe('scorecards', () => {
  test('are reckoned from what was synced, each figure with its evidence', async () => {
    await quarter();
    const card = await get<Scorecard>('director', `/api/scorecards/${idOf('managera')}?period=2026Q3`);
    expect(card.member).toEqual({ id: idOf('managera'), name: '林小满', post: '大客户经理' });
    // 110 % of the plan: two whole steps of 5 % above.
    expect(card.items[0]).toMatchObject({ number: 1, score: '27', plan: { amount: '30000000' }, actual: { amount: '33000000' } });
    expect(card.items[2]).toMatchObject({ actual: { amount: '1' } });
    const evidence = await get<Evidence>('director', `/api/evidence?member=${idOf('managera')}&period=2026Q3&item=1`);
    expect(evidence.facts.filter((fact) => fact.measure === 'sales').map((fact) => [fact.day, fact.amount, fact.form, fact.customer])).toEqual(
      ['2026-07-15', '2026-08-15', '2026-09-15'].map((day) => [day, 110_000_00, 'sales', '千帆渡网络科技有限公司']),
    );
  });

  test('of the department rank everyone; a manager sees their own without a rank', async () => {
    await quarter();
    const all = await get<DepartmentScorecards>('director', '/api/scorecards?period=2026Q3');
    expect(all.scorecards.map((card) => card.member.name).sort()).toEqual(['叶知秋', '周立夏', '林小满'].sort());
    expect(all.madeAt).toBe('2026-10-16 09:12');
    const own = await get<DepartmentScorecards>('managera', '/api/scorecards?period=2026Q3');
    expect(own.scorecards.map((card) => [card.member.name, card.rank])).toEqual([['林小满', null]]);
  });

  test('suggest item 4 from the archives of one\'s customers', async () => {
    await clientOf(idOf('managera')).push(create('customer-archive', archive('千帆渡')));
    const card = await get<Scorecard>('managera', `/api/scorecards/${idOf('managera')}?period=2026Q3`);
    const suggested = card.items[3]!.suggestion;
    expect(suggested).not.toBeNull();
    const made = (await clientOf(idOf('managera')).sync()).changes[0]!;
    await clientOf(idOf('managera')).push(edit(made.record, 'business_scope', '游戏'));
    const fuller = await get<Scorecard>('managera', `/api/scorecards/${idOf('managera')}?period=2026Q3`);
    expect(fuller.items[3]!.suggestion).not.toBe(suggested);
    await clientOf(idOf('managera')).push({ kind: 'delete', record: made.record, baseRev: 2 });
    const without = await get<Scorecard>('managera', `/api/scorecards/${idOf('managera')}?period=2026Q3`);
    expect(without.items[3]!.suggestion).toBeNull();
  });

  test('take a setting of the organisation from its day on', async () => {
    await quarter();
    await director().push(create('policy-parameter', { rule: 'sales-completion', parameter: 'step_pct', value: '10', from_day: '2026-08-01' }));
    const card = await get<Scorecard>('director', `/api/scorecards/${idOf('managera')}?period=2026Q3`);
    expect(card.items[0]!.score).toBe('26');
    type InForce = { rules: { parameters: { name: string; value: string; from: string; versionValue: string }[] }[] };
    const stepOn = async (day: string) =>
      (await get<InForce>('director', `/api/parameters?rule=sales-completion&day=${day}`)).rules[0]!.parameters.find((parameter) => parameter.name === 'step_pct');
    expect(await stepOn('2026-09-30')).toMatchObject({ value: '10', from: 'policy' });
    expect(await stepOn('2026-07-31')).toMatchObject({ from: 'version' });
  });

  test('forget a setting that has lost its day', async () => {
    const made = create('policy-parameter', { rule: 'sales-completion', parameter: 'step_pct', value: '10', from_day: '2026-01-01' });
    await director().push(made);
    const value = async () => {
      const { rules } = await get<{ rules: { parameters: { name: string; value: string }[] }[] }>('director', '/api/parameters?rule=sales-completion&day=2026-09-30');
      return rules[0]!.parameters.find((parameter) => parameter.name === 'step_pct')!.value;
    };
    expect(await value()).toBe('10');
    await director().push(edit(made.record, 'from_day', null));
    expect(await value()).toBe('5');
    await director().push(edit(made.record, 'from_day', '2026-02-01', 2));
    expect(await value()).toBe('10');
  });

  test.each([
    ['finance', 403], ['support', 403], ['office', 403], ['admin', 403], ['hr', 200], ['gm', 200], ['managerb', 403], ['director', 200],
  ] as const)('of a manager are for %s: %i', async (part, status) => {
    expect(await statusOf(idOf(part), `/api/scorecards/${idOf('managera')}?period=2026Q3`)).toBe(status);
    expect(await statusOf(idOf(part), `/api/evidence?member=${idOf('managera')}&period=2026Q3&item=1`)).toBe(status);
  });

  test('of another organisation or of nobody are not found, of no period malformed', async () => {
    expect(await statusOf('m-stranger', `/api/scorecards/${idOf('managera')}?period=2026Q3`)).toBe(404);
    expect(await statusOf(idOf('director'), '/api/scorecards/m-stranger?period=2026Q3')).toBe(404);
    expect(await statusOf(idOf('director'), '/api/scorecards?period=2026')).toBe(422);
  });
});

describe('counters', () => {
  test('one scorecard reads its facts and parameters and little more, however long the history', async () => {
    await quarter();
    const customers = ['千帆渡', '甲公司', '乙公司', '丙公司', '丁公司', '戊公司', '己公司', '庚公司', '辛公司', '壬公司'];
    await clientOf(idOf('managera')).push(...customers.map((name) => create('customer-archive', archive(name))));
    await director().push(...['3', '4', '6'].map((value, place) => create('policy-parameter', { rule: 'sales-completion', parameter: 'step_pct', value, from_day: `2026-0${place + 1}-01` })));
    const path = `/api/scorecards/${idOf('managera')}?period=2026Q3`;
    const facts = (await db.prepare("SELECT count(*) AS n FROM fact WHERE member = ? AND posted BETWEEN '2026-04' AND '2026-09'").bind(idOf('managera')).first<number>('n'))!;
    const parameters = (await db.prepare("SELECT count(*) AS n FROM change WHERE natural LIKE 'policy-parameter:%'").first<number>('n'))!;
    const client = clientOf(idOf('director'));
    await client.call('GET', path);
    const before = client.counters();
    expect(before.rowsRead).toBeLessThanOrEqual(facts + parameters + 20);
    const history = Array.from({ length: 30 }, (_, back) => addMonths('2026-03', -back));
    await director().push(...history.flatMap((month) => ['05', '15', '25'].map((day) => create('sales', { day: `${month}-${day}`, customer: '千帆渡', kind: '结算', amount: 1 }))));
    await client.call('GET', path);
    expect(client.counters()).toEqual(before);
  });

  test('the department is read in as few statements as one person', async () => {
    const client = clientOf(idOf('director'));
    await client.call('GET', '/api/scorecards?period=2026Q3');
    expect(client.counters()).toMatchObject({ roundTrips: 2, statements: 5, rowsWritten: 0 });
  });
});
