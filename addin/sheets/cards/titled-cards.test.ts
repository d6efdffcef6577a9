// Cards of a list's form, each with its period in its own title.

import { expect, it } from 'vitest';
import { recogniseSheet } from '../recognise.ts';
import { sketch } from '../test-support/sketch.ts';
import type { Sketched } from '../test-support/sketch.ts';

const wide = (value: string, columns: number): Sketched => ({ value, columns });

function gift(period: string, customer: string): Sketched[][] {
  return [[wide(`${period}礼品馈赠计划表`, 4)], ['客户名称', customer, '礼品名称', '茶礼盒'], ['馈赠目的', '问候', '礼品数量', 2], ['预算价值(元)', 300, '负责人姓名', '林小满']];
}

it('gifts side by side or under one another are each of the period in their own title', () => {
  const [first, second] = [gift('2026年上半年', '甲公司'), gift('2026年中秋', '乙公司')];
  for (const rows of [first.map((row, index) => [...row, '', ...second[index]!]), [...first, [], ...second]]) {
    expect(recogniseSheet(sketch(rows)).records.map(({ fields }) => [fields['customer'], fields['plan_period']])).toEqual([['甲公司', '2026年上半年'], ['乙公司', '2026年中秋']]);
  }
});
