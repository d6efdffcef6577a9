import { describe, expect, it } from 'vitest';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

describe('a card', () => {
  const visits = [
    ['客户拜访日报表', '', '', '', '', ''],
    ['拜访人', '林小满', '', '日期', '2026-10-12', ''],
    ['客户名称', '被访人', '商谈计划', '商谈内容摘要', '商谈成果', '下次拜访日期'],
    ['千帆渡', '张三', '初次拜访', '介绍产品', '有希望', '2026-10-20'],
  ];

  it('drawn for a colleague is filled in here, goes back, and takes a new row from elsewhere', async () => {
    const worker = new MemoryWorker();
    worker.create('visit-report', 'visit-0001', {
      reporter: '林小满', report_date: '2026-10-12',
      visits: { 'row-aaaaaaaa': { customer: visits[3]![0]!, interviewee: '张三', plan: '初次拜访', summary: '介绍', result: '有希望', order: 0 } },
    });
    const desk = await new Desk(worker).sit(['空白']);
    await desk.sync();
    const found = desk.engine.lastLook ? (await desk.engine.look()).known[0]!.found : null;
    const summary = found!.cells['visits/row-aaaaaaaa/summary']!;
    const address = `${String.fromCharCode(65 + summary.column)}${summary.row + 1}`;
    desk.host.user.type(found!.sheetName, address, '介绍了新产品');
    worker.edit('visit-0001', 'visits/row-bbbbbbbb/customer', '仁心');
    worker.edit('visit-0001', 'visits/row-bbbbbbbb/interviewee', '李四');
    await desk.sync();
    expect(worker.records.get('visit-0001')!.fields['visits']).toMatchObject({ 'row-aaaaaaaa': { summary: '介绍了新产品' }, 'row-bbbbbbbb': { customer: '仁心' } });
    const again = (await desk.engine.look()).known[0]!.found;
    expect(again.fields['visits']).toMatchObject({ 'row-aaaaaaaa': { summary: '介绍了新产品' }, 'row-bbbbbbbb': { customer: '仁心', interviewee: '李四' } });
    expect((await desk.read()).pending).toMatchObject({ created: 0, changed: 0, deleted: 0 });
  });

  it('comes by the dozen under one another on few sheets, each still its own record', async () => {
    const worker = new MemoryWorker();
    for (let day = 1; day <= 25; day += 1) {
      worker.create('visit-report', `visit-${String(day).padStart(4, '0')}`, {
        reporter: '林小满', report_date: `2026-10-${String(day).padStart(2, '0')}`,
        visits: { [`row-${String(day).padStart(8, '0')}`]: { customer: '千帆渡', interviewee: '张三', plan: '初次拜访', summary: `第${day}天`, result: '有希望', order: 0 } },
      });
    }
    const desk = await new Desk(worker).sit(['空白']);
    await desk.sync();
    expect(desk.host.toData().sheets).toHaveLength(4);
    const reading = await desk.read();
    expect(reading.forms.map((form) => [form.form, form.records])).toEqual([['visit-report', 25]]);
    expect(reading.pending).toMatchObject({ created: 0, changed: 0, deleted: 0 });
  });
});

const lines = [['仁心', '松间'], ['百草笺', '云上']] as const;

/** Two drawn cards of one report; each person fills so many spare lines of their own. */
async function bothAdd(count: 1 | 2) {
  const worker = new MemoryWorker();
  worker.create('visit-report', 'visit-0001', {
    reporter: '林小满', report_date: '2026-10-12',
    visits: { 'row-aaaaaaaa': { customer: '千帆渡', interviewee: '张三', plan: '初次拜访', summary: '介绍', result: '有希望', order: 0 } },
  });
  const desks = [await new Desk(worker).sit(['空白']), await new Desk(worker, '顾山海').sit(['空白'])] as const;
  for (const desk of desks) await desk.sync();
  for (const [index, desk] of desks.entries()) {
    await desk.sit(desk.host.toData());
    const found = (await desk.engine.look()).known[0]!.found;
    const region = found.tables['visits']!;
    const column = (key: string): string => String.fromCharCode(65 + region.columns.find((one) => one.key === key)!.column);
    for (const [line, customer] of lines[index]!.slice(0, count).entries()) {
      desk.host.user.type(found.sheetName, `${column('customer')}${region.spareRows[line]! + 1}`, customer);
      desk.host.user.type(found.sheetName, `${column('summary')}${region.spareRows[line]! + 1}`, `第${index}人写的`);
    }
  }
  const receipts = [];
  for (const desk of [desks[0], desks[1], desks[0]]) receipts.push((await desk.sync()).receipt);
  return { worker, desks, receipts };
}

async function customersOn(desk: Desk): Promise<string[]> {
  await desk.sit(desk.host.toData());
  const rows = (await desk.engine.look()).known[0]!.found.fields['visits'] as Record<string, { customer: string }>;
  return Object.values(rows).map((row) => row.customer);
}

describe('two people at one card', () => {
  it('each add a row: the Worker has both, and each finds a spare line on the other card', async () => {
    const { worker, desks, receipts } = await bothAdd(1);
    expect(receipts.map((receipt) => receipt.kept)).toEqual([[], [], []]);
    expect(worker.conflicts).toEqual([]);
    for (const desk of desks) {
      expect(new Set(await customersOn(desk))).toEqual(new Set(['千帆渡', '仁心', '百草笺']));
      expect((await desk.read()).pending.cells).toEqual([]);
    }
  });

  it('each fill their card: the Worker has all rows, and a card without room for the others says so', async () => {
    const { worker, desks, receipts } = await bothAdd(2);
    const visits = Object.values(worker.records.get('visit-0001')!.fields['visits'] as Record<string, { customer: string; summary: string }>);
    expect(new Map(visits.map((row) => [row.customer, row.summary]))).toEqual(
      new Map([['千帆渡', '介绍'], ['仁心', '第0人写的'], ['松间', '第0人写的'], ['百草笺', '第1人写的'], ['云上', '第1人写的']]),
    );
    expect(worker.conflicts).toEqual([]);
    expect(receipts.map((receipt) => receipt.kept.map(({ reason }) => reason))).toEqual([[], ['problem'], ['problem']]);
    for (const [index, desk] of desks.entries()) {
      expect(await customersOn(desk)).toEqual(['千帆渡', ...lines[index]!]);
      expect((await desk.read()).pending.cells).toEqual([]);
    }
  });
});
