import { describe, expect, test } from 'vitest';
import type { SheetPlan } from '../plan.ts';
import { departmentSheet, scorecardSheets } from './department-sheet.ts';
import { numberOf } from './figures.ts';
import { personSheet } from './person-sheet.ts';
import { departmentOf, lacking, ordinary, receipts, scorecardOf, slipOf } from './sample-results.ts';
import { sheetName, uniqueNames } from './sheet-name.ts';
import { slipSheet } from './slip-sheet.ts';

function valueAt(plan: SheetPlan, row: number, column: number): unknown {
  return plan.cells.find((cell) => cell.row === row && cell.column === column)?.value;
}

function rowOf(plan: SheetPlan, column: number, value: unknown): number {
  return plan.cells.find((cell) => cell.column === column && cell.value === value)?.row ?? -1;
}

function texts(plan: SheetPlan): string[] {
  return plan.cells.flatMap((cell) => (typeof cell.value === 'string' ? [cell.value] : []));
}

const context = { org: '云汐', department: '大客户部', rank: 3, ranked: 6, ruleVersions: [{ rule: 'scorecard', label: '考核指标 2.2', from: '2026-01-01' }], madeAt: '2026-10-16 17:42', checkCode: '2d3e5d829312e772' };

const plans: readonly (readonly [string, SheetPlan])[] = [
  ...[0, 1, 2, 7, 30].flatMap((people) => [0, people].map((without) => [`a department of ${people}, ${without} without a total`, departmentSheet(departmentOf(people, without))] as const)),
  ['a person with all data', personSheet(scorecardOf('林小满', ordinary), context)],
  ['a person with missing data', personSheet(scorecardOf('唐半夏', lacking), context)],
  ['a person with a long name', personSheet(scorecardOf('阿卜杜热合曼·吐尔逊买买提江·艾合买提', ordinary), context)],
  ['a slip', slipSheet(slipOf(receipts, 2))],
  ['an empty slip', slipSheet(slipOf([], 0))],
  ['a member’s slip', slipSheet(slipOf(receipts.slice(0, 3)), undefined, { member: { id: 'm1', name: '林小满' } })],
];

describe.each(plans)('%s', (_name, plan) => {
  const { printArea } = plan.pageSetup;
  const inside = (row: number, column: number): boolean => row >= 0 && column >= 0 && row < printArea.rows && column < printArea.columns;

  test('keeps every cell, merge and chart inside the print area', () => {
    for (const { row, column } of plan.cells) expect(inside(row, column), `${row},${column}`).toBe(true);
    for (const { row, column, rows, columns } of [...plan.merges, ...plan.charts.flatMap((chart) => [chart.place, chart.source])]) {
      expect(inside(row, column) && inside(row + rows - 1, column + columns - 1)).toBe(true);
    }
  });

  test('is one page of A4 with the rules, the time and the check code at its foot', () => {
    expect(plan.pageSetup.fitToHeight).toBe(true);
    expect(plan.pageSetup.footerLeft).toMatch(/规则：.*版本 .* 起　出表 2026-10-16 17:42　校验码 \w{4} \w{4} \w{4} \w{4}$/);
    expect(plan.pageSetup.footerLeft!.length).toBeLessThan(230);
  });

  test('merges no cell twice and writes no cell twice', () => {
    const merged = plan.merges.flatMap(({ row, column, rows, columns }) => Array.from({ length: rows * columns }, (_none, index) => `${row + Math.floor(index / columns)},${column + (index % columns)}`));
    expect(new Set(merged).size).toBe(merged.length);
    const places = plan.cells.map(({ row, column }) => `${row},${column}`);
    expect(new Set(places).size).toBe(places.length);
    const anchors = new Set(plan.merges.map(({ row, column }) => `${row},${column}`));
    for (const place of places) expect(!merged.includes(place) || anchors.has(place), place).toBe(true);
  });

  test('gives every formula the value it has now', () => {
    for (const cell of plan.cells) if (cell.formula !== undefined) expect(cell.value, cell.formula).toBeDefined();
  });

  test('has a name that Excel takes', () => {
    expect(plan.name.length).toBeLessThanOrEqual(31);
    expect(plan.name).not.toMatch(/[[\]:*?/\\]/);
  });
});

describe('the department’s sheet', () => {
  const department = departmentOf(7, 1);
  const plan = departmentSheet(department);

  test('ranks those with a total first and gives nobody without one a rank', () => {
    const totals = Array.from({ length: 7 }, (_none, index) => valueAt(plan, 9 + index, 6));
    expect(totals.slice(0, 6)).toEqual(department.scorecards.filter((card) => card.total).map((card) => numberOf(card.total!)));
    expect(totals[6]).toBe('缺 3 项');
    expect(valueAt(plan, 15, 0)).toBe('—');
  });

  test('takes the means over those who have a total', () => {
    const totals = department.scorecards.flatMap((card) => (card.total === null ? [] : [numberOf(card.total)]));
    expect(valueAt(plan, 16, 0)).toBe('平均（6 人）');
    expect(valueAt(plan, 16, 6)).toBeCloseTo(totals.reduce((sum, total) => sum + total, 0) / 6, 9);
  });

  test('names who lacks what before the ranking', () => {
    const notice = String(valueAt(plan, 6, 0));
    expect(notice).toContain('唐半夏');
    for (const number of [1, 3, 9]) expect(notice).toContain(`第 ${number} 项`);
  });

  test('draws only people with a total, and nothing where there is none', () => {
    expect(plan.charts.map((chart) => chart.source.rows)).toEqual([7, 7]);
    expect(departmentSheet(departmentOf(3, 3)).charts).toEqual([]);
  });

  test('lifts the axis where a bonus lifts a total above 100', () => {
    const cards = departmentOf(1, 0);
    const raised = departmentSheet({ ...cards, scorecards: cards.scorecards.map((card) => ({ ...card, total: '104' })) });
    expect(raised.charts.map((chart) => chart.maximum)).toEqual([120, 120]);
  });

  test('writes a capped total as a figure, not as a sum that would say more', () => {
    const cards = departmentOf(1, 0);
    const capped = departmentSheet({ ...cards, scorecards: cards.scorecards.map((card) => ({ ...card, total: '80' })) });
    expect(capped.cells.find((cell) => cell.row === 9 && cell.column === 6)).toEqual({ row: 9, column: 6, value: 80 });
  });
});

