// A colleague's changes on the sample workbooks, the whole way: opened in the simulated Excel, sent, changed elsewhere,
// pulled. They stand in the cells of their fields, and nothing else of the workbook is another.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldAt, readPath, sameValue } from '../../domain/forms/fields.ts';
import { formOf } from '../../domain/forms/registry.ts';
import { workbookDataFromXlsx } from '../../simulator/xlsx/index.ts';
import { addressOf } from '../sheets/image.ts';
import type { RecognisedRecord } from '../sheets/recognised.ts';
import { randomOf } from '../sheets/test-support/random.ts';
import type { Random } from '../sheets/test-support/random.ts';
import { randomValue } from '../sheets/test-support/random-record.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';
import { differencesOf, sheetDifferences } from './test-support/sheet-differences.ts';

const folder = new URL('../../fixtures/workbooks/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.xlsx')).sort();
const open = (file: string) => workbookDataFromXlsx(readFileSync(new URL(file, folder)));

interface Edit {
  readonly record: string;
  readonly path: string;
  readonly value: ReturnType<typeof randomValue>;
  readonly cells: readonly string[];
}

/** Some fields of some records get another value at the Worker. */
async function editSome(desk: Desk, worker: MemoryWorker, random: Random): Promise<Edit[]> {
  const look = await desk.engine.look();
  const edits: Edit[] = [];
  for (const known of random.shuffled([...look.byId.values()]).slice(0, 4)) {
    const form = formOf(known.form.id)!;
    for (const path of Object.keys(known.found.cells)) {
      const field = fieldAt(form, path);
      const old = readPath(known.found.fields, path);
      if (!field || old === undefined || form.naturalKey.includes(path) || !worker.records.has(known.id) || !random.chance(0.3)) continue;
      const value = randomValue(field, random, edits.length, { year: 2026 });
      if (sameValue(value, old)) continue;
      worker.edit(known.id, path, value);
      edits.push({ record: known.id, path, value, cells: cellsOf(known.found, path).map((place) => `${known.found.sheetName}!${addressOf(place.row, place.column)}`) });
    }
  }
  return edits;
}

function cellsOf(record: RecognisedRecord, path: string): readonly { readonly row: number; readonly column: number }[] {
  const cell = record.cells[path]!;
  const { writing } = cell;
  return [cell, ...(cell.entries ?? []), ...(cell.repeats ?? []), ...(writing.kind === 'ticks' ? writing.places : 'cells' in writing ? writing.cells : [])];
}

describe.each(files)('%s', (file) => {
  it('takes what a colleague changed into its cells and is otherwise as it was', async () => {
    const worker = new MemoryWorker();
    const desk = await new Desk(worker).sit(await open(file));
    await desk.sync();
    const edits = await editSome(desk, worker, randomOf(11));
    const before = desk.host.toData();
    const { receipt } = await desk.sync();
    const { contents, rest } = sheetDifferences(before, desk.host.toData());
    const allowed = new Set(edits.flatMap((edit) => edit.cells));
    expect(edits.length > 5 || worker.records.size === 0).toBe(true);
    expect(contents.length > 0 || edits.length === 0).toBe(true);
    expect(contents.filter((cell) => !allowed.has(cell))).toEqual([]);
    expect(rest).toEqual([]);
    expect(desk.syncs.write.every((count) => count <= 2)).toBe(true);
    const kept = new Set(receipt.kept.map(({ cell }) => `${cell.sheet}!${cell.address}`));
    const look = await desk.engine.look();
    const missing = edits.filter(({ record, path, value, cells }) => {
      const found = look.byId.get(record)!.found;
      const isFixed = found.cells[path]?.writing.kind === 'fixed';
      return !sameValue(readPath(found.fields, path), value) && !isFixed && !cells.some((cell) => kept.has(cell));
    });
    expect(missing.map(({ path, value, cells }) => [path, value, cells])).toEqual([]);
    expect((await desk.read()).pending.cells).toEqual([]);
  });
});

describe('a card that comes new', () => {
  it('is a copy of the sheet on which a person keeps one, with its own values', async () => {
    const worker = new MemoryWorker();
    const data = await open(files[0]!);
    const pattern = data.sheets[0]!;
    const desk = await new Desk(worker).sit({ ...data, sheets: [pattern], activeSheet: pattern.name });
    await desk.sync();
    const [own] = [...worker.records.values()];
    worker.create('customer-archive', 'archive-2', { ...own!.fields, customer_name: '望海星图科技有限公司', archive_no: 'DA-2026-099', industry: '游戏' });
    await desk.sync();
    const after = desk.host.toData();
    const copy = after.sheets.find((sheet) => sheet.name !== pattern.name && sheet.name !== '_keybook')!;
    expect(differencesOf(after.sheets.find((sheet) => sheet.name === pattern.name)!, copy).rest).toEqual([]);
    expect(copy.merges).toEqual(pattern.merges);
    expect(desk.syncs.write.at(-1)).toBe(2);
    const look = await desk.engine.look();
    expect(look.byId.get('archive-2')!.found.fields).toMatchObject({ customer_name: '望海星图科技有限公司', archive_no: 'DA-2026-099', industry: '游戏' });
    expect((await desk.read()).pending.cells).toEqual([]);
    await desk.sync();
    expect(desk.host.toData().sheets).toHaveLength(after.sheets.length);
  });
});

describe('a card whose like bears a comment', () => {
  it('is drawn on blank paper: the comment is about somebody else', async () => {
    const worker = new MemoryWorker();
    const data = await open(files[0]!);
    const desk = await new Desk(worker).sit({ ...data, sheets: [{ ...data.sheets[0]!, comments: [{ cell: 'C5', content: '他们下周付款' }] }], activeSheet: data.sheets[0]!.name });
    await desk.sync();
    const [own] = [...worker.records.values()];
    worker.create('customer-archive', 'archive-3', { ...own!.fields, customer_name: '望海星图科技有限公司', archive_no: 'DA-2026-098' });
    await desk.sync();
    expect(desk.host.toData().sheets.map((sheet) => sheet.comments?.length ?? 0)).toEqual([1, 0, 0]);
    expect((await desk.engine.look()).byId.get('archive-3')!.found.fields).toMatchObject({ archive_no: 'DA-2026-098' });
    expect((await desk.read()).pending.cells).toEqual([]);
    expect(desk.syncs.write.at(-1)).toBe(2);
  });
});

describe('a sheet that Excel does not let be written', () => {
  it('stays whole, is told with the cell, and takes the change once it may be written', async () => {
    const worker = new MemoryWorker();
    const desk = await new Desk(worker).sit(await open(files[0]!));
    await desk.sync();
    const [own] = [...worker.records.values()];
    worker.edit(own!.id, 'industry', '游戏');
    const data = desk.host.toData();
    await desk.sit({ ...data, sheets: data.sheets.map((sheet, index) => (index === 0 ? { ...sheet, protection: { password: '1' } } : sheet)) });
    const before = desk.host.toData();
    const { receipt } = await desk.sync();
    expect(sheetDifferences(before, desk.host.toData())).toEqual({ contents: [], rest: [] });
    expect(receipt.kept).toMatchObject([{ cell: { sheet: data.sheets[0]!.name }, reason: 'protected' }]);
    const unlocked = desk.host.toData();
    await desk.sit({ ...unlocked, sheets: unlocked.sheets.map(({ protection: _gone, ...sheet }) => sheet) });
    await desk.sync();
    expect((await desk.engine.look()).byId.get(own!.id)!.found.fields['industry']).toBe('游戏');
  });
});
