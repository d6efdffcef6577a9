import { expect, test } from 'vitest';
import { openWorkbook, refusalOf } from '../../testing.ts';
import { writeXlsx } from '../../xlsx/index.ts';
import { emptyWorkbookData } from '../workbook-data.ts';
import type { WorkbookData } from '../workbook-data.ts';

const base64 = async (data: WorkbookData): Promise<string> => Buffer.from(await writeXlsx(data)).toString('base64');
const insert = (file: string, options: Excel.InsertWorksheetOptions = {}) =>
  Excel.run(async (context) => {
    const ids = context.workbook.insertWorksheetsFromBase64(file, options);
    await context.sync();
    return ids.value;
  });

function file(): WorkbookData {
  const data = emptyWorkbookData('数据', '汇总');
  data.sheets[0]!.cells['A1'] = { value: 5 };
  data.sheets[1]!.cells['A1'] = { value: 10, formula: '=数据!A1*2' };
  return { ...data, names: [{ name: '总数', formula: '=汇总!$A$1' }] };
}

test('the sheets of a file come with ids in its order, free names, and formulas that follow them', async () => {
  const host = await openWorkbook(emptyWorkbookData('数据'));
  const ids = await insert(await base64(file()), { positionType: 'Beginning' });
  const data = host.toData();
  expect(data.sheets.map((sheet) => sheet.name)).toEqual(['数据 (2)', '汇总', '数据']);
  expect(ids).toEqual(data.sheets.slice(0, 2).map((sheet) => sheet.id));
  expect(data.sheets[1]!.cells['A1']).toMatchObject({ value: 10, formula: "='数据 (2)'!A1*2" });
  expect(data.names.map((name) => name.name)).toEqual(['总数']);
  expect(data.activeSheet).toBe('数据');
});

test('only the sheets that are named come, beside the one that is named', async () => {
  const host = await openWorkbook(emptyWorkbookData('甲', '乙'));
  await insert(await base64(file()), { sheetNamesToInsert: ['汇总'], positionType: 'After', relativeTo: '甲' });
  expect(host.toData().sheets.map((sheet) => sheet.name)).toEqual(['甲', '汇总', '乙']);
});

test('a person can no longer undo what was typed before', async () => {
  const host = await openWorkbook();
  host.user.type('Sheet1', 'A1', '我的');
  await insert(await base64(file()));
  expect(host.user.undo()).toBe(false);
});

test('protected structure and what is no workbook are refused', async () => {
  await openWorkbook({ ...emptyWorkbookData('甲'), structureProtected: true });
  expect((await refusalOf(insert(await base64(file())))).code).toBe('AccessDenied');
  await openWorkbook();
  expect((await refusalOf(insert(Buffer.from('no workbook').toString('base64')))).code).toBe('InvalidArgument');
});
