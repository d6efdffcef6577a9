// The generic suite over every rule: versions neither gap nor overlap, a statement is there, cases pass, thresholds are
// tried below, at and above, and every code that is said is a documented one.

import { describe, expect, test } from 'vitest';
import { addDays, isDay } from '../values/day.ts';
import { lastDayOfPeriod } from '../values/period.ts';
import { ratioOfDecimal, ratioOfText } from '../values/ratio.ts';
import { CASE_PERIOD, factsOfCase } from './case.ts';
import type { ItemCase } from './case.ts';
import { cases as accruals } from './commission-accrual-cases.ts';
import { cases as splits } from './commission-split-cases.ts';
import { accrue, commissionAccrual } from './commission-accrual.ts';
import { commissionSplit, split } from './commission-split.ts';
import { isRefusal } from './item.ts';
import type { ItemRule } from './item.ts';
import { commissionRules, itemRules, rules } from './registry.ts';
import type { ScoredItem } from './results.ts';
import { parametersOn, versionOn } from './rule.ts';
import type { Refusal, Step } from './rule.ts';
import { scorecard } from './scorecard.ts';
import { checkSettings } from './setting.ts';
import { refusalCodes, stepCodes } from './step-codes.ts';

const tried = await Promise.all([...itemRules, ...commissionRules].map(async ({ id }) => [id, ((await import(`./${id}-cases.ts`)) as { cases: readonly ItemCase[] }).cases] as const));
const casesOf = (id: string): readonly ItemCase[] => new Map(tried).get(id)!;

function scored(rule: ItemRule, given: ItemCase): ScoredItem {
  const member = { id: 'member-1', name: '某某', post: '大客户经理' };
  const policy = (given.policy ?? []).map(([parameter, value, fromDay], index) => ({ rule: rule.id, parameter, value, fromDay, record: `policy-${index}` }));
  const card = scorecard({ member, period: given.period ?? CASE_PERIOD, facts: factsOfCase(given.given, member.id), policy, archives: given.archives ?? [] });
  if (isRefusal(card)) throw new Error(card.code);
  return card.items.find((item) => item.number === rule.number)!;
}

function expectDocumented(steps: readonly Step[], missing: readonly Refusal[]): void {
  for (const step of steps) {
    const entry = stepCodes[step.code as keyof typeof stepCodes];
    expect(Object.keys(step.facts).sort(), step.code).toEqual(Object.keys(entry.facts).sort());
    expect(step.result, step.code).not.toBe('');
  }
  for (const why of missing) {
    expect(Object.keys(why.facts).sort(), why.code).toEqual(Object.keys(refusalCodes[why.code as keyof typeof refusalCodes]).sort());
  }
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('rule %s', (_id, rule) => {
  test('its versions neither gap nor overlap, and only the last is open', () => {
    for (const [index, version] of rule.versions.entries()) {
      expect(isDay(version.from)).toBe(true);
      const next = rule.versions[index + 1];
      if (next) expect(addDays(version.until!, 1)).toBe(next.from);
      else expect(version.until).toBeUndefined();
    }
  });

  test('it names its article, states itself and was checked', () => {
    expect(rule.source.regulation).not.toBe('');
    expect(rule.source.article).not.toBe('');
    expect(rule.statement.length).toBeGreaterThan(20);
    expect(isDay(rule.checkedOn)).toBe(true);
  });

  test('each parameter of each version has a limit and keeps to it', () => {
    for (const version of rule.versions) {
      expect(Object.keys(version.parameters).sort()).toEqual(Object.keys(rule.limits).sort());
      expect(checkSettings(rule.id, parametersOn(rule, version, version.from, []), rule.limits)).toEqual([]);
    }
  });

  test('the day before its first version is refused, the first day is not', () => {
    const first = rule.versions[0]!.from;
    expect(versionOn(rule, addDays(first, -1))).toBeNull();
    expect(versionOn(rule, first)).not.toBeNull();
  });
});

describe.each(itemRules.map((rule) => [rule.number, rule] as const))('item %i', (_number, rule) => {
  test.each(casesOf(rule.id).map((each) => [each.name, each] as const))('%s', (_name, each) => {
    const item = scored(rule, each);
    expect(item.score).toBe(each.score);
    expect(item.missing.map((why) => why.code)).toEqual(each.missing ?? []);
    if (each.suggestion !== undefined) expect(item.suggestion).toBe(each.suggestion);
    if (each.codes) expect(item.steps.map((step) => step.code)).toEqual(each.codes);
    expectDocumented(item.steps, item.missing);
    if (item.score !== null) expect(ratioOfText(item.steps.at(-1)!.result)).toEqual(ratioOfText(item.score));
  });
});

test.each([...itemRules, ...commissionRules].map((rule) => [rule.id, rule] as const))('every threshold of %s is tried below, at and above', (_id, rule) => {
  const sides = (name: string) => casesOf(rule.id).flatMap(({ threshold }) => (threshold?.[0] === name ? [threshold[1]] : []));
  for (const name of rule.thresholds) expect([...new Set(sides(name))].sort(), name).toEqual(['above', 'at', 'below']);
});

test('the items are numbered 1 to 12 and no two share a parameter name', () => {
  expect(itemRules.map((rule) => rule.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  const names = itemRules.flatMap((rule) => Object.keys(rule.limits));
  expect(new Set(names).size).toBe(names.length);
});

describe('commission cases', () => {
  const day = lastDayOfPeriod('2026-09');
  const accrual = parametersOn(commissionAccrual, versionOn(commissionAccrual, day)!, day, []);
  const splitting = parametersOn(commissionSplit, versionOn(commissionSplit, day)!, day, []);

  test.each(accruals.map((each) => [each.name, each] as const))('accrual: %s', (_name, each) => {
    const accrued = accrue(each.receivedFen, ratioOfDecimal(each.ratePercent)!, accrual);
    if (each.commissionFen === null) {
      expect(isRefusal(accrued)).toBe(true);
      return;
    }
    if (isRefusal(accrued)) throw new Error(accrued.code);
    expect(accrued).toMatchObject({ commissionFen: each.commissionFen, expenseAccountFen: each.expenseAccountFen });
    expectDocumented(accrued.steps, []);
  });

  test.each(splits.map((each) => [each.name, each] as const))('split: %s', (_name, each) => {
    const shares = split(each.commissionFen, '某某', splitting);
    expect(shares).toMatchObject({ managerFen: each.managerFen, executorFen: each.executorFen });
    expectDocumented(shares.steps, []);
  });
});
