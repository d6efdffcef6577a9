import { expect, test } from 'vitest';
import { documentFromData } from '../../../excel/document/data.ts';
import { emptySheetData, emptyWorkbookData, type SheetData } from '../../../excel/workbook-data.ts';
import { drawCells } from './drawing.ts';
import { geometryOf } from './geometry.ts';

function drawn(change: (sheet: SheetData) => void): string {
  const sheet = emptySheetData('表');
  change(sheet);
  const document = documentFromData({ ...emptyWorkbookData('表'), sheets: [sheet] });
  const [page] = document.sheets;
  return drawCells({ document, sheet: page!, geometry: geometryOf(page!.state), lines: { row: 0, column: 0, rows: 10, columns: 6 } });
}

test('a merged area is one element, and what lies under it is not drawn', () => {
  const html = drawn((sheet) => {
    sheet.cells['A1'] = { value: '标题' };
    sheet.cells['B1'] = { value: '盖住' };
    sheet.merges = ['A1:C2'];
  });
  expect(html.match(/data-cell=/g)).toHaveLength(1);
  expect(html).toContain(`width:${3 * 72 + 1}px;height:${2 * 19 + 1}px`);
});

test('text is text, whatever it looks like, and numbers show their format or #', () => {
  const html = drawn((sheet) => {
    sheet.cells['A1'] = { value: '<img src=x onerror=alert(1)>' };
    sheet.cells['A2'] = { value: 1234.5, numberFormat: '#,##0.00' };
    sheet.cells['A3'] = { value: 123456789012, numberFormat: '#,##0.00' };
  });
  expect(html).not.toContain('<img');
  expect(html).toContain('1,234.50');
  expect(html).toMatch(/data-cell="A3"[^>]*>.*?#{5,}/);
});

test('long text runs over empty neighbours and stops at a filled one', () => {
  const margin = (html: string) => Number(/margin:0 -(\d+)px/.exec(html)?.[1] ?? 0);
  const long = '云汐百草笺医药连锁股份有限公司';
  expect(margin(drawn((sheet) => { sheet.cells['A1'] = { value: long }; }))).toBeGreaterThan(72);
  expect(margin(drawn((sheet) => { sheet.cells['A1'] = { value: long }; sheet.cells['B1'] = { value: 'x' }; }))).toBe(0);
});

test('a formula colours the cells for which it holds, each as if it had been copied there', () => {
  const html = drawn((sheet) => {
    sheet.cells['A1'] = { value: 25 };
    sheet.cells['A2'] = { value: 80 };
    sheet.conditionalFormats = [
      { range: 'A1:A2', type: 'Custom', priority: 0, rule: { formula: '=A1>50' }, format: { fill: '#FDF4E3' } },
      { range: 'A1', type: 'Custom', priority: 1, rule: { formula: '=N("name of a mark")=0' }, format: { fill: '#FFC000' } },
      { range: 'A1:A2', type: 'Custom', priority: 2, rule: { formula: '=UNKNOWN(A1)' }, format: { fill: '#000000' } },
    ];
  });
  expect(html).toMatch(/data-cell="A1"[^>]*background:#FFC000/);
  expect(html).toMatch(/data-cell="A2"[^>]*background:#FDF4E3/);
  expect(html).not.toContain('#000000');
});

test('a data bar is as long as its share, and a condition colours its cell', () => {
  const html = drawn((sheet) => {
    sheet.cells['A1'] = { value: 25 };
    sheet.cells['A2'] = { value: 80 };
    sheet.conditionalFormats = [
      { range: 'A1:A2', type: 'DataBar', priority: 0, dataBar: { color: '#107C41', lower: { type: 'Number', formula: '0' }, upper: { type: 'Number', formula: '100' } } },
      { range: 'A1:A2', type: 'CellValue', priority: 1, rule: { operator: 'LessThan', formula1: '=60' }, format: { fill: '#FDF4E3' } },
    ];
  });
  expect(html).toContain('width:25.00%');
  expect(html).toContain('width:80.00%');
  expect(html.match(/background:#FDF4E3/g)).toHaveLength(1);
});
