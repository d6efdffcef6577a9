// Tables inside cards, filled in by two people: rows are merged by what they are, never by where they stand, and a row is
// whole or gone.

import { describe, expect, it } from 'vitest';
import type { Row } from '../../domain/forms/definition.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

type Visit = Row & { readonly customer: string; readonly summary: string };

const visits = {
  'row-aaaaaaaa': { customer: '千帆渡', interviewee: '张三', plan: '初次拜访', summary: '介绍', result: '有希望', order: 0 },
  'row-bbbbbbbb': { customer: '仁心', interviewee: '李四', plan: '建立关系', summary: '谈价', result: '再度访问', order: 1 },
  'row-cccccccc': { customer: '百草笺', interviewee: '王五', plan: '初次拜访', summary: '送样', result: '有希望', order: 2 },
};

async function twoDesks(): Promise<{ worker: MemoryWorker; one: Desk; two: Desk }> {
  const worker = new MemoryWorker();
  worker.create('visit-report', 'visit-0001', { reporter: '林小满', report_date: '2026-10-12', visits });
  const [one, two] = [await new Desk(worker).sit(['空白']), await new Desk(worker, '顾山海').sit(['空白'])];
  for (const desk of [one, two]) await desk.sync();
  return { worker, one, two };
}

async function cardOn(desk: Desk) {
  await desk.sit(desk.host.toData());
  const { known: [card] } = await desk.engine.look();
  return card!.found;
}

async function rowsOn(desk: Desk): Promise<Visit[]> {
  return Object.values(((await cardOn(desk)).fields['visits'] ?? {}) as Record<string, Visit>);
}

async function addressOf(desk: Desk, customer: string, column: string): Promise<{ sheet: string; row: number; letter: string }> {
  const card = await cardOn(desk);
  const [rowId] = Object.entries(card.fields['visits'] as Record<string, Visit>).find(([, row]) => row.customer === customer)!;
  const cell = card.cells[`visits/${rowId}/${column}`]!;
  return { sheet: card.sheetName, row: cell.row + 1, letter: String.fromCharCode(65 + cell.column) };
}

async function type(desk: Desk, customer: string, column: string, text: string): Promise<void> {
  const { sheet, row, letter } = await addressOf(desk, customer, column);
  desk.host.user.type(sheet, `${letter}${row}`, text);
}

async function deleteRow(desk: Desk, customer: string): Promise<void> {
  const { sheet, row } = await addressOf(desk, customer, 'customer');
  desk.host.user.deleteRows(sheet, row);
}

const stored = (worker: MemoryWorker): Visit[] => Object.values((worker.records.get('visit-0001')!.fields['visits'] ?? {}) as Record<string, Visit>);
const customers = (rows: readonly Visit[]): string[] => rows.map((row) => row.customer).sort();
const all = ['百草笺', '仁心', '千帆渡'].sort();

