// What no form should hold and some sheet does: never a record made up, never a value lost without a word.

import { describe, expect, it } from 'vitest';
import { recogniseSheet, recogniseWorkbook } from './recognise.ts';
import { sketch } from './test-support/sketch.ts';
import type { Sketched } from './test-support/sketch.ts';

const long = '长'.repeat(32_767);
const visit = (name: Sketched, day: Sketched, row: Sketched[]) =>
  sketch([[{ value: '客户拜访日报表', columns: 6 }], ['填表人', name, '日期', day], ['客户', '面谈者', '商谈计划', '面谈概要', '成果'], row, ['同行者', '周立夏']]);
const gifts = (...rows: Sketched[][]) => sketch([[{ value: '礼品馈赠计划表', columns: 8 }], ['序号', '客户名称', '馈赠目的', '礼品名称', '礼品数量', '预算价值(元)', '负责人姓名', '备注'], ...rows]);

describe('a cell', () => {
  it.each(['#REF!', '#N/A', '#DIV/0!', '#VALUE!', '#NAME?'])('that shows %s is a problem that names it, in a card and in a list', (error) => {
    const [card] = recogniseSheet(visit({ value: error, formula: '=A1' }, '2026年10月12日', ['甲公司', '张', '初次拜访', '谈', '有希望'])).records;
    expect(card!.problems).toContainEqual({ code: 'cell-error', path: 'reporter', text: error });
    const [row] = recogniseSheet(gifts([1, '甲有限公司', '问候', '茶', 2, { value: error, formula: '=E3*9' }, '林小满', ''])).records;
    expect(row!.problems.map((problem) => [problem.code, problem.text])).toEqual([['cell-error', error]]);
  });

  it('whose formula leads back to itself is a problem, whatever value was kept for it', () => {
    const amount = (formula: string, other = '=F3') => recogniseSheet(gifts([1, '甲有限公司', '问候', '茶', 2, { value: 300, formula }, '林小满', { value: '附', formula: other }])).records[0]!;
    for (const formula of ['=F3', '=SUM(F1:F9)', '=H3*2', '=IF(A3=1,$H$3,0)', "='表'!H3"]) {
      const record = amount(formula);
      expect([record.fields['budget_value'], record.problems.map((problem) => [problem.code, problem.path])]).toEqual([undefined, expect.arrayContaining([['cell-cyclic', 'budget_value']])]);
    }
    for (const formula of ['=E3*150', '="F3"&""', '=别的!F3', '=F30', '=LOG10(9)+A3']) expect([amount(formula, '').fields['budget_value'], amount(formula, '').problems]).toEqual([30_000, []]);
  });

  it('as long as a cell can be keeps its text, whatever it is made of', () => {
    const [record] = recogniseSheet(visit('林小满', '2026年10月12日', ['甲公司', '张', '初次拜访', long, '有希望'])).records;
    expect(JSON.stringify(record!.fields)).toContain(long);
    for (const text of ['、', '：', '□', '1.', '2026年1月1日', '(', '/']) expect(() => recogniseSheet(visit(text.repeat(32_767 / text.length), text.repeat(3_000), [text.repeat(3_000), '', '', '', '']))).not.toThrow();
  });
});

describe('merged areas', () => {
  it('that lie over labels, over each other or beyond the sheet give no value that nobody wrote', () => {
    const sheet = visit('林小满', '2026年10月12日', ['甲公司', '张', '初次拜访', '谈', '有希望']);
    const merges = [{ row: 1, column: 0, rows: 1, columns: 3 }, { row: 1, column: 2, rows: 2, columns: 2 }, { row: 3, column: 3, rows: 1_048_573, columns: 16_381 }, { row: 2, column: 0, rows: 1, columns: 1 }];
    for (const extra of merges) {
      const written = new Set(sheet.values.flat().map(String));
      const { records } = recogniseSheet({ ...sheet, merges: [...sheet.merges, extra] });
      for (const record of records) for (const cell of Object.values(record.cells)) expect(cell.value === '' || written.has(String(cell.value))).toBe(true);
    }
  });
});

describe('a sheet', () => {
  it('that is hidden or very hidden is left alone, and named', () => {
    const sheet = gifts([1, '甲有限公司', '问候', '茶', 2, 300, '林小满', '']);
    const { records, hidden } = recogniseWorkbook({ sheets: [{ ...sheet, visibility: 'veryHidden' }, { ...sheet, name: '藏', visibility: 'hidden' }], isStructureProtected: false });
    expect([records, hidden]).toEqual([[], ['表', '藏']]);
  });

  it('with check boxes drawn over its cells is read by them, and says that they cannot be written', () => {
    const sheet = sketch([[{ value: '客户档案表', columns: 8 }], ['档案编号', 'KA-1', '建档日期', { value: '2026-09-01', format: '@' }], ['客户名称', '某公司', '主营业务范围', '零售'], ['企业性质', '国企', '民营', '外资']]);
    const boxes = [1, 2, 3].map((column) => ({ row: 3, column, isTicked: column === 2, label: '' }));
    const { records, problems } = recogniseSheet({ ...sheet, boxes });
    expect(records[0]!.fields['enterprise_nature']).toBe('民营');
    expect(problems).toMatchObject([{ code: 'boxes-drawn', form: 'customer-archive', row: 3, column: 1 }]);
    expect(recogniseSheet({ ...sheet, boxes: boxes.map((box) => ({ ...box, linked: { row: box.row, column: box.column } })) }).problems).toEqual([]);
  });
});
