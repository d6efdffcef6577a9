// Rows that hold what was another record's: which ways of working are asked about, and which are nobody's business.

import { describe, expect, it } from 'vitest';
import { formOf } from '../../../domain/forms/registry.ts';
import type { Fields } from '../../../domain/forms/definition.ts';
import { drawForm } from '../write/draw-form.ts';
import { imageOfPlan } from '../write/image-of-plan.ts';
import { ledgerEntryOf } from '../ledger-entry.ts';
import { matchRecords } from './match.ts';
import type { Matching } from './match.ts';
import { recogniseWorkbook } from '../recognise.ts';

const salt = 'salt';
const contracts = formOf('contract')!;
const kinds = ['销售合同', '服务合同', '其他'];

function contract(number: number, more: Fields = {}): Fields {
  return { contract_no: `HT-${number}`, customer: `客户${number % 3}`, type: kinds[number % 3]!, signed_day: `2026-09-0${number}`, amount: number * 10_000, remark: `备注${number}`, ...more };
}

function read(rows: readonly Fields[], form = contracts) {
  return recogniseWorkbook({ sheets: [imageOfPlan(drawForm(form, rows, { name: '表', key: '表' }))], isStructureProtected: false });
}

function match(before: readonly Fields[], after: readonly Fields[], answers = new Map<string, string>(), form = contracts): Matching {
  const ledger = read(before, form).records.map((record, turn) => ledgerEntryOf(form, { id: String(record.fields['contract_no'] ?? turn), rev: 1, fields: record.fields }, record, salt));
  return matchRecords(read(after, form), ledger, { salt, newRowId: () => 'row', answers });
}

function asked({ questions }: Matching): string[] {
  return questions.map(({ kind, record, candidates }) => `${kind} ${String(record.fields['contract_no'])}: ${candidates.map((entry) => entry.record).sort().join(' ')}`).sort();
}

const five = [1, 2, 3, 4, 5].map((number) => contract(number));

/** The rows with these fields in another order, as a sort leaves them that was made without the other columns. */
function sortedAlone(rows: readonly Fields[], keys: readonly string[], order: readonly number[]): Fields[] {
  return rows.map((row, turn) => {
    const from = rows[order[turn]!]!;
    return Object.fromEntries(Object.keys(row).map((key) => [key, keys.includes(key) ? from[key]! : row[key]!]));
  });
}

