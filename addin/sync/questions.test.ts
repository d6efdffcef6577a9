// What is asked before it is sent: rows taken out, copied rows and sheets, rows that are two records in one.

import { describe, expect, it } from 'vitest';
import { contracts, heading, idOf, numbers } from './test-support/contracts.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

describe('a row taken out', () => {
  it('is asked about with what it was called and where it lay, also by a pane that was opened since', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker);
    desk.host.user.deleteRows('合同', 4);
    expect((await desk.read()).questions.deletions).toEqual([{ record: idOf(worker, 'HT-2'), form: 'contract', label: 'HT-2', was: { sheet: '合同', address: 'A4' } }]);
    const later = await new Desk(worker).sit(desk.host.toData());
    expect((await later.read()).questions.deletions).toMatchObject([{ record: idOf(worker, 'HT-2'), label: '', was: { sheet: '合同', address: 'A4' } }]);
    await later.engine.recall(await later.engine.look());
    expect((await later.read()).questions.deletions).toMatchObject([{ label: 'HT-2' }]);
  });

  it('goes when the person says so', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker);
    desk.host.user.deleteRows('合同', 4);
    await desk.syncDeleting();
    expect(numbers(worker)).toEqual(['HT-1', 'HT-3']);
    expect((await desk.read()).questions.deletions).toEqual([]);
  });

  it('comes back when the person wants it back, with what colleagues made of it', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker);
    desk.host.user.deleteRows('合同', 4);
    worker.edit(idOf(worker, 'HT-2'), 'remark', '同事写的');
    await desk.sync({ deletions: { confirmed: [], keep: [idOf(worker, 'HT-2')] } });
    expect([desk.cell('合同', 'A5').value, desk.cell('合同', 'F5').value]).toEqual(['HT-2', '同事写的']);
    const reading = await desk.read();
    expect([reading.questions.deletions, reading.pending.cells, numbers(worker)]).toEqual([[], [], ['HT-1', 'HT-2', 'HT-3']]);
  });

  it('comes back also where a sealed push goes first, and nothing can be placed before its answer', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker);
    desk.host.user.deleteRows('合同', 4);
    desk.host.user.type('合同', 'A5', [['HT-4', '仁心', '服务合同', '2026-10-04', '4000', '']]);
    worker.faults.push('answer-lost');
    await desk.sync().catch(() => null);
    desk.host.user.type('合同', 'A6', [['HT-5', '仁心', '服务合同', '2026-10-05', '5000', '']]);
    await desk.sync({ deletions: { confirmed: [], keep: [idOf(worker, 'HT-2')] } });
    expect([3, 4, 5, 6, 7].map((row) => desk.cell('合同', `A${row}`).value)).toEqual(['HT-1', 'HT-3', 'HT-4', 'HT-5', 'HT-2']);
  });

  it('that is to leave this workbook alone is not asked about again, and is itself once somebody puts it back', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker);
    desk.host.user.deleteRows('合同', 4);
    await desk.sync({ deletions: { confirmed: [], keep: [], leftOut: [idOf(worker, 'HT-2')] } });
    await desk.sync();
    expect([(await desk.read()).questions.deletions, numbers(worker)]).toEqual([[], ['HT-1', 'HT-2', 'HT-3']]);
    desk.host.user.type('合同', 'A5', [['HT-2', '千帆渡', '销售合同', '2026-09-02', '1002', '又补上了']]);
    await desk.sync();
    expect(worker.records.size).toBe(3);
    expect(worker.records.get(idOf(worker, 'HT-2'))!.fields['remark']).toBe('又补上了');
  });

  it('of a record that is out of the person\'s sight by now is asked about once, and comes back when it is in sight again', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker);
    const record = idOf(worker, 'HT-2');
    desk.host.user.deleteRows('合同', 4);
    worker.hides = (_, { id }) => id === record;
    await desk.syncDeleting();
    await desk.sync();
    expect([(await desk.read()).questions.deletions, worker.records.get(record)!.deleted]).toEqual([[], false]);
    worker.hides = () => false;
    worker.edit(record, 'remark', '同事写的');
    await desk.sync();
    expect([desk.cell('合同', 'A5').value, desk.cell('合同', 'F5').value]).toEqual(['HT-2', '同事写的']);
  });

  it('of which a colleague deleted the record is not asked about', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker);
    desk.host.user.deleteRows('合同', 4);
    worker.remove(idOf(worker, 'HT-2'));
    await desk.sync();
    expect((await desk.read()).questions.deletions).toEqual([]);
  });
});

