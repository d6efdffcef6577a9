import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readWorkbookImage } from '../addin/xlsx/read.ts';
import { sketch } from '../addin/sheets/test-support/sketch.ts';
import { readAnswer } from './read-answer.ts';

const folder = fileURLToPath(new URL('../fixtures/workbooks/', import.meta.url));
const command = fileURLToPath(new URL('./read.ts', import.meta.url));
const fileOf = (number: string): string => folder + readdirSync(folder).find((name) => name.startsWith(number) && name.endsWith('.xlsx'))!;

test('every value has the address of its cell, and every problem a cell and a sentence', async () => {
  for (const number of ['03', '13']) {
    const answer = readAnswer(number, await readWorkbookImage(new Uint8Array(readFileSync(fileOf(number)))));
    expect(answer.records.length).toBeGreaterThan(0);
    for (const record of answer.records) {
      expect(Object.keys(record.cells).length).toBeGreaterThan(0);
      for (const address of Object.values(record.cells)) expect(address).toMatch(/^[A-Z]+\d+$/);
      expect(record.confidence).toBeGreaterThan(0);
      expect(record.confidence).toBeLessThanOrEqual(1);
    }
    for (const problem of answer.problems) {
      expect(problem.cell).toMatch(/^[A-Z]+\d+$/);
      expect(problem.message).not.toBe('');
    }
  }
});

test('a label that no form knows is told with its cell, its form and the value beside it, next to the sheets left alone', () => {
  const values = [['客户档案表', '', '', ''], ['档案编号', 'KA-1', '建档日期', '2026-09-01'], ['客户名称', '某公司', '备案号', '云汐字0417号']];
  const sheet = { id: '1', name: '档案', visibility: 'visible' as const, isProtected: false, row: 0, column: 0, values, texts: values, formats: values.map((row) => row.map(() => '@')), formulas: values.map((row) => row.map(() => '')), merges: [], hiddenRows: [] };
  const { unmatched } = readAnswer('x', { sheets: [sheet, { ...sheet, name: '空', values: [['x']], texts: [['x']] }], isStructureProtected: false });
  expect(unmatched).toEqual([{ sheet: '空', reason: 'nothing-recognised' }, { sheet: '档案', cell: 'C3', form: 'customer-archive', label: '备案号', text: '云汐字0417号' }]);
});

test("a day that stands without a year has that of the file's name", () => {
  const sheet = sketch([['合同台账'], ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)'], ['HT-1', '千帆渡', '销售合同', { value: '9/3', format: '@' }, 100]]);
  const days = (file: string) => readAnswer(file, { sheets: [sheet], isStructureProtected: false }).records.map((record) => record.fields['signed_day']);
  expect([days('合同台账 2026年11月.xlsx'), days('合同台账.xlsx')]).toEqual([['2026-09-03'], [undefined]]);
});

test('a file that cannot be opened is said in one line, the others are read, and the command ends with 2', () => {
  const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', command, fileOf('04'), '/nowhere/none.xlsx', folder, command, fileOf('05')], { encoding: 'utf8' });
  expect(run.status).toBe(2);
  expect(run.stderr.trim().split('\n')).toEqual(['/nowhere/none.xlsx：找不到这个文件', `${folder}：是文件夹，不是文件`, expect.stringMatching(/read\.ts：是文本文件.*另存为 \.xlsx，再试一次$/)]);
  expect((JSON.parse(run.stdout) as { file: string }[]).map(({ file }) => file.slice(0, 2))).toEqual(['04', '05']);
});

test('a readable workbook with problems ends with 0', () => {
  const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', command, fileOf('13')], { encoding: 'utf8' });
  expect([run.status, run.stderr]).toEqual([0, '']);
  expect(Object.keys((JSON.parse(run.stdout) as object[])[0]!)).toEqual(['file', 'records', 'problems', 'unmatched']);
});

test('an uncertain reading is a problem of its own, and the values of a file that is only refused are none', () => {
  const uncertain = sketch([[{ value: '礼品馈赠计划表', columns: 8 }], ['序号', '客户名称', '馈赠目的', '礼品名称', '礼品数量', '预算价值(元)', '负责人姓名', '备注'], [1, '甲有限公司', '节日问候', '茶', 2, '约0.12万元', '林小满', '']]);
  const { records, problems } = readAnswer('a.xlsx', { sheets: [uncertain], isStructureProtected: false });
  expect(records[0]!.confidence).toBeLessThan(1);
  expect(problems).toContainEqual({ code: 'uncertain', sheet: '表', cell: 'F3', form: 'gift-plan', field: expect.any(String), text: '约0.12万元', message: expect.stringContaining('核对') });
  const nothing = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', command, '/nowhere/none.xlsx'], { encoding: 'utf8' });
  expect([nothing.status, JSON.parse(nothing.stdout)]).toEqual([2, []]);
});
