// Lists whose rows stand in groups, a line over each saying the customer, the day, or whose it is; and lists whose records
// take a second line, with labels of its own.

import { describe, expect, it } from 'vitest';
import { formOf } from '../../../domain/forms/registry.ts';
import { patchRecord } from '../write/patch.ts';
import { recogniseSheet } from '../recognise.ts';
import { sketch } from '../test-support/sketch.ts';
import type { Sketched } from '../test-support/sketch.ts';
import { recordAsRead } from '../truth.ts';

type Rows = readonly (readonly Sketched[])[];

function read(rows: Rows) {
  const { records, lists } = recogniseSheet(sketch(rows));
  return { records: records.map((record) => recordAsRead(formOf(record.form)!, record.fields)), lists, ranges: records.map((record) => record.range), uncertain: records.flatMap((record) => record.uncertain), problems: records.flatMap((record) => record.problems) };
}

const wide = (value: string, columns: number): Sketched => ({ value, columns });
const gift = ['馈赠目的', '礼品名称', '礼品数量', '预算价值(元)', '负责人姓名'];
const given = (purpose: string, name: string): Sketched[] => [purpose, name, 2, 300, '林小满'];
const title: Rows = [[wide('2026年第四季度礼品馈赠计划表', 5)]];

describe('gifts in groups', () => {
  it.each([
    ['客户名称：长河物流有限公司　　所属行业：医疗', '客户名称：青禾学校'],
    ['一、长河物流有限公司', '二、青禾学校'],
    ['【长河物流有限公司】', '【青禾学校】'],
  ])('are of the customer over them: %s', (one, other) => {
    const found = read([...title, gift, [wide(one, 5)], given('中秋', '茶'), given('国庆', '酒'), [wide(other, 5)], given('教师节', '花')]);
    expect(found.records.map((record) => [record['customer'], record['gift_name']])).toEqual([['长河物流有限公司', '茶'], ['长河物流有限公司', '酒'], ['青禾学校', '花']]);
    expect(found.problems).toEqual([]);
    expect(found.records[2]).not.toHaveProperty('industry');
  });

  it('may have the headings once more under each customer, and its name in a cell of its own', () => {
    const found = read([...title, ['客户名称：', wide('长河物流', 4)], gift, given('中秋', '茶'), ['小计', '', 2, 300, ''], ['客户名称：', wide('青禾学校', 4)], gift, given('教师节', '花'), ['合计', '', 4, 600, '']]);
    expect(found.records.map((record) => [record['customer'], record['gift_name'], record['plan_period']])).toEqual([['长河物流', '茶', '2026年第四季度'], ['青禾学校', '花', '2026年第四季度']]);
  });

  it('ask where a line only seems to be a name, and take no other line for one', () => {
    expect(read([...title, gift, [wide('千帆渡', 5)], given('中秋', '茶'), ['● 邻里通'], given('国庆', '酒')]).uncertain).toEqual(['customer', 'customer']);
    for (const line of ['千帆渡', '一、华东区', '9月', '（一）已批准', '重点客户', '注：以下未定']) expect(read([...title, gift, [line], given('中秋', '茶')]).records.filter((record) => record['customer'] !== undefined)).toEqual([]);
  });

  it('take no new rows, for which group would they be of', () => {
    const [list] = read([...title, gift, ['一、长河物流有限公司'], given('中秋', '茶'), ['', '', '', '', ''], ['二、青禾学校'], given('教师节', '花'), ['', '', '', '', '']]).lists;
    expect(list!.region).toMatchObject({ spareRows: [], isOpenEnded: false });
  });
});

const visit = ['客户名称', '面谈人', '商谈计划', '面谈概要', '成果'];
const met = (customer: string): Sketched[] => [customer, '王总', 'b', '谈了续约', 'A'];

describe('visits in groups', () => {
  it('are of the day over them, and of whom the sheet is', () => {
    const found = read([[wide('客户拜访记录表', 5)], [wide('填表人：林小满', 5)], visit, [wide('2026年11月3日（周二）', 5)], met('甲公司'), met('乙公司'), [wide('2026年11月4日（周三）', 5)], met('丙公司')]);
    expect(found.records.map((record) => [record['reporter'], record['report_date'], (record['visits'] as { customer: string }[]).map(({ customer }) => customer)])).toEqual([['林小满', '2026-11-03', ['甲公司', '乙公司']], ['林小满', '2026-11-04', ['丙公司']]]);
  });

  it('are of the person over them', () => {
    const found = read([[wide('客户拜访记录表', 6)], ['日期', ...visit], [wide('客户经理：林小满', 6)], ['2026-11-03', ...met('甲公司')], [wide('客户经理：周立夏', 6)], ['2026-11-03', ...met('乙公司')]]);
    expect(found.records.map((record) => [record['reporter'], record['report_date']])).toEqual([['林小满', '2026-11-03'], ['周立夏', '2026-11-03']]);
  });

  it('are with the customer over them', () => {
    const found = read([[wide('客户拜访记录表', 6)], ['拜访日期', '拜访人', ...visit.slice(1)], [wide('客户名称：甲公司', 6)], ['2026-11-03', '林小满', ...met('').slice(1)], ['2026-11-04', '林小满', ...met('').slice(1)], [wide('客户名称：乙公司', 6)], ['2026-11-04', '林小满', ...met('').slice(1)]]);
    expect(found.records.map((record) => [record['report_date'], (record['visits'] as { customer: string }[]).map(({ customer }) => customer)])).toEqual([['2026-11-03', ['甲公司']], ['2026-11-04', ['甲公司', '乙公司']]]);
  });

  it('have nothing from the line where people sign', () => {
    const found = read([[wide('客户拜访记录表', 7)], ['日期', '拜访人', ...visit], ['2026-11-03', '林小满', ...met('甲公司')], [wide('填表人：周立夏　　日期：2026-11-30', 7)]]);
    expect(found.records.map((record) => [record['reporter'], record['report_date']])).toEqual([['林小满', '2026-11-03']]);
  });
});

