// A cell being edited: Excel refuses everything meanwhile, and a sync waits for the person.

import { expect, it } from 'vitest';
import type { SyncProgress } from '../panes/services.ts';
import { emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

async function contract(worker: MemoryWorker): Promise<Desk> {
  const desk = await new Desk(worker).sit(emptyWorkbookData('合同'));
  desk.host.user.type('合同', 'A1', [['合同台账'], ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注'], ['HT-0001', '千帆渡', '销售合同', '2026-09-01', '1001', '第1号']]);
  return desk;
}

it('a cell being edited is waited for before anything is sent, and a refresh that nobody pressed for does not begin', async () => {
  const worker = new MemoryWorker();
  const desk = await contract(worker);
  desk.host.cellEditMode = true;
  await expect(desk.syncHere({ isAutomatic: true })).rejects.toMatchObject({ failure: { code: 'cell-edit-mode' } });
  const sentWhileWaiting: number[] = [];
  desk.onPause = () => {
    sentWhileWaiting.push(worker.requests.length);
    desk.host.cellEditMode = sentWhileWaiting.length < 3;
  };
  const progress: SyncProgress[] = [];
  await desk.syncHere({}, (step) => progress.push(step));
  expect([sentWhileWaiting, worker.records.size]).toEqual([[0, 0, 0], 1]);
  expect(progress.flatMap((step) => (step.waiting ? [`${step.stage} ${step.waiting}`] : []))).toEqual(['read cell-edit']);
});

it('a cell being edited when the answer is there: it is kept, and written once the person is done', async () => {
  const worker = new MemoryWorker();
  const desk = await contract(worker);
  await desk.sync();
  worker.edit([...worker.records.keys()][0]!, 'remark', '同事改的');
  await desk.sit(desk.host.toData());
  worker.onAnswered = () => (desk.host.cellEditMode = true);
  const progress: SyncProgress[] = [];
  await desk.syncHere({}, (step) => progress.push(step));
  expect(desk.cell('合同', 'F3').value).toBe('同事改的');
  expect(progress.flatMap((step) => (step.waiting ? [`${step.stage} ${step.waiting}`] : []))).toEqual(['write cell-edit']);
  expect(worker.requests).toHaveLength(2);
});
