import { expect, test } from 'vitest';
import { ExcelHost } from '../../host.ts';
import type { CellValue } from '../workbook-data.ts';
import { emptyWorkbookData } from '../workbook-data.ts';

const table = [
  ['姓名', '部门', '金额'],
  ['张三', '一部', '100'],
  ['李四', '二部', '250.5'],
  ['王五', '一部', '50'],
];

function evaluate(formula: string): CellValue {
  const host = new ExcelHost(emptyWorkbookData('数据', '汇 总'));
  host.user.type('数据', 'A1', table);
  host.user.type('汇 总', 'A1', formula);
  const value = host.toData().sheets[1]!.cells['A1']!.value;
  expect(host.unsupportedFormulas).toEqual([]);
  return value;
}

test.each<[string, CellValue]>([
  ['=1+2*3^2', 19],
  ['=-2^2', 4],
  ['=10%*50', 5],
  ['="共"&COUNTA(数据!A2:A4)&"人"', '共3人'],
  ['=SUM(数据!C2:C4,1)', 401.5],
  ['=SUM(数据!C:C)', 400.5],
  ['=AVERAGE(数据!C2:C3)', 175.25],
  ['=COUNT(数据!A1:C4)', 3],
  ['=MAX(数据!C:C)-MIN(数据!C:C)', 200.5],
  ['=SUMIF(数据!B:B,"一部",数据!C:C)', 150],
  ['=SUMIFS(数据!C:C,数据!B:B,"一部",数据!C:C,">60")', 100],
  ['=COUNTIF(数据!A:A,"*三")', 1],
  ['=COUNTIFS(数据!B2:B4,"<>一部")', 1],
  ['=VLOOKUP("李四",数据!A:C,3,FALSE)', 250.5],
  ['=IFERROR(VLOOKUP("无",数据!A:C,3,0),"没有")', '没有'],
  ['=VLOOKUP("无",数据!A:C,3,0)', '#N/A'],
  ['=INDEX(数据!A2:A4,MATCH(50,数据!C2:C4,0))', '王五'],
  ['=RANK(数据!C2,数据!C2:C4)', 2],
  ['=IF(AND(数据!C2>=100,NOT(数据!C4>60)),"达标","未达标")', '达标'],
  ['=ROUND(2.675,2)', 2.68],
  ['=ROUND(-2.5,0)', -3],
  ['=INT(-1.5)', -2],
  ['=ABS(-3)', 3],
  ['=TEXT(46310,"yyyy-mm-dd")', '2026-10-15'],
  ['=TEXT(0.256,"0.0%")', '25.6%'],
  ['=1/0', '#DIV/0!'],
  ['=A9', 0],
  ['=A9&""', ''],
  ['="a"="A"', true],
  ['=DATE(2026,2,30)', 46083],
  ['=SUMPRODUCT(数据!C2:C4,数据!C2:C4)', 75250.25],
])('%s is %s', (formula, expected) => {
  expect(evaluate(formula)).toBe(expected);
});

test('results follow their inputs through other formulas', () => {
  const host = new ExcelHost();
  host.user.type('Sheet1', 'A1', [['1', '=A1*2', '=B1+1']]);
  expect(host.toData().sheets[0]!.cells['C1']!.value).toBe(3);
  host.user.type('Sheet1', 'A1', '10');
  expect(host.toData().sheets[0]!.cells['C1']!.value).toBe(21);
});

test('a formula outside the language keeps its cached value and is listed', () => {
  const data = emptyWorkbookData('甲');
  data.sheets[0]!.cells = { A1: { value: 7, formula: '=LET(x,7,x)' }, A2: { value: '', formula: '=NOSUCH(1)' } };
  const host = new ExcelHost(data);
  host.user.type('甲', 'B1', '1');
  const cells = host.toData().sheets[0]!.cells;
  expect(cells['A1']!.value).toBe(7);
  expect(cells['A2']!.value).toBe('#NAME?');
  expect(host.unsupportedFormulas.map((formula) => formula.cell)).toEqual(['A1', 'A2']);
});

test('defined names are values', () => {
  const data = emptyWorkbookData('甲');
  data.names = [{ name: '税率', formula: '=甲!$A$1' }];
  const host = new ExcelHost(data);
  host.user.type('甲', 'A1', [['0.06', '=税率*100']]);
  expect(host.toData().sheets[0]!.cells['B1']!.value).toBe(6);
});
