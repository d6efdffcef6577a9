import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commissionSlip } from './commission-slip.ts';
import type { SlipInput, SlipRate, SlipReceipt } from './commission-slip.ts';
import { isRefusal } from './item.ts';
import type { Slip } from './results.ts';
import { refusalCodes, stepCodes } from './step-codes.ts';

function receipt(record: string, receivedFen: number, more: Partial<SlipReceipt> = {}): SlipReceipt {
  const receivedDay = more.receivedDay ?? '2026-09-10';
  return {
    record, contractNo: `HT-${record}`, customerName: `客户${record}`, managerId: 'm1', managerName: '林小满', executors: [],
    dueDay: '2026-09-10', receivedDay, posted: receivedDay.slice(0, 7), receivedFen, ...more,
  };
}

function rate(contractNo: string | null, percent: string, fromDay = '2026-01-01', memberId = 'm1'): SlipRate {
  return { memberId, contractNo, percent, fromDay, record: `${memberId}-${contractNo}-${fromDay}` };
}

function slipOf(receipts: readonly SlipReceipt[], rates: readonly SlipRate[], more: Partial<SlipInput> = {}): Slip {
  const slip = commissionSlip({ org: '某公司', department: '大客户部', month: '2026-09', receipts, rates, policy: [], madeAt: '2026-10-16 17:42', ...more });
  if (isRefusal(slip)) throw new Error(slip.code);
  return slip;
}

const ye = { id: 'e1', name: '叶知秋', fromDay: '2026-01-01' };

describe('the mockup of 2026-09', () => {
  const tang = { id: 'e2', name: '唐半夏', fromDay: '2026-01-01' };
  const xu = { id: 'e3', name: '许初雪', fromDay: '2026-01-01' };
  const lines: readonly [number, string, string, typeof ye | null, string][] = [
    [18_640_000, '6', 'm1', ye, '09-08'], [15_160_000, '5', 'm1', ye, '09-11'], [9_600_000, '6', 'm1', null, '09-15'],
    [32_000_000, '4', 'm2', tang, '09-07'], [12_890_000, '5', 'm2', tang, '09-18'], [9_045_080, '11/2', 'm2', null, '09-25'],
    [26_850_000, '9/2', 'm3', xu, '09-09'], [7_326_050, '6', 'm3', xu, '09-21'],
    [20_400_000, '5', 'm4', ye, '09-14'], [4_567_890, '7/2', 'm4', xu, '09-28'],
  ];
  const receipts = lines.map(([fen, , manager, executor, day], index) => receipt(String(index), fen, {
    managerId: manager, managerName: manager, executors: executor ? [executor] : [], receivedDay: `2026-${day}`,
  }));
  const rates = lines.map(([, percent, manager], index) => rate(`HT-${index}`, percent, '2026-01-01', manager));
  const slip = slipOf([...receipts.reverse(), receipt('36', 3_250_000, { managerId: 'm5', managerName: '某人' })], rates);

  test('agrees to the fen', () => {
    expect(slip.totals).toEqual({ receipts: 10, receivedFen: 156_479_020, commissionFen: 7_702_068, managerFen: 5_713_491, executorFen: 1_988_577, expenseAccountFen: 3_129_581 });
    expect(slip.lines.map((line) => line.commissionFen)).toEqual([1_118_400, 758_000, 576_000, 1_280_000, 644_500, 497_479, 1_208_250, 439_563, 1_020_000, 159_876]);
    expect(slip.people.map((person) => [person.as, person.receipts, person.commissionFen, person.earnedFen])).toEqual([
      ['manager', 3, 2_452_400, 1_889_480], ['manager', 3, 2_421_979, 1_844_629], ['manager', 2, 1_647_813, 1_153_469], ['manager', 2, 1_179_876, 825_913],
      ['executor', 3, 2_896_400, 868_920], ['executor', 2, 1_924_500, 577_350], ['executor', 3, 1_807_689, 542_307],
    ]);
  });

  test('names the receipt without a rate and leaves it out', () => {
    expect(slip.leftOut).toMatchObject([{ record: '36', receivedFen: 3_250_000, commissionFen: null, missing: [{ code: 'rate-missing', facts: { contractNo: 'HT-36' } }] }]);
  });

  test('says only documented codes with their facts', () => {
    for (const said of slip.lines.flatMap((line) => line.steps)) expect(Object.keys(said.facts).sort()).toEqual(Object.keys(stepCodes[said.code as keyof typeof stepCodes].facts).sort());
    for (const why of slip.leftOut.flatMap((line) => line.missing)) expect(Object.keys(why.facts).sort()).toEqual(Object.keys(refusalCodes[why.code as keyof typeof refusalCodes]).sort());
    expect(slip.lines[0]!.steps.map((said) => said.code)).toEqual(['rate-chosen', 'commission', 'executor-share', 'manager-rest', 'expense-accrual']);
    expect(slip.lines[0]!.sources.map((source) => source.article)).toEqual(['第九条（2）', '第十条（2）']);
    expect(slip.lines[2]!.sources.map((source) => source.article)).toEqual(['第九条（2）']);
  });
});

