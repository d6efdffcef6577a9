// Struck out cells, symbol fonts and mixed fonts as Excel tells them, and what the asking costs.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptySheetData, emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import type { CellData, SheetData } from '../../simulator/excel/workbook-data.ts';
import { readXlsx } from '../../simulator/xlsx/index.ts';
import { addressOf } from '../sheets/image.ts';
import type { SheetImage } from '../sheets/image.ts';
import { readWorkbookImage } from '../xlsx/read.ts';
import { readWorkbook } from './read-workbook.ts';
import { excelWith } from './test-support/host.ts';

const heads = ['日期', '客户名称', '拜访人', '面谈者', '商谈计划', '面谈概要', '成果', '下次拜访日期', '交通费', '备注'];

/** A list as a department keeps it, its title and headings in another font than its rows. */
function visitList(rows: number, change: (row: number, cell: CellData) => CellData = (_row, cell) => cell): SheetData {
  const sheet = emptySheetData(`拜访${rows}`);
  const put = (row: number, values: readonly (string | number)[], rest: Partial<CellData>) => values.forEach((value, column) => { sheet.cells[addressOf(row, column)] = change(row, { value, ...rest }); });
  put(0, ['客户拜访记录表'], { style: { font: { name: '黑体' } } });
  put(1, heads, { style: { font: { name: '黑体' } } });
  for (let row = 2; row < rows + 2; row++) put(row, [46_000 + (row % 300), '云汐百草笺医药连锁股份有限公司', '周立夏', '李善邻', 'b.处理问题', '就年度合作方案与预算安排交换意见，对方希望月底前看到报价', 'B.有希望', 46_100 + (row % 300), 32.5, '下周电话跟进'], {});
  return sheet;
}

async function read(...sheets: SheetData[]) {
  const host = await excelWith({ ...emptyWorkbookData(...sheets.map((sheet) => sheet.name)), sheets });
  const { image, syncs } = await readWorkbook();
  return { image, syncs, counters: host.counters };
}

const struckOut = { style: { font: { strikethrough: true } } };

describe('three round trips', () => {
  it('are enough for a list of 5,000 rows with rows struck out, each answer below 4 MB', async () => {
    const { image, syncs, counters } = await read(visitList(5_000, (row, cell) => (row === 4_321 || row === 77 ? { ...cell, ...struckOut } : cell)));
    expect([syncs, counters.syncs]).toEqual([3, 3]);
    expect(counters.responseBytes).toBeLessThan(4_000_000);
    expect(counters.requestBytes).toBeLessThan(60_000);
    expect(image.sheets[0]!.struck).toEqual([77, 4_321].flatMap((row) => heads.map((_head, column) => ({ row, column }))));
    expect(image.sheets[0]!.richText).toBeUndefined();
  });

  it('are enough for twenty sheets, one of them a list of 300 rows', async () => {
    const sheets = [visitList(300), ...Array.from({ length: 19 }, (_none, index) => ({ ...visitList(40, (row, cell) => (row === 30 ? { ...cell, ...struckOut } : cell)), name: `表${index}` }))];
    const { image, syncs, counters } = await read(...sheets);
    expect([syncs, counters.syncs]).toEqual([3, 3]);
    expect(counters.requestBytes).toBeLessThan(400_000);
    expect(image.sheets.filter((sheet) => sheet.struck)).toHaveLength(19);
  });

  it('cost no answer cell by cell where a sheet has one plain font', async () => {
    const plain = emptySheetData('表');
    for (let row = 0; row < 500; row++) plain.cells[addressOf(row, 0)] = { value: `行${row}` };
    const { counters } = await read(plain);
    expect(counters.responseBytes).toBeLessThan(500 * 100);
  });
});

describe('a sheet that is used far beyond its values', () => {
  it('of a million formatted empty cells is read as its values alone', async () => {
    const sheet = emptySheetData('表');
    for (let cell = 0; cell < 9; cell++) sheet.cells[addressOf(cell % 3, Math.floor(cell / 3))] = { value: 'x' };
    sheet.cells[addressOf(9_999, 99)] = { value: '', style: { fill: '#FFFFFF' } };
    const { image, syncs, counters } = await read(sheet);
    expect([syncs, image.sheets[0]!.values.length, image.sheets[0]!.values[0]!.length]).toEqual([3, 63, 23]);
    expect(counters.responseBytes).toBeLessThan(200_000);
  });

  it('with a lone value in its last cell is read around its values', async () => {
    const sheet = emptySheetData('表');
    Object.assign(sheet.cells, { A1: { value: '甲' }, XFD1048576: { value: '乙' } });
    const { image, syncs } = await read(sheet);
    const { values } = image.sheets[0]!;
    expect([syncs, values[0]![0], values[1_048_575]![16_383]]).toEqual([3, '甲', '乙']);
    expect(values[500_000]).toBe(values[500_001]);
  });

  it('with texts as long as a cell can hold is asked for in halves', async () => {
    const sheet = emptySheetData('表');
    for (let row = 0; row < 40; row++) sheet.cells[addressOf(row, 0)] = { value: '长'.repeat(32_767) };
    const { image, syncs } = await read(sheet);
    expect(image.sheets[0]!.values.map(([value]) => String(value).length)).toEqual(Array.from({ length: 40 }, () => 32_767));
    expect(syncs).toBeLessThan(8);
  });
});

describe('fonts', () => {
  it('of symbols print ticks, a text in several fonts by its boxes, and both are told', async () => {
    const sheet = emptySheetData('表');
    const runs = (sign: string, text: string) => ({ value: sign + text, richText: [{ text: sign, font: { name: 'Wingdings 2' } }, { text, font: { name: '宋体' } }] });
    Object.assign(sheet.cells, { A1: { value: 'R', style: { font: { name: 'Wingdings 2' } } }, B1: runs('R', '中档'), C1: runs('£', '低档'), D1: { value: 'R' }, E1: { value: '半划掉', richText: [{ text: '半', font: { strikethrough: true } }, { text: '划掉' }] } });
    const { image } = await read(sheet);
    expect(image.sheets[0]!.symbols?.map(({ column, text }) => [column, text])).toEqual([[0, '☑'], [1, '☑中档'], [2, '□低档']]);
    expect(image.sheets[0]!.richText?.map(({ column }) => column)).toEqual([1, 2, 4]);
    expect(image.sheets[0]!.struck).toEqual([{ row: 0, column: 4 }]);
  });
});

describe('the two adapters', () => {
  const folder = fileURLToPath(new URL('../../fixtures/workbooks/', import.meta.url));
  const said = (sheet: SheetImage) => {
    const cells = sheet.values.flatMap((line, row) => line.flatMap((value, column) => (value === '' ? [] : [[addressOf(sheet.row + row, sheet.column + column), value, sheet.formulas[row]![column] !== '']])));
    return { name: sheet.name, cells, symbols: sheet.symbols?.map(({ row, column, text }) => [row, column, text]), struck: sheet.struck, hiddenRows: sheet.hiddenRows, merges: new Set(sheet.merges.map((merge) => JSON.stringify(merge))) };
  };

  it.each(readdirSync(folder).filter((name) => name.endsWith('.xlsx')))('say the same of %s', async (name) => {
    const bytes = new Uint8Array(readFileSync(folder + name));
    await excelWith(await readXlsx(bytes));
    expect((await readWorkbook()).image.sheets.map(said)).toEqual((await readWorkbookImage(bytes)).sheets.map(said));
  });
});
