// What may go wrong around a sync: lost answers, a lost or torn ledger, a workbook rearranged.

import { describe, expect, it } from 'vitest';
import { PaneError } from '../panes/services.ts';
import { emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

const heading = [['合同台账'], ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注']];

function contractRow(number: number): string[] {
  return [`HT-${String(number).padStart(4, '0')}`, '千帆渡', '销售合同', '2026-09-01', String(1_000 + number), `第${number}号`];
}

async function contracts(worker: MemoryWorker, count: number): Promise<Desk> {
  const desk = await new Desk(worker).sit(emptyWorkbookData('合同'));
  desk.host.user.type('合同', 'A1', [...heading, ...Array.from({ length: count }, (_, index) => contractRow(index + 1))]);
  return desk;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => 'no failure', (reason: unknown) => reason);
  return error instanceof PaneError ? error.failure.code : String(error);
}

function idsByNumber(worker: MemoryWorker): Map<unknown, string> {
  return new Map([...worker.records.values()].map((record) => [record.fields['contract_no'], record.id]));
}

/** As another program leaves it that does not know very hidden sheets. */
async function withoutLedger(desk: Desk): Promise<void> {
  const data = desk.host.toData();
  await desk.sit({ ...data, sheets: data.sheets.filter((sheet) => sheet.name !== '_keybook') });
}

async function pendingOf(desk: Desk): Promise<[number, number, number]> {
  const { created, changed, deleted } = (await desk.read()).pending;
  return [created, changed, deleted];
}

describe('a push whose answer is lost', () => {
  it('is sent again unchanged and makes no second record', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker, 2);
    worker.faults.push('answer-lost');
    expect(await codeOf(desk.sync())).toBe('offline');
    expect(worker.records.size).toBe(2);
    desk.host.user.type('合同', 'F3', 'typed after the failure');
    await desk.sync();
    const pushes = worker.requests.flatMap((request) => request.push ?? []);
    expect(pushes[1]).toEqual(pushes[0]);
    expect(pushes[2]?.mutations).toMatchObject([{ kind: 'edit', path: 'remark', to: 'typed after the failure' }]);
    expect(worker.records.size).toBe(2);
    expect(await pendingOf(desk)).toEqual([0, 0, 0]);
  });

  it('never left Excel while the Worker was unavailable or out of reach: the same id goes out later', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker, 1);
    worker.faults.push('unavailable', 'offline');
    expect(await codeOf(desk.sync())).toBe('unavailable');
    expect(await codeOf(desk.sync())).toBe('offline');
    expect(await pendingOf(desk)).toEqual([1, 0, 0]);
    const sealed = (await desk.engine.look()).ledger.sealed!;
    await desk.sync();
    expect(worker.requests[0]!.push!.id).toBe(sealed.id);
    expect(worker.records.size).toBe(1);
    expect(await pendingOf(desk)).toEqual([0, 0, 0]);
  });

  it('finds its record again though rows were inserted, sorted and typed in meanwhile', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker, 3);
    worker.faults.push('answer-lost');
    await codeOf(desk.sync());
    desk.host.user.insertRows('合同', 1, 2);
    desk.host.user.sortRows('合同', 'A5:F7', 'A', false);
    await desk.sync();
    expect(worker.records.size).toBe(3);
    expect(await pendingOf(desk)).toEqual([0, 0, 0]);
  });
});

