// A server whose storage was set back, or cut at its end, behind what a workbook was told: nothing goes over the cells, the
// person is told, and once it is agreed that the server stays as it is, what it lost comes from the cells.

import { describe, expect, it } from 'vitest';
import { checkUpOver } from '../../addin/check-up/check-up.ts';
import { connectionTo } from '../../addin/connection/client.ts';
import type { Finding } from '../../addin/panes/check-up-services.ts';
import { PaneError } from '../../addin/panes/services.ts';
import { drawForm } from '../../addin/sheets/write/draw-form.ts';
import { imageOfPlan } from '../../addin/sheets/write/image-of-plan.ts';
import { conflictViews } from '../../addin/sync/conflict-views.ts';
import { readingOf } from '../../addin/sync/reading.ts';
import { formOf } from '../../domain/forms/registry.ts';
import { company } from './company.ts';
import { Desk } from './desk.ts';
import { ImageWorkbook } from './image-workbook.ts';
import { randomOf } from './random.ts';
import { recognised } from './recognised.ts';
import { brokenChain, serverOf } from './server.ts';
import { typed, withRowCopied } from './sheet-edits.ts';

const begin = Date.parse('2026-10-16T01:00:00Z');
const gift = (gift_name: string) => ({ customer: '千帆渡', gift_purpose: '中秋慰问', gift_name, quantity: 1, budget_value: 10_000, responsible: '林小满', plan_period: '2026年第四季度' });
const rowsOf = (desk: Desk) => desk.workbook.sheets.flatMap((sheet) => recognised(sheet, { year: 2026, learned: [] }).records);
const rowOf = (desk: Desk, name: string) => rowsOf(desk).find(({ fields }) => fields['gift_name'] === name)!;

function world() {
  const server = serverOf(company, begin, randomOf(7));
  let ids = 0;
  const desk = (member: string, gifts: readonly string[]): Desk => {
    const image = imageOfPlan({ ...drawForm(formOf('gift-plan')!, gifts.map(gift), { name: '礼品计划', key: member }), name: '礼品计划' }, member);
    const workbook = new ImageWorkbook(member, { sheets: [image], ledger: null });
    return new Desk({ name: member, member, device: `device-${member}`, workbook, origin: member, audience: 'member', server, newId: () => `id-${String((ids += 1)).padStart(8, '0')}`, clockDays: 0, onAnswer: () => {}, onLate: () => {} });
  };
  const tables = () => server.storage.rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'").map(({ name }) => name);
  /** All that is stored; called, it is stored again and nothing else is. */
  const backup = () => {
    const kept = tables().map((name) => [name, server.storage.rows<Record<string, string>>(`SELECT * FROM "${name}"`)] as const);
    return () => kept.forEach(([name, rows]) => {
      server.storage.rows(`DELETE FROM "${name}"`);
      for (const row of rows) server.storage.rows(`INSERT INTO "${name}" VALUES (${Object.keys(row).map(() => '?').join(', ')})`, ...Object.values(row));
    });
  };
  const records = () => server.storage.rows<{ fields: string }>('SELECT fields FROM record ORDER BY seq').map(({ fields }) => JSON.parse(fields) as ReturnType<typeof gift> & { remark?: string });
  return { server, desk, backup, records };
}

const sync = (desk: Desk, wishes = {}) => desk.engine.synchronise(() => {}, wishes);

function type(desk: Desk, name: string, path: string, value: string | number): void {
  const { cells, sheet } = rowOf(desk, name);
  desk.workbook.sheets = desk.workbook.sheets.map((image) => (image.id === sheet ? typed(image, cells[path]!.row, cells[path]!.column, value) : image));
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => 'no failure', (reason: unknown) => reason);
  return error instanceof PaneError ? error.failure.code : String(error);
}

async function readingAt(desk: Desk) {
  const look = await desk.engine.look();
  return readingOf(look, desk.engine.serverProblems, 0, [], { seen: desk.engine.seen, conflicts: conflictViews(look, desk.engine.heardConflicts, desk.member) });
}

async function checkedUp(desk: Desk, { server }: ReturnType<typeof world>): Promise<Finding> {
  const session = server.session(desk.member);
  const connection = connectionTo({ base: '', fetch: server.fetch, token: () => session.token, onSignedOut: () => {} });
  const workbook = { about: () => ({ platform: 'Excel', version: '16.0', api: '1.17' }) } as never;
  const findings: Finding[] = [];
  await checkUpOver({ workbook, connection, engine: desk.engine, session: () => session, reading: () => readingAt(desk), now: () => new Date(server.now).toISOString() })((finding) => findings.push(finding));
  return findings.find(({ check }) => check === 'chain')!;
}

/** Under the last row, like it but for its name. */
function addRow(desk: Desk, name: string): void {
  const like = rowsOf(desk).at(-1)!;
  desk.workbook.sheets = desk.workbook.sheets.map((image) => (image.id === like.sheet ? withRowCopied(image, like.place.row, like.place.row + 1) : image));
  const { row, column } = like.cells['gift_name']!;
  desk.workbook.sheets = desk.workbook.sheets.map((image) => (image.id === like.sheet ? typed(image, row + 1, column, name) : image));
}

