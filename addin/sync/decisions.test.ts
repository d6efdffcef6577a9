// Random typing in two workbooks, lost answers, decisions at any time by either: once all is decided, both sheets, the
// Worker and `_keybook` say the same, no mark is left, and whatever was typed was at the Worker once or in a conflict.

import { describe, expect, it } from 'vitest';
import { PaneError } from '../panes/services.ts';
import { randomOf } from '../sheets/test-support/random.ts';
import { emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

const seeds = Array.from({ length: 8 }, (_, index) => 7_300 + index);
const records = 4;
const steps = 24;

function marks(desk: Desk): number {
  return desk.host.toData().sheets.reduce((sum, sheet) => sum + sheet.conditionalFormats.length, 0);
}

async function decideOne(desk: Desk, pick: <Item>(items: readonly Item[]) => Item): Promise<void> {
  const { conflicts } = await desk.read();
  const heard = conflicts.filter(({ isHeard }) => isHeard);
  if (heard.length === 0) return;
  const { record, id, rev, mine, theirs } = pick(heard);
  const to = pick([mine.value, theirs.value]) as string | null;
  await desk.syncHere({ mutations: [{ kind: 'decide', record, conflict: id, baseRev: rev, to }] });
}

async function trying(work: () => Promise<unknown>): Promise<void> {
  await work().catch((error: unknown) => {
    if (!(error instanceof PaneError)) throw error;
  });
}

describe.each(seeds)('seed %i', (seed) => {
  it('comes to one value a field, without a mark left', async () => {
    const random = randomOf(seed);
    const worker = new MemoryWorker();
    const one = await new Desk(worker).sit(emptyWorkbookData('合同'));
    one.host.user.type('合同', 'A1', [['合同台账'], ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注'], ...Array.from({ length: records }, (_, row) => [`HT-${row}`, '千帆渡', '销售合同', '2026-09-01', '100', '原来的'])]);
    await one.sync();
    const two = await new Desk(worker, '顾山海').sit(one.host.toData());
    await two.sync();
    /** The last of each person in each cell. */
    const typed = new Map<string, string>();
    for (let step = 0; step < steps; step += 1) {
      const desk = random.pick([one, two]);
      await desk.sit(desk.host.toData());
      if (random.chance(0.5)) {
        const address = `F${3 + random.whole(0, records - 1)}`;
        typed.set(`${desk.member} ${address}`, `${desk.member}${step}`);
        desk.host.user.type('合同', address, `${desk.member}${step}`);
      }
      if (random.chance(0.3)) worker.faults.push(random.pick(['offline', 'answer-lost'] as const));
      if (random.chance(0.4)) await trying(() => decideOne(desk, random.pick));
      else if (random.chance(0.7)) await trying(() => desk.syncHere());
      worker.faults.length = 0;
    }
    for (let round = 0; round < 12; round += 1) {
      for (const desk of [one, two]) {
        await desk.sync();
        await decideOne(desk, random.pick);
      }
    }
    for (const desk of [one, two]) await desk.sync();

    expect(worker.conflicts.filter(({ isDecided }) => !isDecided)).toEqual([]);
    const isKept = (value: string): boolean => worker.history.some((entry) => entry.value === value) || worker.conflicts.some(({ mine }) => mine === value);
    expect([...typed.values()].filter((value) => !isKept(value))).toEqual([]);
    const stored = [...worker.records.values()].map(({ fields }) => fields['remark']);
    for (const desk of [one, two]) {
      await desk.sit(desk.host.toData());
      const reading = await desk.read();
      expect([reading.pending.cells, reading.conflicts, marks(desk)]).toEqual([[], [], 0]);
      expect(Array.from({ length: records }, (_, row) => desk.cell('合同', `F${3 + row}`).value)).toEqual(stored);
    }
  });
});
