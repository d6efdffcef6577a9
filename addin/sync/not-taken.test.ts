// What the Worker does not take: it stands in its cells, is told at its place for as long as it says the same, and is tried
// again when somebody presses 同步.

import { describe, expect, it } from 'vitest';
import { emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

const rows = [['合同台账'], ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注'], ['HT-0001', '千帆渡', '销售合同', '2026-09-01', '1000', '一']];

async function refused(code: string): Promise<{ worker: MemoryWorker; desk: Desk; sent: () => string[] }> {
  const worker = new MemoryWorker();
  worker.refuses = () => code;
  const desk = await new Desk(worker).sit(emptyWorkbookData('合同'));
  desk.host.user.type('合同', 'A1', rows);
  await desk.sync();
  return { worker, desk, sent: () => worker.requests.flatMap(({ push }) => push?.mutations ?? []).map(({ record }) => record) };
}

describe('a new row that is not this person\'s to write', () => {
  it('says so at its place, also to a pane that is opened later', async () => {
    const { worker, desk } = await refused('no-right');
    const later = await new Desk(worker).sit(desk.host.toData());
    for (const at of [desk, later]) expect((await at.read()).problems).toMatchObject([{ code: 'no-right', cell: { sheet: '合同', address: 'A3' }, from: 'server' }]);
    expect((await later.read()).pending).toMatchObject({ created: 1, changed: 0, deleted: 0 });
  });

  it('is one record however often it is tried, and goes when it may', async () => {
    const { worker, desk, sent } = await refused('no-right');
    await desk.sync();
    expect([sent().length, new Set(sent()).size]).toEqual([2, 1]);
    worker.refuses = () => null;
    await desk.sync();
    expect([[...worker.records.keys()], (await desk.read()).problems, (await desk.read()).pending.cells]).toEqual([[sent()[0]], [], []]);
  });

  it('is not sent again by a refresh that nobody pressed for, until it says something else', async () => {
    const { desk, sent } = await refused('no-right');
    await desk.sync({ isAutomatic: true });
    expect(sent()).toHaveLength(1);
    desk.host.user.type('合同', 'F3', '改过');
    await desk.sync({ isAutomatic: true });
    expect(sent()).toHaveLength(2);
  });

  it('that another copy of the file has sent already is sent as one of its own', async () => {
    const { desk, sent } = await refused('not-found');
    await desk.sync();
    expect(new Set(sent()).size).toBe(2);
  });
});

it('a change that was not taken is told at its place and goes out of the list once it is taken back', async () => {
  const worker = new MemoryWorker();
  const desk = await new Desk(worker).sit(emptyWorkbookData('合同'));
  desk.host.user.type('合同', 'A1', rows);
  await desk.sync();
  worker.refuses = () => 'no-right';
  desk.host.user.type('合同', 'F3', '二');
  await desk.sync();
  const later = await new Desk(worker).sit(desk.host.toData());
  expect((await later.read()).problems).toMatchObject([{ code: 'no-right', cell: { address: 'A3' } }]);
  later.host.user.type('合同', 'F3', '一');
  expect([(await later.read()).problems, (await later.read()).pending.cells]).toEqual([[], []]);
});
