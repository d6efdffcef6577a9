// What must not matter: where a form lies, what its sheet is called, what else is in the workbook. And what must never
// happen: a crash, or a record out of a sheet that is none.

import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formOf, forms } from '../../domain/forms/registry.ts';
import { synonymsOf } from '../../domain/forms/synonyms.ts';
import { readWorkbookImage } from '../xlsx/read.ts';
import { addressOf, placeOf } from './image.ts';
import type { SheetImage, WorkbookImage } from './image.ts';
import { recogniseSheet, recogniseWorkbook } from './recognise.ts';
import { sketch } from './test-support/sketch.ts';
import { cellsAsRead, recordAsRead } from './truth.ts';

const folder = new URL('../../fixtures/workbooks/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.xlsx'));

async function image(number: string): Promise<WorkbookImage> {
  const name = files.find((file) => file.startsWith(number))!;
  return readWorkbookImage(new Uint8Array(readFileSync(new URL(encodeURIComponent(name), folder))));
}

function moved(sheet: SheetImage, rows: number, columns: number): SheetImage {
  return {
    ...sheet,
    name: '别处',
    row: sheet.row + rows,
    column: sheet.column + columns,
    merges: sheet.merges.map((merge) => ({ ...merge, row: merge.row + rows, column: merge.column + columns })),
    hiddenRows: sheet.hiddenRows.map((row) => row + rows),
  };
}

function movedAddress(address: string, rows: number, columns: number): string {
  const { row, column } = placeOf(address);
  return addressOf(row + rows, column + columns);
}

describe('a form in another place', () => {
  it.each(['01', '03', '05', '12'])('is read the same, with its cells moved (workbook %s)', async (number) => {
    const { sheets } = await image(number);
    for (const sheet of sheets) {
      const here = recogniseSheet(sheet).records;
      const there = recogniseSheet(moved(sheet, 3, 2)).records;
      expect(there.map((record) => recordAsRead(formOf(record.form)!, record.fields))).toEqual(here.map((record) => recordAsRead(formOf(record.form)!, record.fields)));
      const cells = here.map((record) => Object.entries(cellsAsRead(formOf(record.form)!, record)).map(([path, address]) => [path, movedAddress(address, 3, 2)]));
      expect(there.map((record) => Object.entries(cellsAsRead(formOf(record.form)!, record)))).toEqual(cells);
    }
  });

  it('two forms under one another are two records, whichever comes first', async () => {
    const [archive] = (await image('01')).sheets;
    const [visit] = (await image('03')).sheets;
    for (const [first, second] of [[archive!, visit!], [visit!, archive!], [archive!, archive!], [visit!, visit!]] as const) {
      const found = recogniseSheet(stacked(first, second));
      const alone = [first, second].flatMap((sheet) => recogniseSheet(sheet).records);
      expect(found.records.map((record) => [record.form, recordAsRead(formOf(record.form)!, record.fields)])).toEqual(alone.map((record) => [record.form, recordAsRead(formOf(record.form)!, record.fields)]));
    }
  });

  it('two reports side by side are two records', async () => {
    const [first, second] = (await image('03')).sheets;
    const found = recogniseSheet(beside(first!, second!));
    const alone = [first!, second!].flatMap((sheet) => recogniseSheet(sheet).records);
    expect(found.records.map((record) => recordAsRead(formOf(record.form)!, record.fields))).toEqual(alone.map((record) => recordAsRead(formOf(record.form)!, record.fields)));
  });
});

type Grids = Pick<SheetImage, 'values' | 'formulas' | 'texts' | 'formats'>;

function combined(join: <Entry>(a: readonly (readonly Entry[])[], b: readonly (readonly Entry[])[], blank: Entry) => Entry[][], a: SheetImage, b: SheetImage, rows: number, columns: number): SheetImage {
  const grids: Grids = { values: join(a.values, b.values, '' as never), formulas: join(a.formulas, b.formulas, ''), texts: join(a.texts, b.texts, ''), formats: join(a.formats, b.formats, 'General') };
  return { ...a, ...grids, merges: [...a.merges, ...b.merges.map((merge) => ({ ...merge, row: merge.row + rows, column: merge.column + columns }))] };
}

function stacked(a: SheetImage, b: SheetImage): SheetImage {
  const width = Math.max(a.values[0]!.length, b.values[0]!.length);
  const wide = <Entry>(rows: readonly (readonly Entry[])[], blank: Entry) => rows.map((row) => [...row, ...Array<Entry>(width - row.length).fill(blank)]);
  return combined((first, second, blank) => [...wide(first, blank), Array(width).fill(blank), ...wide(second, blank)], a, b, a.values.length + 1, 0);
}

function beside(a: SheetImage, b: SheetImage): SheetImage {
  const height = Math.max(a.values.length, b.values.length);
  const width = a.values[0]!.length;
  return combined((first, second, blank) => Array.from({ length: height }, (_, row) => [...(first[row] ?? Array(width).fill(blank)), blank, ...(second[row] ?? Array(second[0]!.length).fill(blank))]), a, b, 0, width + 1);
}

describe('hidden sheets', () => {
  it.each(['hidden', 'veryHidden'] as const)('that are %s give nothing and are named', async (visibility) => {
    const { sheets } = await image('05');
    const recognition = recogniseWorkbook({ sheets: sheets.map((sheet) => ({ ...sheet, visibility })), isStructureProtected: false });
    expect(recognition).toMatchObject({ records: [], lists: [], unrecognised: [], hidden: sheets.map((sheet) => sheet.name) });
  });
});

describe('sheets that are no form', () => {
  const words = [...new Set(forms.flatMap((form) => [...form.fields, ...(form.tables ?? []).flatMap((table) => table.columns)].flatMap((field) => [field.label, ...synonymsOf(field)])))];
  const cell = fc.oneof(fc.constant(''), fc.constantFrom(...words), fc.constantFrom('√', '□', '☑', '合计', '〃', '：', '2026年9月', '#REF!', '注：无'), fc.string({ maxLength: 8 }), fc.double(), fc.boolean());

  it('never break the reading, whatever stands in them', () => {
    const sheet = fc.array(fc.array(cell, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(sheet, fc.array(fc.record({ row: fc.nat(12), column: fc.nat(8), rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }) }), { maxLength: 3 }), (rows, merges) => {
        const drawn = sketch(rows);
        recogniseSheet({ ...drawn, merges });
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it.each([
    ['a reimbursement list', [['报销明细'], ['日期', '客户名称', '类型', '金额(元)', '备注'], ['2026-09-01', '某公司', '餐费', 120, '']]],
    ['a contact list', [['通讯录'], ['姓名', '部门', '职务', '联系电话', '备注'], ['张三', '市场部', '经理', '13000000000', '']]],
    ['an invoice list', [['开票登记'], ['合同编号', '客户名称', '开票日期', '发票号', '金额(元)'], ['HT-1', '某公司', '2026-09-01', '0001', 100]]],
    ['a day-by-day attendance sheet', [['10月考勤表'], ['序号', '姓名', '岗位', 1, 2, 3, '出勤', '请假'], [1, '张三', '经理', '√', '√', '休', 2, 0]]],
    ['a to-do list', [['事项', '负责人', '日期', '备注'], ['整理资料', '张三', '2026-09-01', '']]],
    ['a visit summary', [['拜访周汇总'], ['日期', '拜访数目', '费用合计(元)', '备注'], ['2026-10-12', 2, 106, '']]],
  ])('%s gives nothing', (_name, rows) => {
    expect(recogniseSheet(sketch(rows)).records).toEqual([]);
  });
});
