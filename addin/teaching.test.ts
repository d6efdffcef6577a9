// Teaching a layout from end to end over the simulated Excel: one person teaches, a colleague's next sheet is read by itself.

import { describe, expect, it } from 'vitest';
import { emptyWorkbookData } from '../simulator/excel/workbook-data.ts';
import type { ExcelHost } from '../simulator/host.ts';
import { createServices } from './app.ts';
import { sessionStore, storageOrMemory } from './connection/session-store.ts';
import { excelWorkbook } from './excel/host.ts';
import { excelWith } from './excel/test-support/host.ts';
import type { PaneServices } from './panes/services.ts';
import { MemoryWorker } from './sync/test-support/memory-worker.ts';

interface Desk {
  readonly services: PaneServices;
  host: ExcelHost;
  /** Another workbook on the same device. */
  readonly opens: (sheet: string) => Promise<void>;
}

async function deskOf(worker: MemoryWorker, name: string | null): Promise<Desk> {
  const storage = storageOrMemory(() => undefined);
  const store = sessionStore(storage, '', () => `device-${name}`);
  const host = await excelWith(emptyWorkbookData('资料'));
  const services = await createServices({ workbook: excelWorkbook, fetch: worker.fetch, base: '', store, storage, partition: '', now: () => new Date().toISOString() });
  if (name) await services.signIn(name, 'Excel');
  const desk: Desk = { services, host, opens: async (sheet) => void (desk.host = await excelWith(emptyWorkbookData(sheet))) };
  return desk;
}

function fill(desk: Desk, sheet: string, company: string): void {
  desk.host.user.type(sheet, 'A1', [
    ['客户档案表', '', '', ''],
    ['档案编号', `KA-${company}`, '建档日期', '2026-09-01'],
    ['甲方全称', company, '盘子', '120万'],
    ['主营业务范围', '零售', '备案号', '云汐字0417号'],
  ]);
}

const archive = 'customer-archive';
const words = [
  { form: archive, label: '甲方全称', path: 'customer_name' },
  { form: archive, label: '盘子', path: 'budget_amount' },
  { form: archive, label: '备案号', path: null },
];

describe('teaching a layout', () => {
  it('names the sheet with what it looks like, and reads it at once when it was taught', async () => {
    const desk = await deskOf(new MemoryWorker(), '林小满');
    fill(desk, '资料', '邻里通');
    const before = await desk.services.readWorkbook();
    expect(before).toMatchObject({ forms: [], unrecognised: [], layouts: [{ form: archive, title: '客户档案表', sheet: '资料', isRead: false, known: 3 }] });
    expect(before.layouts[0]!.labels.map(({ label, cell, sample }) => [label, cell.address, sample.text])).toEqual([['甲方全称', 'A3', '邻里通'], ['盘子', 'C3', '120万'], ['备案号', 'C4', '云汐字0417号']]);
    const taught = await desk.services.teach(words, true, before.layouts[0]!);
    expect(taught).toMatchObject({ saved: 'department', kept: [], records: 1, fields: 5 });
    expect(taught.reading).toMatchObject({ layouts: [], pending: { created: 1 }, learned: [{ label: '甲方全称', where: 'department', by: '林小满' }, { label: '盘子' }, { label: '备案号', path: null }] });
  });

  it("reaches a colleague with the next sync: the colleague's next sheet is read by itself", async () => {
    const worker = new MemoryWorker();
    const colleague = await deskOf(worker, '顾山海');
    const one = await deskOf(worker, '林小满');
    fill(one, '资料', '邻里通');
    await one.services.teach(words, true, { form: archive, sheet: '资料' });
    await colleague.opens('星河');
    fill(colleague, '星河', '星河教育');
    expect((await colleague.services.readWorkbook()).forms).toEqual([]);
    let told = 0;
    const stop = colleague.services.onWorkbookChanged(() => void (told += 1));
    await colleague.services.synchronise(() => {});
    stop();
    expect(told).toBeGreaterThan(0);
    await colleague.opens('百草笺');
    fill(colleague, '百草笺', '百草笺医药');
    const reading = await colleague.services.readWorkbook();
    expect(reading).toMatchObject({ forms: [{ form: archive, records: 1 }], layouts: [], learned: [{ by: '林小满' }, {}, {}] });
    await colleague.services.synchronise(() => {});
    expect([...worker.records.values()].map(({ fields }) => [fields['customer_name'], fields['budget_amount']])).toEqual([['百草笺医药', 120_000_000]]);
  });

  it('kept on the device alone reaches nobody', async () => {
    const worker = new MemoryWorker();
    const one = await deskOf(worker, '林小满');
    fill(one, '资料', '邻里通');
    expect(await one.services.teach(words, false, { form: archive, sheet: '资料' })).toMatchObject({ saved: 'device', records: 1 });
    await one.services.synchronise(() => {});
    expect(worker.learned).toEqual([]);
  });

  it('without a network is kept here, says so, and goes out with the next sync', async () => {
    const worker = new MemoryWorker();
    const one = await deskOf(worker, '林小满');
    fill(one, '资料', '邻里通');
    worker.faults.push('offline');
    const taught = await one.services.teach(words, true, { form: archive, sheet: '资料' });
    expect(taught).toMatchObject({ saved: 'unsent', records: 1, reading: { learned: [{ where: 'unsent' }, { where: 'unsent' }, { where: 'unsent' }] } });
    const { reading } = await one.services.synchronise(() => {});
    expect(worker.learned.map(({ label }) => label)).toEqual(['甲方全称', '盘子', '备案号']);
    expect(reading.learned.map(({ where }) => where)).toEqual(['department', 'department', 'department']);
  });

  it('comes with the sign-in, and folds the label as it is printed', async () => {
    const worker = new MemoryWorker();
    const one = await deskOf(worker, '林小满');
    fill(one, '资料', '邻里通');
    await one.services.teach([{ form: archive, label: '甲方全稱：', path: 'customer_name' }], true, { form: archive, sheet: '资料' });
    expect(worker.learned.map(({ label }) => label)).toEqual(['甲方全称']);
    const two = await deskOf(worker, '顾山海');
    fill(two, '资料', '邻里通');
    expect((await two.services.readWorkbook()).forms).toMatchObject([{ form: archive, records: 1 }]);
  });

  it('taken back, the label is asked about again, and no record is deleted for it', async () => {
    const worker = new MemoryWorker();
    const one = await deskOf(worker, '林小满');
    fill(one, '资料', '邻里通');
    const { reading } = await one.services.teach(words, true, { form: archive, sheet: '资料' });
    await one.services.synchronise(() => {});
    await one.services.takeBack(reading.learned.find(({ label }) => label === '甲方全称')!);
    const after = await one.services.readWorkbook();
    expect(after.layouts).toMatchObject([{ labels: [{ label: '甲方全称' }] }]);
    expect(after.pending).toMatchObject({ created: 0, changed: 0, deleted: 0 });
    await one.services.synchronise(() => {});
    expect([...worker.records.values()].map(({ deleted, fields }) => [deleted, fields['customer_name']])).toEqual([[false, '邻里通']]);
  });
});
