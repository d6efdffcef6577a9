import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { departmentSheet } from '../../addin/sheets/report/department-sheet.ts';
import { departmentOf } from '../../addin/sheets/report/sample-results.ts';
import { readWorkbookImage } from '../../addin/xlsx/read.ts';
import { xlsxOfPlans } from '../../addin/xlsx/write.ts';
import { emptyWorkbookData } from '../excel/workbook-data.ts';
import type { WorkbookData } from '../excel/workbook-data.ts';
import { readXlsx, writeXlsx } from './index.ts';

const folder = fileURLToPath(new URL('../../fixtures/workbooks/', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));

describe.each(files)('%s', (name) => {
  const bytes = new Uint8Array(readFileSync(folder + name));

  test('is the same workbook after it was opened and saved', async () => {
    const opened = await readXlsx(bytes);
    const saved = await writeXlsx(opened);
    expect(await readXlsx(saved)).toEqual(opened);
    expect(await readWorkbookImage(saved)).toEqual(await readWorkbookImage(bytes));
  });
});

test('charts, data bars and print set-up of a generated sheet survive', async () => {
  const opened = await readXlsx(await xlsxOfPlans([departmentSheet(departmentOf(7, 1))]));
  const [sheet] = opened.sheets;
  expect(sheet!.charts.map((chart) => [chart.type, chart.series.length, chart.title])).toEqual([
    ['BarStacked', 3, '得分构成（已出总分 6 人）'],
    ['ColumnClustered', 2, '总分，和上季比'],
  ]);
  expect(sheet!.conditionalFormats[0]).toMatchObject({ type: 'DataBar', dataBar: { color: '#8CC4A6', gradient: false } });
  expect(sheet!.pageLayout).toMatchObject({ orientation: 'Landscape', paperSize: 'A4', zoom: { horizontalFitToPages: 1, verticalFitToPages: 1 } });
  expect(await readXlsx(await writeXlsx(opened))).toEqual(opened);
});

test('what the simulator can set is in the file', async () => {
  const data: WorkbookData = emptyWorkbookData('甲', '_keybook');
  data.structureProtected = true;
  data.names = [{ name: '区域', formula: '=甲!$A$1:$B$2', visible: true }];
  const [first, second] = data.sheets;
  second!.visibility = 'VeryHidden';
  second!.cells = { A1: { value: '{"a":1}', numberFormat: '@' } };
  Object.assign(first!, {
    cells: {
      A1: { value: '=不是公式', numberFormat: '@', style: { font: { name: '宋体', size: 12, bold: true, italic: true, underline: 'Single', strikethrough: true, color: '#FF0000' }, fill: '#00FF00', borders: { top: { style: 'Double', weight: 'Thick', color: '#000000' }, left: { style: 'Dash', weight: 'Medium', color: '#123456' } }, horizontal: 'Center', vertical: 'Top', wrap: true, indent: 2, textRotation: -45, locked: false } },
      B1: { value: 3, formula: '=SUM(1,2)' }, B2: { value: '#N/A' }, C1: { value: true }, C2: { value: ' 前后空格 \n第二行 ' },
    },
    merges: ['D1:E2'], rowHeights: { 1: 33 }, columnWidths: { A: 90 }, hiddenRows: [4], hiddenColumns: ['G'], freeze: { rows: 1, columns: 1 }, tabColor: '#107C41', showGridlines: false,
    tables: [{ name: '表1', range: 'J1:K3', showHeaders: true, showTotals: false, style: 'TableStyleMedium2', showBandedRows: true, showBandedColumns: false, showFilterButton: true }],
    conditionalFormats: [{ range: 'A1:A9', type: 'Custom', rule: { formula: '=A1>1' }, format: { fill: '#FFFF00' }, priority: 0 }, { range: 'B1:B9', type: 'CellValue', rule: { operator: 'Between', formula1: '=1', formula2: '=5' }, priority: 1 }],
    dataValidations: [{ range: 'A5', rule: { list: { inCellDropDown: true, source: '甲,乙' } }, ignoreBlanks: true, errorAlert: { showAlert: true, style: 'Stop', title: '', message: '' } }],
    comments: [{ cell: 'A1', content: '批注', author: '林小满' }],
    protection: { options: { allowFormatCells: true } },
    pageBreaks: [5, 8],
    pageLayout: { orientation: 'Landscape', paperSize: 'A4', printArea: 'A1:K9', printTitleRows: '1:2', headersFooters: { leftFooter: '甲&&乙', rightFooter: '第 &P 页' }, zoom: { horizontalFitToPages: 1 } },
  });
  const read = await readXlsx(await writeXlsx(data));
  expect(read).toMatchObject({ structureProtected: true, names: data.names });
  expect(read.sheets[1]).toMatchObject({ visibility: 'VeryHidden', cells: second!.cells });
  const { protection, ...rest } = first!;
  expect(read.sheets[0]).toMatchObject(rest);
  expect(read.sheets[0]!.protection!.options).toMatchObject(protection!.options!);
});
