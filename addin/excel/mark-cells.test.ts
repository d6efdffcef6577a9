// Marks in a simulated Excel: what they leave as it was, and how they are found again.

import { expect, it } from 'vitest';
import { ExcelHost } from '../../simulator/host.ts';
import { loadOffice } from '../../simulator/node-office.ts';
import type { WorkbookData } from '../../simulator/excel/workbook-data.ts';
import { workbookDataFromXlsx, xlsxFromWorkbookData } from '../../simulator/xlsx/index.ts';
import { excelWith } from './test-support/host.ts';
import type { CellMark } from './workbook-writes.ts';
import { writeWorkbook } from './write-workbook.ts';

const at = (host: ExcelHost, sheet: string, row: number, column: number, name: string): CellMark => ({ name, sheet: host.document.findSheet(sheet)!.id, row, column });

async function mark(host: ExcelHost, marks: readonly CellMark[], before: readonly CellMark[] = []) {
  return writeWorkbook({ patches: [], plans: [], ledger: null, marks: { marks, before, sheets: host.document.sheets.map((sheet) => sheet.id) } });
}

function rulesOn(host: ExcelHost, sheet: string): [string, unknown][] {
  return host.toData().sheets.find((one) => one.name === sheet)!.conditionalFormats.map(({ range, rule }) => [range, rule?.['formula']]);
}

/** Their order counts, the numbers of it do not. */
function rulesIn({ sheets }: WorkbookData): unknown[] {
  return sheets.map(({ conditionalFormats }) => conditionalFormats.map(({ range, type, rule, format }) => ({ range, type, rule, format })));
}

/** A sheet with a rule of its own that paints the marked cell as well. */
async function painted(): Promise<ExcelHost> {
  const host = await excelWith(['表', '另一张']);
  host.user.type('表', 'A1', [['甲', '乙'], ['丙', '丁']]);
  host.user.format('表', 'B2', { style: { fill: '#00FF00', font: { bold: true } } });
  const data = host.toData();
  data.sheets[0]!.conditionalFormats = [{ range: 'A1:B2', type: 'Custom', rule: { formula: '=A1="丁"' }, format: { fill: '#FF0000' }, priority: 0 }];
  return excelWith(data);
}

it('sets one rule a cell in two round trips, and takes it away without a trace', async () => {
  const host = await painted();
  const before = host.toData();
  const first = await mark(host, [at(host, '表', 1, 1, 'conflict-1'), at(host, '另一张', 0, 0, 'conflict-2')]);
  expect([first.syncs, first.marks?.map(({ name }) => name)]).toEqual([2, ['conflict-1', 'conflict-2']]);
  expect(rulesOn(host, '表')).toEqual([['B2', '=N("Keybook conflict-1")=0'], ['A1:B2', '=A1="丁"']]);
  expect(host.toData().sheets.map((sheet) => sheet.cells)).toEqual(before.sheets.map((sheet) => sheet.cells));
  const moved = await mark(host, [at(host, '表', 0, 0, 'conflict-1')], first.marks);
  expect(rulesOn(host, '表').map(([range]) => range)).toEqual(['A1', 'A1:B2']);
  await mark(host, [], moved.marks);
  expect(rulesIn(host.toData())).toEqual(rulesIn(before));
});

it('finds its marks again in the file that was closed and on the sheet that was copied', async () => {
  const host = await painted();
  await mark(host, [at(host, '表', 1, 1, 'conflict-1')]);
  host.user.copySheet('表', '表 (2)');
  const again = new ExcelHost(await workbookDataFromXlsx(await xlsxFromWorkbookData(host.toData())));
  await loadOffice(again);
  expect(rulesOn(again, '表 (2)')).toHaveLength(2);
  await mark(again, []);
  expect(['表', '表 (2)'].map((sheet) => rulesOn(again, sheet).map(([range]) => range))).toEqual([['A1:B2'], ['A1:B2']]);
});

it('leaves a protected sheet as it is and says which marks stand there', async () => {
  const host = await painted();
  const first = await mark(host, [at(host, '表', 1, 1, 'conflict-1')]);
  const data = host.toData();
  const locked = await excelWith({ ...data, sheets: data.sheets.map((sheet) => (sheet.name === '表' ? { ...sheet, protection: {} } : sheet)) });
  const { marks } = await mark(locked, [at(locked, '表', 0, 0, 'conflict-3'), at(locked, '另一张', 0, 0, 'conflict-2')], first.marks!.map((one) => ({ ...one, sheet: locked.document.findSheet('表')!.id })));
  expect(marks!.map(({ name }) => name)).toEqual(['conflict-1', 'conflict-2']);
  expect(rulesOn(locked, '表').map(([range]) => range)).toEqual(['B2', 'A1:B2']);
});
