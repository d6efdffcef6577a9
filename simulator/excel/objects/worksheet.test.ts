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
  });
  expect(data.settings).toEqual({ org: 'a1' });
  expect(data.properties).toEqual({ title: '工作簿' });
});

test('tables take their headers, grow by rows and know their parts', async () => {
  await openWorkbook();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:B3').values = [['姓名', '金额'], ['甲', 1], ['乙', 2]];
    const table = sheet.tables.add('A1:B3', true);
    table.name = '回款';
    table.style = 'TableStyleLight9';
    table.rows.add(undefined, [['丙', 3]]);
    const whole = table.getRange().load('address');
    const body = table.getDataBodyRange().load('values');
    table.columns.load('items/name');
    table.rows.load('count');
    await context.sync();
    expect(whole.address).toBe('Sheet1!A1:B4');
    expect(body.values.at(-1)).toEqual(['丙', 3]);
    expect(table.columns.items.map((column) => column.name)).toEqual(['姓名', '金额']);
    expect(table.rows.count).toBe(3);
  });
});

test('names lead to their range, and follow it', async () => {
  const host = await openWorkbook();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    context.workbook.names.add('客户数', sheet.getRange('B2'));
    await context.sync();
    host.user.insertRows('Sheet1', 1, 2);
    const range = context.workbook.names.getItem('客户数').getRange().load('address');
    await context.sync();
    expect(range.address).toBe('Sheet1!B4');
  });
});

test('validations and conditional formats are kept with their rules', async () => {
  const host = await openWorkbook();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const range = sheet.getRange('A1:A5');
    range.dataValidation.rule = { list: { inCellDropDown: true, source: '是,否' } };
    range.dataValidation.prompt = { message: '请选择', showPrompt: true, title: '是否' };
    const bar = range.conditionalFormats.add('DataBar');
    bar.dataBar.positiveFormat.fillColor = '#63BE7B';
    const custom = range.conditionalFormats.add('Custom');
    custom.custom.rule.formula = '=$A1="否"';
    custom.custom.format.fill.color = '#FFC7CE';
    custom.custom.format.font.bold = true;
    const cell = range.conditionalFormats.add('CellValue');
    cell.cellValue.rule = { formula1: '=10', operator: 'GreaterThan' };
    cell.cellValue.format.font.color = 'red';
    const count = range.conditionalFormats.getCount();
    await context.sync();
    expect(count.value).toBe(3);
  });
  const [sheet] = host.toData().sheets;
  expect(sheet!.dataValidations[0]).toMatchObject({ range: 'A1:A5', rule: { list: { source: '是,否' } } });
  expect(sheet!.conditionalFormats).toMatchObject([
    { type: 'CellValue', priority: 0, rule: { formula1: '=10', operator: 'GreaterThan' }, format: { font: { color: '#FF0000' } } },
    { type: 'Custom', priority: 1, rule: { formula: '=$A1="否"' }, format: { fill: '#FFC7CE', font: { bold: true } } },
    { type: 'DataBar', priority: 2, dataBar: { color: '#63BE7B' } },
  ]);
});

test('a chart is recorded with enough to be drawn', async () => {
  const host = await openWorkbook();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:C3').values = [['月份', '目标', '实际'], ['一月', 10, 8], ['二月', 12, 13]];
    const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:C3'), 'Columns');
    chart.name = '回款';
    chart.title.text = '回款完成';
    chart.legend.position = 'Bottom';
    chart.setPosition('E2', 'J12');
    chart.axes.valueAxis.minimum = 0;
    chart.axes.valueAxis.majorGridlines.visible = false;
    const line = chart.series.getItemAt(1);
    line.chartType = 'LineMarkers';
    line.axisGroup = 'Secondary';
    line.format.fill.setSolidColor('#217346');
    chart.series.load('items/name');
    chart.load('top,left,width,height');
    await context.sync();
    expect(chart.series.items.map((series) => series.name)).toEqual(['目标', '实际']);
    expect(chart.top).toBeGreaterThan(0);
  });
  expect(host.toData().sheets[0]!.charts[0]).toMatchObject({
    name: '回款',
    type: 'ColumnClustered',
    source: 'Sheet1!A1:C3',
    title: '回款完成',
    settings: { 'axes/valueAxis/minimum': 0, 'axes/valueAxis/majorGridlines/visible': false },
    series: [
      { name: '目标', values: 'Sheet1!$B$2:$B$3', categories: 'Sheet1!$A$2:$A$3' },
      { name: '实际', chartType: 'LineMarkers', axisGroup: 'Secondary', color: '#217346' },
    ],
  });
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
