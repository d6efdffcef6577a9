// Two workbooks of one list, random typing, lost answers, torn writes, lost ledgers: in the end both agree with the Worker,
// and whatever somebody typed last into a cell is at the Worker, in a conflict, or still in the cell.

import { describe, expect, it } from 'vitest';
import { PaneError } from '../panes/services.ts';
import { randomOf } from '../sheets/test-support/random.ts';
import { emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

const seeds = Array.from({ length: 8 }, (_, index) => 1_000 + index);
const rows = 5;

function sheetOf(desk: Desk) {
  return desk.host.toData().sheets.find((sheet) => Object.values(sheet.cells).some((cell) => cell.value === '合同编号'))!;
}

function rowOf(desk: Desk, number: string): number | null {
  const entry = Object.entries(sheetOf(desk).cells).find(([address, cell]) => address.startsWith('A') && cell.value === number);
  return entry ? Number(entry[0].slice(1)) : null;
}

async function trySync(desk: Desk): Promise<boolean> {
  try {
    await desk.syncHere();
    return true;
  } catch (error) {
    if (error instanceof PaneError) return false;
    throw error;
  }
}

describe.each(seeds)('seed %i', (seed) => {
  it('converges and loses nothing that was typed', async () => {
    const { whole } = randomOf(seed);
    const random = (below: number): number => whole(0, below - 1);
    const worker = new MemoryWorker();
    const one = await new Desk(worker).sit(emptyWorkbookData('合同'));
    one.host.user.type('合同', 'A1', [
      ['合同台账'],
      ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注'],
      ...Array.from({ length: rows }, (_, row) => [`HT-${row}`, '千帆渡', '销售合同', '2026-09-01', '100', 'begin']),
    ]);
    await one.sync();
    const two = await new Desk(worker, '顾山海').sit(['空白']);
    await two.sync();
    const typed = new Map<string, { desk: Desk; number: string; value: string }>();
    const desks = [one, two];

    for (let step = 0; step < 30; step += 1) {
      const desk = desks[random(2)]!;
      await desk.sit(desk.host.toData());
      const number = `HT-${random(rows)}`;
      const kind = random(8);
      const row = rowOf(desk, number);
      if (kind <= 3 && row) {
        const value = `${desk.member} ${step}`;
        desk.host.user.type(sheetOf(desk).name, `F${row}`, value);
        typed.set(`${desk.member} ${number}`, { desk, number, value });
      } else if (kind === 4) {
        worker.faults.push((['offline', 'answer-lost', 'unavailable'] as const)[random(3)]!);
        await trySync(desk);
        worker.faults.length = 0;
      } else if (kind === 5) {
        desk.host.faults.tearNext(random(12), 'GeneralException', random(7));
        await trySync(desk);
        desk.host.faults.clear();
      } else if (kind === 6 && random(4) === 0) {
        const data = desk.host.toData();
        await desk.sit({ ...data, sheets: data.sheets.filter((sheet) => sheet.name !== '_keybook') });
      } else await trySync(desk);
    }
    for (let round = 0; round < 3; round += 1) for (const desk of desks) await desk.sync();

    expect(worker.records.size).toBe(rows);
    for (const { desk, number, value } of typed.values()) {
      const record = [...worker.records.values()].find((entry) => entry.fields['contract_no'] === number)!;
      const isAtWorker = worker.history.some((entry) => entry.record === record.id && entry.value === value);
      const isConflict = worker.conflicts.some((conflict) => conflict.record === record.id && conflict.mine === value);
      expect({ number, value, kept: isAtWorker || isConflict }).toEqual({ number, value, kept: true });
      const cell = desk.cell(sheetOf(desk).name, `F${rowOf(desk, number)}`).value;
      expect([value, record.fields['remark']]).toContain(cell);
    }
    for (const desk of desks) expect((await desk.sit(desk.host.toData()).then(() => desk.read())).pending.cells).toEqual([]);
  });
});