describe('a person’s sheet', () => {
  test('shows each item’s score beside the server’s and finds them the same', () => {
    const card = scorecardOf('林小满', ordinary);
    const plan = personSheet(card, context);
    for (const item of card.items) {
      const row = rowOf(plan, 2, item.label);
      expect([valueAt(plan, row, 7), valueAt(plan, row, 8), valueAt(plan, row, 9)]).toEqual([numberOf(item.score!), numberOf(item.score!), '一致']);
    }
  });

  test('writes live formulas for the items that a formula reproduces', () => {
    const plan = personSheet(scorecardOf('林小满', ordinary), context);
    const formulas = plan.cells.filter((cell) => cell.column === 7 && cell.formula).length;
    expect(formulas).toBe(12 + 3 + 1);
  });

  test('writes a figure where the formula would give another than the server', () => {
    const card = scorecardOf('林小满', ordinary);
    const plan = personSheet({ ...card, items: card.items.map((item) => (item.number === 1 ? { ...item, score: '27' } : item)) }, context);
    expect(plan.cells.find((cell) => cell.row === rowOf(plan, 2, '销售完成率') && cell.column === 7)).toEqual({ row: rowOf(plan, 2, '销售完成率'), column: 7, value: 27 });
  });

  test('says 缺数据 at the item and at the top, never 0 and never blank', () => {
    const plan = personSheet(scorecardOf('唐半夏', lacking), context);
    expect(valueAt(plan, 5, 0)).toMatch(/^缺数据 3 项：第 1 项销售完成率.*第 3 项新客户开发.*第 9 项员工出勤率/);
    for (const label of ['销售完成率', '新客户开发', '员工出勤率']) expect(valueAt(plan, rowOf(plan, 2, label), 7)).toBe('缺数据');
    expect(texts(plan)).toContain('缺 3 项');
    expect(texts(plan)).toContain('缺数据，不排名');
  });

  test('names the organisation’s own settings', () => {
    expect(texts(personSheet(scorecardOf('林小满', ordinary), context))).toContain('第 10 项　日常行为规范（violation_pts）');
  });
});

describe('the slip', () => {
  const slip = slipOf(receipts, 1);
  const plan = slipSheet(slip);

  test('adds receipts to subtotals and these to the total', () => {
    const row = rowOf(plan, 0, `合计　${receipts.length} 笔`);
    expect([7, 9, 10, 11].map((column) => valueAt(plan, row, column))).toEqual([slip.totals.receivedFen, slip.totals.commissionFen, slip.totals.managerFen, slip.totals.executorFen].map((fen) => fen / 100));
    const subtotals = plan.cells.filter((cell) => cell.column === 9 && cell.formula?.startsWith('=SUM(')).map((cell) => Number(cell.value));
    expect(subtotals.reduce((sum, value) => sum + value, 0)).toBeCloseTo(slip.totals.commissionFen / 100, 6);
  });

  test('names receipts that were left out at its head and says that both totals agree', () => {
    expect(valueAt(plan, 3, 0)).toMatch(/^没有计入 1 笔：HT-2026-100 沧屿木棉服饰有限公司，回款 32,500.00 元，缺/);
    expect(texts(plan)).toContain('应得合计与佣金合计一致');
  });

  test('writes days as days', () => {
    expect(valueAt(plan, 6, 6)).toBe(46270);
  });
});

describe('names of sheets', () => {
  test('differ where two members share a name', () => {
    const cards = departmentOf(2, 0);
    const twins = scorecardSheets({ ...cards, scorecards: cards.scorecards.map((card) => ({ ...card, member: { ...card.member, name: '林小满' } })) });
    expect(twins.map((plan) => plan.name)).toEqual(['考核 2026Q3', '考核 2026Q3 林小满', '考核 2026Q3 林小满 (2)']);
    expect(new Set(twins.map((plan) => plan.key)).size).toBe(3);
  });

  test('keep Excel’s limits', () => {
    expect(sheetName("'考核 [甲]/乙: *?\\丙'")).toBe('考核 甲 乙 丙');
    expect(uniqueNames(['长'.repeat(40), '长'.repeat(40)]).map((name) => name.length)).toEqual([31, 31]);
    expect(sheetName('//')).toBe('Keybook');
  });
});
