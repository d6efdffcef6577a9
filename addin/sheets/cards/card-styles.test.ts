// Ways of writing a card that the samples do not show, read and written back in their own style.

import { describe, expect, it } from 'vitest';
import { formOf } from '../../../domain/forms/registry.ts';
import type { Path, Value } from '../../../domain/forms/definition.ts';
import { patchRecord } from '../write/patch.ts';
import { recogniseSheet } from '../recognise.ts';
import { sketch } from '../test-support/sketch.ts';
import type { Sketched } from '../test-support/sketch.ts';

const archive = formOf('customer-archive')!;
const visits = formOf('visit-report')!;

function archiveSheet(...rows: Sketched[][]) {
  return sketch([[{ value: '客户档案表', columns: 8 }], ['档案编号', 'KA-1', '建档日期', { value: '2026-09-01', format: '@' }], ['客户名称', '某公司', '主营业务范围', '零售'], ...rows]);
}

function writes(sheet: ReturnType<typeof sketch>, path: Path, value: Value | null, form = archive) {
  const [record] = recogniseSheet(sheet).records;
  const patch = patchRecord(form, record!, [{ path, value }]);
  return { found: record!.fields, writes: patch.writes.map((write) => [write.column, write.expected, write.value]), kept: patch.kept };
}

describe('options', () => {
  it('over neighbouring cells are one answer', () => {
    const sheet = archiveSheet(['企业性质', '国企□', '合资□', '民营☑', '外资□'], ['是否招标', '是□', '否☑']);
    const { found, writes: written } = writes(sheet, 'enterprise_nature', '外资');
    expect(found).toMatchObject({ enterprise_nature: '民营', is_tender: false });
    expect(written).toEqual([[3, '民营☑', '民营□'], [4, '外资□', '外资☑']]);
    expect(writes(sheet, 'enterprise_nature', '股份').kept).toEqual([{ path: 'enterprise_nature', reason: 'no-style' }]);
  });

  it('behind their label in the same cell keep their boxes', () => {
    const sheet = archiveSheet([{ value: '企业性质：国企□ 民营☑ 外资□', columns: 6 }]);
    expect(writes(sheet, 'enterprise_nature', '国企')).toMatchObject({ found: { enterprise_nature: '民营' }, writes: [[0, '企业性质：国企□ 民营☑ 外资□', '企业性质：国企☑ 民营□ 外资□']] });
  });

  it('in brackets keep their brackets', () => {
    const sheet = archiveSheet(['企业性质', '（　）国企 （√）民营']);
    expect(writes(sheet, 'enterprise_nature', '国企').writes).toEqual([[1, '（　）国企 （√）民营', '（√）国企 （　）民营']]);
  });
});

describe('two labels in one cell', () => {
  const sheet = sketch([
    [{ value: '客户拜访日报表', columns: 6 }],
    [{ value: '填表人：林小满    日期：2026年10月12日', columns: 6 }],
    ['客户', '面谈者', '商谈计划', '面谈概要', '成果'],
    ['某公司', '甲', 'a  (b)  c', '谈', 'A'],
    ['', '', 'a  b  c', '', ''],
    ['同行者', ''],
  ]);

  it('are read, and one is written without touching the other', () => {
    const { found, writes: written } = writes(sheet, 'reporter', '周立夏', visits);
    expect(found).toMatchObject({ reporter: '林小满', report_date: '2026-10-12' });
    expect(written).toEqual([[0, '填表人：林小满    日期：2026年10月12日', '填表人：周立夏    日期：2026年10月12日']]);
    expect(writes(sheet, 'report_date', '2026-10-13', visits).writes).toEqual([[0, '填表人：林小满    日期：2026年10月12日', '填表人：林小满    日期：2026年10月13日']]);
  });

  it('letters in one cell are ringed anew', () => {
    expect(writes(sheet, 'visits/row-0/plan', '建立关系', visits).writes).toEqual([[2, 'a  (b)  c', 'a  b  (c)']]);
  });
});

describe('printed letters in columns', () => {
  const letters = ['a', 'b', 'c', 'A', 'B', 'C', 'D', 'E'];
  const row = (customer: string, person: string, marks: readonly string[], summary: string): Sketched[] => [customer, person, ...marks.slice(0, 3), summary, ...marks.slice(3)];
  const sheet = sketch([
    [{ value: '客户拜访日报表', columns: 11 }],
    ['填表人：', '林小满', '', '日期：', { value: '2026年10月12日', format: '@' }],
    [{ value: '客户', rows: 2 }, { value: '面谈者', rows: 2 }, { value: '商谈计划', columns: 3 }, { value: '面谈概要', rows: 2 }, { value: '成果', columns: 5 }],
    row('', '', letters, ''),
    row('某公司', '甲', ['a', 'ⓑ', 'c', 'A', 'B', 'Ⓒ', 'D', 'E'], '谈'),
    row('', '', letters, ''),
    ['同行者', ''],
  ]);

  it('move their ring', () => {
    expect(writes(sheet, 'visits/row-0/result', '商谈成功', visits).writes).toEqual([[6, 'A', 'Ⓐ'], [8, 'Ⓒ', 'C']]);
  });

  it('are ringed in the next free row', () => {
    const [record] = recogniseSheet(sheet).records;
    const patch = patchRecord(visits, record!, [{ path: 'visits/new-row/customer', value: '=新客户' }, { path: 'visits/new-row/plan', value: '初次拜访' }, { path: 'visits/new-row/order', value: 1 }]);
    expect(patch.writes.map((write) => [write.row, write.column, write.expected, write.value])).toEqual([[5, 0, '', '=新客户'], [5, 2, 'a', 'ⓐ']]);
    expect(patch.rowPlaces['visits/new-row']).toEqual({ row: 5, column: 0 });
  });
});