describe('a row that one takes out and the other edits', () => {
  it('stays whole where the edit came first: one question, marked nowhere while it lies in no cell, and settled by keeping it', async () => {
    const { worker, one, two } = await twoDesks();
    await type(one, '仁心', 'summary', '谈成了');
    await one.sync();
    await deleteRow(two, '仁心');
    await two.sync();
    expect([customers(stored(worker)), stored(worker).find((row) => row.customer === '仁心')]).toEqual([all, expect.objectContaining({ interviewee: '李四', summary: '谈成了' })]);
    const [open] = (await two.read()).conflicts;
    expect([open?.path, open?.mine.value, open?.theirs.value, (await two.read()).conflicts.length]).toEqual(['visits/row-bbbbbbbb/@deleted', true, false, 1]);
    await two.sync({ mutations: [{ kind: 'decide', record: open!.record, conflict: open!.id, baseRev: open!.rev, to: false }] });
    for (const desk of [one, two]) {
      await desk.sync();
      expect((await rowsOn(desk)).find((row) => row.customer === '仁心')).toMatchObject({ interviewee: '李四', plan: '建立关系', summary: '谈成了', result: '再度访问' });
      expect([(await desk.read()).conflicts, (await desk.read()).pending.cells]).toEqual([[], []]);
    }
  });

  it('goes everywhere where that is decided', async () => {
    const { worker, one, two } = await twoDesks();
    await type(one, '仁心', 'summary', '谈成了');
    await one.sync();
    await deleteRow(two, '仁心');
    await two.sync();
    await one.sync();
    const [open] = (await one.read()).conflicts;
    expect([open?.side, open?.mark]).toEqual(['stands', 'set']);
    await one.sync({ mutations: [{ kind: 'decide', record: open!.record, conflict: open!.id, baseRev: open!.rev, to: true }] });
    await two.sync();
    expect(customers(stored(worker))).toEqual(['百草笺', '千帆渡'].sort());
    for (const desk of [one, two]) expect([customers(await rowsOn(desk)), (await desk.read()).pending.cells]).toEqual([['百草笺', '千帆渡'].sort(), []]);
  });

  it('stays whole on the sheet of the one who edits it where taking it out came first', async () => {
    const { worker, one, two } = await twoDesks();
    await deleteRow(two, '仁心');
    await two.sync();
    await type(one, '仁心', 'summary', '谈成了');
    const { receipt } = await one.sync();
    expect(receipt.sent).toMatchObject([{ conflicts: 1 }]);
    expect(customers(stored(worker))).toEqual(['百草笺', '千帆渡'].sort());
    expect((await rowsOn(one)).find((row) => row.customer === '仁心')).toMatchObject({ interviewee: '李四', plan: '建立关系', summary: '谈成了', result: '再度访问' });
    const requests = worker.requests.length;
    await one.sync();
    expect([worker.requests.slice(requests).map(({ cursor, push }) => [cursor > 0, push]), (await one.read()).pending.cells]).toEqual([[[true, null]], []]);
    const [open] = (await one.read()).conflicts;
    await one.sync({ mutations: [{ kind: 'decide', record: open!.record, conflict: open!.id, baseRev: open!.rev, to: null }] });
    expect([customers(await rowsOn(one)), (await one.read()).pending.cells]).toEqual([['百草笺', '千帆渡'].sort(), []]);
  });
});

it('a row for which a sheet has no room comes once there is some, and is not asked for before', async () => {
  const { worker, one } = await twoDesks();
  const more = Array.from({ length: 12 }, (_, turn) => [`row-more${String(turn).padStart(4, '0')}`, { ...visits['row-aaaaaaaa'], customer: `客户${turn + 10}`, order: 3 + turn }] as const);
  for (const [row, values] of more) for (const [column, value] of Object.entries(values)) worker.edit('visit-0001', `visits/${row}/${column}`, value);
  await one.sync();
  const shown = customers(await rowsOn(one));
  const waiting = more.map(([, { customer }]) => customer).filter((customer) => !shown.includes(customer));
  expect(waiting.length).toBeGreaterThan(0);
  const before = worker.requests.length;
  await one.sync();
  expect(worker.requests.slice(before).map(({ scope, push }) => [scope !== '', push])).toEqual([[true, null]]);
  const { cells } = await cardOn(one);
  const { sheet, row } = await addressOf(one, '仁心', 'customer');
  for (const cell of Object.values(cells)) if (cell.row === row - 1) one.host.user.type(sheet, `${String.fromCharCode(65 + cell.column)}${row}`, '');
  await one.sync();
  await one.sync();
  expect(customers(await rowsOn(one))).toEqual([...shown.filter((customer) => customer !== '仁心'), waiting[0]!].sort());
});

it('a row taken out goes whole, also what its sheet cannot show of it', async () => {
  const { worker, two } = await twoDesks();
  worker.records.get('visit-0001')!.fields = { ...worker.records.get('visit-0001')!.fields, visits: { ...visits, 'row-bbbbbbbb': { ...visits['row-bbbbbbbb'], plan: '表上没有的选项' } } };
  const desk = await new Desk(worker, '顾山海').sit(['空白']);
  await desk.sync();
  await deleteRow(desk, '仁心');
  await desk.sync();
  expect(customers(stored(worker))).toEqual(['百草笺', '千帆渡'].sort());
  await two.sync();
  expect([customers(await rowsOn(two)), worker.conflicts]).toEqual([['百草笺', '千帆渡'].sort(), []]);
});

