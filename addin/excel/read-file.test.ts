// Excel reads a file, and afterwards the workbook is what it was: every sheet, name, selection and cell.

import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeXlsx } from '../../simulator/xlsx/index.ts';
import { emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import type { WorkbookData } from '../../simulator/excel/workbook-data.ts';
import type { ExcelHost } from '../../simulator/host.ts';
import { readWorkbookImage } from '../xlsx/read.ts';
import { recogniseWorkbook } from '../sheets/recognise.ts';
import type { WorkbookImage } from '../sheets/image.ts';
import { onWorkbookChanged } from './events.ts';
import { mayReadFiles, readFileInExcel } from './read-file.ts';
import { readWorkbook } from './read-workbook.ts';
import { excelWith } from './test-support/host.ts';

const folder = new URL('../../fixtures/workbooks/', import.meta.url);
const samples = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
const bytesOf = (name: string): Uint8Array => readFileSync(new URL(name, folder));
const sample = bytesOf(samples.find((name) => name.startsWith('03'))!);

const mine = (): WorkbookData => {
  const data = emptyWorkbookData('封面', '10.12', '_keybook');
  data.sheets[1]!.cells['A1'] = { value: '我的' };
  data.sheets[2]!.visibility = 'VeryHidden';
  return { ...data, activeSheet: '10.12', names: [{ name: '清单', formula: '=封面!$A$1' }] };
};

let host: ExcelHost;
beforeEach(async () => {
  host = await excelWith(mine());
});

const recordsOf = (image: WorkbookImage) => recogniseWorkbook(image).records.map(({ form, sheetName, place, fields, uncertain, problems }) => ({ form, sheetName, place, fields, uncertain, problems }));

describe('a file read by Excel', () => {
  it.each(samples)('%s holds the same records as read from its parts, and the workbook is as before', async (name) => {
    const before = host.toData();
    const { image } = await readFileInExcel(bytesOf(name));
    expect(recordsOf(image)).toEqual(recordsOf(await readWorkbookImage(bytesOf(name))));
    expect(host.toData()).toEqual(before);
  });

  it('costs four round trips', async () => {
    host.counters.reset();
    const { syncs } = await readFileInExcel(sample);
    expect(syncs).toBe(4);
    expect(host.counters.syncs).toBe(4);
  });

  it('keeps hidden sheets of the file hidden, the names that the file gave, and takes its named ranges away', async () => {
    const file = emptyWorkbookData('10.12', '底稿', '_keybook');
    file.sheets[1]!.visibility = 'Hidden';
    file.sheets[2]!.visibility = 'VeryHidden';
    const bytes = await writeXlsx({ ...file, names: [{ name: '来的', formula: "='10.12'!$A$1" }] });
    const before = host.toData();
    const { image } = await readFileInExcel(bytes);
    expect(image.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([['10.12', 'visible'], ['底稿', 'hidden'], ['_keybook', 'veryHidden']]);
    expect(host.toData()).toEqual(before);
  });

  it('says nothing of its own sheets to who waits for changes', async () => {
    let told = 0;
    onWorkbookChanged(() => (told += 1));
    await host.idle();
    const seen: string[] = [];
    host.onChange((change) => change.kind === 'changed' && seen.push(change.sheet.name));
    await readFileInExcel(sample);
    await host.idle();
    expect(seen).toEqual([]);
    expect(told).toBe(0);
  });
});

describe('what goes wrong', () => {
  it('a file that Excel refuses leaves nothing behind', async () => {
    const before = host.toData();
    await expect(readFileInExcel(new TextEncoder().encode('PK no workbook'))).rejects.toThrow();
    expect(host.toData()).toEqual(before);
  });

  it.each([1, 2])('a reading that breaks off at its request %i leaves nothing behind', async (skip) => {
    const before = host.toData();
    host.faults.tearNext(2, 'GeneralException', skip);
    await expect(readFileInExcel(sample)).rejects.toThrow();
    expect(host.toData()).toEqual(before);
  });

  it('sheets that an Excel which stopped had to leave are hidden from reading, and go at the next time', async () => {
    const before = host.toData();
    host.faults.tearNext(0, 'GeneralException', 3);
    await expect(readFileInExcel(sample)).rejects.toThrow();
    expect(host.toData().sheets.length).toBeGreaterThan(before.sheets.length);
    expect(recogniseWorkbook((await readWorkbook()).image).records).toEqual([]);
    expect(await mayReadFiles()).toBe(true);
    expect(host.toData().sheets).toEqual(before.sheets);
  });
});

describe('Excel does not read files', () => {
  it('where the structure is protected', async () => {
    host = await excelWith({ ...mine(), structureProtected: true });
    expect(await mayReadFiles()).toBe(false);
  });

  it('where others may have the workbook open', async () => {
    expect(await mayReadFiles()).toBe(true);
    host.document.autoSave = true;
    expect(await mayReadFiles()).toBe(false);
  });
});
