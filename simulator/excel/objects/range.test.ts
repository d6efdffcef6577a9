import { expect, test } from 'vitest';
import { openWorkbook, refusalOf } from '../../testing.ts';
import { emptyWorkbookData } from '../workbook-data.ts';

type Work<Result> = (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<Result>;
const onSheet = <Result>(work: Work<Result>) =>
  Excel.run((context) => work(context.workbook.worksheets.getActiveWorksheet(), context));

test('written values are typed as Excel types them', async () => {
  await openWorkbook();
  await onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:H1');
    range.values = [['12', '2026-03-01', "'12", '=1+1', '50%', 'TRUE', '张三', '']];
    range.load('values,valueTypes,text,formulas,numberFormat');
    await context.sync();
    expect(range.values).toEqual([[12, 46082, '12', 2, 0.5, true, '张三', '']]);
    expect(range.valueTypes).toEqual([['Double', 'Double', 'String', 'Double', 'Double', 'Boolean', 'String', 'Empty']]);
    expect(range.text).toEqual([['12', '2026/3/1', '12', '2', '50%', 'TRUE', '张三', '']]);
    expect(range.formulas[0]![3]).toBe('=1+1');
    expect(range.numberFormat[0]!.slice(0, 2)).toEqual(['General', 'm/d/yyyy']);
  });
});

test('a cell of format @ keeps every input as text, formulas too', async () => {
  await openWorkbook();
  await onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:C1');
    range.numberFormat = [['@', '@', '@']];
    range.values = [['=HYPERLINK("x")', '0012', '2026-03-01']];
    range.load('values,formulas,valueTypes');
    await context.sync();
    expect(range.values).toEqual([['=HYPERLINK("x")', '0012', '2026-03-01']]);
    expect(range.valueTypes[0]).toEqual(['String', 'String', 'String']);
  });
});

test('null leaves a cell as it is, an empty text clears it', async () => {
  await openWorkbook();
  await onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:B1');
    range.values = [['甲', '乙']];
    range.values = [[null, '']];
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([['甲', '']]);
  });
});

test('an array of the wrong shape is refused, a single value fills the range', async () => {
  await openWorkbook();
  await onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:B2');
    range.values = 7 as unknown as number[][];
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([[7, 7], [7, 7]]);
  });
  const error = await refusalOf(
    onSheet(async (sheet, context) => {
      sheet.getRange('A1:B2').values = [[1, 2]];
      await context.sync();
    }),
  );
  expect(error.code).toBe('InvalidArgument');
});

test('merging keeps the top-left value; writes to the covered cells vanish', async () => {
  await openWorkbook();
  await onSheet(async (sheet, context) => {
    sheet.getRange('A1:B1').values = [['标题', '丢失']];
    sheet.getRange('A1:C1').merge();
    sheet.getRange('B1').values = [['看不见']];
    const range = sheet.getRange('A1:C1').load('values');
    const areas = sheet.getRange('A1:Z9').getMergedAreasOrNullObject().load('address,areaCount');
    const elsewhere = sheet.getRange('B1:Z9').getMergedAreasOrNullObject().load('address');
    await context.sync();
    expect(range.values).toEqual([['标题', '', '']]);
    expect(areas.address).toBe('Sheet1!A1:C1');
    expect(elsewhere.isNullObject).toBe(true);
  });
});

test('more than 512 merged areas are refused', async () => {
  const data = emptyWorkbookData('大表');
  data.sheets[0]!.merges = Array.from({ length: 513 }, (_merge, index) => `A${index + 1}:B${index + 1}`);
  await openWorkbook(data);
  const all = onSheet(async (sheet, context) => {
    sheet.getRange('A1:B513').getMergedAreasOrNullObject().load('address');
    await context.sync();
  });
  expect((await refusalOf(all)).code).toBe('InvalidOperation');
  await onSheet(async (sheet, context) => {
    const areas = sheet.getRange('A1:B512').getMergedAreasOrNullObject().load('areaCount');
    await context.sync();
    expect(areas.areaCount).toBe(512);
  });
});

