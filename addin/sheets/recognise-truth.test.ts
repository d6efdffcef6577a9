// The sample workbooks against their truth files: values field by field, and the cell each was taken from.

import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formOf } from '../../domain/forms/registry.ts';
import { readWorkbookImage } from '../xlsx/read.ts';
import { recogniseWorkbook } from './recognise.ts';
import { cellsAsRead, recordAsRead } from './truth.ts';
import type { ReadFields } from './truth.ts';

const folder = new URL('../../fixtures/workbooks/', import.meta.url);
const files = readdirSync(folder);

interface Truth {
  readonly records: readonly { readonly form: string; readonly sheet: string; readonly fields: ReadFields; readonly cells: Record<string, string> }[];
}

async function read(number: string) {
  const name = files.find((file) => file.startsWith(number) && file.endsWith('.xlsx'))!;
  const truth = JSON.parse(readFileSync(new URL(encodeURIComponent(name.replace(/\.xlsx$/, '.truth.json')), folder), 'utf8')) as Truth;
  const image = await readWorkbookImage(new Uint8Array(readFileSync(new URL(encodeURIComponent(name), folder))));
  return { truth, recognition: recogniseWorkbook(image) };
}

/** Width and white space do not count (the truth files' own rule). */
function folded(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFKC').replace(/\s+/g, '');
  if (Array.isArray(value)) return value.map(folded);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, content]) => [key, folded(content)]));
  return value;
}

describe('the sample workbooks', () => {
  it.each(['01', '02', '03', '04', '05', '06', '08', '09', '11'])('workbook %s is read as its truth file states, value by value and cell by cell', async (number) => {
    const { truth, recognition } = await read(number);
    const found = recognition.records.map((record) => ({
      form: record.form,
      sheet: record.sheetName,
      fields: folded(recordAsRead(formOf(record.form)!, record.fields)),
      cells: cellsAsRead(formOf(record.form)!, record),
    }));
    const sheets = [...new Set(truth.records.map((record) => record.sheet))];
    expect(found.map((record) => [record.form, record.sheet])).toEqual(truth.records.map((record) => [record.form, record.sheet]));
    for (const sheet of sheets) {
      const stated = truth.records.filter((record) => record.sheet === sheet);
      const ours = found.filter((record) => record.sheet === sheet);
      expect(ours.map((record) => record.fields)).toEqual(stated.map((record) => folded(record.fields)));
      expect(ours.map((record) => record.cells)).toEqual(stated.map((record) => record.cells));
    }
    expect(recognition.records.flatMap((record) => record.problems)).toEqual([]);
    expect(recognition.records.flatMap((record) => record.uncertain)).toEqual([]);
  });

  it.each(['10', '12', '13'])('workbook %s, of other scripts, layouts and hands, gives what its truth file states', async (number) => {
    const { truth, recognition } = await read(number);
    const stated = truth.records.filter((record) => formOf(record.form));
    const found = recognition.records.map((record) => ({ sheet: record.sheetName, fields: folded(recordAsRead(formOf(record.form)!, record.fields)), cells: cellsAsRead(formOf(record.form)!, record) }));
    for (const sheet of new Set(stated.map((record) => record.sheet))) {
      const ours = found.filter((record) => record.sheet === sheet);
      const theirs = stated.filter((record) => record.sheet === sheet);
      expect(ours.map((record) => record.fields)).toEqual(theirs.map((record) => folded(record.fields)));
      expect(ours.map((record) => record.cells)).toEqual(theirs.map((record) => record.cells));
    }
  });

  it('a workbook of blank forms gives no record', async () => {
    const { recognition } = await read('14');
    expect(recognition.records).toEqual([]);
  });

  it.each(files.filter((file) => file.endsWith('.xlsx')).map((file) => file.slice(0, 2)))('workbook %s gives no record of a form that its sheet does not hold', async (number) => {
    const { truth, recognition } = await read(number);
    const stated = new Set(truth.records.map((record) => `${record.form} ${record.sheet}`));
    expect(recognition.records.map((record) => `${record.form} ${record.sheetName}`).filter((key) => !stated.has(key))).toEqual([]);
  });
});
