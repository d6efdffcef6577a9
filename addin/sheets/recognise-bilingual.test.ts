// Forms in two languages: labels, signatures and footers with English words beside the Chinese, crosses for ticks, names
// that a stroke parts.

import { describe, expect, it } from 'vitest';
import { formOf } from '../../domain/forms/registry.ts';
import { recogniseSheet } from './recognise.ts';
import { sketch } from './test-support/sketch.ts';
import type { Sketched } from './test-support/sketch.ts';
import { recordAsRead } from './truth.ts';

type Rows = readonly (readonly Sketched[])[];

const wide = (value: string, columns: number): Sketched => ({ value, columns });

function read(rows: Rows): Record<string, unknown> {
  const [record] = recogniseSheet(sketch(rows)).records;
  return recordAsRead(formOf(record!.form)!, record!.fields);
}

const application: Rows = [[wide('客户接待申请表', 4)], ['客户名称', '甲公司', '接待时间', '2026-11-03 18:00'], ['费用类型', '自费', '接待档次', '中档'], ['招待目的', wide('客户来访时的招待', 3)]];

it.each([
  ['签字 Sign: 王一', '日期 Date: 2026/11/1'],
  ['Signature 签字：王一', 'Date 日期：2026/11/1'],
  ['签字/Signature: 王一', '日期/Date: 2026.11.1'],
  ['Signed: 王一', 'Date: 2026-11-01'],
])('a signature stands behind its label in both languages: %s', (name, day) => {
  expect(read([...application, ['审核签字', '大客户总监 Director', name, day]])['approvals']).toEqual([{ role: '大客户总监', name: '王一', date: '2026-11-01' }]);
});

it('where nobody has signed yet stands no name', () => {
  expect(read([...application, ['审核签字', '大客户总监', '签字 Sign: ', '日期 Date: '], ['', '申请人', '签字 Sign: 林小满', '日期 Date: ']])['approvals']).toEqual([{ role: '申请人', name: '林小满' }]);
});

it.each(['Prepared by 制表: 柯以宁', '编制 Compiled by: 柯以宁', 'Checked by: 柯以宁'])('who made the sheet is no opinion under a label left empty: %s', (footer) => {
  const record = read([[wide('客户档案表', 4)], ['档案编号', 'A1', '建档日期', '2026-1-2'], ['客户名称', '甲公司', '电话', '0571-1'], ['总监意见', wide('同意', 3)], [`总经理意见 GM's opinion`], [footer, '', 'Rev.3']]);
  expect(record).toMatchObject({ director_opinion: '同意' });
  expect(record).not.toHaveProperty('gm_opinion');
});

describe('a cross under a letter', () => {
  const report = (...marks: readonly string[]): unknown => {
    const { visits } = read([[wide('客户拜访日报表', 7)], ['填表人', '林小满', '日期', '2026-11-03'], ['客户', '面谈者', wide('商谈计划', 3), '面谈概要', '成果'], ['', '', 'a', 'b', 'c'], ['甲公司', '王总', ...marks, '谈了续约', '有希望']]) as { readonly visits: readonly { readonly plan?: string }[] };
    return visits[0]!.plan;
  };

  it('alone in its line is a tick', () => {
    expect([report('', 'X', ''), report('x', '', '')]).toEqual(['处理问题', '初次拜访']);
  });

  it('says no beside a tick, and nothing among others or in the Chinese way', () => {
    expect([report('√', 'x', 'x'), report('x', 'x', ''), report('×', '', '')]).toEqual(['初次拜访', undefined, undefined]);
  });
});
