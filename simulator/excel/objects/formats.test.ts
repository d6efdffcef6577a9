import { expect, test } from 'vitest';
import { openWorkbook } from '../../testing.ts';

type Work<Result> = (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<Result>;
const onSheet = <Result>(work: Work<Result>) =>
  Excel.run((context) => work(context.workbook.worksheets.getActiveWorksheet(), context));

test('the format of a whole column reaches cells written later', async () => {
  await openWorkbook();
  await onSheet(async (sheet, context) => {
    sheet.getRange('B:B').numberFormat = '@' as unknown as string[][];
    sheet.getRange('B700').values = [['007']];
    const cell = sheet.getRange('B700').load('values,numberFormat');
    await context.sync();
    expect(cell.values).toEqual([['007']]);
    expect(cell.numberFormat).toEqual([['@']]);
  });
});

test('formats answer a shared value, or null where cells differ', async () => {
  await openWorkbook();
  await onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:B2');
    range.format.font.bold = true;
    range.format.horizontalAlignment = 'Center';
    range.format.borders.getItem('EdgeBottom').style = 'Continuous';
    range.format.wrapText = true;
    sheet.getRange('A1').format.font.strikethrough = true;
    range.load('format/font/bold,format/font/strikethrough,format/font/name,format/horizontalAlignment,format/wrapText');
    const bottom = sheet.getRange('A2').format.borders.getItem('EdgeBottom').load('style');
    await context.sync();
    expect(range.format.font.bold).toBe(true);
    expect(range.format.font.strikethrough).toBeNull();
    expect(range.format.font.name).toBe('等线');
    expect(range.format.horizontalAlignment).toBe('Center');
    expect(bottom.style).toBe('Continuous');
  });
});

test('properties of cells, rows and columns come in one call', async () => {
  await openWorkbook();
  await onSheet(async (sheet, context) => {
    sheet.getRange('2:2').rowHidden = true;
    sheet.getRange('A1').format.font.strikethrough = true;
    sheet.getRange('A1').format.font.name = 'Wingdings';
    sheet.getRange('B:B').format.columnWidth = 100;
    const range = sheet.getRange('A1:B2');
    const cells = range.getCellProperties({ address: true, format: { font: { strikethrough: true, name: true } } });
    const rows = range.getRowProperties({ rowHidden: true });
    const columns = range.getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
    await context.sync();
    expect(cells.value[0]![0]).toEqual({ address: 'Sheet1!A1', format: { font: { strikethrough: true, name: 'Wingdings' } } });
    expect(rows.value).toEqual([{ rowHidden: false }, { rowHidden: true }]);
    expect(columns.value[1]).toEqual({ columnHidden: false, format: { columnWidth: 100 } });
  });
});
