// What a workbook takes in of colleagues' records: a blank one everything, a manager's own the forms that it holds.

import { describe, expect, it } from 'vitest';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

const contract = { contract_no: 'HT-01', customer: '千帆渡', signed_day: '2026-03-01', amount: 100_00 };

function someRecords(): MemoryWorker {
  const worker = new MemoryWorker();
  worker.create('contract', 'contract-01', contract);
  worker.create('visit-report', 'visit-0001', { reporter: '林小满', report_date: '2026-10-12' });
  return worker;
}

/** A workbook with a form of its own: the blank gift plan. */
async function ownWorkbook(worker: MemoryWorker): Promise<Desk> {
  const desk = await new Desk(worker).sit(['礼品']);
  desk.host.user.type('礼品', 'A1', [['礼品馈赠计划表'], ['客户名称', '所属行业', '合作情况', '馈赠目的', '礼品名称', '数量', '预算价值(元)', '责任人', '备注']]);
  return desk;
}

const sheets = (desk: Desk): string[] => desk.host.toData().sheets.map((sheet) => sheet.name);
const texts = (desk: Desk): unknown[] => desk.host.toData().sheets.flatMap((sheet) => Object.values(sheet.cells).map((cell) => cell.value));

describe('a blank workbook', () => {
  it('takes everything, at its first sync and later', async () => {
    const worker = someRecords();
    const desk = await new Desk(worker).sit(['Sheet1']);
    expect((await desk.sync()).receipt.unplaced).toEqual([]);
    expect(texts(desk)).toContain('HT-01');
    worker.create('sales-plan', 'plan-0001', { member: '林小满', month: '2026-10', planned_sales: 5_000_000 });
    expect((await desk.sync()).receipt.unplaced).toEqual([]);
    expect(sheets(desk)).toContain('销售计划表');
  });
});

describe('a workbook with forms of its own', () => {
  it('takes the paper forms, and says which ledgers stay at the Worker', async () => {
    const desk = await ownWorkbook(someRecords());
    const { receipt } = await desk.sync();
    expect(receipt.unplaced).toEqual([{ form: 'contract', records: 1 }]);
    expect(receipt.received).toHaveLength(1);
    expect(texts(desk)).not.toContain('HT-01');
    expect(sheets(desk).some((name) => name.startsWith('客户拜访日报表'))).toBe(true);
    expect((await desk.read()).elsewhere).toEqual(['contract']);
  });

  it('neither deletes nor fetches again what it did not place', async () => {
    const worker = someRecords();
    const desk = await ownWorkbook(worker);
    await desk.sync();
    const again = (await desk.sync()).receipt;
    expect([again.sent, again.received, again.unplaced]).toEqual([[], [], []]);
    expect(worker.records.get('contract-01')!.deleted).toBe(false);
    expect((await desk.read()).pending.cells).toEqual([]);
  });

  it('takes a form that somebody asks for, from then on', async () => {
    const worker = someRecords();
    const desk = await ownWorkbook(worker);
    await desk.sync();
    await desk.sit(desk.host.toData());
    const placed = await desk.engine.synchronise(() => {}, { place: ['contract'] });
    expect(placed.receipt.received.map(({ records }) => records)).toEqual([1]);
    expect(texts(desk)).toContain('HT-01');
    expect((await desk.read()).elsewhere).toEqual([]);
    worker.create('contract', 'contract-02', { ...contract, contract_no: 'HT-02' });
    await desk.sync();
    expect(texts(desk)).toContain('HT-02');
    expect((await desk.read()).pending.cells).toEqual([]);
  });
});

describe('records of old files', () => {
  it('wait in every workbook until somebody asks for their form, while new ones come as ever', async () => {
    const worker = new MemoryWorker();
    worker.create('visit-report', 'imported-0001', { reporter: '林小满', report_date: '2023-10-12' });
    for (const desk of [await new Desk(worker).sit(['Sheet1']), await ownWorkbook(worker)]) {
      expect((await desk.sync()).receipt.unplaced).toEqual([{ form: 'visit-report', records: 1 }]);
      expect((await desk.read()).elsewhere).toEqual(['visit-report']);
      worker.create('visit-report', `visit-${desk.host.document.newNumber()}000`, { reporter: '林小满', report_date: '2026-10-12' });
      expect((await desk.sync()).receipt.unplaced).toEqual([]);
      expect((await desk.read()).elsewhere).toEqual(['visit-report']);
      await desk.sit(desk.host.toData());
      expect((await desk.engine.synchronise(() => {}, { place: ['visit-report'] })).receipt.unplaced).toEqual([]);
      expect((await desk.read()).elsewhere).toEqual([]);
      expect(desk.engine.lastLook!.byId.has('imported-0001')).toBe(true);
    }
  });

  it('are the records that lie in the workbook, where an old form is opened and synchronised', async () => {
    const worker = new MemoryWorker();
    const desk = await ownWorkbook(worker);
    desk.host.user.type('礼品', 'A3', [['千帆渡', '', '', '生日', '茶叶', '2', '300', '林小满', '']]);
    await desk.sync();
    const made = [...worker.records.values()][0]!;
    worker.records.clear();
    worker.create('gift-plan', 'imported-0001', made.fields);
    const other = await new Desk(worker).sit({ ...desk.host.toData(), sheets: desk.host.toData().sheets.filter(({ name }) => name !== '_keybook') });
    expect((await other.sync()).receipt.unplaced).toEqual([]);
    expect([...worker.records.keys()]).toEqual(['imported-0001']);
    expect([...other.engine.lastLook!.byId.keys()].length).toBe(1);
  });
});

describe('receipts', () => {
  it('stay in the workbook, the last ten, and one of a sync without news is not kept', async () => {
    const worker = new MemoryWorker();
    const desk = await new Desk(worker).sit(['Sheet1']);
    for (let number = 1; number <= 12; number += 1) {
      worker.create('contract', `contract-${number}0`, { ...contract, contract_no: `HT-${number}` });
      await desk.sync();
      await desk.sync();
    }
    await desk.sit(desk.host.toData());
    const { receipts } = await desk.read();
    expect(receipts).toHaveLength(10);
    expect(receipts.every((receipt) => receipt.received.length === 1)).toBe(true);
  });
});
