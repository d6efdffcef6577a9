// What a sync must not lose, double or leave behind when a person goes on working between a push and its answer, or
// takes typing back.

import { expect, it } from 'vitest';
import { emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

const rows = [
  ['合同台账'],
  ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注'],
  ['HT-0001', '千帆渡', '销售合同', '2026-09-01', '1001', '一'],
  ['HT-0002', '千帆渡', '销售合同', '2026-09-02', '1002', '二'],
];

async function contracts(worker: MemoryWorker): Promise<Desk> {
  const desk = await new Desk(worker).sit(emptyWorkbookData('合同'));
  desk.host.user.type('合同', 'A1', rows);
  return desk;
}

const stored = (worker: MemoryWorker, contractNo: string) => [...worker.records.values()].filter((record) => record.fields['contract_no'] === contractNo && !record.deleted);

it('a new row whose natural key is corrected after its answer was lost is one record', async () => {
  const worker = new MemoryWorker();
  const desk = await contracts(worker);
  worker.faults.push('answer-lost');
  await desk.sync().catch(() => null);
  desk.host.user.type('合同', 'A4', 'HT-0003');
  await desk.sync();
  await desk.sync();
  expect([...worker.records.values()].map((record) => record.fields['contract_no']).sort()).toEqual(['HT-0001', 'HT-0003']);
});

it('what is typed after the answer was lost replaces what was sent, and is no conflict with oneself', async () => {
  const worker = new MemoryWorker();
  const desk = await contracts(worker);
  await desk.sync();
  desk.host.user.type('合同', 'F3', '先写的');
  worker.faults.push('answer-lost');
  await desk.sync().catch(() => null);
  desk.host.user.type('合同', 'F3', '后写的');
  await desk.sync();
  await desk.sync();
  expect(stored(worker, 'HT-0001')[0]!.fields['remark']).toBe('后写的');
  expect(worker.conflicts).toEqual([]);
});

it('typing that lost a conflict and is taken back makes room for the value that won', async () => {
  const worker = new MemoryWorker();
  const mine = await contracts(worker);
  await mine.sync();
  worker.edit(stored(worker, 'HT-0001')[0]!.id, 'remark', '同事写的');
  mine.host.user.type('合同', 'F3', '我写的');
  await mine.sync();
  expect(mine.cell('合同', 'F3').value).toBe('我写的');
  mine.host.user.type('合同', 'F3', '一');
  await mine.sync();
  expect(mine.cell('合同', 'F3').value).toBe('同事写的');
});

it('a hidden sheet that comes back has not missed what a colleague changed meanwhile', async () => {
  const worker = new MemoryWorker();
  const mine = await contracts(worker);
  await mine.sync();
  const shown = mine.host.toData();
  const hidden = { ...shown, sheets: [...shown.sheets.map((sheet) => (sheet.name === '合同' ? { ...sheet, visibility: 'Hidden' as const } : sheet)), emptyWorkbookData('另一张').sheets[0]!], activeSheet: '另一张' };
  await mine.sit(hidden);
  await mine.sync();
  worker.edit(stored(worker, 'HT-0002')[0]!.id, 'remark', '同事写的');
  await mine.sync();
  const back = mine.host.toData();
  await mine.sit({ ...back, sheets: back.sheets.map((sheet) => (sheet.name === '合同' ? { ...sheet, visibility: 'Visible' as const } : sheet)) });
  await mine.sync();
  expect(mine.cell('合同', 'F4').value).toBe('同事写的');
});
