// News of an open pane over a simulated Excel: heard, listed with cells, brought in by itself only where that is switched on.

import { expect, it } from 'vitest';
import { emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import { createServices } from '../app.ts';
import { sessionStore, storageOrMemory } from '../connection/session-store.ts';
import type { KeyValueStorage } from '../connection/session-store.ts';
import { excelWorkbook } from '../excel/host.ts';
import { cellOf, excelWith } from '../excel/test-support/host.ts';
import { MemoryWorker } from '../sync/test-support/memory-worker.ts';

const minute = 60_000;

async function pane(worker: MemoryWorker, data = emptyWorkbookData('合同'), storage: KeyValueStorage = storageOrMemory(() => undefined)) {
  const host = await excelWith(data);
  let now = 0;
  let timers: { at: number; work: () => void }[] = [];
  const clock = {
    now: () => now,
    after: (milliseconds: number, work: () => void) => {
      const timer = { at: now + milliseconds, work };
      timers.push(timer);
      return () => void (timers = timers.filter((other) => other !== timer));
    },
  };
  const asked: string[] = [];
  const fetch = (address: string, init: RequestInit): Promise<Response> => {
    if (address.includes('/api/news')) asked.push(address);
    return worker.fetch(address, init);
  };
  const surroundings = { clock, isVisible: () => true, onSeen: () => {} };
  const services = await createServices({ workbook: excelWorkbook, fetch, base: '', store: sessionStore(storage, '', () => 'device-1'), storage, partition: '', now: () => new Date().toISOString(), surroundings });
  const pass = async (milliseconds: number): Promise<void> => {
    for (const end = now + milliseconds; ; ) {
      const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      now = next?.at ?? end;
      if (!next) return;
      timers = timers.filter((timer) => timer !== next);
      next.work();
      for (let turn = 0; turn < 5; turn += 1) await host.idle();
    }
  };
  return { services, host, asked, pass };
}

async function withContract(worker: MemoryWorker) {
  const made = await pane(worker);
  await made.services.signIn('林小满', 'Excel');
  made.host.user.type('合同', 'A1', [['合同台账'], ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注'], ['HT-1', '千帆渡', '销售合同', '2026-09-01', '100', '一']]);
  await made.services.synchronise(() => {});
  return made;
}

it('are heard within a minute, with who, what and the cell, and nothing is written', async () => {
  const worker = new MemoryWorker();
  const { services, host, pass } = await withContract(worker);
  const told: number[] = [];
  services.onNews(({ count }) => told.push(count));
  await pass(5 * minute);
  expect([told, services.news().count]).toEqual([[], 0]);
  const [record] = worker.records.keys();
  worker.edit(record!, 'remark', '同事改的');
  const before = JSON.stringify(host.toData());
  await pass(minute);
  expect(told).toEqual([1]);
  expect(services.news()).toMatchObject({ count: 1, changes: [{ record, form: 'contract', by: '周立夏', kind: 'edit', cell: { sheet: '合同', address: 'A3' }, paths: [{ path: 'remark', to: '同事改的', cell: { sheet: '合同', address: 'F3' } }] }] });
  expect(JSON.stringify(host.toData())).toBe(before);
  await pass(5 * minute);
  expect(told).toEqual([1]);
  await services.synchronise(() => {});
  expect([told, services.news().count]).toEqual([[1, 0], 0]);
});

it('ask once a minute and nothing else while nothing is new', async () => {
  const worker = new MemoryWorker();
  const { asked, pass } = await withContract(worker);
  const syncs = worker.requests.length;
  await pass(10 * minute);
  expect([asked.length, worker.requests.length - syncs]).toEqual([10, 0]);
});

it('come in by themselves where that is switched on, and only once nobody types', async () => {
  const worker = new MemoryWorker();
  const { services, host, pass } = await withContract(worker);
  const receipts: number[] = [];
  services.onRefreshed(({ receipt }) => receipts.push(receipt.received.length));
  services.setAutoRefresh(true);
  const [record] = worker.records.keys();
  worker.edit(record!, 'remark', '同事改的');
  host.cellEditMode = true;
  await pass(2 * minute);
  expect(receipts).toEqual([]);
  host.cellEditMode = false;
  expect(cellOf(host, '合同', 'F3').value).toBe('一');
  await pass(20_000);
  expect([receipts, cellOf(host, '合同', 'F3').value, services.news().count]).toEqual([[1], '同事改的', 0]);
});

it('tell what changed since the workbook was last open here, also what is written already', async () => {
  const worker = new MemoryWorker();
  const storage = storageOrMemory(() => undefined);
  const first = await pane(worker, emptyWorkbookData('合同'), storage);
  await first.services.signIn('林小满', 'Excel');
  first.host.user.type('合同', 'A1', [['合同台账'], ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注'], ['HT-1', '千帆渡', '销售合同', '2026-09-01', '100', '一']]);
  await first.services.synchronise(() => {});
  const [record] = worker.records.keys();
  worker.edit(record!, 'remark', '夜里改的');
  const again = await pane(worker, first.host.toData(), storage);
  await again.services.readWorkbook();
  await again.services.synchronise(() => {});
  expect(await again.services.changedSinceOpened()).toMatchObject({ count: 1, changes: [{ paths: [{ path: 'remark', to: '夜里改的' }] }] });
  const third = await pane(worker, again.host.toData(), storage);
  await third.services.readWorkbook();
  expect(await third.services.changedSinceOpened()).toMatchObject({ count: 0 });
});

it('a history is told path by path, the latest first, and an earlier value made the record’s again stands in the cell', async () => {
  const worker = new MemoryWorker();
  const { services, host } = await withContract(worker);
  const [record] = worker.records.keys();
  worker.edit(record!, 'remark', '同事改的');
  worker.edit(record!, 'amount', 5_00);
  await services.synchronise(() => {});
  const history = await services.history(record!, 'remark');
  expect(history.entries.map(({ by, kind, paths }) => [by, kind, paths])).toEqual([
    ['周立夏', 'edit', [{ path: 'remark', from: '一', to: '同事改的' }]],
    ['林小满', 'create', [{ path: 'remark', from: null, to: '一' }]],
  ]);
  const { receipt, reading } = await services.restore(record!, 'remark', '一', history.rev);
  expect([receipt.sent.map(({ fields, conflicts }) => [fields, conflicts]), cellOf(host, '合同', 'F3').value, reading.pending.cells]).toEqual([[[1, 0]], '一', []]);
  worker.edit(record!, 'remark', '又改了');
  await services.restore(record!, 'remark', '同事改的', history.rev);
  expect((await services.readWorkbook()).conflicts).toMatchObject([{ path: 'remark', mine: { value: '同事改的' }, theirs: { value: '又改了' } }]);
});

it('the values of open conflicts are asked for after the workbook was reopened', async () => {
  const worker = new MemoryWorker();
  const storage = storageOrMemory(() => undefined);
  const first = await pane(worker, emptyWorkbookData('合同'), storage);
  await first.services.signIn('林小满', 'Excel');
  first.host.user.type('合同', 'A1', [['合同台账'], ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注'], ['HT-1', '千帆渡', '销售合同', '2026-09-01', '100', '一']]);
  await first.services.synchronise(() => {});
  worker.edit([...worker.records.keys()][0]!, 'remark', '同事改的');
  first.host.user.type('合同', 'F3', '我改的');
  await first.services.synchronise(() => {});
  const again = await pane(worker, first.host.toData(), storage);
  const before = (await again.services.readWorkbook()).conflicts;
  expect([before.map(({ isHeard }) => isHeard), await again.services.conflicts()]).toMatchObject([[false], [{ isHeard: true, mine: { value: '我改的', by: '林小满' }, theirs: { value: '同事改的', by: '周立夏' }, cell: { address: 'F3' }, mark: 'set' }]]);
});
