import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { departmentSheet, scorecardSheets } from '../sheets/report/department-sheet.ts';
import { departmentOf, receipts, slipOf } from '../sheets/report/sample-results.ts';
import { slipSheet } from '../sheets/report/slip-sheet.ts';
import { readWorkbookImage } from './read.ts';
import { xlsxOfPlans } from './write.ts';

test('a plan’s cells come back from the file with their values and formulas', async () => {
  const plans = [...scorecardSheets(departmentOf(3, 1)), slipSheet(slipOf(receipts, 1))];
  const image = await readWorkbookImage(await xlsxOfPlans(plans));
  expect(image.sheets.map((sheet) => sheet.name)).toEqual(plans.map((plan) => plan.name));
  plans.forEach((plan, index) => {
    const sheet = image.sheets[index]!;
    for (const { row, column, value, formula } of plan.cells) {
      expect(sheet.values[row - sheet.row]![column - sheet.column]).toBe(value ?? '');
      expect(sheet.formulas[row - sheet.row]![column - sheet.column]).toBe(formula ?? '');
    }
    expect(sheet.merges.length).toBe(plan.merges.length);
  });
});

test('another library reads print set-up, data bars and number formats', async () => {
  const book = new ExcelJS.Workbook();
  const bytes = await xlsxOfPlans([departmentSheet(departmentOf(7, 1))]);
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  const sheet = book.worksheets[0]!;
  expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 1 });
  expect(sheet.headerFooter.oddFooter).toContain('校验码');
  expect(sheet.getCell('G10').numFmt).toBe('0.00_0;"−"0.00_0;0.00_0;@_0');
  expect((sheet as unknown as { conditionalFormattings: { rules: { type: string }[] }[] }).conditionalFormattings[0]!.rules[0]!.type).toBe('dataBar');
});

test('equal plans are equal files', async () => {
  const plan = departmentSheet(departmentOf(2, 0));
  expect(await xlsxOfPlans([plan])).toEqual(await xlsxOfPlans([plan]));
});
