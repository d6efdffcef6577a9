// Years of old files: read, compared, imported once, taken back as one step.

import { describe, expect, it } from 'vitest';
import { storageOrMemory } from '../connection/session-store.ts';
import { excelWith } from '../excel/test-support/host.ts';
import { fitsOneRequest, mayReadFiles, readFileInExcel } from '../excel/read-file.ts';
import type { OldFilesRead, OldRecord } from '../panes/import-services.ts';
import { MemoryWorker } from '../sync/test-support/memory-worker.ts';
import { emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import { writeXlsx } from '../../simulator/xlsx/index.ts';
import type { Importer } from './importer.ts';
import { mayGo } from '../panes/imports/may-go.ts';
import { fileOf, importerOf, samples } from './test-support/importing.ts';

const never = new AbortController().signal;
const quiet = (): void => {};
const all = ({ files }: OldFilesRead): OldRecord[] => files.flatMap((file) => file.records);
const count = (reading: OldFilesRead): Record<string, number> => Object.fromEntries([...Map.groupBy(all(reading), ({ is }) => is)].map(([is, records]) => [is, records.length]));
const going = (reading: OldFilesRead): string[] => all(reading).filter((record) => mayGo(record) === 'yes').map(({ id }) => id);
async function imported(importer: Importer, files = samples('03', '05')): Promise<OldFilesRead> {
  const reading = await importer.read(files, quiet, never);
  const outcome = await importer.send(going(reading), quiet);
  expect(outcome.failure).toBeNull();
  return reading;
}

const plans = (...days: (string | [string, string])[]) => {
  const data = emptyWorkbookData('计划');
  const rows = [['销售计划表'], ['客户经理', '月份', '计划销售额(元)'], ...days.map((day) => (typeof day === 'string' ? ['林小满', day, '1000'] : ['林小满', ...day]))];
  rows.forEach((row, line) => row.forEach((value, column) => (data.sheets[0]!.cells[`${'ABC'[column]}${line + 1}`] = { value: line > 1 && column === 2 ? Number(value) : value })));
  return writeXlsx(data);
};

describe('old files', () => {
  it('are read by form and record, and a second import of the same files adds nothing', async () => {
    const worker = new MemoryWorker();
    const importer = importerOf(worker);
    const first = await importer.read(samples(), quiet, never);
    expect(all(first).length).toBeGreaterThan(100);
    expect(first.files.every((file) => file.failure === null)).toBe(true);
    const chosen = all(first).filter((record) => mayGo(record) !== 'no').map(({ id }) => id);
    expect(chosen.length).toBeGreaterThan(50);
    const outcome = await importer.send(chosen, quiet);
    expect(outcome.rejected).toEqual([]);
    expect(outcome.created.reduce((sum, { records }) => sum + records, 0)).toBe(worker.records.size);

    importer.clear();
    const second = await importer.read(samples(), quiet, never);
    expect(all(second).filter((record) => record.is === 'new')).toEqual([]);
    const before = worker.records.size;
    await importer.send(chosen, quiet);
    expect(worker.records.size).toBe(before);
    expect([...worker.records.values()].every((record) => record.rev === 1)).toBe(true);
  });

  it('cost one question for all files, and one request for 500 records', async () => {
    const worker = new MemoryWorker();
    const importer = importerOf(worker);
    await importer.read(samples(), quiet, never);
    expect([worker.lookups.length, worker.requests.length]).toEqual([1, 0]);
    // Nothing of a record but what names it goes out before the person presses.
    expect(JSON.stringify(worker.lookups)).not.toContain('summary');
    await imported(importerOf(worker));
    expect(worker.requests.length).toBe(1);
    expect(worker.requests[0]).toMatchObject({ audience: { kind: 'member' } });
  });

  it('are the same read by Excel', async () => {
    const host = await excelWith(['封面']);
    const excel = async () => ((await mayReadFiles()) ? { fits: fitsOneRequest, read: async (bytes: Uint8Array) => (await readFileInExcel(bytes)).image } : null);
    const reading = await importerOf(new MemoryWorker(), { excel }).read(samples(), quiet, never);
    expect(reading).toEqual(await importerOf(new MemoryWorker()).read(samples(), quiet, never));
    expect(host.toData().sheets.map((sheet) => sheet.name)).toEqual(['封面']);
  });

  it('are read from their parts where Excel refuses one', async () => {
    const refusing = async () => ({ fits: () => true, read: () => Promise.reject(new Error('refused')) });
    const reading = await importerOf(new MemoryWorker(), { excel: refusing }).read(samples('03'), quiet, never);
    expect(all(reading).length).toBeGreaterThan(0);
  });

  it('tell how far they are, and stop between two files', async () => {
    const stop = new AbortController();
    const told: number[] = [];
    const files = samples('03', '04', '05');
    const reading = await importerOf(new MemoryWorker()).read(files, ({ done, of, name }) => {
      told.push(done / of);
      if (name?.startsWith('04')) stop.abort();
    }, stop.signal);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    expect(reading.files.map((file) => file.isUnread)).toEqual([false, true, true]);
    expect(all(reading).every((record) => record.is === 'new')).toBe(true);
  });
});

describe('a file that cannot be opened', () => {
  const compound = (stream: string) => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...[...stream].flatMap((letter) => [letter.charCodeAt(0), 0])]);

  it('says why in one sentence, and the others go on', async () => {
    const huge = { name: 'huge.xlsx', size: 60_000_000, arrayBuffer: () => Promise.reject(new Error('not even read')) };
    const lost = { name: 'lost.xlsx', size: 10, arrayBuffer: () => Promise.reject(new Error('gone')) };
    const bad = [fileOf('a.xlsx', compound('EncryptedPackage')), fileOf('b.xls', compound('Workbook')), fileOf('c.xlsx', 'PK\u0003\u0004 torn'), fileOf('d.csv', 'a,b'), fileOf('e.xlsx', ''), huge, lost];
    const reading = await importerOf(new MemoryWorker()).read([...bad, ...samples('03')], quiet, never);
    const sentences = reading.files.map((file) => file.failure);
    expect(sentences.slice(0, -1).map((text) => /密码|\.xls 格式|损坏|不是 \.xlsx|空的|太大|找不到/.exec(text ?? '')?.[0])).toEqual(['密码', '.xls 格式', '损坏', '不是 .xlsx', '空的', '太大', '找不到']);
    expect(reading.files.at(-1)!.records.length).toBeGreaterThan(0);
  });
});

