// The sample workbooks through the whole way: sent once, nothing pending afterwards, and the same records in the workbook
// of a colleague who had none of them.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { workbookDataFromXlsx } from '../../simulator/xlsx/index.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

const folder = new URL('../../fixtures/workbooks/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.xlsx')).sort();

describe.each(files)('%s', (file) => {
  it('is sent once, and arrives as it is in a second workbook', async () => {
    const worker = new MemoryWorker();
    const one = await new Desk(worker).sit(await workbookDataFromXlsx(readFileSync(new URL(file, folder))));
    const created = (await one.read()).pending.created;
    const { receipt } = await one.sync();
    const taken = worker.records.size;
    expect(taken + receipt.rejected.length).toBe(created);
    expect(worker.requests).toHaveLength(1);
    expect((await one.read()).pending.cells.filter((cell) => cell.kind !== 'create')).toEqual([]);
    const two = await new Desk(worker, '顾山海').sit(['空白']);
    await two.sync();
    const reading = await two.read();
    expect(reading.forms.reduce((sum, form) => sum + form.records, 0)).toBe(taken);
    expect(reading.pending.cells).toEqual([]);
    await two.sync();
    expect(worker.requests.filter((request) => request.push)).toHaveLength(taken > 0 ? 1 : 0);
  });
});