describe('the rate', () => {
  const percentOf = (rates: readonly SlipRate[]) => slipOf([receipt('1', 10_000)], rates).lines[0]?.ratePercent;

  test('of the contract goes before the general one, however new that is', () => {
    expect(percentOf([rate('HT-1', '4', '2026-01-01'), rate(null, '6', '2026-09-01')])).toBe('4');
  });

  test('is the latest from-day on or before the received day', () => {
    expect(percentOf([rate(null, '4', '2026-01-01'), rate(null, '5', '2026-09-10'), rate(null, '6', '2026-09-11')])).toBe('5');
  });

  test('of another person or another contract does not count', () => {
    expect(percentOf([rate('HT-2', '4'), rate('HT-1', '4', '2026-01-01', 'm2')])).toBeUndefined();
  });

  test('outside 0 to 10 is left out and named', () => {
    for (const percent of ['-1/100', '1001/100']) expect(slipOf([receipt('1', 100)], [rate(null, percent)]).leftOut[0]!.missing[0]!.code).toBe('rate-outside-range');
    expect(slipOf([receipt('1', 100)], [rate(null, '10')]).lines).toHaveLength(1);
  });
});

describe('the executor', () => {
  const executorOf = (fromDay: string) => slipOf([receipt('1', 10_000, { executors: [{ ...ye, fromDay }] })], [rate(null, '6')]).lines[0]!;

  test('shares from the day of the assignment on', () => {
    expect(executorOf('2026-09-11').executor).toBeNull();
    expect(executorOf('2026-09-10')).toMatchObject({ executor: { id: 'e1' }, managerFen: 420, executorFen: 180 });
    expect(executorOf('2026-09-09').executor).not.toBeNull();
  });

  test('who left does not share after the last day', () => {
    const until = (untilDay: string) => slipOf([receipt('1', 10_000, { executors: [{ ...ye, untilDay }] })], [rate(null, '6')]).lines[0]!.executor;
    expect(until('2026-09-09')).toBeNull();
    expect(until('2026-09-10')).not.toBeNull();
  });
});

test('lines go by the department\'s order of managers where it is given, else by id', () => {
  const receipts = ['m2', 'm3', 'm1'].map((managerId, index) => receipt(String(index), 100, { managerId }));
  const rates = ['m1', 'm2', 'm3'].map((member) => rate(null, '6', '2026-01-01', member));
  const managers = (memberOrder?: readonly string[]) => slipOf(receipts, rates, { memberOrder }).lines.map((line) => line.manager.id);
  expect(managers()).toEqual(['m1', 'm2', 'm3']);
  expect(managers(['m3', 'm1'])).toEqual(['m3', 'm1', 'm2']);
});

test('a customer without an owner is left out and named', () => {
  const slip = slipOf([receipt('1', 100, { managerId: null, managerName: null })], [rate(null, '6')]);
  expect(slip.leftOut[0]).toMatchObject({ manager: { id: '', name: '' }, missing: [{ code: 'owner-missing', facts: { customer: '客户1' } }] });
});

test('receipts of other months are not on the slip', () => {
  const slip = slipOf([receipt('1', 100, { receivedDay: '2026-08-31' }), receipt('2', 100, { receivedDay: '2026-10-01' })], [rate(null, '6')]);
  expect([...slip.lines, ...slip.leftOut]).toEqual([]);
});

test('a receipt of a closed month counts in the month to which it is posted, at the rate of its own day', () => {
  const slip = slipOf([receipt('1', 10_000, { receivedDay: '2026-08-31', posted: '2026-09' })], [rate(null, '6'), rate(null, '9', '2026-09-01')]);
  expect(slip.lines).toMatchObject([{ receivedDay: '2026-08-31', ratePercent: '6', commissionFen: 600 }]);
});