describe('the same record', () => {
  it('in a file that is dropped twice, or in two files, is one', async () => {
    const worker = new MemoryWorker();
    const reading = await imported(importerOf(worker), [fileOf('一.xlsx', await plans('2025-01', '2025-02')), fileOf('一.xlsx', await plans('2025-01', '2025-02')), fileOf('二.xlsx', await plans('2025-02', '2025-03'))]);
    expect(count(reading)).toEqual({ new: 3, twin: 3 });
    expect(worker.records.size).toBe(3);
    expect(reading.files[2]!.records[0]).toMatchObject({ is: 'twin', twin: { file: '一.xlsx', cell: { sheet: '计划', address: 'A4' }, differs: false } });
  });

  it('that says something else in the second file waits for a yes, and then is a record of its own', async () => {
    const worker = new MemoryWorker();
    const importer = importerOf(worker);
    const other = await importer.read([fileOf('一.xlsx', await plans('2025-01')), fileOf('二.xlsx', await plans('2025-01')), fileOf('三.xlsx', await plans(['2025-01', '2000']))], quiet, never);
    expect(all(other).map(mayGo)).toEqual(['yes', 'no', 'asks']);
    await importer.send(all(other).map(({ id }) => id), quiet);
    const created = worker.requests.flatMap(({ push }) => push?.mutations ?? []);
    expect(created.map((mutation) => mutation.kind === 'create' && mutation.distinct === true)).toEqual([false, true]);
    expect(worker.records.size).toBe(2);
  });

  it('that the department has from somebody else is known, and says from whom', async () => {
    const worker = new MemoryWorker();
    worker.create('sales-plan', 'plan-of-another', { member: '林小满', month: '2025-01', planned_sales: 5 });
    const reading = await imported(importerOf(worker), [fileOf('一.xlsx', await plans('2025-01', '2025-02'))]);
    expect(reading.files[0]!.records).toMatchObject([{ is: 'known', by: '周立夏' }, { is: 'new' }]);
    expect(worker.records.size).toBe(2);
  });

  it('without what names it is found again by its content', async () => {
    const worker = new MemoryWorker();
    const file = async () => fileOf('一.xlsx', await plans('约一月', '2025-02'));
    await imported(importerOf(worker), [await file(), await file()]);
    expect(worker.records.size).toBe(2);
    const again = await imported(importerOf(worker), [await file()]);
    expect(count(again)).toEqual({ known: 2 });
  });
});