it('a record that a row is asked about is not drawn again beside it when it comes back into sight', async () => {
  const worker = new MemoryWorker();
  const desk = await contracts(worker);
  const record = idOf(worker, 'HT-2');
  worker.hides = (_, { id }) => id === record;
  await desk.sync();
  desk.host.user.deleteRows('合同', 4);
  desk.host.user.addSheet('旧表');
  desk.host.user.type('旧表', 'A1', [...heading, ['HT-2', '千帆渡', '销售合同', '2026-09-02', '1002', '另写的'], ['HT-70', '仁心', '服务合同', '2026-10-04', '4000', '备注70']]);
  worker.hides = () => false;
  await desk.sync();
  expect((await desk.read()).questions.matches).toMatchObject([{ kind: 'unclear', cell: { sheet: '旧表' }, candidates: [{ record }] }]);
  expect(desk.host.toData().sheets.flatMap(({ name, cells }) => Object.entries(cells).flatMap(([address, { value }]) => (value === 'HT-2' && name !== '_keybook' ? `${name}!${address}` : [])))).toEqual(['旧表!A3']);
});

it('a copied sheet is asked about row by row, and never again once its rows are called copies', async () => {
  const worker = new MemoryWorker();
  const desk = await contracts(worker);
  desk.host.user.copySheet('合同', '合同 (2)');
  const { matches } = (await desk.read()).questions;
  expect(matches.map(({ kind, label, cell }) => `${kind} ${label} ${cell.sheet}`)).toEqual(['copy HT-1 合同 (2)', 'copy HT-2 合同 (2)', 'copy HT-3 合同 (2)']);
  await desk.sync({ answers: matches.map(({ id }) => ({ id, record: 'copy' as const })) });
  desk.host.user.type('合同', 'F3', '改在原表');
  await desk.sync();
  const reading = await desk.read();
  expect([reading.questions.matches, reading.pending.cells, worker.records.size]).toEqual([[], [], 3]);
  expect(worker.records.get(idOf(worker, 'HT-1'))!.fields['remark']).toBe('改在原表');
  desk.host.user.type('合同 (2)', 'F4', '改在副本');
  expect((await desk.read()).questions.matches.map(({ label }) => label)).toEqual(['HT-2']);
});

it('rows sorted without all their columns are asked about, nothing of them is sent, and sorting back settles it', async () => {
  const worker = new MemoryWorker();
  const desk = await contracts(worker);
  desk.host.user.sortRows('合同', 'A3:E5', 'A', false);
  const mixed = await desk.read();
  expect(mixed.questions.matches.map(({ kind, label, candidates }) => `${kind} ${label} ${candidates.map((candidate) => candidate.label).join(' ')}`)).toEqual(['mixed HT-3 HT-3 HT-1', 'mixed HT-1 HT-1 HT-3']);
  const before = worker.requests.length;
  await desk.sync();
  expect(worker.requests.slice(before).every((request) => request.push === null)).toBe(true);
  expect(desk.cell('合同', 'F3').value).toBe('备注1');
  desk.host.user.sortRows('合同', 'A3:E5', 'A');
  expect((await desk.read()).questions.matches).toEqual([]);
  expect((await desk.read()).pending.cells).toEqual([]);
});

describe('several cards on a sheet', () => {
  async function cards(worker: MemoryWorker): Promise<Desk> {
    for (let number = 11; number < 25; number += 1) {
      worker.create('visit-report', `visit-00${number}`, {
        reporter: '林小满', report_date: `2026-10-${number}`,
        visits: { 'row-aaaaaaaa': { customer: `客户${number}`, interviewee: `联系人${number}`, plan: '初次拜访', summary: `谈了${number}`, result: '有希望', order: 0 } },
      });
    }
    const desk = await new Desk(worker).sit(['空白']);
    await desk.sync();
    return desk;
  }

  it('of which one is cut out ask about it alone, and keep the others theirs', async () => {
    const worker = new MemoryWorker();
    const desk = await cards(worker);
    const found = (await desk.engine.look()).known.filter((known) => known.found.sheet === (desk.engine.lastLook!.known[0]!.found.sheet));
    const { record, sheet } = { record: found[1]!, sheet: found[1]!.found.sheetName };
    desk.host.user.deleteRows(sheet, record.found.range.row + 1, found[2]!.found.range.row - record.found.range.row);
    const reading = await desk.read();
    expect([reading.questions.deletions.map((one) => one.record), reading.questions.matches, reading.pending.cells]).toEqual([[record.id], [], []]);
    await desk.syncDeleting();
    expect([...worker.records.values()].filter((one) => one.deleted).map((one) => one.id)).toEqual([record.id]);
  });

  it('that are copied with their sheet are asked about, card by card, and send nothing', async () => {
    const worker = new MemoryWorker();
    const desk = await cards(worker);
    const { sheetName } = (await desk.engine.look()).known[0]!.found;
    const onIt = desk.engine.lastLook!.known.filter((known) => known.found.sheetName === sheetName).length;
    desk.host.user.copySheet(sheetName, '副本');
    await desk.sync();
    expect((await desk.read()).questions.matches.map(({ kind, cell }) => `${kind} ${cell.sheet}`)).toEqual(Array.from({ length: onIt }, () => 'copy 副本'));
    expect(worker.records.size).toBe(14);
  });
});
