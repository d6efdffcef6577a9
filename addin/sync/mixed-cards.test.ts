// A card whose table was sorted without all its columns: asked about with the rows side by side, and never made a second card.

import { expect, it } from 'vitest';
import { addressOf } from '../sheets/image.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

const visits = { 'row-aaaaaaaa': ['千帆渡', '介绍方案'], 'row-bbbbbbbb': ['仁心', '谈了价格'], 'row-cccccccc': ['百草笺', '送去样品'] } as const;

async function reportWithVisits(worker: MemoryWorker) {
  worker.create('visit-report', 'visit-0001', {
    reporter: '林小满', report_date: '2026-10-12',
    visits: Object.fromEntries(Object.entries(visits).map(([id, [customer, summary]], order) => [id, { customer, interviewee: `${customer}的人`, plan: '初次拜访', summary, result: '有希望', order }])),
  });
  const desk = await new Desk(worker).sit(['空白']);
  await desk.sync();
  const { found } = (await desk.engine.look()).known[0]!;
  const type = (row: keyof typeof visits, column: string, text: string): void => {
    const { row: line, column: across } = found.cells[`visits/${row}/${column}`]!;
    desk.host.user.type(found.sheetName, addressOf(line, across), text);
  };
  return { desk, type };
}

it('tells which rows say what others said, and the card is the record or nothing', async () => {
  const worker = new MemoryWorker();
  const { desk, type } = await reportWithVisits(worker);
  type('row-aaaaaaaa', 'summary', '谈了价格');
  type('row-bbbbbbbb', 'summary', '介绍方案');
  const { matches } = (await desk.read()).questions;
  expect(matches).toMatchObject([{ kind: 'mixed', mayBeNew: false, candidates: [{ record: 'visit-0001' }] }]);
  expect(matches[0]!.candidates[0]!.differences).toEqual([
    { path: 'visits/row-aaaaaaaa/summary', row: expect.stringContaining('千帆渡'), here: '谈了价格', there: '介绍方案' },
    { path: 'visits/row-bbbbbbbb/summary', row: expect.stringContaining('仁心'), here: '介绍方案', there: '谈了价格' },
  ]);
  await desk.sync();
  expect([worker.records.size, worker.records.get('visit-0001')!.rev]).toEqual([1, 1]);
  await desk.sync({ answers: [{ id: matches[0]!.id, record: 'visit-0001' }] });
  const { fields } = worker.records.get('visit-0001')!;
  expect([worker.records.size, Object.values(fields['visits'] as object).map(({ summary }: { summary: string }) => summary)]).toEqual([1, ['谈了价格', '介绍方案', '送去样品']]);
  expect((await desk.read()).questions).toEqual({ deletions: [], matches: [] });
});

it('of a copied card whose rows say something else, the question says what', async () => {
  const worker = new MemoryWorker();
  const { desk, type } = await reportWithVisits(worker);
  const { sheetName } = (await desk.engine.look()).known[0]!.found;
  desk.host.user.copySheet(sheetName, '副本');
  await desk.sync();
  type('row-cccccccc', 'summary', '改在原表');
  await desk.sync();
  const { matches } = (await desk.read()).questions;
  expect(matches).toMatchObject([{ kind: 'copy', mayBeNew: true, cell: { sheet: '副本' }, candidates: [{ differences: [{ path: 'visits/row-cccccccc/summary', here: '送去样品' }] }] }]);
});
