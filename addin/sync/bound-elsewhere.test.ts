// Files that share a workbook's id with another person's: copied before either was synchronised, or with a lost `_keybook`.

import { expect, it } from 'vitest';
import { emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import type { SyncRequest } from '../../domain/protocol/messages.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

const rows = [['合同台账'], ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注'], ['HT-1', '千帆渡', '销售合同', '2026-09-01', '1001', '一']];

/** A Worker that binds a workbook to whom its first sync says, and whom each is bound to. */
function bindingWorker(): { readonly worker: MemoryWorker; readonly bound: ReadonlyMap<string, string> } {
  const worker = new MemoryWorker();
  const bound = new Map<string, string>();
  const answer = worker.fetch;
  const fetch = async (address: string, init: RequestInit): Promise<Response> => {
    const { workbook, audience } = JSON.parse(typeof init.body === 'string' ? init.body : '{}') as Partial<SyncRequest>;
    const isForeign = workbook !== undefined && audience !== undefined && bound.has(workbook) && bound.get(workbook) !== audience.id;
    if (isForeign) return Response.json({ type: 'about:blank', title: '', status: 409, code: 'workbook-bound' }, { status: 409 });
    const response = await answer(address, init);
    if (workbook !== undefined && audience && response.ok && !bound.has(workbook)) bound.set(workbook, audience.id);
    return response;
  };
  return { worker: Object.assign(worker, { fetch }), bound };
}

it('two copies of a file that nobody had synchronised, at two people, are two workbooks, and what was sealed goes once', async () => {
  const { worker, bound } = bindingWorker();
  const mine = await new Desk(worker).sit(emptyWorkbookData('合同'));
  mine.host.user.type('合同', 'A1', rows);
  worker.faults.push('offline');
  await mine.sync().catch(() => null);
  const theirs = await new Desk(worker, '周立夏').sit(mine.host.toData());
  await theirs.sync();
  await mine.sync();
  await mine.sync();
  expect([bound.size, worker.records.size, (await mine.read()).pending.cells]).toEqual([2, 1, []]);
});

it('a file that lost its `_keybook` stays for whom it was, whoever opens it', async () => {
  const { worker, bound } = bindingWorker();
  const mine = await new Desk(worker).sit(emptyWorkbookData('合同'));
  mine.host.user.type('合同', 'A1', rows);
  await mine.sync();
  const data = mine.host.toData();
  const theirs = await new Desk(worker, '周立夏').sit({ ...data, sheets: data.sheets.filter((sheet) => sheet.name !== '_keybook') });
  await theirs.sync();
  expect([bound.size, worker.records.size, (await theirs.read()).pending.cells]).toEqual([1, 1, []]);
});