describe('a lost ledger', () => {
  async function synced(): Promise<{ worker: MemoryWorker; desk: Desk }> {
    const worker = new MemoryWorker();
    const desk = await contracts(worker, 3);
    await desk.sync();
    return { worker, desk };
  }

  it('deleted: the records are found again by their natural key, and no second one is made', async () => {
    const { worker, desk } = await synced();
    await withoutLedger(desk);
    const { receipt } = await desk.sync();
    expect(worker.records.size).toBe(3);
    expect(receipt.rejected).toEqual([]);
    expect(await pendingOf(desk)).toEqual([0, 0, 0]);
    desk.host.user.type('合同', 'F4', 'changed');
    await desk.sync();
    expect(worker.records.get(idsByNumber(worker).get('HT-0002')!)!.fields['remark']).toBe('changed');
  });

  it('deleted while both sides went on: what differs becomes a question, never a silent overwrite', async () => {
    const { worker, desk } = await synced();
    const record = idsByNumber(worker).get('HT-0002')!;
    worker.edit(record, 'remark', 'theirs');
    desk.host.user.type('合同', 'F4', 'mine');
    await withoutLedger(desk);
    const { receipt } = await desk.sync();
    expect(receipt.kept).toEqual([{ cell: { sheet: '合同', address: 'F4' }, reason: 'changed-meanwhile' }]);
    expect(await pendingOf(desk)).toEqual([0, 0, 0]);
    expect(worker.records.get(record)!.fields['remark']).toBe('theirs');
    expect(desk.cell('合同', 'F4').value).toBe('mine');
    expect(worker.conflicts.map(({ record: of, path, mine }) => ({ record: of, path, mine }))).toEqual([{ record, path: 'remark', mine: 'mine' }]);
    expect(worker.records.size).toBe(3);
  });

  it('torn: what is left is used, the rest is asked for again', async () => {
    const { worker, desk } = await synced();
    const cells = desk.host.document.findSheet('_keybook')!;
    for (const [row, text] of [[0, 'torn'], [1, cells.cell(1, 0).value]] as const) desk.host.user.type('_keybook', `A${row + 1}`, String(text));
    worker.edit(idsByNumber(worker).get('HT-0001')!, 'amount', 9_00);
    await desk.sync();
    expect(worker.records.size).toBe(3);
    expect(worker.records.get(idsByNumber(worker).get('HT-0001')!)!.fields['amount']).toBe(9_00);
    const lost = worker.conflicts.map((conflict) => conflict.path);
    expect(lost).toEqual(['amount']);
  });

  it('of an older copy of the file: values of colleagues come again, and nothing is sent back', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker, 2);
    await desk.sync();
    const copy = desk.host.toData();
    worker.edit(idsByNumber(worker).get('HT-0001')!, 'remark', 'newer');
    await desk.sync();
    const other = await new Desk(worker, '周立夏').sit(copy);
    const { receipt } = await other.sync();
    expect(receipt.sent).toEqual([]);
    expect(other.cell('合同', 'F3').value).toBe('newer');
    other.host.user.type('合同', 'F3', 'from the copy');
    await other.sync();
    expect(worker.records.get(idsByNumber(worker).get('HT-0001')!)!.fields['remark']).toBe('from the copy');
  });

  it('of another organisation: refused', async () => {
    const { desk } = await synced();
    const stranger = await new Desk(new MemoryWorker('org-other')).sit(desk.host.toData());
    expect(await codeOf(stranger.sync())).toBe('workbook-of-another-org');
  });
});

describe('a workbook rearranged', () => {
  it('renamed, moved and pushed down: nothing is pending', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker, 5);
    await desk.sync();
    desk.host.user.renameSheet('合同', '合同（新）');
    desk.host.user.addSheet('别的');
    desk.host.user.moveSheet('合同（新）', 2);
    desk.host.user.insertRows('合同（新）', 1, 3);
    expect(await pendingOf(desk)).toEqual([0, 0, 0]);
    desk.host.user.sortRows('合同（新）', 'A6:F10', 'A', false);
    expect(await pendingOf(desk)).toEqual([0, 0, 0]);
  });

  it('a row taken out is a deletion; a sheet taken out is none', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker, 3);
    await desk.sync();
    desk.host.user.deleteRows('合同', 4);
    expect(await pendingOf(desk)).toEqual([0, 0, 0]);
    expect((await desk.read()).questions.deletions.map(({ label }) => label)).toEqual(['HT-0002']);
    await desk.sync();
    expect([...worker.records.values()].filter((record) => record.deleted)).toEqual([]);
    await desk.syncDeleting();
    expect([...worker.records.values()].filter((record) => record.deleted).map((record) => record.fields['contract_no'])).toEqual(['HT-0002']);
    desk.host.user.addSheet('别的');
    desk.host.user.deleteSheet('合同');
    expect(await pendingOf(desk)).toEqual([0, 0, 0]);
    await desk.syncDeleting();
    expect([...worker.records.values()].filter((record) => !record.deleted)).toHaveLength(2);
  });

  it('a copied sheet makes no second records by itself', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker, 2);
    await desk.sync();
    desk.host.user.copySheet('合同', '合同 (2)');
    await desk.sync();
    expect(worker.records.size).toBe(2);
  });

  it("a record deleted by a colleague empties its cells, but not one that was typed in", async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker, 2);
    await desk.sync();
    const ids = idsByNumber(worker);
    worker.remove(ids.get('HT-0001')!);
    await desk.sync();
    expect(['A3', 'B3', 'E3', 'F3'].map((address) => desk.cell('合同', address).value)).toEqual(['', '', '', '']);
    expect(await pendingOf(desk)).toEqual([0, 0, 0]);
    expect(worker.records.size).toBe(2);
  });
});

describe('size', () => {
  it('1,200 records go in three requests; reading takes 3 round trips, writing 2', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker, 1_200);
    await desk.sync();
    expect(worker.requests.map((request) => new Set(request.push?.mutations.map((mutation) => mutation.record)).size).filter(Boolean)).toEqual([500, 500, 200]);
    expect(worker.records.size).toBe(1_200);
    expect(await pendingOf(desk)).toEqual([0, 0, 0]);
    for (const id of [...worker.records.keys()].slice(0, 1_000)) worker.edit(id, 'remark', '同事改的');
    const { receipt } = await desk.sync();
    expect(receipt.received).toEqual([{ by: '周立夏', records: 1_000 }]);
    expect(new Set(desk.syncs.read)).toEqual(new Set([3]));
    expect(new Set(desk.syncs.write)).toEqual(new Set([2]));
    expect(await pendingOf(desk)).toEqual([0, 0, 0]);
  }, 20_000);
});
