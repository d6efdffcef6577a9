// Rows that a list or a card gains: in the blank rows first, then under the last one, and never where something stands.

import { describe, expect, it } from 'vitest';
import { formOf } from '../../../domain/forms/registry.ts';
import type { Fields, FormDefinition } from '../../../domain/forms/definition.ts';
import type { SheetImage } from '../image.ts';
import { patchRecord } from './patch.ts';
import { recordPlaces } from './place-record.ts';
import { recogniseSheet } from '../recognise.ts';
import { rowSupply } from './row-supply.ts';
import { sketch } from '../test-support/sketch.ts';
import type { Sketched } from '../test-support/sketch.ts';
import { writtenImage } from './written-image.ts';
import { recordAsRead } from '../truth.ts';

const gift = formOf('gift-plan')!;
const visit = formOf('visit-report')!;
const giftHead: Sketched[] = ['序号', '客户名称', '所属行业', '合作情况', '馈赠目的', '礼品名称', '数量', '预算价值(元)', '责任人', '备注'];
const giftRow = (number: Sketched, customer: string): Sketched[] => [number, customer, '电商', '合作中', '维护', '茶叶', 2, { value: 300, format: '#,##0.00' }, '林小满', ''];
const giftOf = (customer: string): Fields => ({ plan_period: '2026年9月', customer, industry: '电商', gift_name: '月饼', quantity: 3, budget_value: 12_300, responsible: '周立夏' });
const title: Sketched[] = [{ value: '2026年9月礼品馈赠计划表', columns: 10 }];

const visitHead: Sketched[] = ['日期', '填表人', '客户', '面谈者', '商谈计划', '面谈概要', '成果'];
const visitRow = (day: number, customer: string): Sketched[] => [{ value: day, format: 'yyyy-mm-dd' }, '林小满', customer, '甲', 'a', '谈', 'B'];
const visits = (rows: readonly Sketched[][]): SheetImage => sketch([[{ value: '客户拜访记录表', columns: 7 }], visitHead, ...rows]);
const visitOf = (customer: string, plan = '初次拜访') => ({ customer, interviewee: '乙', plan, summary: '又谈', result: '有希望' });

function placed(image: SheetImage, form: FormDefinition, all: readonly Fields[]): { readonly rows: number[]; readonly after: Fields[]; readonly looks: number[] } {
  const found = recogniseSheet(image);
  const place = recordPlaces({ lists: found.lists, blanks: found.blanks });
  const places = all.map((fields) => place(form, fields));
  const patches = places.flatMap((one) => (one.kind === 'cells' ? [one] : []));
  const after = recogniseSheet(writtenImage(image, patches.flatMap((one) => one.patch.writes)));
  return { rows: patches.map((one) => one.place.row), after: after.records.map((record) => recordAsRead(form, record.fields) as Fields), looks: patches.flatMap((one) => one.patch.newLines.map((line) => line.like)) };
}

describe('a new record of a list', () => {
  it('takes the blank rows, also those with a running number, then the rows below, which look like the last one', () => {
    const image = sketch([title, giftHead, giftRow(1, '千帆渡'), [2, '', '', '', '', '', '', '', '', '']]);
    const { rows, after, looks } = placed(image, gift, [giftOf('甲公司'), giftOf('乙公司')]);
    expect(rows).toEqual([3, 4]);
    expect(looks).toEqual([3]);
    expect(after.map((fields) => fields['customer'])).toEqual(['千帆渡', '甲公司', '乙公司']);
    expect(after[2]).toEqual(recordAsRead(gift, giftOf('乙公司')));
  });

  it('stands above a total where a row is free, and nowhere where none is', () => {
    const total: Sketched[] = [{ value: '合计', columns: 7 }, { value: 300, formula: '=SUM(H3:H4)' }];
    const blank: Sketched[] = ['', '', '', '', '', '', '', { value: '', format: '#,##0.00' }, '', ''];
    expect(placed(sketch([title, giftHead, giftRow(1, '千帆渡'), blank, total]), gift, [giftOf('甲公司'), giftOf('乙公司')]).rows).toEqual([3]);
    expect(placed(sketch([title, giftHead, giftRow(1, '千帆渡'), total]), gift, [giftOf('甲公司')]).rows).toEqual([]);
  });

  it('does not go into rows that are hidden, merged into others, or said something of', () => {
    const hidden = sketch([title, giftHead, giftRow(1, '千帆渡'), ['', '', '', '', '', '', '', '', '', ''], ['', '', '', '', '', '', '', '', '', '']], { hiddenRows: [3] });
    expect(placed(hidden, gift, [giftOf('甲公司')]).rows).toEqual([4]);
    const merged = sketch([title, giftHead, giftRow(1, '千帆渡'), ['', { value: '', rows: 2 }, '', '', '', '', '', '', '', ''], ['', '', '', '', '', '', '', '', '', ''], ['', '', '', '', '', '', '', '', '', '']]);
    expect(placed(merged, gift, [giftOf('甲公司')]).rows).toEqual([5]);
  });
});

describe('a list of cards', () => {
  it('gains a report with two visits as two lines that both say whose and when', () => {
    const report = { reporter: '周立夏', report_date: '2026-10-14', visits: { a: { ...visitOf('乙公司'), order: 0 }, b: { ...visitOf('丙公司', '处理问题'), order: 1 } } };
    const { rows, after, looks } = placed(visits([visitRow(46_307, '千帆渡')]), visit, [report]);
    expect([rows, looks]).toEqual([[3], [2, 2]]);
    expect(after).toEqual([expect.objectContaining({ report_date: '2026-10-12' }), recordAsRead(visit, report)]);
  });

  it('gains a visit of a report that is there in its first blank line, whichever record asks first', () => {
    const blank: Sketched[] = ['', '', '', '', '', '', ''];
    const image = visits([visitRow(46_307, '千帆渡'), visitRow(46_308, '百草笺'), blank, blank]);
    const supply = rowSupply();
    const patches = recogniseSheet(image).records.map((record, index) => patchRecord(visit, record, Object.entries(visitOf(`新${index}`)).map(([column, value]) => ({ path: `visits/new${index}/${column}`, value })), supply));
    expect(patches.map((patch) => patch.rowPlaces)).toEqual([expect.objectContaining({ 'visits/new0': { row: 4, column: 2 } }), expect.objectContaining({ 'visits/new1': { row: 5, column: 2 } })]);
    const after = recogniseSheet(writtenImage(image, patches.flatMap((patch) => patch.writes))).records;
    expect(after.map((record) => Object.values(record.fields['visits'] as object).map((row: { customer: string }) => row.customer))).toEqual([['千帆渡', '新0'], ['百草笺', '新1']]);
  });
});
