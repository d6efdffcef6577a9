// A row that is struck out or marked 作废 still stands there: nothing is sent for it, its removal neither.

import { describe, expect, it } from 'vitest';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

const visits = [['甲公司', '张', '初次拜访', '谈', '有希望', ''], ['乙公司', '李', '初次拜访', '谈', '有希望', ''], ['丙公司', '王', '初次拜访', '谈', '有希望', '']];
const card = [['客户拜访日报表'], ['填表人', '林小满', '日期', '2026年10月12日'], ['客户', '面谈者', '商谈计划', '面谈概要', '成果', '备注'], ...visits];
const lineOf = (visit: string[]): string[] => ['2026年10月12日', '林小满', ...visit];
const list = [['客户拜访记录表'], ['日期', '填表人', '客户', '面谈者', '商谈计划', '面谈概要', '成果', '备注'], ...visits.map(lineOf), ['2026年10月13日', '林小满', '丁公司', '赵', '初次拜访', '谈', '有希望', '']];

async function synced(rows: string[][]): Promise<{ desk: Desk; worker: MemoryWorker }> {
  const worker = new MemoryWorker();
  const desk = await new Desk(worker).sit(['拜访']);
  desk.host.user.format('拜访', 'A1:H20', { numberFormat: '@' });
  desk.host.user.type('拜访', 'A1', rows);
  await desk.sync();
  return { desk, worker };
}

const strike = (desk: Desk, range: string, isStruck = true): void => desk.host.user.format('拜访', range, { style: { font: { strikethrough: isStruck } } });
const nothing = { created: 0, changed: 0, deleted: 0 };
const contents = (worker: MemoryWorker): string => JSON.stringify([...worker.records.values()].map((record) => [record.deleted, record.fields]));

describe.each([
  ['a card', card, 'A5:F5', 'F5', 'D4', 'D6'],
  ['a card kept as a list', list, 'A4:H4', 'H4', 'F3', 'F5'],
] as const)('a row of %s', (_name, rows, range, remark, before, after) => {
  it('that is struck out is not sent as removed, and comes again unchanged once the stroke is gone', async () => {
    const { desk, worker } = await synced(rows.map((row) => [...row]));
    const sent = contents(worker);
    strike(desk, range);
    expect((await desk.read()).pending).toMatchObject(nothing);
    await desk.sync();
    await desk.sync();
    expect(contents(worker)).toBe(sent);
    strike(desk, range, false);
    expect((await desk.read()).pending).toMatchObject(nothing);
    await desk.sync();
    expect(contents(worker)).toBe(sent);
  });

  it('that is marked 作废 is not sent as removed, and its neighbours go on being theirs', async () => {
    const { desk, worker } = await synced(rows.map((row) => [...row]));
    const count = Object.keys([...worker.records.values()][0]!.fields['visits']!).length;
    desk.host.user.type('拜访', remark, '作废');
    desk.host.user.type('拜访', before, '谈了价格');
    desk.host.user.type('拜访', after, '谈了交期');
    await desk.sync();
    const told = Object.values([...worker.records.values()][0]!.fields['visits'] as Record<string, { summary: string; customer: string }>);
    expect(told).toHaveLength(count);
    expect(told.map((visit) => [visit.customer, visit.summary])).toEqual([['甲公司', '谈了价格'], ['乙公司', '谈'], ['丙公司', '谈了交期']]);
    expect((await desk.read()).pending).toMatchObject(nothing);
  });

  it('that a colleague changes meanwhile keeps its text', async () => {
    const { desk, worker } = await synced(rows.map((row) => [...row]));
    strike(desk, range);
    await desk.sync();
    const [id, record] = [...worker.records][0]!;
    const [rowId] = Object.entries(record.fields['visits'] as Record<string, { customer: string }>).find(([, visit]) => visit.customer === '乙公司')!;
    worker.edit(id, `visits/${rowId}/summary`, '同事改的');
    const cells = JSON.stringify(desk.host.toData().sheets[0]!.cells);
    await desk.sync();
    expect(JSON.stringify(desk.host.toData().sheets[0]!.cells)).toBe(cells);
    expect(Object.values(record.fields['visits'] as Record<string, { summary: string }>).map((visit) => visit.summary)).toContain('同事改的');
    expect((await desk.read()).pending).toMatchObject(nothing);
  });
});

describe('the only line of a report in a list', () => {
  it('is not sent as removed where it is struck out', async () => {
    const { desk, worker } = await synced(list.map((row) => [...row]));
    const sent = contents(worker);
    strike(desk, 'A6:H6');
    expect((await desk.read()).pending).toMatchObject(nothing);
    await desk.sync();
    expect(contents(worker)).toBe(sent);
  });
});
