// What takes the production Worker and the production engine together: rights that differ between who syncs and whom the
// workbook is for, and conflicts whose record was written anew.

import { beforeEach, describe, expect, it } from 'vitest';
import type { Fields } from '../../domain/forms/definition.ts';
import { formOf } from '../../domain/forms/registry.ts';
import { drawForm } from '../../addin/sheets/write/draw-form.ts';
import { imageOfPlan } from '../../addin/sheets/write/image-of-plan.ts';
import type { CellValue, SheetImage } from '../../addin/sheets/image.ts';
import type { RecognisedRecord } from '../../addin/sheets/recognised.ts';
import { readingOf } from '../../addin/sync/reading.ts';
import { company } from './company.ts';
import { Desk } from './desk.ts';
import { ImageWorkbook } from './image-workbook.ts';
import type { WorkbookFile } from './image-workbook.ts';
import { randomOf } from './random.ts';
import { recognised } from './recognised.ts';
import { serverOf, tokenOf } from './server.ts';
import type { Server } from './server.ts';
import { typed, withRowDeleted } from './sheet-edits.ts';

const gift = (name: string, over: Fields = {}): Fields => ({ customer: '千帆渡', gift_purpose: '中秋慰问', gift_name: name, quantity: 1, budget_value: 10_000, responsible: '林小满', plan_period: '2026年第四季度', ...over });
const sheetOf = (id: string, ...gifts: Fields[]): SheetImage => imageOfPlan(drawForm(formOf('gift-plan')!, gifts, { name: id, key: id }), id);

let server: Server;
let ids = 0;
beforeEach(() => void (server = serverOf(company, Date.parse('2026-10-16T01:00:00Z'), randomOf(7))));

function deskOf(name: string, member: string, file: Partial<WorkbookFile> = {}): Desk {
  const workbook = new ImageWorkbook(name, { sheets: [], ledger: null, ...file });
  const newId = () => `id-${String((ids += 1)).padStart(8, '0')}`;
  return new Desk({ name, member, device: name, workbook, origin: name, audience: 'member', server, newId, clockDays: 0, onAnswer: () => {}, onLate: () => {} });
}

const sync = async (desk: Desk, wishes: Parameters<Desk['engine']['synchronise']>[1] = {}) => (await desk.engine.synchronise(() => {}, { audience: 'member', ...wishes })).receipt;
const readOf = async (desk: Desk) => readingOf(await desk.look(), desk.engine.serverProblems, 0);
const rowsOf = (desk: Desk) => desk.workbook.sheets.flatMap((sheet) => recognised(sheet, { year: 2026, learned: [] }).records);
const namesOf = (desk: Desk) => rowsOf(desk).map(({ fields }) => [fields['gift_name'], fields['remark'] ?? '']);
const rowOf = (desk: Desk, name: string) => rowsOf(desk).find(({ fields }) => fields['gift_name'] === name)!;
const count = (table: string) => server.storage.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)[0]!.n;

function change(desk: Desk, sheet: string, edit: (image: SheetImage) => SheetImage): void {
  desk.workbook.sheets = desk.workbook.sheets.map((image) => (image.id === sheet ? edit(image) : image));
}

function type(desk: Desk, { sheet, cells }: RecognisedRecord, path: string, value: CellValue): void {
  change(desk, sheet, (image) => typed(image, cells[path]!.row, cells[path]!.column, value));
}

describe('an edit of a record that was deleted, and written anew', () => {
  async function asked() {
    const manager = deskOf('manager', 'm-manager-a', { sheets: [sheetOf('gifts', gift('茶一'), gift('茶二'))] });
    await sync(manager);
    const director = deskOf('director', 'm-director');
    await sync(director);
    const row = rowOf(manager, '茶一');
    const paper = manager.workbook.sheets;
    change(manager, row.sheet, (image) => withRowDeleted(image, row.place.row));
    const { record } = (await readOf(manager)).questions.deletions[0]!;
    await sync(manager, { deletions: { confirmed: [record], keep: [] } });
    type(director, rowOf(director, '茶一'), 'remark', '总监的话');
    await sync(director);
    // The same row is typed again, as it was.
    manager.workbook.sheets = paper;
    await sync(manager);
    await sync(manager);
    expect(count('record')).toBe(3);
    const [conflict] = manager.engine.heardConflicts.values();
    return { manager, director, conflict: conflict!, record };
  }

  it.each([
    ['for the edit: it stands beside the new one in both workbooks', '总监的话', [['茶一', ''], ['茶一', '总监的话'], ['茶二', '']]],
    ['for the deletion: only the new one stands', null, [['茶一', ''], ['茶二', '']]],
  ])('is decided %s', async (_, to, rows) => {
    const { manager, director, conflict, record } = await asked();
    const { rejected } = await sync(manager, { mutations: [{ kind: 'decide', record, conflict: conflict.id, baseRev: conflict.rev, to }] });
    expect(rejected).toEqual([]);
    for (const desk of [director, manager]) {
      await sync(desk);
      const { pending, questions } = await readOf(desk);
      expect([namesOf(desk).sort(), (await desk.look()).ledger.conflicts, pending.cells, questions.matches]).toEqual([rows, [], [], []]);
    }
  });
});