describe('rows that one puts into another order', () => {
  it('take what the other writes into them as the rows that they are', async () => {
    const { worker, one, two } = await twoDesks();
    const card = await cardOn(one);
    const lines = [0, 1, 2].map((index) => card.rowPlaces[`visits/${['row-aaaaaaaa', 'row-bbbbbbbb', 'row-cccccccc'][index]}`]!.row + 1);
    const columns = card.tables['visits']!.columns.map(({ column }) => String.fromCharCode(65 + column));
    const texts = lines.map((row) => columns.map((letter) => String(one.cell(card.sheetName, `${letter}${row}`).value)));
    lines.forEach((row, index) => columns.forEach((letter, place) => one.host.user.type(card.sheetName, `${letter}${row}`, texts[2 - index]![place]!)));
    await type(two, '千帆渡', 'summary', '同事改的');
    await two.sync();
    await one.sync();
    expect(stored(worker).map(({ customer, summary }) => [customer, summary]).sort()).toEqual([['千帆渡', '同事改的'], ['仁心', '谈价'], ['百草笺', '送样']].sort());
    expect((await rowsOn(one)).map(({ customer, summary }) => [customer, summary])).toEqual([['百草笺', '送样'], ['仁心', '谈价'], ['千帆渡', '同事改的']]);
    expect([worker.conflicts, (await one.read()).pending.cells]).toEqual([[], []]);
  });
});

describe('two contacts in the same printed line', () => {
  it('are not mixed on the sheet of the one who came second, and both are kept', async () => {
    const worker = new MemoryWorker();
    worker.create('customer-archive', 'archive-0001', { archive_no: 'A-1', created_date: '2026-09-01', customer_name: '千帆渡' });
    const [one, two] = [await new Desk(worker).sit(['空白']), await new Desk(worker, '顾山海').sit(['空白'])];
    for (const desk of [one, two]) await desk.sync();
    const write = async (desk: Desk, values: Readonly<Record<string, string>>): Promise<void> => {
      const card = await cardOn(desk);
      for (const [column, text] of Object.entries(values)) {
        const cell = card.cells[`third_party.contacts/contact-1/${column}`]!;
        desk.host.user.type(card.sheetName, `${String.fromCharCode(65 + cell.column)}${cell.row + 1}`, text);
      }
    };
    await write(one, { name: '张三', phone: '19900001111' });
    await one.sync();
    await write(two, { name: '李四', position: '采购经理' });
    await two.sync();
    const shown = (await cardOn(two)).fields['third_party.contacts'] as Record<string, unknown>;
    expect(shown['contact-1']).toMatchObject({ name: '李四', position: '采购经理' });
    expect(shown['contact-1']).not.toHaveProperty('phone');
    const conflicts = (await two.read()).conflicts.filter(({ path }) => path.startsWith('third_party.contacts/contact-1/'));
    expect(conflicts.map(({ path, mine }) => [path.split('/')[2], mine.value])).toContainEqual(['name', '李四']);
    expect((await two.read()).pending.cells).toEqual([]);
    for (const { record, id, theirs } of conflicts) {
      await two.sit(two.host.toData());
      const rev = (await two.read()).conflicts.find((open) => open.id === id)!.rev;
      await two.sync({ mutations: [{ kind: 'decide', record, conflict: id, baseRev: rev, to: theirs.value as string | null }] });
    }
    await two.sync();
    expect(((await cardOn(two)).fields['third_party.contacts'] as Record<string, unknown>)['contact-1']).toMatchObject({ name: '张三', phone: '19900001111' });
  });
});

it('a row that changed its turn, and is taken out once a lost `_keybook` was made good, goes', async () => {
  const { worker, one } = await twoDesks();
  worker.edit('visit-0001', 'visits/row-bbbbbbbb/order', 3);
  await one.sync();
  const stale = one.host.toData();
  await one.sit({ ...stale, settings: Object.fromEntries(Object.entries(stale.settings ?? {}).map(([key, value]) => [key, `${String(value)}x`])) });
  await one.sync();
  for (const column of ['customer', 'interviewee', 'plan', 'summary', 'result', 'order']) worker.edit('visit-0001', `visits/row-bbbbbbbb/${column}`, null);
  await one.sync();
  expect(customers(await rowsOn(one))).toEqual(['百草笺', '千帆渡'].sort());
});