describe('an import is taken back', () => {
  const later = async (worker: MemoryWorker) => {
    const storage = storageOrMemory(() => undefined);
    await imported(importerOf(worker, { storage }));
    return importerOf(worker, { storage });
  };

  it('as one step, after the pane was closed, and can be made again', async () => {
    const worker = new MemoryWorker();
    worker.create('visit-report', 'visit-0001', { reporter: '周立夏', report_date: '2020-01-01' });
    const importer = await later(worker);
    const [past] = importer.past();
    const made = worker.records.size - 1;
    expect(past).toMatchObject({ records: made, isUnfinished: false });
    const requests = worker.requests.length;
    expect(await importer.undo(past!.id, quiet)).toEqual({ removed: made, gone: 0, stays: [], failure: null });
    expect(worker.requests.length - requests).toBe(1);
    expect([...worker.records.values()].filter((record) => !record.deleted).map(({ id }) => id)).toEqual(['visit-0001']);
    expect(importer.past()).toEqual([]);
    const again = await importer.read(samples('03', '05'), quiet, never);
    expect(going(again).length).toBe(made);
  });

  it('but for what somebody changed since, which is named', async () => {
    const worker = new MemoryWorker();
    const importer = await later(worker);
    const [one, two, ...rest] = [...worker.records.keys()];
    worker.edit(one!, 'remark', '补一句');
    worker.remove(two!);
    const outcome = await importer.undo(importer.past()[0]!.id, quiet);
    expect(outcome).toMatchObject({ removed: rest.length, gone: 1, stays: [{ because: 'edited', by: '周立夏' }] });
    expect(worker.records.get(one!)!.deleted).toBe(false);
    expect(worker.conflicts).toEqual([]);
    expect(importer.past()).toMatchObject([{ records: 1 }]);
  });

  it('on the device of whoever made it, and of nobody else', async () => {
    const worker = new MemoryWorker();
    const storage = storageOrMemory(() => undefined);
    await imported(importerOf(worker, { storage }));
    expect(importerOf(worker, { storage, name: '周立夏' }).past()).toEqual([]);
  });
});

describe('when the way breaks', () => {
  it('what is new cannot be told, and is asked again', async () => {
    const worker = new MemoryWorker();
    worker.faults.push('offline');
    const importer = importerOf(worker);
    const reading = await importer.read(samples('03'), quiet, never);
    expect(reading.failure).toMatchObject({ code: 'offline' });
    expect(all(reading).every((record) => record.is === 'unasked')).toBe(true);
    expect((await importer.ask()).failure).toBeNull();
  });

  it.each(['offline', 'answer-lost'] as const)('%s: a further press sends what is left, and nothing twice', async (fault) => {
    const worker = new MemoryWorker();
    const importer = importerOf(worker);
    const chosen = going(await importer.read(samples('03', '05'), quiet, never));
    worker.faults.push(fault);
    expect((await importer.send(chosen, quiet)).failure).not.toBeNull();
    const outcome = await importer.send(chosen, quiet);
    expect(outcome).toMatchObject({ failure: null, rejected: [], known: 0 });
    expect(outcome.created.reduce((sum, { records }) => sum + records, 0)).toBe(chosen.length);
    expect([worker.records.size, importer.past()[0]!.records]).toEqual([chosen.length, chosen.length]);
  });

  it('and the pane is closed: the next one learns what became of it, and takes it all back', async () => {
    const worker = new MemoryWorker();
    const storage = storageOrMemory(() => undefined);
    const importer = importerOf(worker, { storage });
    const chosen = going(await importer.read(samples('03', '05'), quiet, never));
    worker.faults.push('answer-lost');
    await importer.send(chosen, quiet);
    const next = importerOf(worker, { storage });
    expect(next.past()).toMatchObject([{ records: 0, isUnfinished: true }]);
    expect(await next.undo(next.past()[0]!.id, quiet)).toMatchObject({ removed: chosen.length, stays: [] });
    expect([...worker.records.values()].every((record) => record.deleted)).toBe(true);
  });
});