it('whoever says in one breath that a row may go and, of a conflict about it, that its record stays has it back', async () => {
  const [first, second, third] = [deskOf('first', 'm-manager-a', { sheets: [sheetOf('gifts', gift('茶一'), gift('茶二'))] }), deskOf('second', 'm-director'), deskOf('third', 'm-manager-a')];
  for (const desk of [first, second, third]) await sync(desk);
  type(second, rowOf(second, '茶一'), 'remark', '总监的话');
  await sync(second);
  const takeOut = async (desk: Desk) => {
    const { sheet, place } = rowOf(desk, '茶一');
    change(desk, sheet, (image) => withRowDeleted(image, place.row));
    return { confirmed: (await readOf(desk)).questions.deletions.map(({ record }) => record), keep: [] };
  };
  await sync(first, { deletions: await takeOut(first) });
  await sync(third);
  const [conflict] = third.engine.heardConflicts.values();
  expect(conflict!.path).toBe('@deleted');
  await sync(third, { deletions: await takeOut(third), mutations: [{ kind: 'decide', record: conflict!.record, conflict: conflict!.id, baseRev: conflict!.rev, to: false }] });
  for (const desk of [third, second, first]) {
    await sync(desk);
    expect([namesOf(desk).sort(), (await desk.look()).ledger.conflicts, (await readOf(desk)).pending.cells]).toEqual([[['茶一', '总监的话'], ['茶二', '']], [], []]);
  }
});

describe('rows of one\'s own in a workbook that is for somebody else', () => {
  async function pasted() {
    const own = deskOf('own', 'm-manager-a', { sheets: [sheetOf('own', gift('茶一'), gift('茶二'))] });
    await sync(own);
    const colleague = deskOf('colleague', 'm-manager-b', { sheets: [sheetOf('theirs', gift('茶九', { customer: '星河教育', responsible: '周立夏' }))] });
    await sync(colleague);
    const mailed = deskOf('mailed', 'm-manager-a', colleague.workbook.file());
    mailed.workbook.sheets = [...mailed.workbook.sheets, sheetOf('pasted', gift('茶一'), gift('茶二', { quantity: 5 }))];
    return mailed;
  }

  it('that are known already are told once, and read-only from then on: nothing of them is sent again', async () => {
    const mailed = await pasted();
    const { rejected } = await sync(mailed);
    expect(rejected.map(({ status, hidden, cell }) => [status, hidden, cell?.sheet])).toEqual([['duplicate', true, 'pasted'], ['duplicate', true, 'pasted']]);
    const pushes = count('push');
    for (const wishes of [{}, { place: ['contract'] }]) {
      const { pending, problems } = await readOf(mailed);
      expect([pending.cells, problems.map(({ code, facts }) => [code, facts?.['records']])]).toEqual([[], [['out-of-sight', 1], ['out-of-sight', 2]]]);
      expect((await sync(mailed, wishes)).sent).toEqual([]);
    }
    expect([count('push'), count('record')]).toEqual([pushes, 3]);
    type(mailed, rowOf(mailed, '茶一'), 'remark', '后来写的');
    expect([(await sync(mailed)).sent, (await readOf(mailed)).problems.map(({ code, path }) => [code, path])]).toEqual([[], [['typed-out-of-sight', 'remark'], ['out-of-sight', ''], ['out-of-sight', '']]]);
  });

  it('are asked about where they differ, once the record may be seen there', async () => {
    const mailed = await pasted();
    await sync(mailed);
    await server.fetch('/api/customers/cu-qianfandu/assignments', { method: 'POST', headers: { authorization: `Bearer ${tokenOf('m-director')}`, 'content-type': 'application/json' }, body: JSON.stringify({ kind: 'specialist', member: 'm-manager-b', since: '2026-10-16' }) });
    await sync(mailed);
    await sync(mailed);
    const { conflicts } = (await mailed.look()).ledger;
    expect([conflicts.map(({ path }) => path), rowsOf(mailed).map(({ fields }) => fields['quantity']), count('record')]).toEqual([['quantity'], [1, 1, 5], 3]);
    // The colleague's own row, which is not this person's to see, until she opens her workbook again.
    expect((await readOf(mailed)).problems.map(({ code, cell }) => [code, cell.sheet])).toEqual([['out-of-sight', 'theirs']]);
    const again = deskOf('again', 'm-manager-b', mailed.workbook.file());
    await sync(again);
    expect((await readOf(again)).problems).toEqual([]);
    expect((await readOf(again)).pending.cells).toEqual([]);
  });
});
