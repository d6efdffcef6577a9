import { expect, test } from 'vitest';
import { openWorkbook } from '../../testing.ts';

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
