// Lists kept month by month: a line over each month's rows, days that say only which of the month, years that change between
// the rows, and gifts under the period that they are planned for.

import { describe, expect, it } from 'vitest';
import { formOf } from '../../domain/forms/registry.ts';
import { recogniseSheet } from './recognise.ts';
import { sketch } from './test-support/sketch.ts';
import type { Sketched } from './test-support/sketch.ts';
import { patchRecord } from './write/patch.ts';

type Rows = readonly (readonly Sketched[])[];

const wide = (value: string, columns: number): Sketched => ({ value, columns });
const heading = ['日期', '业务员', '客户', '面谈者', '商谈计划', '面谈概要', '成果', '下次拜访'];
const band = (text: string): Sketched[] => [wide(text, 8)];
const visit = (day: string | number, next = '', who = '林小满'): Sketched[] => [day, who, '甲公司', '王总', '初次拜访', '谈了续约', '有希望', next];
const list = (title: string, ...rows: Rows): Rows => [band(title), heading, ...rows];

function read(rows: Rows, name?: string) {
  return recogniseSheet(sketch(rows, name === undefined ? {} : { name })).records;
}

function days(rows: Rows, name?: string): unknown[] {
  return read(rows, name).map(({ fields, problems }) => fields['report_date'] ?? problems.find(({ path }) => path === 'report_date')?.code);
}

describe('a day without its month', () => {
  it('is one of the month over its rows, also where the headings come again', () => {
    expect(days(list('2026年拜访台账', band('【一月】'), visit('5日'), visit('31日'), band('2月份'), heading, visit('3号')))).toEqual(['2026-01-05', '2026-01-31', '2026-02-03']);
    expect(days(list('2026年拜访台账', ['1月'], visit('5日'), ['2月'], visit('3日')))).toEqual(['2026-01-05', '2026-02-03']);
  });

  it('is one of the month in the title, or in the name of the sheet', () => {
    expect(days(list('2026年3月份拜访台账', visit('12日（周四）')))).toEqual(['2026-03-12']);
    expect(days(list('2026年拜访台账', visit('12日')), '3月')).toEqual(['2026-03-12']);
  });

  it('is asked about where several months are named, or none', () => {
    for (const title of ['2026年3-5月拜访台账', '2026年3月至5月拜访台账', '2026年拜访台账']) expect(days(list(title, visit('12日')))).toEqual(['unreadable-day']);
    expect(days(list('2026年拜访台账', band('二月'), visit('30日'), visit('3日')))).toEqual(['no-such-day', '2026-02-03']);
    expect(days(list('2026年拜访台账', band('一月'), visit('3日'), band('二月'), visit('30日')))).toEqual(['2026-01-03', 'no-such-day']);
  });

  it('is asked about where there are several', () => {
    expect(days(list('2026年3月份拜访台账', visit('3-5日'), visit('3日、4日')))).toEqual(['several-days', 'unreadable-day']);
  });

  it('joins the visits of one person and day', () => {
    const [record, other] = read(list('2026年拜访台账', band('一月'), visit('6日'), ['6日', '林小满', '乙公司', '李总', '建立关系', '送样', '再度访问', '']));
    expect(other).toBeUndefined();
    expect(Object.keys(record!.fields['visits']!)).toHaveLength(2);
  });

  it('is to be confirmed where it is a bare number', () => {
    const [record] = read(list('2026年拜访台账', band('二月'), visit(7)));
    expect([record!.fields['report_date'], record!.uncertain]).toEqual(['2026-02-07', ['report_date']]);
  });

  it('of the next visit may be one of the next month', () => {
    const [record] = read(list('2026年拜访台账', band('一月'), visit('28日', '5日')));
    expect(record!.problems).toMatchObject([{ path: 'visits/row-0/next_visit_date', code: 'unreadable-day' }]);
  });

  it('is written with its month where another takes its place', () => {
    const [record] = read(list('2026年拜访台账', band('一月'), visit('5日')));
    const { writes } = patchRecord(formOf('visit-report')!, record!, [{ path: 'report_date', value: '2026-02-03' }]);
    expect(days(list('2026年拜访台账', band('一月'), visit(String(writes[0]!.value))))).toEqual(['2026-02-03']);
  });
});

it('a row that cannot be read is asked about also behind the sum of the rows above', () => {
  const sum: Sketched[] = [wide('合计', 3), '', '', '', '', ''];
  expect(days(list('2026年拜访台账', visit('1.5'), sum, visit('待定'), visit('2.3')))).toEqual(['2026-01-05', 'unreadable-day', '2026-02-03']);
});

it('a day without a year has that of the month over its rows', () => {
  expect(days(list('客户拜访台账', band('2025年12月'), visit('12.5'), band('2026年1月'), visit('1.5'), visit('6日')))).toEqual(['2025-12-05', '2026-01-05', '2026-01-06']);
});

describe('gifts under the period that they are planned for', () => {
  const gifts = ['客户名称', '馈赠目的', '礼品名称', '礼品数量', '预算价值(元)', '负责人姓名'];
  const gift = (customer: string): Sketched[] => [customer, '答谢', '茶', 2, 300, '林小满'];
  const periods = (title: string, ...lines: string[]): unknown[] => read([band(title), gifts, ...lines.flatMap((line, index) => [band(line), gift(`客户${index}`)])]).map(({ fields }) => fields['plan_period']);

  it('have it from the line over them', () => {
    expect(periods('大客户礼品馈赠计划', '2026年1月（春节）', '2026年第三季度')).toEqual(['2026年1月（春节）', '2026年第三季度']);
  });

  it('have that of the title where it says one, also in brackets', () => {
    expect(periods('2026年度礼品馈赠计划表', '2026年1月（春节）', '2026年9月')).toEqual(['2026年度', '2026年度']);
    expect(read([band('大客户礼品计划（2026年上半年）'), gifts, gift('甲公司')])[0]!.fields['plan_period']).toBe('2026年上半年');
    expect(read([band('大客户礼品计划（2026年3月修订）'), gifts, gift('甲公司')])[0]!.fields).not.toHaveProperty('plan_period');
  });
});

describe('whose the rows are', () => {
  const columns = ['日期', '客户', '面谈人', '目的', '谈话概要', '结果'];
  const line = (day: string, person: string): Sketched[] => [day, '甲农场', person, '初次', '看仓储', '有希望'];
  const owners = (label: string): unknown[] => read([[wide('2026年春季大客户巡访表', 6)], [wide(`${label}：乐正青`, 6)], columns, line('3.2', '王五'), [wide('小计 1次', 6)], [wide(`${label}：牧野`, 6)], columns, line('3.3', '汲黯生'), [wide('小计 1次', 6)], [wide(`${label}：丰年`, 6)], columns, line('3.5', '壶子')]).map(({ fields }) => fields['reporter']);

  it('stands over each stretch of them, in a word for the same', () => {
    for (const label of ['走访人', '巡访人', '探访人']) expect(owners(label)).toEqual(['乐正青', '牧野', '丰年']);
  });

  it('is never somebody who was visited in the rows above', () => {
    expect(owners('带队的')).not.toContain('汲黯生');
  });
});
