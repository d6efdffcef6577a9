// A record that one deletes and the other edits: a question on both sides, and nothing lost until it is answered.

import { describe, expect, it, vi } from 'vitest';
import { emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

const rows = [
  ['合同台账'],
  ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注'],
  ['HT-0001', '千帆渡', '销售合同', '2026-09-01', '1001', '一'],
  ['HT-0002', '仁心', '销售合同', '2026-09-02', '1002', '二'],
  ['HT-0003', '千帆渡', '销售合同', '2026-09-03', '1003', '三'],
];

/** The person types just after the workbook was read. */
function typesAfterReading(desk: Desk, address: string, value: string): void {
  const process = desk.host.processText.bind(desk.host);
  let requests = 0;
  desk.host.processText = (text) => {
    requests += 1;
    if (requests === 4) desk.host.user.type('合同', address, value);
    return process(text);
  };
}

async function twoDesks(remark = '二'): Promise<{ worker: MemoryWorker; editor: Desk; deleter: Desk; record: () => ReturnType<MemoryWorker['records']['get']> }> {
  const worker = new MemoryWorker();
  const editor = await new Desk(worker).sit(emptyWorkbookData('合同'));
  editor.host.user.type('合同', 'A1', rows.map((row) => row.map((value) => (value === '二' ? remark : value))));
  await editor.sync();
  const deleter = await new Desk(worker, '顾山海').sit(editor.host.toData());
  await deleter.sync();
  return { worker, editor, deleter, record: () => [...worker.records.values()].find(({ fields }) => fields['contract_no'] === 'HT-0002') };
}

function rowOf(desk: Desk, number: string): Record<string, unknown> | null {
  const { cells } = desk.host.toData().sheets.find((sheet) => sheet.name === '合同')!;
  const row = Object.entries(cells).find(([address, cell]) => address.startsWith('A') && cell.value === number)?.[0].slice(1);
  return row === undefined ? null : { row: Number(row), remark: cells[`F${row}`]?.value ?? '' };
}

function marked(desk: Desk): string[] {
  return desk.host.toData().sheets.find((one) => one.name === '合同')!.conditionalFormats.map(({ range }) => range);
}

/** Excel shows one workbook at a time: this one's. */
async function readOf(desk: Desk) {
  await desk.sit(desk.host.toData());
  return desk.read();
}

async function isAtRest(desk: Desk): Promise<void> {
  expect([(await readOf(desk)).conflicts, (await readOf(desk)).pending.cells, (await readOf(desk)).questions.deletions, marked(desk)]).toEqual([[], [], [], []]);
}

describe('edited first, deleted after', () => {
  async function asked() {
    const desks = await twoDesks();
    desks.editor.host.user.type('合同', 'F4', '还要跟进');
    await desks.editor.sync();
    desks.deleter.host.user.deleteRows('合同', 4);
    await desks.deleter.sit(desks.deleter.host.toData());
    await desks.deleter.syncDeleting();
    await desks.editor.sync();
    return desks;
  }

  it('the record stands, its row is back where it was taken out, and both are asked with a mark on the row', async () => {
    const { editor, deleter, record } = await asked();
    expect([record()!.deleted, rowOf(deleter, 'HT-0002')]).toEqual([false, { row: 5, remark: '还要跟进' }]);
    for (const [desk, side, cell] of [[editor, 'stands', 'A4'], [deleter, 'lost', 'A5']] as const) {
      expect((await readOf(desk)).conflicts).toMatchObject([{ path: '@deleted', label: 'HT-0002', side, mine: { value: true }, theirs: { value: false }, cell: { address: cell }, mark: 'set' }]);
      expect(marked(desk)).toEqual([cell]);
    }
  });

  it.each([true, false])('decided (deleted: %s) it is so in both workbooks', async (to) => {
    const { editor, deleter, record } = await asked();
    const [open] = (await readOf(deleter)).conflicts;
    await deleter.sync({ mutations: [{ kind: 'decide', record: open!.record, conflict: open!.id, baseRev: open!.rev, to }] });
    await editor.sync();
    await deleter.sync();
    expect(record()!.deleted).toBe(to);
    for (const desk of [editor, deleter]) {
      expect(rowOf(desk, 'HT-0002')?.['remark'] ?? null).toBe(to ? null : '还要跟进');
      await isAtRest(desk);
    }
  });
});

describe('deleted by one while the other types', () => {
  it.each(['二', ''])('the row stays whole, and is asked about, whatever the cell held: %j', async (remark) => {
    const { editor, deleter, record } = await twoDesks(remark);
    deleter.host.user.deleteRows('合同', 4);
    await deleter.sit(deleter.host.toData());
    await deleter.syncDeleting();
    await editor.sit(editor.host.toData());
    typesAfterReading(editor, 'F4', '正在写');
    await editor.syncHere();
    expect([record()!.deleted, rowOf(editor, 'HT-0002'), editor.syncs.read.at(-1)]).toEqual([true, { row: 4, remark: '正在写' }, 3]);
    await editor.sync();
    expect((await readOf(editor)).conflicts).toMatchObject([{ label: 'HT-0002', cell: { address: 'F4' } }]);
  });
});

describe('deleted first, edited after', () => {
  async function asked() {
    const desks = await twoDesks();
    desks.deleter.host.user.deleteRows('合同', 4);
    await desks.deleter.sit(desks.deleter.host.toData());
    await desks.deleter.syncDeleting();
    desks.editor.host.user.type('合同', 'F4', '还要跟进');
    await desks.editor.sync();
    await desks.deleter.sync();
    return desks;
  }

  it('the row stays whole with the one who edits it, marked, and the other is asked as well', async () => {
    const { editor, deleter, record } = await asked();
    expect([record()!.deleted, rowOf(editor, 'HT-0002'), rowOf(deleter, 'HT-0002')]).toEqual([true, { row: 4, remark: '还要跟进' }, null]);
    expect(editor.cell('合同', 'E4').value).toBe(1_002);
    expect((await readOf(editor)).conflicts).toMatchObject([{ path: 'remark', side: 'lost', isGone: true, mine: { value: '还要跟进' }, cell: { address: 'F4' }, mark: 'set' }]);
    expect((await readOf(deleter)).conflicts).toMatchObject([{ path: 'remark', label: 'HT-0002', isGone: true, cell: null, mark: 'none' }]);
    expect([marked(editor), marked(deleter)]).toEqual([['F4'], []]);
    expect((await readOf(editor)).pending.cells).toEqual([]);
  });

  it.each([
    ['for the edit: it is back for both', '还要跟进'],
    ['for the deletion: it is gone for both', null],
  ])('decided %s', async (_, to) => {
    const { editor, deleter, record } = await asked();
    const [open] = (await readOf(editor)).conflicts;
    await editor.sync({ mutations: [{ kind: 'decide', record: open!.record, conflict: open!.id, baseRev: open!.rev, to }] });
    await deleter.sync();
    await editor.sync();
    expect(record()!.deleted).toBe(to === null);
    for (const desk of [editor, deleter]) {
      expect(rowOf(desk, 'HT-0002')?.['remark'] ?? null).toBe(to);
      await isAtRest(desk);
    }
  });
});

it('a row that was kept though deleted, and then taken out, is back once a colleague has decided for it', async () => {
  const { editor, deleter, record } = await twoDesks();
  deleter.host.user.deleteRows('合同', 4);
  await deleter.sit(deleter.host.toData());
  await deleter.syncDeleting();
  editor.host.user.type('合同', 'F4', '还要跟进');
  await editor.sync();
  editor.host.user.deleteRows('合同', 4);
  await editor.sync();
  expect(rowOf(editor, 'HT-0002')).toBeNull();
  await deleter.sync();
  const [open] = (await readOf(deleter)).conflicts;
  await deleter.sync({ mutations: [{ kind: 'decide', record: open!.record, conflict: open!.id, baseRev: open!.rev, to: '还要跟进' }] });
  await editor.sync();
  expect(record()!.deleted).toBe(false);
  for (const desk of [editor, deleter]) {
    expect(rowOf(desk, 'HT-0002')?.['remark']).toBe('还要跟进');
    await isAtRest(desk);
  }
});

it('a record deleted while the workbook asks for everything again is emptied as well, and one out of sight is left alone', async () => {
  const { worker, editor, record } = await twoDesks();
  const hidden = [...worker.records.values()].find(({ fields }) => fields['contract_no'] === 'HT-0003')!;
  worker.remove(record()!.id);
  worker.hides = (_, { id }) => id === hidden.id;
  const data = editor.host.toData();
  await editor.sit(data);
  await editor.sync({ place: ['gift-plan'] });
  expect(worker.requests.at(-1)!.scope).toBe('');
  expect([rowOf(editor, 'HT-0002'), rowOf(editor, 'HT-0003')]).toEqual([null, { row: 5, remark: '三' }]);
});

it('what is out of sight stays so however often everything is asked for: it is greyed, and what is typed there is told and not sent', async () => {
  const { worker, editor } = await twoDesks();
  const hidden = [...worker.records.values()].find(({ fields }) => fields['contract_no'] === 'HT-0003')!;
  worker.hides = (_, { id }) => id === hidden.id;
  for (let time = 0; time < 2; time += 1) await editor.sync({ place: ['gift-plan'] });
  editor.host.user.type('合同', 'F5', '还记一笔');
  const before = worker.requests.length;
  await editor.sync();
  const { problems, pending } = await readOf(editor);
  expect(worker.requests.slice(before).flatMap(({ push }) => push?.mutations ?? [])).toEqual([]);
  expect([pending.cells, problems.map(({ code, cell }) => [code, cell.address]), marked(editor)]).toEqual([[], [['typed-out-of-sight', 'F5'], ['out-of-sight', 'A5']], ['A5:F5']]);
});

it('what a co-author brought, and this person may not see, is out of sight and not perhaps deleted', async () => {
  const { worker, editor, deleter } = await twoDesks();
  const hidden = [...worker.records.values()].find(({ fields }) => fields['contract_no'] === 'HT-0003')!;
  worker.hides = (_, { id }) => id === hidden.id;
  // It leaves the workbook once, and the other pane is told nothing of it.
  for (const desk of [editor, deleter]) await desk.sync({ place: ['gift-plan'] });
  deleter.host.user.type('合同', 'F5', '还记一笔');
  const before = worker.requests.length;
  await deleter.sync();
  expect(worker.requests.slice(before).flatMap(({ push }) => push?.mutations ?? [])).toEqual([]);
  expect([(await readOf(deleter)).problems.map(({ code }) => code), marked(deleter)]).toEqual([['typed-out-of-sight', 'out-of-sight'], ['A5:F5']]);
});

it('however many were deleted meanwhile: their rows are emptied with that one request', async () => {
  const worker = new MemoryWorker();
  const asked = vi.spyOn(worker, 'fetch');
  const desk = await new Desk(worker).sit(emptyWorkbookData('合同'));
  const many = Array.from({ length: 160 }, (_, place) => [`HT-${1_000 + place}`, '千帆渡', '销售合同', '2026-09-01', '1001', '']);
  desk.host.user.type('合同', 'A1', [...rows.slice(0, 2), ...many]);
  await desk.sync();
  for (const { id, fields } of [...worker.records.values()]) if (String(fields['contract_no']) < 'HT-1150') worker.remove(id);
  asked.mockClear();
  await desk.sync({ place: ['gift-plan'] });
  expect([asked.mock.calls.length, (await desk.read()).forms.map(({ records }) => records), (await desk.engine.look()).ledger.entries.length]).toEqual([1, [10], 10]);
});

it('a record deleted while its sheet was hidden is emptied once the sheet is there again, and made anew by nobody', async () => {
  const { worker, editor, record } = await twoDesks();
  const [{ id }, count] = [record()!, worker.records.size];
  const shown = (visibility: 'Visible' | 'Hidden') => ({ ...editor.host.toData(), sheets: editor.host.toData().sheets.map((sheet) => (sheet.name === '合同' ? { ...sheet, visibility } : sheet)) });
  await editor.sit({ ...shown('Hidden'), sheets: [...shown('Hidden').sheets, ...emptyWorkbookData('别的').sheets] });
  worker.remove(id);
  await editor.sync();
  await editor.sit(shown('Visible'));
  for (let time = 0; time < 2; time += 1) await editor.sync();
  expect([rowOf(editor, 'HT-0002'), worker.records.size, worker.records.get(id)!.deleted]).toEqual([null, count, true]);
  await isAtRest(editor);
});

it('a record that a colleague brings back before the answer to its deletion is heard is back in both workbooks', async () => {
  const { worker, editor, deleter, record } = await twoDesks();
  const { id } = record()!;
  deleter.host.user.deleteRows('合同', 4);
  await deleter.sit(deleter.host.toData());
  worker.faults.push('answer-lost');
  await deleter.syncDeleting().catch(() => null);
  expect(record()!.deleted).toBe(true);
  editor.host.user.type('合同', 'F4', '还要跟进');
  await editor.sync();
  const [open] = (await readOf(editor)).conflicts;
  await editor.sync({ mutations: [{ kind: 'decide', record: id, conflict: open!.id, baseRev: open!.rev, to: '还要跟进' }] });
  for (const desk of [deleter, editor, deleter]) await desk.sync();
  for (const desk of [editor, deleter]) {
    expect(rowOf(desk, 'HT-0002')?.['remark']).toBe('还要跟进');
    await isAtRest(desk);
  }
});