const log = ['序号', '走访日期', '业务员', '客户名称', '受访人', '拜访目的', '结果'];
const lines = (number: number, day: string, summary: string, next: string): Rows => [[{ value: number, rows: 2 }, { value: day, rows: 2 }, '林小满', '甲公司', '王总', 'b.处理问题', 'B.有希望'], ['', '', '走访纪要', wide(summary, 3), next]];

describe('records of two lines', () => {
  it('are read with what the second says under its labels, and keep its cells', () => {
    const rows: Rows = [[wide('2026年9月客户走访记录表', 7)], log, ...lines(1, '2026-09-02', '谈了续约', '下次：9月16日'), ...lines(2, '2026-09-03', '换届', '下次：'), [wide('合计：2次', 7)]];
    const found = read(rows);
    expect(found.records.map((record) => [record['report_date'], record['visits']])).toEqual([
      ['2026-09-02', [{ customer: '甲公司', interviewee: '王总', plan: '处理问题', result: '有希望', summary: '谈了续约', next_visit_date: '2026-09-16' }]],
      ['2026-09-03', [{ customer: '甲公司', interviewee: '王总', plan: '处理问题', result: '有希望', summary: '换届' }]],
    ]);
    expect(found.ranges).toEqual([{ row: 2, column: 0, rows: 2, columns: 7 }, { row: 4, column: 0, rows: 2, columns: 7 }]);
    expect(found.lists[0]!.region).toMatchObject({ spareRows: [], isOpenEnded: false });
  });

  it('of a list form too, nothing merged, under lines of groups', () => {
    const heading = ['礼品名称', '礼品数量', '预算价值(元)', '负责人姓名'];
    const rows: Rows = [...title, heading, [wide('客户：长河物流有限公司', 4)], ['茶', 2, 300, '林小满'], ['馈赠目的：', '中秋', '备注：急', ''], ['酒', 1, 900, '周立夏'], ['馈赠目的：', '国庆', '备注：', ''], ['合计', 3, 1200, '']];
    expect(read(rows).records.map((record) => [record['customer'], record['gift_name'], record['gift_purpose'], record['remark']])).toEqual([['长河物流有限公司', '茶', '中秋', '急'], ['长河物流有限公司', '酒', '国庆', undefined]]);
  });

  it('are written back into their own cells', () => {
    const image = sketch([[wide('2026年9月客户走访记录表', 7)], log, ...lines(1, '2026-09-02', '谈了续约', '下次：9月16日')]);
    const [record] = recogniseSheet(image).records;
    const patch = patchRecord(formOf('visit-report')!, record!, [{ path: 'visits/row-0/summary', value: '改期' }, { path: 'visits/row-0/next_visit_date', value: '2026-10-08' }]);
    expect(patch.kept).toEqual([]);
    expect(patch.writes.map(({ row, column, value }) => [row, column, value])).toEqual([[3, 3, '改期'], [3, 6, '下次：10月8日']]);
  });
});

it('two lists side by side have the title that runs over both, and each its own period', () => {
  const half = ['客户名称', '礼品名称', '礼品数量', '单价(元)', '预算价值(元)', '负责人', '备注'];
  const one = (customer: string, name: string): Sketched[] => [customer, name, 2, 100, 200, '莫凡', ''];
  const rows: Rows = [[wide('启元电子礼品馈赠计划表', 15)], [wide('2026年端午节', 7), '', wide('2026年中秋节', 7)], [...half, '', ...half], [...one('甲公司', '粽子'), '', ...one('甲公司', '月饼')], ['', '', '', '', '', '', '', '', ...one('乙公司', '茶')]];
  expect(read(rows).records.map((record) => [record['customer'], record['gift_name'], record['plan_period']])).toEqual([['甲公司', '粽子', '2026年端午节'], ['甲公司', '月饼', '2026年中秋节'], ['乙公司', '茶', '2026年中秋节']]);
});
