// Excel refuses to write: nothing is half-written, what was written is known, the rest stays pending, and the cell is named.

import { describe, expect, it } from 'vitest';
import { PaneError } from '../panes/services.ts';
import { emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

const heading = [['合同台账'], ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注']];

async function contracts(worker: MemoryWorker, count: number): Promise<Desk> {
  const desk = await new Desk(worker).sit(emptyWorkbookData('合同'));
  const rows = Array.from({ length: count }, (_, index) => [`HT-000${index + 1}`, '千帆渡', '销售合同', '2026-09-01', '1000', '原备注']);
  desk.host.user.type('合同', 'A1', [...heading, ...rows]);
  return desk;
}

async function synced(): Promise<{ worker: MemoryWorker; desk: Desk; ids: string[] }> {
  const worker = new MemoryWorker();
  const desk = await contracts(worker, 3);
  await desk.sync();
  return { worker, desk, ids: [...worker.records.keys()] };
}

const remarks = (desk: Desk): unknown[] => ['F3', 'F4', 'F5'].map((address) => desk.cell('合同', address).value);

/** Excel will not write into a cell, alone or within a larger range. */
function refuse(desk: Desk, row: number, column: string): void {
  desk.host.faults.refuseWrites((address) => {
    const match = /^合同!([A-Z])(\d+)(?::([A-Z])(\d+))?$/.exec(address);
    if (!match) return undefined;
    const [, left, top, right = left!, bottom = top!] = match;
    return left! <= column && column <= right && Number(top) <= row && row <= Number(bottom) ? 'InvalidOperation' : undefined;
  });
}

describe('a cell that Excel will not write', () => {
  it('keeps its value and is named; all others take theirs, and it comes once Excel lets it', async () => {
    const { worker, desk, ids } = await synced();
    for (const id of ids) worker.edit(id, 'remark', '同事改的');
    const before = desk.cell('合同', 'F4');
    await desk.sit(desk.host.toData());
    refuse(desk, 4, 'F');
    const { receipt } = await desk.syncHere();
    expect(remarks(desk)).toEqual(['同事改的', '原备注', '同事改的']);
    expect(desk.cell('合同', 'F4')).toEqual(before);
    expect(receipt.kept).toEqual([{ cell: { sheet: '合同', address: 'F4' }, reason: 'refused' }]);
    expect((await desk.read()).pending).toMatchObject({ created: 0, changed: 0, deleted: 0 });
    desk.host.faults.clear();
    await desk.sync();
    expect(remarks(desk)).toEqual(['同事改的', '同事改的', '同事改的']);
    expect(worker.conflicts).toEqual([]);
  });

  it('leaves no part of a new record on the sheet', async () => {
    const { worker, desk } = await synced();
    const before = desk.host.toData().sheets[0]!.cells;
    const fields = { contract_no: 'HT-0004', customer: '仁心', type: '其他', signed_day: '2026-11-01', amount: 1_00, remark: '新' };
    worker.create('contract', 'contract-0004', fields);
    await desk.sit(desk.host.toData());
    refuse(desk, 6, 'D');
    const { receipt } = await desk.syncHere();
    expect(receipt.kept).toContainEqual({ cell: { sheet: '合同', address: 'D6' }, reason: 'refused' });
    expect(Object.entries(desk.host.toData().sheets[0]!.cells).filter(([, cell]) => cell.value !== '')).toEqual(Object.entries(before));
    desk.host.faults.clear();
    await desk.sync();
    expect((await desk.read()).forms).toMatchObject([{ form: 'contract', records: 4 }]);
    expect((await desk.read()).pending).toMatchObject({ created: 0, changed: 0, deleted: 0 });
  });
});

describe('a protected sheet', () => {
  it('keeps its cells, each is named, and they come once the protection is gone', async () => {
    const { worker, desk, ids } = await synced();
    for (const id of ids.slice(0, 2)) worker.edit(id, 'remark', '同事改的');
    const data = desk.host.toData();
    await desk.sit({ ...data, sheets: data.sheets.map((sheet) => (sheet.name === '合同' ? { ...sheet, protection: { password: 'x' } } : sheet)) });
    const { receipt } = await desk.syncHere();
    expect(remarks(desk)).toEqual(['原备注', '原备注', '原备注']);
    expect(receipt.kept).toEqual(['F3', 'F4'].map((address) => ({ cell: { sheet: '合同', address }, reason: 'protected' })));
    const open = desk.host.toData();
    await desk.sit({ ...open, sheets: open.sheets.map(({ protection: _protection, ...sheet }) => sheet) });
    await desk.sync();
    expect(remarks(desk)).toEqual(['同事改的', '同事改的', '原备注']);
  });

  it('keeps the row of a deleted record, says so each time, and it goes once the protection is gone', async () => {
    const { worker, desk, ids } = await synced();
    worker.remove(ids[1]!);
    const data = desk.host.toData();
    await desk.sit({ ...data, sheets: data.sheets.map((sheet) => (sheet.name === '合同' ? { ...sheet, protection: { password: 'x' } } : sheet)) });
    for (const { receipt } of [await desk.syncHere(), await desk.syncHere()]) expect(receipt.kept.length).toBeGreaterThan(0);
    expect(desk.cell('合同', 'A4').value).toBe('HT-0002');
    const open = desk.host.toData();
    await desk.sit({ ...open, sheets: open.sheets.map(({ protection: _protection, ...sheet }) => sheet) });
    await desk.sync();
    expect(desk.cell('合同', 'A4').value).toBe('');
    expect([worker.records.size, (await desk.read()).pending, worker.requests.slice(-2).map(({ scope }) => scope === '')]).toMatchObject([3, { created: 0, changed: 0, deleted: 0 }, [false, false]]);
  });
});

describe('a write torn in the middle', () => {
  it.each([3, 6, 9, 12, 15])('after %i steps is gone on with: no cell is lost, none is written twice', async (steps) => {
    const { worker, desk, ids } = await synced();
    for (const id of ids) worker.edit(id, 'remark', '同事改的');
    await desk.sit(desk.host.toData());
    desk.host.faults.tearNext(steps, 'InvalidOperation', 5);
    await desk.syncHere().catch(() => undefined);
    await desk.sync();
    expect(remarks(desk)).toEqual(['同事改的', '同事改的', '同事改的']);
    expect(worker.conflicts).toEqual([]);
    expect((await desk.read()).pending).toMatchObject({ created: 0, changed: 0, deleted: 0 });
  });
});

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => 'no failure', (reason: unknown) => reason);
  return error instanceof PaneError ? error.failure.code : String(error);
}

describe('a workbook that may not be written', () => {
  it('a protected structure is read and never written', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker, 1);
    await desk.sit({ ...desk.host.toData(), structureProtected: true });
    expect((await desk.read()).readOnly).toBe('structure-protected');
    expect(await codeOf(desk.syncHere())).toBe('structure-protected');
    expect(worker.requests).toEqual([]);
  });

  it('a write that fails after the answer leaves the sealed push: the next sync tells the same', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker, 1);
    const fetched = worker.requests.length;
    desk.host.faults.tearNext(0, 'GeneralException', 6);
    expect(await codeOf(desk.syncHere())).toBe('excel-failed');
    expect(worker.requests).toHaveLength(fetched + 1);
    await desk.sync();
    expect(worker.records.size).toBe(1);
    expect((await desk.read()).pending).toMatchObject({ created: 0, changed: 0, deleted: 0 });
  });
});
