// Every formula of the generated sheets, reckoned by the simulator, gives the figure that the rules gave: for all worked
// cases of all items, which lie below, at and above each threshold.

import { expect, test } from 'vitest';
import { departmentSheet } from '../../addin/sheets/report/department-sheet.ts';
import { personSheet } from '../../addin/sheets/report/person-sheet.ts';
import { departmentOf, receipts, slipOf } from '../../addin/sheets/report/sample-results.ts';
import { slipSheet } from '../../addin/sheets/report/slip-sheet.ts';
import type { SheetPlan } from '../../addin/sheets/plan.ts';
import { xlsxOfPlans } from '../../addin/xlsx/write.ts';
import { CASE_PERIOD, factsOfCase } from '../../domain/rules/case.ts';
import type { ItemCase } from '../../domain/rules/case.ts';
import { isRefusal } from '../../domain/rules/item.ts';
import type { ItemRule } from '../../domain/rules/item.ts';
import { itemRules } from '../../domain/rules/registry.ts';
import { scorecard } from '../../domain/rules/scorecard.ts';
import { documentFromData } from '../excel/document/data.ts';
import { readXlsx } from './index.ts';

const member = { id: 'member-1', name: '林小满', post: '大客户经理' };
const context = { org: '某公司', department: '大客户部', rank: null, ranked: null, ruleVersions: [], madeAt: '2026-10-16 17:42', checkCode: '0000000000000000' };

async function plansOfCases(rule: ItemRule): Promise<SheetPlan[]> {
  const { cases } = (await import(`../../domain/rules/${rule.id}-cases.ts`)) as { cases: readonly ItemCase[] };
  return cases.flatMap((one, index) => {
    const policy = (one.policy ?? []).map(([parameter, value, fromDay]) => ({ rule: rule.id, parameter, value, fromDay, record: 'r' }));
    const card = scorecard({ member, period: one.period ?? CASE_PERIOD, facts: factsOfCase(one.given, member.id), policy });
    return isRefusal(card) ? [] : [personSheet(card, { ...context, name: `${rule.number}-${index}` })];
  });
}

async function differences(plans: readonly SheetPlan[]): Promise<string[]> {
  const document = documentFromData(await readXlsx(await xlsxOfPlans(plans)));
  document.contentVersion++;
  return plans.flatMap((plan, index) => plan.cells.flatMap((cell) => {
    if (cell.formula === undefined) return [];
    const result = document.calculator.resultOf(document.sheets[index]!, cell.row, cell.column);
    const isSame = typeof result === 'number' && typeof cell.value === 'number' ? Math.abs(result - cell.value) < 1e-9 : result === cell.value;
    return isSame ? [] : [`${plan.name} ${cell.row},${cell.column} ${cell.formula}: ${cell.value} but ${result}`];
  }));
}

test.each(itemRules)('every worked case of item $number, $id', async (rule) => {
  const plans = await plansOfCases(rule);
  expect(plans.length).toBeGreaterThan(0);
  expect(await differences(plans)).toEqual([]);
});

test('the department’s sheet and the slip', async () => {
  expect(await differences([departmentSheet(departmentOf(7, 1)), slipSheet(slipOf(receipts, 1))])).toEqual([]);
});
