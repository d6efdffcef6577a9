// Totals of lists, under a column and at the end of a line: what nobody can have reckoned is shown with its cell.

import { describe, expect, it } from 'vitest';
import { addressOf } from '../image.ts';
import { recogniseSheet } from '../recognise.ts';
import { sketch } from '../test-support/sketch.ts';
import type { Sketched } from '../test-support/sketch.ts';

type Rows = readonly (readonly Sketched[])[];

const wide = (value: string, columns: number): Sketched => ({ value, columns });

function differing(rows: Rows, hiddenRows: readonly number[] = []): string[] {
  const { problems } = recogniseSheet(sketch(rows, { hiddenRows }));
  return problems.filter(({ code }) => code === 'total-differs').map(({ row, column, text, facts }) => `${addressOf(row, column)} ${text} ${facts!['sum']}`);
}

const gifts = (total: Sketched, second: Sketched[] = ['乙公司', '新春', '茶', 2, 200, '林小满']): Rows => [['礼品馈赠计划表'], ['客户名称', '馈赠目的', '礼品名称', '数量', '预算价值', '负责人', '备注'], ['甲公司', '新春', '茶', 1, 100, '林小满'], second, ['合计', '', '', 3, total]];

describe('the total under a list', () => {
  it('is shown where it differs, also written in words', () => {
    expect(differing(gifts(300))).toEqual([]);
    expect(differing(gifts('叁佰元整'))).toEqual([]);
    expect(differing(gifts(310))).toEqual(['E5 310 300.00']);
    expect(differing(gifts('310元'))).toEqual(['E5 310元 300.00']);
  });

  it('may count what was taken back, or what a filter hides, or not', () => {
    const voided: Sketched[] = ['乙公司', '新春', '茶', 2, 200, '林小满', '作废'];
    for (const total of [100, 300]) expect(differing(gifts(total, voided))).toEqual([]);
    for (const total of [100, 300]) expect(differing(gifts(total), [3])).toEqual([]);
    expect(differing(gifts(200, voided))).toEqual(['E5 200 100.00']);
  });

  it('is not judged where an amount is not known, and one that waits is none', () => {
    expect(differing(gifts(999, ['乙公司', '新春', '茶', 2, '约200', '林小满']))).toEqual([]);
    expect(differing(gifts(999, ['乙公司', '新春', '茶', 2, '2百多', '林小满']))).toEqual([]);
    expect(differing(gifts(100, ['乙公司', '新春', '茶', 2, '待询价', '林小满']))).toEqual([]);
    expect(differing(gifts(120, ['乙公司', '新春', '茶', 2, '待询价', '林小满']))).toEqual(['E5 120 100.00']);
  });

  it('of all pages is not that of the last', () => {
    const page: Rows = [[wide('礼品馈赠计划表（第2页）', 7)], ...gifts(900).slice(1)];
    expect(differing([...gifts(300).slice(0, 4), ...page])).toEqual([]);
  });
});

describe('a list of cards', () => {
  const heading: Sketched[] = ['日期', '填表人', '客户', '面谈者', '商谈计划', '面谈概要', '成果', '交通费', '餐费', '合计'];
  const line = (day: string, fare: Sketched, meal: Sketched, sum: Sketched): Sketched[] => [day, '林小满', '甲公司', '王总', 'b', '谈', 'A', fare, meal, sum];

  it('is summed up in each column and in each line', () => {
    const rows = (sum: Sketched, fares: Sketched): Rows => [['2026年拜访台账'], heading, line('2026-11-03', 30, 12, 42), line('2026-11-04', 20, '', sum), ['合计', '', '', '', '', '', '', fares, 12, 62]];
    expect(differing(rows(20, 50))).toEqual([]);
    expect(differing(rows(25, 50))).toEqual(['J4 25 20.00']);
    expect(differing(rows(20, 60))).toEqual(['H5 60 50.00']);
  });
});