test('the used range of values ignores cells that only have a format', async () => {
  await openWorkbook();
  await onSheet(async (sheet, context) => {
    const empty = sheet.getUsedRangeOrNullObject(true).load('address');
    await context.sync();
    expect(empty.isNullObject).toBe(true);
    sheet.getRange('B2').values = [[1]];
    sheet.getRange('D9').format.fill.color = '#FF0000';
    const used = sheet.getUsedRange(true).load('address');
    const formatted = sheet.getUsedRange().load('address');
    await context.sync();
    expect(used.address).toBe('Sheet1!B2');
    expect(formatted.address).toBe('Sheet1!B2:D9');
  });
});

test('ranges lead to other ranges', async () => {
  await openWorkbook();
  await onSheet(async (sheet, context) => {
    const range = sheet.getRange('B2:C4');
    const others = [
      range.getOffsetRange(1, 1), range.getResizedRange(1, 1), range.getCell(0, 1), range.getEntireRow(),
      range.getEntireColumn(), range.getLastRow(), range.getIntersection('C3:D9'), range.getBoundingRect('E1'),
      sheet.getRangeByIndexes(0, 0, 2, 3), sheet.getRange(),
    ].map((other) => other.load('address'));
    await context.sync();
    expect(others.map((other) => other.address.replace('Sheet1!', ''))).toEqual([
      'C3:D5', 'B2:D5', 'C2', '2:4', 'B:C', 'B4:C4', 'C3:C4', 'B1:E4', 'A1:C2', 'A:XFD',
    ]);
  });
});

test('unbounded ranges answer null for what stands in their cells and refuse writes', async () => {
  await openWorkbook();
  await onSheet(async (sheet, context) => {
    const column = sheet.getRange('A:A').load('values,address');
    await context.sync();
    expect(column.values).toBeNull();
  });
  const error = await refusalOf(
    onSheet(async (sheet, context) => {
      sheet.getRange('A:A').values = 1 as unknown as number[][];
      await context.sync();
    }),
  );
  expect(error.code).toBe('InvalidArgument');
});

test('rows can be inserted and deleted, and formulas follow', async () => {
  await openWorkbook();
  await onSheet(async (sheet, context) => {
    sheet.getRange('A1:A3').values = [[1], [2], ['=SUM(A1:A2)']];
    sheet.getRange('2:2').insert('Down');
    const sum = sheet.getRange('A4').load('formulas,values');
    await context.sync();
    expect(sum.formulas).toEqual([['=SUM(A1:A3)']]);
    sheet.getRange('1:1').delete('Up');
    const after = sheet.getRange('A3').load('formulas,values');
    await context.sync();
    expect(after.formulas).toEqual([['=SUM(A1:A2)']]);
    expect(after.values).toEqual([[2]]);
  });
});

test('copying moves relative references and brings formats along', async () => {
  await openWorkbook();
  await onSheet(async (sheet, context) => {
    sheet.getRange('A1:B2').values = [[1, '=A1*2'], [5, '']];
    sheet.getRange('B1').format.fill.color = '#00FF00';
    sheet.getRange('B2').copyFrom('B1');
    const copy = sheet.getRange('B2').load('formulas,values,format/fill/color');
    await context.sync();
    expect(copy.formulas).toEqual([['=A2*2']]);
    expect(copy.values).toEqual([[10]]);
    expect(copy.format.fill.color).toBe('#00FF00');
  });
});

test('several areas of a sheet are one object', async () => {
  await openWorkbook();
  await onSheet(async (sheet, context) => {
    const areas = sheet.getRanges('A1:B2,D4').load('address,areaCount,cellCount');
    areas.format.fill.color = 'red';
    areas.areas.load('items/address');
    const cell = sheet.getRange('D4').load('format/fill/color');
    await context.sync();
    expect(areas.areaCount).toBe(2);
    expect(areas.cellCount).toBe(5);
    expect(areas.areas.items.map((item) => item.address)).toEqual(['Sheet1!A1:B2', 'Sheet1!D4']);
    expect(cell.format.fill.color).toBe('#FF0000');
  });
});

test('a text of more than 32,767 characters does not fit a cell', async () => {
  await openWorkbook();
  const error = await refusalOf(
    onSheet(async (sheet, context) => {
      sheet.getRange('A1').values = [['长'.repeat(32_768)]];
      await context.sync();
    }),
  );
  expect(error.code).toBe('InvalidArgument');
});
