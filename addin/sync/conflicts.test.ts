// Conflicts from the workbook's side: kept, marked in the sheet, decided in one push, and the outcome in every workbook.

import { describe, expect, it } from 'vitest';
import { emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

const rows = [
  ['合同台账'],
  ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注'],
  ['HT-0001', '千帆渡', '销售合同', '2026-09-01', '1001', '一'],
  ['HT-0002', '千帆渡', '销售合同', '2026-09-02', '1002', '二'],
];

const [mine, theirs] = ['林小满', '顾山海'];

/** Two workbooks of one list, each with another remark on the first contract; whoever syncs first stands. */
async function inConflict(): Promise<{ worker: MemoryWorker; loser: Desk; winner: Desk }> {
  const worker = new MemoryWorker();
  const loser = await new Desk(worker, mine).sit(emptyWorkbookData('合同'));
  loser.host.user.type('合同', 'A1', rows);
  await loser.sync();
  const winner = await new Desk(worker, theirs).sit(loser.host.toData());
  await winner.sync();
  winner.host.user.type('合同', 'F3', '同事写的');
  await winner.sync();
  loser.host.user.type('合同', 'F3', '我写的');
  await loser.sync();
  return { worker, loser, winner };
}

function marked(desk: Desk, sheet = '合同'): string[] {
  return desk.host.toData().sheets.find((one) => one.name === sheet)!.conditionalFormats.map(({ range }) => range);
}

const remark = (desk: Desk): unknown => desk.cell('合同', 'F3').value;

it('a value that lost and was taken back leaves nothing behind in a cell that is empty everywhere: no later sync asks for everything', async () => {
  const worker = new MemoryWorker();
  const desk = await new Desk(worker, mine).sit(emptyWorkbookData('合同'));
  desk.host.user.type('合同', 'A1', rows.map((row) => row.map((value) => (value === '一' ? '' : value))));
  await desk.sync();
  const { id } = [...worker.records.values()].find(({ fields }) => fields['contract_no'] === 'HT-0001')!;
  for (const value of ['同事写的', null]) worker.edit(id, 'remark', value);
  desk.host.user.type('合同', 'F3', '我写的');
  await desk.sync();
  expect(worker.conflicts).toMatchObject([{ path: 'remark', mine: '我写的' }]);
  desk.host.user.type('合同', 'F3', '');
  await desk.sync();
  await desk.sync();
  await desk.sync();
  expect(worker.requests.slice(-2).map(({ scope, push }) => [scope === '', push])).toEqual([[false, null], [false, null]]);
});

it('what was typed before the answer of a sealed push is of somebody who did not know what stands: it is a conflict, too', async () => {
  const worker = new MemoryWorker();
  const desk = await new Desk(worker, mine).sit(emptyWorkbookData('合同'));
  desk.host.user.type('合同', 'A1', rows);
  await desk.sync();
  const { id } = [...worker.records.values()].find(({ fields }) => fields['contract_no'] === 'HT-0001')!;
  desk.host.user.type('合同', 'F3', '我写的');
  worker.faults.push('offline');
  await desk.sync().catch(() => null);
  worker.edit(id, 'remark', '同事写的');
  desk.host.user.type('合同', 'F3', '我又写的');
  await desk.sync();
  expect([worker.records.get(id)!.fields['remark'], remark(desk)]).toEqual(['同事写的', '我又写的']);
  expect(worker.conflicts.map((conflict) => conflict.mine)).toEqual(['我写的', '我又写的']);
});

describe('an open conflict', () => {
  it('is told on both sides with both values, and its cell is marked until it is decided', async () => {
    const { loser, winner } = await inConflict();
    const [seen] = (await loser.read()).conflicts;
    expect(seen).toMatchObject({ path: 'remark', label: 'HT-0001', cell: { sheet: '合同', address: 'F3' }, mine: { value: '我写的', by: mine }, theirs: { value: '同事写的' }, side: 'lost', mark: 'set', isHeard: true });
    expect([marked(loser), remark(loser), loser.syncs.write.at(-1)]).toEqual([['F3'], '我写的', 2]);
    await winner.sync();
    expect((await winner.read()).conflicts).toMatchObject([{ id: seen!.id, side: 'stands', mark: 'set' }]);
    expect([marked(winner), remark(winner)]).toEqual([['F3'], '同事写的']);
    await loser.sync();
    expect([marked(loser), (await loser.read()).pending.cells]).toEqual([['F3'], []]);
  });

  it('is known by its cell after the workbook was reopened by another pane, without any value in `_keybook`', async () => {
    const { worker, loser } = await inConflict();
    const again = await new Desk(worker, mine).sit(loser.host.toData());
    expect((await again.read()).conflicts).toMatchObject([{ path: 'remark', cell: { sheet: '合同', address: 'F3' }, isHeard: false, mark: 'set', mine: { value: null } }]);
    const kept = Object.values(again.host.toData().sheets.find((sheet) => sheet.name === '_keybook')!.cells).map((cell) => String(cell.value)).join('');
    expect([kept.includes('我写的'), kept.includes('同事写的')]).toEqual([false, false]);
    await again.sync();
    expect((await again.read()).conflicts).toMatchObject([{ isHeard: true, mine: { value: '我写的' } }]);
  });

  it('keeps its mark on its cell though rows are inserted and sorted, and loses it without a trace', async () => {
    const { worker, loser } = await inConflict();
    loser.host.user.insertRows('合同', 1, 2);
    await loser.sync();
    expect(marked(loser)).toEqual(['F5']);
    loser.host.user.sortRows('合同', 'A5:F6', 'A', false);
    await loser.sync();
    expect(marked(loser)).toEqual(['F6']);
    const [open] = (await loser.read()).conflicts;
    await loser.sync({ mutations: [{ kind: 'decide', record: open!.record, conflict: open!.id, baseRev: open!.rev, to: '我写的' }] });
    expect([marked(loser), worker.records.get(open!.record)!.fields['remark']]).toEqual([[], '我写的']);
  });

  it('says so where its sheet is protected, and marks nothing there', async () => {
    const { loser, winner } = await inConflict();
    const data = winner.host.toData();
    await winner.sit({ ...data, sheets: data.sheets.map((sheet) => (sheet.name === '合同' ? { ...sheet, protection: {} } : sheet)) });
    await winner.sync();
    expect([(await winner.read()).conflicts.map(({ mark }) => mark), marked(winner)]).toEqual([['protected'], []]);
    expect((await loser.read()).conflicts).toHaveLength(1);
  });
});

describe('a decision', () => {
  it.each([
    ['for the value that lost', '我写的'],
    ['for the one that stands', '同事写的'],
    ['for a third', '两人都写的'],
  ])('%s goes with the cells’ own changes in one push, and stands in both workbooks afterwards', async (_, to) => {
    const { worker, loser, winner } = await inConflict();
    await winner.sync();
    const [open] = (await winner.read()).conflicts;
    winner.host.user.type('合同', 'F4', '顺便改的');
    const before = worker.requests.length;
    const { receipt } = await winner.sync({ mutations: [{ kind: 'decide', record: open!.record, conflict: open!.id, baseRev: open!.rev, to }] });
    expect(worker.requests.slice(before).map((request) => request.push?.mutations.map(({ kind }) => kind))).toEqual([['edit', 'decide']]);
    expect(receipt.kept).toEqual([]);
    await loser.sync();
    for (const desk of [winner, loser]) {
      expect([remark(desk), marked(desk), (await desk.read()).conflicts, (await desk.read()).pending.cells]).toEqual([to, [], [], []]);
      expect(desk.syncs.write.at(-1)).toBe(2);
    }
    expect(loser.cell('合同', 'F4').value).toBe('顺便改的');
  });

  it('never goes over what was typed into the cell since: that is a conflict of its own', async () => {
    const { worker, loser, winner } = await inConflict();
    await winner.sync();
    const [open] = (await winner.read()).conflicts;
    await winner.sync({ mutations: [{ kind: 'decide', record: open!.record, conflict: open!.id, baseRev: open!.rev, to: '同事写的' }] });
    loser.host.user.type('合同', 'F3', '后来又写的');
    await loser.sync();
    expect(remark(loser)).toBe('后来又写的');
    expect(worker.conflicts.filter(({ isDecided }) => !isDecided).map(({ mine: value }) => value)).toEqual(['后来又写的']);
    expect(worker.records.get(open!.record)!.fields['remark']).toBe('同事写的');
  });

  it('reaches a cell that was typed in when it was made, once the typing is taken back', async () => {
    const { worker, loser } = await inConflict();
    const [open] = (await loser.read()).conflicts;
    loser.host.user.type('合同', 'F3', '又想到的');
    await loser.sync({ mutations: [{ kind: 'decide', record: open!.record, conflict: open!.id, baseRev: open!.rev, to: '同事写的' }] });
    expect(remark(loser)).toBe('又想到的');
    loser.host.user.type('合同', 'F3', '我写的');
    for (let time = 0; time < 2; time += 1) await loser.sync();
    expect([remark(loser), marked(loser), (await loser.read()).pending.cells, worker.requests.at(-1)!.scope === '']).toEqual(['同事写的', [], [], false]);
  });

  it('whose answer is lost is sent again as it was, and what it decided still goes into the cell', async () => {
    const { worker, loser } = await inConflict();
    const [open] = (await loser.read()).conflicts;
    worker.faults.push('answer-lost');
    await loser.sync({ mutations: [{ kind: 'decide', record: open!.record, conflict: open!.id, baseRev: open!.rev, to: '同事写的' }] }).catch(() => null);
    expect(remark(loser)).toBe('我写的');
    await loser.sync();
    expect([remark(loser), marked(loser), (await loser.read()).pending.cells]).toEqual(['同事写的', [], []]);
  });

  it('taken on a sheet that was hidden reaches the cell once the sheet is back', async () => {
    const { loser, winner } = await inConflict();
    const hide = (data: ReturnType<Desk['host']['toData']>, visibility: 'Hidden' | 'Visible') => ({ ...data, sheets: [...data.sheets.map((sheet) => (sheet.name === '合同' ? { ...sheet, visibility } : sheet))] });
    loser.host.user.addSheet('另一张');
    await loser.sit({ ...hide(loser.host.toData(), 'Hidden'), activeSheet: '另一张' });
    await loser.sync();
    await winner.sync();
    const [open] = (await winner.read()).conflicts;
    await winner.sync({ mutations: [{ kind: 'decide', record: open!.record, conflict: open!.id, baseRev: open!.rev, to: '同事写的' }] });
    await loser.sync();
    await loser.sit(hide(loser.host.toData(), 'Visible'));
    await loser.sync();
    expect([remark(loser), (await loser.read()).pending.cells]).toEqual(['同事写的', []]);
  });
});

describe('an earlier value', () => {
  it('restored is a change of its own: it stands in the cell, and is not taken back by what the cell said', async () => {
    const worker = new MemoryWorker();
    const desk = await new Desk(worker, mine).sit(emptyWorkbookData('合同'));
    desk.host.user.type('合同', 'A1', rows);
    await desk.sync();
    desk.host.user.type('合同', 'F3', '改坏了');
    await desk.sync();
    const record = [...worker.records.values()].find(({ fields }) => fields['contract_no'] === 'HT-0001')!;
    worker.faults.push('answer-lost');
    await desk.sync({ mutations: [{ kind: 'edit', record: record.id, path: 'remark', baseRev: record.rev, to: '一' }] }).catch(() => null);
    await desk.sync();
    await desk.sync();
    expect([remark(desk), record.fields['remark'], (await desk.read()).pending.cells]).toEqual(['一', '一', []]);
  });
});