/** A manager's workbook that was told of two edits and a new row, and a server that has lost them. */
async function setBack(before: (desk: Desk) => Promise<unknown> = async () => {}) {
  const all = world();
  const manager = all.desk('m-manager-a', ['茶一', '茶二', '茶底']);
  await sync(manager);
  const goBack = all.backup();
  type(manager, '茶一', 'remark', '后来写的');
  type(manager, '茶二', 'quantity', 5);
  addRow(manager, '茶三');
  await sync(manager);
  await before(manager);
  goBack();
  return { ...all, manager };
}

const held = (desk: Desk) => ({ sheets: desk.workbook.sheets, ledger: desk.workbook.ledger });

describe('a server behind what a workbook was told', () => {
  it('is told of, and neither a cell nor `_keybook` nor the server is changed, whatever is asked', async () => {
    const { server, manager, records } = await setBack();
    type(manager, '茶二', 'remark', '还没有发出');
    const before = held(manager);
    expect(await codeOf(sync(manager))).toBe('head-unknown');
    const sealed = held(manager);
    expect(sealed.sheets).toEqual(before.sheets);
    expect([await codeOf(sync(manager)), await codeOf(sync(manager, { again: true }))]).toEqual(['head-unknown', 'head-unknown']);
    expect(held(manager)).toEqual(sealed);
    expect(records().map(({ gift_name, quantity, remark }) => [gift_name, quantity, remark])).toEqual([['茶一', 1, undefined], ['茶二', 1, undefined], ['茶底', 1, undefined]]);
    expect(await brokenChain(server.fetch, 'm-director')).toBeNull();
  });

  it('is found by a check-up of anybody, who is offered the way on; before that the same check-up is in order', async () => {
    const sound = world();
    const manager = sound.desk('m-manager-a', ['茶一']);
    await sync(manager);
    expect(await checkedUp(manager, sound)).toMatchObject({ is: 'good', code: 'chain-kept' });
    const lost = await setBack();
    expect(await checkedUp(lost.manager, lost)).toMatchObject({ is: 'bad', code: 'chain-cut', mend: 'ask-afresh' });
  });

  it('is still found once others have gone on from there, beyond where the workbook was', async () => {
    const { desk, manager, records } = await setBack();
    const director = desk('m-director', []);
    director.workbook.sheets = desk('m-manager-a', ['茶七', '茶八', '茶九', '茶十']).workbook.sheets;
    await sync(director);
    expect(records().length).toBeGreaterThan(6);
    const before = held(manager);
    expect(await codeOf(sync(manager))).toBe('head-unknown');
    expect(held(manager)).toEqual(before);
  });

  it('gets from the cells what it has lost, once that is agreed; where it says otherwise, somebody decides', async () => {
    const { server, manager, records } = await setBack();
    const { sheets } = manager.workbook;
    await sync(manager, { afresh: true });
    expect(manager.workbook.sheets).toEqual(sheets);
    expect(records().map(({ gift_name, quantity, remark }) => [gift_name, quantity, remark])).toEqual([['茶二', 1, undefined], ['茶底', 1, undefined], ['茶一', 1, '后来写的'], ['茶三', 1, undefined]]);
    // What both say is not sent.
    const { answer } = server.storage.rows<{ answer: string }>('SELECT answer FROM push ORDER BY seq DESC LIMIT 1')[0]!;
    expect((JSON.parse(answer) as { results: unknown[] }).results).toHaveLength(3);
    expect([...manager.engine.heardConflicts.values()].map(({ path, mine, theirs }) => [path, mine, theirs])).toEqual([['quantity', 5, 1]]);
    await sync(manager);
    expect((await readingAt(manager)).pending).toMatchObject({ created: 0, changed: 0, deleted: 0 });
    expect(manager.workbook.sheets).toEqual(sheets);
    expect(await brokenChain(server.fetch, 'm-director')).toBeNull();
  });

  it('gets no value of a push that was sealed before, over what a colleague has written since', async () => {
    const { server, manager, records } = await setBack(async (desk) => {
      type(desk, '茶一', 'remark', '封存过的');
      desk.network.push('answer-lost');
      await codeOf(sync(desk));
    });
    const { id, rev } = server.storage.rows<{ id: string; rev: number }>("SELECT id, rev FROM record WHERE fields LIKE '%茶一%'")[0]!;
    const push = { id: 'push-of-director', mutations: [{ kind: 'edit', record: id, path: 'remark', baseRev: rev, to: '总监写的' }] };
    const body = JSON.stringify({ protocol: 1, workbook: 'wb-director-1', device: 'director', cursor: 0, scope: '', push });
    const answer = await server.fetch('/api/sync', { method: 'POST', headers: { authorization: `Bearer ${server.session('m-director').token}`, 'content-type': 'application/json' }, body });
    expect(answer.status).toBe(200);
    await sync(manager, { afresh: true });
    expect(records().find(({ gift_name }) => gift_name === '茶一')!.remark).toBe('总监写的');
    expect(rowOf(manager, '茶一').fields['remark']).toBe('封存过的');
    expect([...manager.engine.heardConflicts.values()]).toContainEqual(expect.objectContaining({ path: 'remark', mine: '封存过的', theirs: '总监写的' }));
  });
});
