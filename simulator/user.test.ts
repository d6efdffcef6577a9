import { expect, test } from 'vitest';
import { emptyWorkbookData } from './excel/workbook-data.ts';
import { ExcelHost } from './host.ts';

const cellsOf = (host: ExcelHost, sheet = 0) =>
  Object.fromEntries(Object.entries(host.toData().sheets[sheet]!.cells).map(([name, cell]) => [name, cell.value]));

test('what a person types becomes a day, a number, a formula or text', () => {
  const host = new ExcelHost();
  host.user.type('Sheet1', 'A1', [['2026-10-15', '2026年10月15日', '=A1+1', '1,234', '电话']]);
  expect(cellsOf(host)).toEqual({ A1: 46310, B1: 46310, C1: 46311, D1: 1234, E1: '电话' });
  expect(host.toData().sheets[0]!.cells['B1']!.numberFormat).toBe('yyyy"年"m"月"d"日"');
});

test('rows are inserted, deleted and sorted, with their merges and sizes', () => {
  const data = emptyWorkbookData('甲');
  data.sheets[0]!.merges = ['A5:B5'];
  data.sheets[0]!.rowHeights = { '5': 40 };
  const host = new ExcelHost(data);
  host.user.type('甲', 'A1', [['3', '丙'], ['1', '甲'], ['2', '乙']]);
  host.user.sortRows('甲', 'A1:B3', 'A');
  expect(cellsOf(host)).toEqual({ A1: 1, B1: '甲', A2: 2, B2: '乙', A3: 3, B3: '丙' });
  host.user.insertRows('甲', 2, 2);
  host.user.deleteRows('甲', 1);
  expect(cellsOf(host)).toEqual({ A3: 2, B3: '乙', A4: 3, B4: '丙' });
  expect(host.toData().sheets[0]!.merges).toEqual(['A6:B6']);
  expect(host.toData().sheets[0]!.rowHeights).toEqual({ '6': 40 });
});

test('undo takes back the last action', () => {
  const host = new ExcelHost();
  host.user.type('Sheet1', 'A1', '一');
  host.user.insertRows('Sheet1', 1);
  host.user.renameSheet('Sheet1', '别名');
  expect(host.user.undo()).toBe(true);
  expect(host.user.undo()).toBe(true);
  expect(cellsOf(host)).toEqual({ A1: '一' });
  expect(host.document.sheets[0]!.name).toBe('Sheet1');
  host.user.undo();
  expect(cellsOf(host)).toEqual({});
  expect(host.user.undo()).toBe(false);
});

test('a copied sheet has its own tables and the same custom properties', () => {
  const data = emptyWorkbookData('表');
  data.sheets[0]!.tables = [{ name: '回款', range: 'A1:B3', showHeaders: true, showTotals: false }];
  data.sheets[0]!.customProperties = { id: 'x' };
  const host = new ExcelHost(data);
  host.user.copySheet('表');
  const copy = host.toData().sheets[1]!;
  expect(copy.name).toBe('表 (2)');
  expect(copy.tables[0]!.name).toBe('回款1');
  expect(copy.customProperties).toEqual({ id: 'x' });
});
