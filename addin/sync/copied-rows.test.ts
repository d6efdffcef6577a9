// Copied rows: what they are is asked, and kept as long as they say it.

import { describe, expect, it } from 'vitest';
import { emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import { contracts, heading, idOf, numbers } from './test-support/contracts.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

describe('a copied row', () => {
  it('with its key waits for an answer, and is a new record if that is what it is', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker);
    desk.host.user.type('合同', 'A6', [['HT-1', '千帆渡', '销售合同', '2026-09-01', '1001', '补签的']]);
    const { matches } = (await desk.read()).questions;
    expect(matches).toMatchObject([{ kind: 'copy', label: 'HT-1', cell: { sheet: '合同', address: 'A6' }, candidates: [{ record: idOf(worker, 'HT-1'), label: 'HT-1', was: { sheet: '合同', address: 'A3' }, differences: [{ path: 'remark', here: '补签的', there: '备注1' }] }] }]);
    await desk.sync();
    expect(worker.records.size).toBe(3);
    await desk.sync({ answers: [{ id: matches[0]!.id, record: 'new' }] });
    expect(numbers(worker)).toEqual(['HT-1', 'HT-1', 'HT-2', 'HT-3']);
    const reading = await desk.read();
    expect([reading.questions.matches, reading.pending.cells]).toEqual([[], []]);
  });

  it('that is asked about for another reason is not taken for the record either that arrived beside it', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker);
    const other = await new Desk(worker).sit(emptyWorkbookData('合同'));
    other.host.user.type('合同', 'A1', [...heading, ['HT-9', '千帆渡', '服务合同', '2026-09-09', '9009', '备注2']]);
    await other.sync();
    const record = idOf(worker, 'HT-9');
    // What the contract said before, and a value that another row has lost.
    await desk.sit(desk.host.toData());
    desk.host.user.type('合同', 'F4', '');
    desk.host.user.type('合同', 'A6', [['HT-9', '千帆渡', '服务合同', '2026-09-09', '8000', '备注2']]);
    const asked = async (): Promise<unknown> => (await desk.read()).questions.matches.find(({ label }) => label === 'HT-9');
    expect(await asked()).toMatchObject({ kind: 'mixed' });
    await desk.sync();
    expect([6, 7].map((row) => desk.cell('合同', `E${row}`).value)).toEqual([8000, 9009]);
    desk.host.user.deleteRows('合同', 7);
    await desk.sync();
    await desk.sync();
    expect(worker.records.get(record)!.fields).toMatchObject({ amount: 900_900 });
    expect(await asked()).toMatchObject({ candidates: expect.arrayContaining([expect.objectContaining({ record })]) });
  });

  it('that says something older is not taken for the record once the record\'s own row is gone', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker);
    desk.host.user.type('合同', 'A6', [['HT-1', '千帆渡', '销售合同', '2026-09-01', '1001', '备注1']]);
    desk.host.user.type('合同', 'F3', '改过');
    await desk.sync();
    desk.host.user.deleteRows('合同', 3);
    await desk.sync();
    await desk.sync();
    expect(worker.records.get(idOf(worker, 'HT-1'))!.fields['remark']).toBe('改过');
    const { matches } = (await desk.read()).questions;
    expect(matches).toMatchObject([{ kind: 'unclear', candidates: [{ record: idOf(worker, 'HT-1'), differences: [{ path: 'remark', here: '备注1' }] }] }]);
    await desk.sync({ answers: [{ id: matches[0]!.id, record: 'copy' }] });
    expect((await desk.read()).questions).toMatchObject({ matches: [], deletions: [{ record: idOf(worker, 'HT-1') }] });
  });

  it('that may be a record which a colleague deletes meanwhile stays asked about, and is not taken for the other', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker);
    desk.host.user.type('合同', 'A6', [['HT-1', '千帆渡', '销售合同', '2026-09-01', '1001', '补签的']]);
    await desk.sync({ answers: [{ id: (await desk.read()).questions.matches[0]!.id, record: 'new' }] });
    const original = idOf(worker, 'HT-1');
    const second = [...worker.records.values()].find(({ id, fields }) => fields['contract_no'] === 'HT-1' && id !== original)!;
    desk.host.user.type('合同', 'E6', '2002');
    desk.host.user.deleteRows('合同', 3);
    worker.remove(second.id);
    for (let time = 0; time < 2; time += 1) await desk.sync();
    const { matches } = (await desk.read()).questions;
    expect(matches.map(({ kind, candidates }) => [kind, ...candidates.map(({ record }) => record)])).toEqual([['unclear', second.id, original]]);
    expect(worker.records.get(original)!.fields).toMatchObject({ remark: '备注1', amount: 100_100 });
    await desk.sync({ answers: [{ id: matches[0]!.id, record: second.id }] });
    expect([(await desk.read()).conflicts.map(({ path, isGone }) => [path, isGone]), worker.records.get(original)!.fields['amount']]).toEqual([[['amount', true]], 100_100]);
  });

  it('with another key is a new record at once', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker);
    desk.host.user.type('合同', 'A6', [['HT-9', '千帆渡', '销售合同', '2026-09-01', '1001', '备注1']]);
    await desk.sync();
    expect(numbers(worker)).toEqual(['HT-1', 'HT-2', 'HT-3', 'HT-9']);
  });

  it('of one of two records of a key is not taken for the other one whose row is gone', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker);
    const record = idOf(worker, 'HT-1');
    const rowOf = (remark: string): string[] => ['HT-1', '千帆渡', '销售合同', '2026-09-01', '1001', remark];
    desk.host.user.type('合同', 'A6', [rowOf('第二份')]);
    await desk.sync({ answers: (await desk.read()).questions.matches.map(({ id }) => ({ id, record: 'new' })) });
    // The first one is moved to the end, and the second is copied under it.
    desk.host.user.deleteRows('合同', 3);
    desk.host.user.type('合同', 'A6', [rowOf('备注1'), rowOf('第二份')]);
    await desk.sync();
    expect((await desk.read()).questions.matches).toMatchObject([{ kind: 'copy', cell: { address: 'A7' } }]);
    desk.host.user.deleteRows('合同', 6);
    await desk.sync();
    expect(worker.records.get(record)!.fields['remark']).toBe('备注1');
    expect((await desk.read()).questions.matches).toMatchObject([{ cell: { address: 'A6' } }]);
  });

  it('that was called a copy and is written on is asked about again, though the record\'s own row is gone', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker);
    const record = idOf(worker, 'HT-1');
    desk.host.user.type('合同', 'A6', [['HT-1', '千帆渡', '销售合同', '2026-09-01', '1001', '旧的']]);
    await desk.sync({ answers: (await desk.read()).questions.matches.map(({ id }) => ({ id, record: 'copy' })) });
    desk.host.user.deleteRows('合同', 3);
    await desk.sync();
    desk.host.user.type('合同', 'E5', '5555');
    await desk.sync();
    expect(worker.records.get(record)!.fields).toMatchObject({ amount: 100_100, remark: '备注1' });
    const { matches } = (await desk.read()).questions;
    expect(matches).toMatchObject([{ kind: 'unclear', cell: { address: 'A5' }, candidates: [{ record }] }]);
    await desk.sync({ answers: [{ id: matches[0]!.id, record }] });
    expect(worker.records.get(record)!.fields).toMatchObject({ amount: 555_500, remark: '旧的' });
  });
});
