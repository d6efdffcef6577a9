// Rows that somebody took back: struck out, or marked 作废.

import { describe, expect, it } from 'vitest';
import { matchRecords } from '../match/match.ts';
import { ledgerEntryOf } from '../ledger-entry.ts';
import { formOf } from '../../../domain/forms/registry.ts';
import type { Place, SheetImage } from '../image.ts';
import { recogniseSheet, recogniseWorkbook } from '../recognise.ts';
import { sketch } from '../test-support/sketch.ts';
import type { Sketched } from '../test-support/sketch.ts';

const heads = ['序号', '客户名称', '馈赠目的', '礼品名称', '礼品数量', '预算价值(元)', '负责人姓名', '备注'];
const gift = (number: number, name: string, remark = ''): Sketched[] => [number, `客户${number}有限公司`, '节日问候', name, 2, 300, '林小满', remark];
const gifts = (...rows: Sketched[][]) => sketch([[{ value: '礼品馈赠计划表', columns: 8 }], heads, ...rows]);
const strike = (sheet: SheetImage, ...places: Place[]): SheetImage => ({ ...sheet, struck: places });
const row = (number: number, from: number, to: number): Place[] => Array.from({ length: to - from + 1 }, (_none, index) => ({ row: number, column: from + index }));
const names = (sheet: SheetImage) => recogniseSheet(sheet).records.map((record) => record.fields['gift_name'] ?? record.fields['gift']);
const said = (sheet: SheetImage) => recogniseSheet(sheet).problems.map(({ code, row: at, column, text }) => [code, at, column, text]);

describe('a row of a list', () => {
  it('that is struck out is reported and no record, its printed number struck or not', () => {
    const sheet = gifts(gift(1, '茶'), gift(2, '笔'), gift(3, '伞'));
    for (const from of [0, 1]) {
      const struck = strike(sheet, ...row(3, from, 7));
      expect(names(struck)).toHaveLength(2);
      expect(said(struck)).toEqual([['row-struck-out', 3, from, from === 0 ? '2' : '客户2有限公司']]);
    }
  });

  it.each(['作废', '（作废）', '（作废）改送茶', '【已作废】', '已作废', '作廢', '此行作废，另开', '作废。'])('that says %s is reported and no record', (remark) => {
    const sheet = gifts(gift(1, '茶'), gift(2, '笔', remark), gift(3, '伞'));
    expect(names(sheet)).toHaveLength(2);
    expect(said(sheet)).toEqual([['row-void', 3, 7, remark]]);
  });

  it.each(['作废发票已收回', '原计划作废，改送这个', '不作废'])('that says %s is a record', (remark) => {
    expect(names(gifts(gift(1, '茶', remark)))).toHaveLength(1);
  });

  it('of which one value is struck out is a record without it, and says so', () => {
    const sheet = strike(gifts(gift(1, '茶'), gift(2, '笔')), { row: 3, column: 5 });
    const [, second] = recogniseSheet(sheet).records;
    expect(second!.problems).toEqual([{ code: 'struck-out', path: expect.any(String), text: '300' }]);
    expect(said(sheet)).toEqual([]);
  });

  it('that is hidden is read like any other', () => {
    expect(names({ ...gifts(gift(1, '茶'), gift(2, '笔')), hiddenRows: [2, 3] })).toHaveLength(2);
  });

  it('that was sent before is not deleted with its colleagues because it is struck out', () => {
    const form = formOf('gift-plan')!;
    const sheet = gifts(gift(1, '茶'), gift(2, '笔'), gift(3, '伞'));
    const entries = recogniseSheet(sheet).records.map((record, index) => ledgerEntryOf(form, { id: `r${index}`, rev: 1, fields: record.fields }, record, 'salt'));
    const match = (image: SheetImage) => matchRecords(recogniseWorkbook({ sheets: [image], isStructureProtected: false }), entries, { salt: 'salt', newRowId: () => 'x' });
    expect(match(strike(sheet, ...row(3, 0, 7)))).toMatchObject({ gone: [], absent: [{ record: 'r1' }] });
    expect(match(gifts(gift(1, '茶'), gift(2, '笔', '作废'), gift(3, '伞')))).toMatchObject({ gone: [], absent: [{ record: 'r1' }] });
    expect(match(gifts(gift(1, '茶'), gift(3, '伞')))).toMatchObject({ gone: [{ record: 'r1' }] });
  });
});

describe('a card', () => {
  const sheet = sketch([
    [{ value: '客户拜访日报表', columns: 6 }],
    ['填表人', '林小满', '日期', { value: '2026年10月12日', format: '@' }],
    ['客户', '面谈者', '商谈计划', '面谈概要', '成果', '备注'],
    ['甲公司', '张', '初次拜访', '谈', '有希望', ''],
    ['乙公司', '李', '初次拜访', '谈', '有希望', ''],
    ['同行者', '周立夏'],
  ]);

  it('reports a struck out value and takes none', () => {
    const [record] = recogniseSheet(strike(sheet, { row: 1, column: 1 })).records;
    expect(record!.fields['reporter']).toBeUndefined();
    expect(record!.problems).toEqual([{ code: 'struck-out', path: 'reporter', text: '林小满' }]);
  });

  it('reports a struck out row of its table with its place, and leaves it out', () => {
    const [record] = recogniseSheet(strike(sheet, ...row(3, 0, 4))).records;
    expect(Object.values(record!.fields['visits']!).map((visit) => (visit as { customer: string }).customer)).toEqual(['乙公司']);
    expect(record!.problems).toEqual([{ code: 'row-struck-out', path: 'visits/void-3', text: '甲公司' }]);
    expect(record!.rowPlaces['visits/void-3']).toEqual({ row: 3, column: 0 });
  });
});