describe('a selection sorted without all its columns', () => {
  const reversed = [4, 3, 2, 1, 0];

  it.each([[['contract_no', 'customer', 'type']], [['contract_no']], [['amount', 'remark']], [['remark']], [['contract_no', 'customer', 'type', 'signed_day', 'amount']]])('is asked about, row by row: %j', (keys) => {
    const { questions, matched } = match(five, sortedAlone(five, keys, reversed));
    expect([questions.length, matched.length]).toEqual([4, 1]);
    for (const question of questions) expect(question.candidates.length).toBeGreaterThan(1);
  });

  it('is asked about also where somebody went on typing, and where a row was put in', () => {
    const sorted = sortedAlone(five, ['contract_no', 'customer', 'type', 'signed_day'], [1, 2, 3, 4, 0]);
    const typed = sorted.map((row, turn) => (turn === 2 ? { ...row, remark: '又写了一句' } : row));
    expect(match(five, [contract(9), ...typed]).questions.map(({ kind }) => kind)).toEqual(['mixed', 'mixed', 'mixed', 'mixed', 'mixed']);
  });

  it('of a part of the key is asked about also where nearly all the rows are there twice', () => {
    const gift = (customer: string, turn: number): Fields => ({ plan_period: '2026年第四季度', customer, gift_purpose: '新年', gift_name: `茶${turn}`, quantity: turn, budget_value: turn * 10_000, responsible: '林小满' });
    const plans = [gift('百草笺', 4), gift('千帆渡', 5), gift('百草笺', 4), gift('千帆渡', 5), gift('千帆渡', 8), gift('百草笺', 7)];
    const { questions, created, gone } = match(plans, sortedAlone(plans, ['customer'], [1, 3, 4, 0, 2, 5]), new Map(), formOf('gift-plan')!);
    expect([questions.map(({ kind }) => kind), created, gone]).toEqual([['mixed', 'mixed', 'mixed', 'mixed'], [], []]);
  });

  it('of a column that has few values is seen by the rows that moved past it', () => {
    const sparse = five.map(({ remark: _none, ...row }, turn) => (turn === 1 ? { ...row, remark: '只此一句' } : row));
    expect(asked(match(sparse, sortedAlone(sparse.map((row) => ({ remark: '', ...row })), ['contract_no', 'customer', 'type', 'signed_day', 'amount'], reversed)))).toEqual(['mixed HT-2: HT-2', 'mixed HT-4: HT-2 HT-4']);
  });

  it('is asked about also where a row took part that was never synchronised', () => {
    const asked = match(five, sortedAlone([...five, contract(6)], ['remark'], [5, 1, 2, 3, 4, 0])).questions;
    expect(asked.map(({ record, candidates }) => [record.fields['contract_no'], ...candidates.map((entry) => entry.record)])).toEqual([['HT-1', 'HT-1'], ['HT-6', 'HT-1']]);
  });

  it('of a column with few values is asked about also where one of them was typed besides', () => {
    const dozen = Array.from({ length: 12 }, (_, turn) => contract(turn + 1, { contract_no: `HT-${String(turn + 1).padStart(2, '0')}`, signed_day: '2026-09-01', type: ['销售合同', '补充协议'][turn % 2]! }));
    const sorted = sortedAlone(dozen, ['type'], [0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11]).map((row, turn) => (turn === 0 ? { ...row, type: '其他' } : row));
    expect(asked(match(dozen, sorted)).map((line) => line.split(':')[0])).toEqual(['01', '02', '04', '06', '07', '09', '11'].map((number) => `mixed HT-${number}`));
  });

  it('holds back every row of the list that took what somebody lost, however common it is', () => {
    const common = [1, 2, 3].map((number) => contract(number, { amount: number === 1 ? 10_000 : 20_000 }));
    const took = common.map((row, turn) => ({ ...row, amount: [20_000, 30_000, 40_000][turn]! }));
    expect(asked(match(common, took))).toEqual([]);
    expect(asked(match(common, sortedAlone(took, ['remark'], [0, 2, 1])))).toEqual(['mixed HT-1: HT-1 HT-2 HT-3', 'mixed HT-2: HT-2 HT-3', 'mixed HT-3: HT-2 HT-3']);
  });

  it('holds back, too, the row that lost a common value to one of those', () => {
    const before = five.map((row, turn) => (turn === 2 ? { ...row, amount: 20_000 } : row));
    const { amount: _emptied, ...second } = before[1]!;
    const after = sortedAlone([{ ...before[0]!, amount: 20_000 }, second, ...before.slice(2)], ['remark'], [0, 1, 2, 4, 3]);
    expect(asked(match(before, after)).map((line) => line.split(':')[0])).toEqual(['mixed HT-1', 'mixed HT-2', 'mixed HT-4', 'mixed HT-5']);
  });

  it('is asked about also where a copy of the list stands on another sheet, record by record', () => {
    const gifts = formOf('gift-plan')!;
    const rows = five.map((_, turn) => ({ plan_period: '2026年第四季度', customer: `客户${turn}`, gift_purpose: '新年', gift_name: `礼盒${turn}`, quantity: 1, budget_value: 10_000 * (turn + 1), responsible: '林小满', remark: `备注${turn}` }));
    const on = (name: string, list: readonly Fields[]) => imageOfPlan(drawForm(gifts, list, { name, key: name }));
    const both = (list: readonly Fields[]) => recogniseWorkbook({ sheets: [on('表', rows), on('副本', list)], isStructureProtected: false });
    const ledger = both(rows).records.map((record, turn) => ledgerEntryOf(gifts, { id: `record-${turn}`, rev: 1, fields: record.fields }, record, salt));
    const sorted = sortedAlone(rows, ['gift_name', 'quantity', 'budget_value'], [1, 2, 3, 4, 0]);
    const { questions, created, matched } = matchRecords(both(sorted), ledger, { salt, newRowId: () => 'row' });
    expect([questions.map(({ kind, record }) => [kind, record.sheetName]), created, matched.length]).toEqual([Array(5).fill(['mixed', '副本']), [], 5]);
  });

  it('is what the person says it is', () => {
    const sorted = sortedAlone(five, ['remark'], [1, 0, 2, 3, 4]);
    const [first] = match(five, sorted).questions;
    const told = match(five, sorted, new Map([[first!.id, 'HT-1']]));
    expect(told.matched.map(({ entry }) => entry.record)).toContain('HT-1');
    expect(asked(told)).toEqual(['mixed HT-2: HT-1 HT-2']);
  });
});

describe('what people do every day', () => {
  it.each([
    ['sorting whole rows', [4, 2, 0, 1, 3].map((turn) => five[turn]!)],
    ['sorting whole rows and typing into some', [4, 2, 0, 1, 3].map((turn) => ({ ...five[turn]!, ...(turn % 2 ? { remark: `新备注${turn}`, amount: 7 } : {}) }))],
    ['putting off every day by one', five.map((row, turn) => ({ ...row, signed_day: `2026-09-0${turn + 2}` }))],
    ['writing the same remark into all', five.map((row) => ({ ...row, remark: '已核对' }))],
    ['writing one remark into another row too', five.map((row, turn) => (turn === 3 ? { ...row, remark: '备注1' } : row))],
    ['copying a row, and typing into the first before the copy was ever sent', [contract(1, { remark: '改在原行' }), contract(1, { contract_no: 'HT-9' }), ...five.slice(1)]],
    ['moving some kinds on to the next', five.map((row, turn) => (turn < 2 ? { ...row, type: kinds[(kinds.indexOf(String(row['type'])) + 1) % 3]! } : row))],
  ])('%s is not asked about', (_name, after) => {
    expect(asked(match(five, after))).toEqual([]);
  });
});
