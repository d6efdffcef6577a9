import { expect, test } from 'vitest';
import { openWorkbook, refusalOf } from '../../testing.ts';
import { emptyWorkbookData } from '../workbook-data.ts';

test('sheets are added, renamed, moved and hidden', async () => {
  const host = await openWorkbook();
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const added = worksheets.add('客户 名单');
    added.tabColor = '#FF0000';
    added.position = 0;
    added.showGridlines = false;
    worksheets.add('_keybook').visibility = 'VeryHidden';
    const range = added.getRange('A1').load('address');
    await context.sync();
    expect(range.address).toBe("'客户 名单'!A1");
    added.name = '客户';
    range.load('address');
    await context.sync();
    expect(range.address).toBe('客户!A1');
  });
  const data = host.toData();
  expect(data.sheets.map((sheet) => [sheet.name, sheet.visibility])).toEqual([
    ['客户', 'Visible'],
    ['Sheet1', 'Visible'],
    ['_keybook', 'VeryHidden'],
  ]);
});

test('names that Excel refuses are refused', async () => {
  await openWorkbook();
  const codeFor = async (name: string) =>
    (
      await refusalOf(
        Excel.run(async (context) => {
          context.workbook.worksheets.add(name);
          await context.sync();
        }),
      )
    ).code;
  expect(await codeFor('sheet1')).toBe('ItemAlreadyExists');
  expect(await codeFor('a/b')).toBe('InvalidArgument');
  expect(await codeFor('名'.repeat(32))).toBe('InvalidArgument');
});

test('a very hidden sheet cannot be deleted, nor the last visible one', async () => {
  const data = emptyWorkbookData('甲', '_keybook');
  data.sheets[1]!.visibility = 'VeryHidden';
  await openWorkbook(data);
  const removal = (name: string) =>
    refusalOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(name).delete();
        await context.sync();
      }),
    );
  expect((await removal('_keybook')).code).toBe('GeneralException');
  expect((await removal('甲')).code).toBe('InvalidOperation');
});

test('a renamed sheet is followed by the formulas of others', async () => {
  const host = await openWorkbook(emptyWorkbookData('数据', '汇总'));
  host.user.type('数据', 'A1', '5');
  host.user.type('汇总', 'A1', '=数据!A1*2');
  host.user.renameSheet('数据', '2026 数据');
  expect(host.toData().sheets[1]!.cells['A1']).toEqual({ value: 10, formula: "='2026 数据'!A1*2" });
});

test('protected structure refuses sheets, a protected sheet refuses locked cells', async () => {
  const host = await openWorkbook({ ...emptyWorkbookData('甲'), structureProtected: true });
  const error = await refusalOf(
    Excel.run(async (context) => {
      context.workbook.worksheets.add();
      await context.sync();
    }),
  );
  expect(error.code).toBe('AccessDenied');
  await Excel.run(async (context) => {
    const { protection } = context.workbook;
    protection.load('protected');
    const sheet = context.workbook.worksheets.getItem('甲');
    sheet.getRange('B1').format.protection.locked = false;
    sheet.protection.protect({ allowInsertRows: true });
    sheet.protection.load('protected,options');
    await context.sync();
    expect(protection.protected).toBe(true);
    expect(sheet.protection.protected).toBe(true);
    sheet.getRange('B1').values = [['可写']];
    await context.sync();
  });
  expect(host.toData().sheets[0]!.cells['B1']!.value).toBe('可写');
  const locked = await refusalOf(
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('甲').getRange('A1').values = [[1]];
      await context.sync();
    }),
  );
  expect(locked.code).toBe('AccessDenied');
});

test('protecting what is protected is refused', async () => {
  await openWorkbook();
  const error = await refusalOf(
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.protection.protect();
      sheet.protection.protect();
      await context.sync();
    }),
  );
  expect(error.code).toBe('AccessDenied');
});

test('layout, panes and properties are kept', async () => {
  const host = await openWorkbook();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.freezePanes.freezeAt(sheet.getRange('A1:B3'));
    sheet.pageLayout.orientation = 'Landscape';
    sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
    sheet.pageLayout.setPrintArea('A1:F20');
    sheet.pageLayout.setPrintTitleRows('$1:$2');
    sheet.pageLayout.leftMargin = 36;
    sheet.horizontalPageBreaks.add('A9');
    sheet.horizontalPageBreaks.add(sheet.getRange('B12'));
    sheet.getRange('10:10').insert('Down');
    sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = '第 &P 页';
    sheet.customProperties.add('form', 'customer');
    context.workbook.settings.add('org', 'a1');
    context.workbook.properties.title = '工作簿';
    const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
    await context.sync();
    expect(frozen.address).toBe('Sheet1!A1:B3');
  });
  const data = host.toData();
  expect(data.sheets[0]).toMatchObject({
    freeze: { rows: 3, columns: 2 },
    pageLayout: {
      orientation: 'Landscape', zoom: { horizontalFitToPages: 1 }, printArea: 'A1:F20', printTitleRows: '1:2',
      margins: { left: 36 }, headersFooters: { centerFooter: '第 &P 页' },
    },
    customProperties: { form: 'customer' },
    pageBreaks: [9, 13],
  });
  expect(data.settings).toEqual({ org: 'a1' });
  expect(data.properties).toEqual({ title: '工作簿' });
});
test('a copy is everything of its sheet under another name, and may be named and written in the same request', async () => {
  const data = emptyWorkbookData('卡片', '别的');
  Object.assign(data.sheets[0]!, {
    cells: { A1: { value: '客户档案表', style: { font: { bold: true } } }, B3: { value: 46000, numberFormat: 'yyyy-mm-dd' } },
    merges: ['A1:D1'],
    rowHeights: { 1: 30 },
    columnWidths: { A: 90 },
    dataValidations: [{ range: 'B4', rule: { list: { inCellDropDown: true, source: '是,否' } } }],
    conditionalFormats: [{ range: 'B3', type: 'Custom', rule: { formula: '=B3>1' }, priority: 0 }],
    pageLayout: { orientation: 'Landscape', printArea: 'A1:D20' },
    comments: [{ cell: 'B3', content: '待核' }],
  });
  const host = await openWorkbook(data);
  await Excel.run(async (context) => {
    const copy = context.workbook.worksheets.getItem('卡片').copy('End');
    copy.name = '第二张';
    copy.getRange('B3').values = [[46001]];
    await context.sync();
  });
  const [first, , copy] = host.toData().sheets;
  const { name, id, cells, ...rest } = copy!;
  expect([name, id === first!.id, cells['B3'], cells['A1']]).toEqual(['第二张', false, { value: 46001, numberFormat: 'yyyy-mm-dd' }, first!.cells['A1']]);
  expect(rest).toEqual(Object.fromEntries(Object.entries(first!).filter(([key]) => !['name', 'id', 'cells'].includes(key))));
  expect(first!.cells['B3']!.value).toBe(46000);
});
