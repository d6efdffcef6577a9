// Ticks in symbol fonts: what is written is typed in the letters of the cell's font, and only what changes is typed anew.

import { describe, expect, it } from 'vitest';
import { formOf } from '../../../domain/forms/registry.ts';
import type { Value } from '../../../domain/forms/definition.ts';
import type { SheetImage } from '../image.ts';
import { patchRecord } from './patch.ts';
import { recogniseSheet } from '../recognise.ts';
import { printedBy } from '../cells/symbol-fonts.ts';
import { sketch } from '../test-support/sketch.ts';
import type { Sketched } from '../test-support/sketch.ts';
import { writtenImage } from './written-image.ts';

/** Every cell that the font prints as something else, as a reader finds it. */
function inFont(rows: Sketched[][], font: string): SheetImage {
  const sheet = sketch(rows);
  const symbols = sheet.values.flatMap((row, r) => row.flatMap((value, c) => (typeof value === 'string' && printedBy(font, value) !== value ? [{ row: sheet.row + r, column: sheet.column + c, font, text: printedBy(font, value) }] : [])));
  return { ...sheet, symbols };
}

function written(sheet: SheetImage, path: string, value: Value | null) {
  const [record] = recogniseSheet(sheet).records;
  const plan = patchRecord(formOf(record!.form)!, record!, [{ path, value }]);
  const [after] = recogniseSheet(writtenImage(sheet, plan.writes)).records;
  return { before: record!.fields[path], writes: plan.writes.map((write) => write.value), after: after!.fields[path], kept: plan.kept };
}

const archive = (nature: string): Sketched[][] => [
  [{ value: '客户档案表', columns: 4 }],
  ['客户名称', '千帆渡', '档案编号', 'DA-1'],
  ['建档日期', { value: '2026-11-03', format: '@' }, '企业性质', nature],
  ['办公电话', '010-1', '所属行业', '电商'],
];

describe('a tick in a symbol font', () => {
  it.each([
    ['Wingdings 2', '£国企 £合资 R民营 £股份', '£国企 R合资 £民营 £股份'],
    ['Wingdings', '¨国企 ¨合资 þ民营 ¨股份', '¨国企 þ合资 ¨民营 ¨股份'],
    ['Wingdings', 'o国企 o合资 ý民营 o股份', 'o国企 ý合资 o民营 o股份'],
    ['Wingdings', '国企¨ 合资¨ 民营þ 股份¨', '国企¨ 合资þ 民营¨ 股份¨'],
  ])('of %s: %s becomes %s', (font, before, after) => {
    expect(written(inFont(archive(before), font), 'enterprise_nature', '合资')).toEqual({ before: '民营', writes: [after], after: '合资', kept: [] });
  });

  it('is taken off where the value goes', () => {
    expect(written(inFont(archive('£国企 £合资 R民营'), 'Wingdings 2'), 'enterprise_nature', null)).toMatchObject({ writes: ['£国企 £合资 £民营'], after: undefined });
  });
});

const visits = (plan: string[]): Sketched[][] => [
  [{ value: '客户拜访日报表', columns: 6 }],
  ['填表人', '林小满', '日期', { value: '2026年10月12日', format: '@' }],
  [{ value: '客户', rows: 2 }, { value: '面谈者', rows: 2 }, { value: '商谈计划', columns: 3 }, '', '', { value: '面谈概要', rows: 2 }, { value: '成果', rows: 2 }],
  ['', '', '初次拜访', '处理问题', '建立关系'],
  ['甲公司', '张', ...plan, '谈', '有希望'],
];

describe('a mark in a symbol font under the heading of its option', () => {
  it('moves to another option', () => {
    const sheet = inFont(visits(['ü', '', '']), 'Wingdings');
    const [record] = recogniseSheet(sheet).records;
    const [rowId] = Object.keys(record!.fields['visits']!);
    const plan = patchRecord(formOf('visit-report')!, record!, [{ path: `visits/${rowId}/plan`, value: '建立关系' }]);
    const [after] = recogniseSheet(writtenImage(sheet, plan.writes)).records;
    expect(plan.writes.map((write) => [write.column, write.expected, write.value])).toEqual([[2, 'ü', ''], [4, '', '√']]);
    expect(Object.values(after!.fields['visits']!).map((row) => (row as { plan: string }).plan)).toEqual(['建立关系']);
  });
});
