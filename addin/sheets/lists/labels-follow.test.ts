// Cards whose lines look like the headings of a list: each is read as a card, and the list beside it is none of it.

import { describe, expect, it } from 'vitest';
import { formOf } from '../../../domain/forms/registry.ts';
import { recogniseSheet } from '../recognise.ts';
import { sketch } from '../test-support/sketch.ts';
import type { Sketched } from '../test-support/sketch.ts';
import { recordAsRead } from '../truth.ts';

type Rows = readonly (readonly Sketched[])[];

const wide = (value: string, columns: number): Sketched => ({ value, columns });
const gift = { customer: '长河物流有限公司', gift_purpose: '中秋问候', gift_name: '茶礼盒', quantity: 2, budget_value: 30_000, responsible: '林小满' };

function read(rows: Rows): readonly unknown[] {
  return recogniseSheet(sketch(rows)).records.map((record) => recordAsRead(formOf(record.form)!, record.fields));
}

const below: Rows = [['馈赠目的', '礼品名称', '礼品数量'], ['中秋问候', '茶礼盒', 2], ['预算价值(元)', '负责人姓名', ''], [300, '林小满', '']];

describe('a plan of gifts drawn as a card', () => {
  it('has its last labels over their values, and heads no list with them', () => {
    expect(read([[wide('礼品馈赠计划表', 3)], [wide('客户名称', 3)], [wide(gift.customer, 3)], ...below])).toEqual([gift]);
    expect(read([[wide('礼品馈赠计划表', 3)], ['预算价值(元)', '负责人姓名', '礼品数量'], [300, '林小满', 2], ['客户名称：', '馈赠目的：', '礼品名称：'], [gift.customer, '中秋问候', '茶礼盒']])).toEqual([gift]);
  });

  it('is read without the list beside it, whose headings are words of the form', () => {
    const card: Rows = [[wide('礼品馈赠计划表', 4)], ['客户名称', gift.customer, '礼品名称', '茶礼盒'], ['馈赠目的', '中秋问候', '礼品数量', 2], ['预算价值(元)', 300, '负责人姓名', '林小满']];
    const stock: Rows = [['', '', '', ''], ['', '品名', '数量', '单价'], ['', '王建国', '√', 7], ['', '周海燕', '办公室', 28]];
    expect(read(card.map((row, index) => [...row, ...stock[index]!]))).toEqual([gift]);
  });

  it('lends nothing to a blank one under it', () => {
    const filled: Rows = [[wide('礼品馈赠计划表', 3)], [`客户名称：${gift.customer}`, '馈赠目的：中秋问候', '礼品名称：茶礼盒'], ['礼品数量：2', '预算价值(元)：300', '负责人姓名：林小满']];
    const blank: Rows = [[wide('礼品馈赠计划表', 3)], ['客户名称：', '馈赠目的：', '礼品名称：'], ['礼品数量：', '预算价值(元)：', '负责人姓名：']];
    expect(read([...filled, [], ...blank])).toEqual([gift]);
    expect(read([...blank, [], ...filled])).toEqual([gift]);
  });
});

it('a list goes on where lines of groups stand under its headings', () => {
  const rows: Rows = [[wide('2025年提成费率表', 3)], ['费率：', '生效日期：', '合同编号：'], [wide('客户经理：张一鸣', 3)], ['10%', '2025-09-18', 'XS-1'], ['客户经理：', '冯建国', ''], ['2.25%', '2025-06-25', 'KA-2']];
  expect(read(rows)).toMatchObject([{ member: '张一鸣', contract_no: 'XS-1', rate: 10 }, { member: '冯建国', contract_no: 'KA-2', rate: 2.25 }]);
});
