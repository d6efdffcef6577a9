// The books against the records, after every push of a random but repeatable history: what the facts add up to is what
// the records state now, and each customer was won once, by its first contract.

import { beforeEach, expect, test } from 'vitest';
import type { Mutation } from '../../domain/protocol/messages.ts';
import { addDays } from '../../domain/values/day.ts';
import type { StatedFact } from '../db/schema.ts';
import { clientOf, db, found, idOf, keybookOrg, nameOf } from '../test-support/department.ts';
import { archive, contract, create, edit, receipt, visitReport } from '../test-support/records.ts';

beforeEach(() => found(keybookOrg));

/** A small repeatable generator: whole numbers below `count`. */
function seeded(seed: number) {
  let state = seed;
  return (count: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * count);
  };
}

const names = ['千帆渡', '星河教育', '百草笺', '月桂树', '邻里通'];

function history(seed: number, pushes: number): Mutation[][] {
  const random = seeded(seed);
  const made: { record: string; paths: [string, () => unknown][] }[] = [];
  const day = () => addDays('2026-01-01', random(250));
  const name = () => names[random(names.length)]!;
  const number = () => `HT-${random(8)}`;
  const makers: [() => Mutation, [string, () => unknown][]][] = [
    [() => create('contract', contract(number(), name(), day(), random(1000)), undefined, true), [['customer', name], ['signed_day', day], ['amount', () => random(1000)], ['contract_no', number]]],
    [() => create('receipt', receipt(number(), day(), random(1000)), undefined, true), [['received_amount', () => random(1000)], ['contract_no', number], ['received_day', day]]],
    [() => create('sales', { day: day(), customer: name(), kind: '结算', amount: random(1000) }, undefined, true), [['customer', name], ['member', () => nameOf('managerb')], ['amount', () => random(1000)]]],
    [() => create('visit-report', visitReport(nameOf('managera'), day(), name()), undefined, true), [['visits/v1/customer', name], ['visits/v1/result', () => null]]],
    [() => create('customer-archive', archive(name())), [['budget_amount', () => random(1000)]]],
  ];
  const mutation = (): Mutation => {
    const old = made[random(made.length)];
    if (!old || random(3) === 0) {
      const [make, paths] = makers[random(makers.length)]!;
      const fresh = make();
      made.push({ record: fresh.record, paths });
      return fresh;
    }
    if (random(5) === 0) return { kind: 'delete', record: old.record, baseRev: 999 };
    const [path, value] = old.paths[random(old.paths.length)]!;
    return edit(old.record, path, value(), 999);
  };
  return Array.from({ length: pushes }, () => Array.from({ length: 1 + random(6) }, mutation));
}

async function checkBooks(): Promise<void> {
  const records = await db.prepare('SELECT id, form, customer, day, deleted, state, stated FROM record').all<{ id: string; form: string; customer: string | null; day: string; deleted: number; state: string; stated: string }>();
  const stated = records.results.flatMap(({ id, stated: facts }) => (JSON.parse(facts) as StatedFact[]).map((fact) => [fact.member, fact.measure, id, fact.line, fact.customer, fact.day, fact.posted, fact.amount, 1].join(' ')));
  const { results } = await db.prepare('SELECT member, measure, record, line, customer, day, posted, sum(amount) AS amount, sum(sign) AS stands FROM fact GROUP BY member, measure, record, line, customer, day, posted, abs(amount) HAVING sum(fact.sign) <> 0').all<Record<string, unknown>>();
  const booked = results.map((row) => [row['member'], row['measure'], row['record'], row['line'], row['customer'], row['day'], row['posted'], row['amount'], row['stands']].join(' '));
  expect(booked.sort()).toEqual(stated.sort());
  await checkReceipts();
  const contracts = records.results.filter((row) => row.form === 'contract' && row.deleted === 0 && row.state === 'accepted' && row.customer !== null);
  const first = [...Map.groupBy(contracts, (row) => row.customer)].map(([customer, rows]) => `${customer} ${rows.map((row) => row.day).sort()[0]}`);
  const won = await db.prepare("SELECT customer, day FROM fact WHERE measure = 'new-customer' GROUP BY record, customer, day HAVING sum(fact.sign) > 0").all<{ customer: string; day: string }>();
  expect(won.results.map((row) => `${row.customer} ${row.day}`).sort()).toEqual(first.sort());
}

async function checkReceipts(): Promise<void> {
  const { results } = await db
    .prepare(`SELECT r.id, r.customer, r.fields ->> 'contract_no' AS number, count(c.id) AS contracts, max(c.customer) AS expected
      FROM record r LEFT JOIN record c ON c.form = 'contract' AND c.deleted = 0 AND c.fields ->> 'contract_no' = r.fields ->> 'contract_no'
      WHERE r.form = 'receipt' AND r.deleted = 0 GROUP BY r.id HAVING contracts < 2`)
    .all<{ id: string; customer: string | null; number: string; expected: string | null }>();
  expect(results.filter((row) => row.customer !== row.expected)).toEqual([]);
}

test.each([1, 2, 3, 4, 5, 6])('history %i', async (seed) => {
  const director = clientOf(idOf('director'));
  for (const mutations of history(seed, 30)) {
    await director.push(...mutations);
    await checkBooks();
  }
  const orphans = await db.prepare('SELECT count(*) AS n FROM record r WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.org = r.org AND c.natural = r.natural AND c.record = r.id AND c.seq = r.seq)').first('n');
  expect(orphans).toBe(0);
});