test('a correction of a closed month takes back what was paid, fen for fen, and pays what is right', () => {
  const executors = [{ id: 'e1', name: '叶知秋', fromDay: '2026-01-01' }];
  const closed = { receivedDay: '2026-08-31', posted: '2026-09', executors };
  const slip = slipOf([receipt('1', 4_567_890, { ...closed, takesBack: true }), receipt('1', 4_567_800, closed)], [rate(null, '7/2')]);
  expect(slip.lines.map((line) => [line.receivedFen, line.commissionFen, line.managerFen, line.executorFen, line.expenseAccountFen])).toEqual([
    [-4_567_890, -159_876, -111_913, -47_963, -91_358],
    [4_567_800, 159_873, 111_911, 47_962, 91_356],
  ]);
  expect(slip.totals).toMatchObject({ receivedFen: -90, commissionFen: -3, managerFen: -2, executorFen: -1 });
});

describe('before the rules', () => {
  const in2012 = (month: string, days: readonly string[]) => commissionSlip({
    org: '', department: '', month, policy: [], madeAt: '', rates: [rate(null, '6', '2012-01-01')], receipts: days.map((receivedDay, index) => receipt(String(index), 100, { receivedDay })),
  });

  test('a month before the accounts is refused', () => {
    expect(in2012('2012-03', ['2012-03-31'])).toMatchObject({ code: 'outside-versions', facts: { rule: 'commission-accrual', first: '2012-04-08' } });
  });

  test('in the first month each receipt goes by its own day', () => {
    const slip = in2012('2012-04', ['2012-04-07', '2012-04-08', '2012-04-09']);
    if (isRefusal(slip)) throw new Error(slip.code);
    expect(slip.leftOut.map((line) => [line.receivedDay, line.missing[0]!.code])).toEqual([['2012-04-07', 'outside-versions']]);
    expect(slip.lines.map((line) => line.receivedDay)).toEqual(['2012-04-08', '2012-04-09']);
  });
});

test('a department\'s own share and expense rate count from their day', () => {
  const policy = [
    { rule: 'commission-split', parameter: 'executor_percent', value: '40', fromDay: '2026-09-10', record: 'p1' },
    { rule: 'commission-accrual', parameter: 'expense_rate', value: '2.5', fromDay: '2026-09-11', record: 'p2' },
  ];
  const line = slipOf([receipt('1', 10_000, { executors: [ye] })], [rate(null, '6')], { policy }).lines[0]!;
  expect(line).toMatchObject({ managerFen: 360, executorFen: 240, expenseAccountFen: 200 });
});

describe('properties', () => {
  const anyReceipts = fc.array(fc.record({ fen: fc.integer({ min: 0, max: 10 ** 13 }), executed: fc.boolean(), manager: fc.constantFrom('m1', 'm2') }), { maxLength: 20 });
  const anyRate = fc.integer({ min: 0, max: 1000 }).map((hundredths) => `${hundredths}/100`);

  test('manager and executor always make the commission, and all sums agree', () => {
    fc.assert(fc.property(anyReceipts, anyRate, (given, percent) => {
      const receipts = given.map((each, index) => receipt(String(index), each.fen, { managerId: each.manager, executors: each.executed ? [ye] : [] }));
      const slip = slipOf(receipts, [rate(null, percent), rate(null, percent, '2026-01-01', 'm2')]);
      for (const line of slip.lines) expect(line.managerFen! + (line.executorFen ?? 0)).toBe(line.commissionFen);
      expect(slip.totals.managerFen + slip.totals.executorFen).toBe(slip.totals.commissionFen);
      expect(slip.people.reduce((sum, person) => sum + person.earnedFen, 0)).toBe(slip.totals.commissionFen);
    }), { seed: 20261121, numRuns: 100 });
  });

  test('the order of the receipts does not matter', () => {
    fc.assert(fc.property(anyReceipts, (given) => {
      const receipts = given.map((each, index) => receipt(String(index), each.fen, { managerId: each.manager }));
      expect(slipOf([...receipts].reverse(), [rate(null, '3')])).toEqual(slipOf(receipts, [rate(null, '3')]));
    }), { seed: 20261121, numRuns: 50 });
  });
});
