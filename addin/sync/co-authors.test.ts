// Several panes over one file that its people edit together, and files that were moved while a push was on its way: every
// change is sent once, whoever sends it, and no pane undoes what another wrote.

import { describe, expect, it } from 'vitest';
import { emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

const rows = [
  ['合同台账'],
  ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注'],
  ...[1, 2, 3].map((number) => [`HT-${number}`, '千帆渡', '销售合同', `2026-09-0${number}`, String(1_000 + number), `备注${number}`]),
];

/** The same Worker, with something that happens once around the first push that goes through here. */
function interrupted(worker: MemoryWorker, when: 'before' | 'after', happens: () => Promise<unknown>): MemoryWorker {
  let isDue = true;
  const fetch: MemoryWorker['fetch'] = async (address, init) => {
    const isNow = isDue && String(init.body).includes('"mutations"');
    if (isNow) isDue = false;
    if (isNow && when === 'before') await happens();
    const answer = await worker.fetch(address, init);
    if (isNow && when === 'after') await happens();
    return answer;
  };
  return Object.assign(Object.create(worker) as MemoryWorker, { fetch });
}

async function shared(worker: MemoryWorker): Promise<Desk> {
  const desk = await new Desk(worker).sit(emptyWorkbookData('合同'));
  desk.host.user.type('合同', 'A1', rows);
  return desk;
}

/** A colleague who has the very same file open. */
function beside(desk: Desk, worker: MemoryWorker, member = '顾山海'): Desk {
  const other = new Desk(worker, member);
  other.host = desk.host;
  return other;
}

/** Each change with how many different pushes carried it. */
function sentTwice(worker: MemoryWorker): string[] {
  const pushes = new Map<string, Set<string>>();
  for (const { push } of worker.requests) {
    for (const mutation of push?.mutations ?? []) {
      const key = JSON.stringify(mutation);
      pushes.set(key, (pushes.get(key) ?? new Set()).add(push!.id));
    }
  }
  return [...pushes].filter(([, ids]) => ids.size > 1).map(([key]) => key);
}

const remarks = (worker: MemoryWorker): unknown[] => [...worker.records.values()].map((record) => `${String(record.fields['contract_no'])} ${String(record.fields['remark'] ?? '')}`);

async function expectAtRest(worker: MemoryWorker, ...desks: Desk[]): Promise<void> {
  for (const desk of desks) await desk.syncHere();
  for (const desk of desks) {
    const reading = await desk.read();
    expect([reading.pending.cells, reading.questions]).toEqual([[], { deletions: [], matches: [] }]);
  }
  expect([sentTwice(worker), worker.conflicts]).toEqual([[], []]);
}

describe.each(['before', 'after'] as const)('two panes of one file, the second syncing %s the Worker acted for the first', (when) => {
  it('send every change once, and each keeps what the other wrote', async () => {
    const worker = new MemoryWorker();
    const desk = await shared(worker);
    await desk.syncHere();
    const two = beside(desk, worker);
    await two.read();
    const one = beside(desk, interrupted(worker, when, async () => {
      two.host.user.type('合同', 'F4', '二号写的');
      await two.syncHere();
    }), '林小满');
    await one.read();
    desk.host.user.type('合同', 'F3', '一号写的');
    desk.host.user.type('合同', 'A6', [['HT-4', '仁心', '服务合同', '2026-10-04', '4000', '新的一行']]);
    await one.syncHere();
    expect(remarks(worker)).toEqual(['HT-1 一号写的', 'HT-2 二号写的', 'HT-3 备注3', 'HT-4 新的一行']);
    await expectAtRest(worker, one, two);
    expect(worker.records.size).toBe(4);
  });

  it('may both be the first to sync it', async () => {
    const worker = new MemoryWorker();
    const desk = await shared(worker);
    const two = beside(desk, worker);
    const one = beside(desk, interrupted(worker, when, () => two.syncHere()), '林小满');
    await one.syncHere();
    await expectAtRest(worker, one, two);
    expect(remarks(worker)).toEqual(['HT-1 备注1', 'HT-2 备注2', 'HT-3 备注3']);
  });

  it('bring a colleague\'s new record into the sheet once', async () => {
    const worker = new MemoryWorker();
    const desk = await shared(worker);
    await desk.syncHere();
    worker.create('contract', 'contract-far', { contract_no: 'HT-9', customer: '仁心', type: '其他', signed_day: '2026-11-01', amount: 1_00 });
    desk.host.user.type('合同', 'F3', '一号写的');
    const two = beside(desk, worker);
    const one = beside(desk, interrupted(worker, when, () => two.syncHere()), '林小满');
    await one.syncHere();
    await expectAtRest(worker, one, two);
    expect(Object.values(desk.host.toData().sheets[0]!.cells).filter((cell) => cell.value === 'HT-9')).toHaveLength(1);
  });
});

/** Two panes on one file; the first one has sealed a push that never arrived, or whose answer was lost. */
async function besideAPush(worker: MemoryWorker, fault: 'offline' | 'answer-lost' = 'offline') {
  const desk = await shared(worker);
  await desk.syncHere();
  const two = beside(desk, worker);
  await two.read();
  desk.host.user.type('合同', 'F3', '路上写的');
  worker.faults.push(fault);
  await desk.syncHere().catch(() => null);
  return [desk, two] as const;
}

describe('a push that was sealed and not answered', () => {
  async function dyingAfterSealing(worker: MemoryWorker, fault: 'offline' | 'answer-lost'): Promise<Desk> {
    const desk = await shared(worker);
    await desk.syncHere();
    desk.host.user.type('合同', 'F3', '路上写的');
    desk.host.user.type('合同', 'A6', [['HT-4', '仁心', '服务合同', '2026-10-04', '4000', '新的一行']]);
    worker.faults.push(fault);
    await desk.syncHere().catch(() => null);
    return desk;
  }

  it.each(['offline', 'answer-lost'] as const)('goes out as it is from the machine to which the file was moved (%s)', async (fault) => {
    const worker = new MemoryWorker();
    const desk = await dyingAfterSealing(worker, fault);
    const moved = await new Desk(worker, '顾山海').sit(desk.host.toData());
    moved.host.user.type('合同', 'F3', '到了又写的');
    await moved.syncHere();
    await expectAtRest(worker, moved);
    expect(remarks(worker)).toEqual(['HT-1 到了又写的', 'HT-2 备注2', 'HT-3 备注3', 'HT-4 新的一行']);
  });

  it.each(['offline', 'answer-lost'] as const)('is no secret of the device that forgot who it is (%s)', async (fault) => {
    const worker = new MemoryWorker();
    const desk = await dyingAfterSealing(worker, fault);
    const forgetful = await new Desk(worker, '林小满', 'another-device').sit(desk.host.toData());
    await forgetful.syncHere();
    await expectAtRest(worker, forgetful);
    expect(worker.records.size).toBe(4);
  });

  it('of a pane that was closed for good is left to it once, and sent by the next sync of the other', async () => {
    const worker = new MemoryWorker();
    const [desk, two] = await besideAPush(worker);
    await two.syncHere();
    expect(remarks(worker)[0]).toBe('HT-1 备注1');
    await two.syncHere();
    expect(remarks(worker)[0]).toBe('HT-1 路上写的');
    await expectAtRest(worker, two, desk);
  });

  it('holds back a row that the other wants back, until it is known what the Worker has of it', async () => {
    const worker = new MemoryWorker();
    const [desk, two] = await besideAPush(worker);
    desk.host.user.deleteRows('合同', 3);
    const [row] = (await two.read()).questions.deletions;
    for (let time = 0; time < 3; time += 1) await two.syncHere({ deletions: { confirmed: [], keep: [row!.record] } });
    await expectAtRest(worker, two, desk);
    expect([remarks(worker)[0], desk.cell('合同', 'F5').value]).toEqual(['HT-1 路上写的', '路上写的']);
  });

  it('is no reason to forget a new record that the other pane has heard of, and whose row was taken out before the answer', async () => {
    const worker = new MemoryWorker();
    const desk = await shared(worker);
    await desk.syncHere();
    const two = Object.assign(new Desk(worker, desk.member, 'another-device'), { host: desk.host });
    await two.read();
    desk.host.user.type('合同', 'A6', [['HT-4', '仁心', '服务合同', '2026-10-04', '4000', '新的一行']]);
    worker.faults.push('answer-lost');
    await desk.syncHere().catch(() => null);
    await two.syncHere();
    desk.host.user.deleteRows('合同', 6);
    for (const one of [desk, two]) await one.syncHere();
    await expectAtRest(worker, desk, two);
    expect([worker.records.size, Object.values(desk.host.toData().sheets[0]!.cells).filter((cell) => cell.value === 'HT-4').length]).toEqual([4, 1]);
  });

  it('leaves no row of a record that was deleted after it was taken, though the other pane heard of the deletion first', async () => {
    const worker = new MemoryWorker();
    const [desk, two] = await besideAPush(worker, 'answer-lost');
    worker.remove([...worker.records.keys()][0]!);
    await two.syncHere();
    expect(desk.cell('合同', 'A3').value).toBe('HT-1');
    await expectAtRest(worker, desk, two);
    expect(['A3', 'F3'].map((address) => desk.cell('合同', address).value)).toEqual(['', '']);
  });

  it('lies in both of two copies and takes effect once', async () => {
    const worker = new MemoryWorker();
    const desk = await dyingAfterSealing(worker, 'offline');
    const copy = await new Desk(worker, '顾山海').sit(desk.host.toData());
    await copy.sync();
    await desk.sync();
    await copy.sync();
    expect([remarks(worker), worker.conflicts, sentTwice(worker)]).toEqual([['HT-1 路上写的', 'HT-2 备注2', 'HT-3 备注3', 'HT-4 新的一行'], [], []]);
    for (const one of [desk, copy]) expect((await (await one.sit(one.host.toData())).read()).pending.cells).toEqual([]);
  });
});
