// A `_keybook` that is lost, older than the cells, torn, or another workbook's: records are found again, asked about where
// they must be, and no second record is made.

import { describe, expect, it } from 'vitest';
import { emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import type { SheetData, WorkbookData } from '../../simulator/excel/workbook-data.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

const heading = [['合同台账'], ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注']];

async function contracts(worker: MemoryWorker, from = 1, customer = '千帆渡'): Promise<Desk> {
  const desk = await new Desk(worker).sit(emptyWorkbookData('合同'));
  desk.host.user.type('合同', 'A1', [...heading, ...[0, 1, 2].map((turn) => [`HT-${from + turn}`, customer, '销售合同', `2026-09-0${from + turn}`, String(1_000 + from + turn), `备注${from + turn}`])]);
  await desk.sync();
  return desk;
}

const ledgerOf = (desk: Desk): SheetData => desk.host.toData().sheets.find((sheet) => sheet.name === '_keybook')!;

function withLedger(data: WorkbookData, ledger: SheetData | null): WorkbookData {
  return { ...data, sheets: [...data.sheets.filter((sheet) => sheet.name !== '_keybook'), ...(ledger ? [ledger] : [])] };
}

const idOf = (worker: MemoryWorker, number: string): string => [...worker.records.values()].find((record) => record.fields['contract_no'] === number)!.id;
const pushed = (worker: MemoryWorker, since: number) => worker.requests.slice(since).flatMap((request) => request.push?.mutations ?? []);

/** Two files, one copied from the other; the first was synchronised once more since. */
async function copied(): Promise<{ readonly worker: MemoryWorker; readonly mine: Desk; readonly copy: Desk }> {
  const worker = new MemoryWorker();
  const mine = await contracts(worker);
  const copy = await new Desk(worker).sit(mine.host.toData());
  mine.host.user.type('合同', 'F5', '又一处');
  await mine.sync();
  return { worker, mine, copy };
}

describe('a lost ledger', () => {
  it('leaves it to the Worker for whom the workbook is: another person may have it by now', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker);
    expect(worker.requests.map(({ audience }) => audience?.kind)).toEqual(['member']);
    await desk.sit(withLedger(desk.host.toData(), null));
    await desk.sync();
    await desk.sync();
    expect(worker.requests.slice(1).map(({ audience }) => audience)).toEqual(worker.requests.slice(1).map(() => undefined));
  });

  it('and a row whose key was changed since ask which record the row is, with the evidence; answered, the record has the new key', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker);
    await desk.sit(withLedger(desk.host.toData(), null));
    desk.host.user.type('合同', 'A4', 'HT-20');
    await desk.sync();
    expect(worker.records.size).toBe(3);
    const { matches } = (await desk.read()).questions;
    expect(matches).toMatchObject([{ kind: 'unclear', label: 'HT-20', candidates: [{ record: idOf(worker, 'HT-2'), label: 'HT-2', was: null, differences: [{ path: 'contract_no', here: 'HT-20', there: 'HT-2' }] }] }]);
    await desk.sync();
    expect((await desk.read()).questions.matches).toHaveLength(1);
    const record = idOf(worker, 'HT-2');
    await desk.sync({ answers: [{ id: matches[0]!.id, record }] });
    expect([worker.records.size, (await desk.read()).questions.matches]).toEqual([3, []]);
    // Nobody knows what the key was when it was last agreed: both are kept, and somebody decides.
    expect(worker.conflicts).toMatchObject([{ record, path: 'contract_no', mine: 'HT-20' }]);
  });

  it('and a row that is called new make a new record, and the other comes back beside it', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker);
    await desk.sit(withLedger(desk.host.toData(), null));
    desk.host.user.type('合同', 'A4', 'HT-20');
    await desk.sync();
    const { matches } = (await desk.read()).questions;
    await desk.sync({ answers: [{ id: matches[0]!.id, record: 'new' }] });
    await desk.sync();
    expect([...worker.records.values()].map((record) => record.fields['contract_no'])).toEqual(['HT-1', 'HT-2', 'HT-3', 'HT-20']);
    expect([4, 6].map((row) => desk.cell('合同', `A${row}`).value)).toEqual(['HT-20', 'HT-2']);
    expect((await desk.read()).pending.cells).toEqual([]);
  });
});

describe('an older ledger', () => {
  it('is known as such: a row that was sent since, and got another key, is asked about and not sent again', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker);
    const older = ledgerOf(desk);
    desk.host.user.type('合同', 'A6', [['HT-4', '仁心', '服务合同', '2026-10-04', '4000', '备注4']]);
    await desk.sync();
    await desk.sit(withLedger(desk.host.toData(), older));
    desk.host.user.type('合同', 'A6', 'HT-40');
    await desk.sync();
    expect(worker.records.size).toBe(4);
    expect((await desk.read()).questions.matches.map(({ label, candidates }) => [label, candidates.map((candidate) => candidate.label)])).toEqual([['HT-40', ['HT-4']]]);
  });

  it('sends nothing twice of what both know', async () => {
    const worker = new MemoryWorker();
    const desk = await contracts(worker);
    const older = ledgerOf(desk);
    desk.host.user.type('合同', 'F3', '改过');
    desk.host.user.type('合同', 'A6', [['HT-4', '仁心', '服务合同', '2026-10-04', '4000', '备注4']]);
    await desk.sync();
    await desk.sit(withLedger(desk.host.toData(), older));
    await desk.sync();
    await desk.sync();
    expect([worker.records.size, worker.conflicts]).toEqual([4, []]);
    expect((await desk.read()).pending.cells).toEqual([]);
  });
});

describe('two records of one key', () => {
  /** The second row of a key was called a record of its own; the ledger is of before that. */
  async function ofOneKey(): Promise<{ readonly worker: MemoryWorker; readonly desk: Desk; readonly older: SheetData }> {
    const worker = new MemoryWorker();
    const desk = await contracts(worker);
    const older = ledgerOf(desk);
    desk.host.user.type('合同', 'A6', [['HT-1', '千帆渡', '销售合同', '2026-09-01', '1001', '第二份']]);
    await desk.sync({ answers: (await desk.read()).questions.matches.map(({ id }) => ({ id, record: 'new' })) });
    expect(worker.records.size).toBe(4);
    return { worker, desk, older };
  }

  it('are each found again where the ledger is lost: a row that says the same is the record, whatever stands above it', async () => {
    const { worker, desk } = await ofOneKey();
    const since = worker.requests.length;
    desk.host.user.type('合同', 'F3', '第二份，改过');
    desk.host.user.type('合同', 'F6', '备注1');
    await desk.sit(withLedger(desk.host.toData(), null));
    await desk.sync();
    await desk.sync();
    expect([worker.records.size, pushed(worker, since).map(({ kind }) => kind)]).toEqual([4, ['edit']]);
    expect(worker.conflicts).toMatchObject([{ path: 'remark', mine: '第二份，改过', record: [...worker.records.values()].at(-1)!.id }]);
    expect(desk.cell('合同', 'F6').value).toBe('备注1');
  });

  it('stay two where an older ledger knows one of them and the other row is called new once more', async () => {
    const { worker, desk, older } = await ofOneKey();
    await desk.sit(withLedger(desk.host.toData(), older));
    const { matches } = (await desk.read()).questions;
    expect(matches).toHaveLength(1);
    await desk.sync({ answers: [{ id: matches[0]!.id, record: 'new' }] });
    await desk.sync();
    desk.host.user.type('合同', 'F6', '第二份，改过');
    await desk.sync();
    expect([...worker.records.values()].map(({ fields }) => [fields['contract_no'], fields['remark']])).toEqual([['HT-1', '备注1'], ['HT-2', '备注2'], ['HT-3', '备注3'], ['HT-1', '第二份，改过']]);
  });
});

describe("another workbook's ledger", () => {
  it('is nobody\'s here: rows that lie where its rows lay are not taken for them', async () => {
    const worker = new MemoryWorker();
    const one = await contracts(worker);
    const two = await contracts(worker, 5);
    const since = worker.requests.length;
    const before = structuredClone([...worker.records.values()].map((record) => record.fields));
    await two.sit(withLedger(two.host.toData(), ledgerOf(one)));
    await two.sync();
    await two.sync();
    expect(pushed(worker, since)).toEqual([]);
    expect([...worker.records.values()].map((record) => record.fields)).toEqual(before);
    expect((await two.read()).pending.cells).toEqual([]);
  });

  it('of another organisation does not shut this workbook out', async () => {
    const worker = new MemoryWorker();
    const one = await contracts(worker);
    const foreign = await contracts(new MemoryWorker('org-0002'), 5);
    await one.sit(withLedger(one.host.toData(), ledgerOf(foreign)));
    await one.sync();
    expect([worker.records.size, (await one.read()).pending.cells]).toEqual([3, []]);
  });

  it('does not take over a workbook that was never synchronised: its rows are its own, whoever the other is for', async () => {
    const worker = new MemoryWorker();
    worker.audience = { kind: 'member', id: 'member-elsewhere' };
    const other = await contracts(worker);
    const mine = await new Desk(worker).sit(emptyWorkbookData('合同'));
    mine.host.user.type('合同', 'A1', [...heading, ['HT-9', '仁心', '销售合同', '2026-09-09', '9000', '备注9']]);
    await mine.sit(withLedger(mine.host.toData(), ledgerOf(other)));
    const since = worker.requests.length;
    await mine.sync();
    expect(pushed(worker, since)).toMatchObject([{ kind: 'create', fields: { contract_no: 'HT-9' } }]);
    expect(worker.requests.slice(since).map(({ workbook }) => workbook)).not.toContain(worker.requests[0]!.workbook);
    expect(worker.requests[since]!.audience).toEqual({ kind: 'member', id: worker.signIn('林小满').member.id });
  });
});

it('whoever opens the file, and whatever dropped its settings, its `_keybook` is believed where its records lie', async () => {
  const worker = new MemoryWorker();
  worker.audience = { kind: 'member', id: 'member-elsewhere' };
  const desk = await contracts(worker);
  const { settings: _dropped, ...data } = desk.host.toData();
  const theirs = await new Desk(worker, '周立夏').sit(data);
  theirs.host.user.type('合同', 'F3', '改过');
  const since = worker.requests.length;
  await theirs.sync();
  expect(pushed(worker, since)).toMatchObject([{ kind: 'edit', record: idOf(worker, 'HT-1'), path: 'remark', to: '改过' }]);
  expect([...new Set(worker.requests.map(({ workbook }) => workbook))]).toHaveLength(1);
});

describe("a copy's ledger, synchronised since", () => {
  it('makes no typing of cells that merely have not heard of it: both values are kept, and the newer one stands', async () => {
    const { worker, mine, copy } = await copied();
    copy.host.user.type('合同', 'F3', '改过');
    await copy.sync();
    await mine.sit(withLedger(mine.host.toData(), ledgerOf(copy)));
    await mine.sync();
    await mine.sync();
    expect(worker.records.get(idOf(worker, 'HT-1'))!.fields['remark']).toBe('改过');
    expect(worker.conflicts).toMatchObject([{ path: 'remark', mine: '备注1' }]);
  });

  it('and what the copy sealed in it goes out, and into the cells that never said it', async () => {
    const { worker, mine, copy } = await copied();
    copy.host.user.type('合同', 'F3', '改过');
    worker.faults.push('answer-lost');
    await copy.sync().catch(() => null);
    await mine.sit(withLedger(mine.host.toData(), ledgerOf(copy)));
    await mine.sync();
    await mine.sync();
    expect([worker.records.get(idOf(worker, 'HT-1'))!.fields['remark'], mine.cell('合同', 'F3').value, worker.conflicts]).toEqual(['改过', '改过', []]);
  });
});

it('half of an older writing forgets what is torn and swaps nothing', async () => {
  const worker = new MemoryWorker();
  const desk = await contracts(worker);
  const older = ledgerOf(desk);
  desk.host.user.type('合同', 'F3', '改过');
  await desk.sync();
  const newer = ledgerOf(desk);
  const cells = Object.fromEntries(Object.keys({ ...older.cells, ...newer.cells }).flatMap((address, turn) => {
    const cell = (turn % 2 ? older : newer).cells[address];
    return cell ? [[address, cell]] : [];
  }));
  desk.host.user.type('合同', 'F4', '又改');
  await desk.sit(withLedger(desk.host.toData(), { ...newer, cells }));
  await desk.sync();
  await desk.sync();
  expect([...worker.records.values()].map((record) => record.fields['remark'])).toEqual(['改过', expect.stringMatching(/^(又改|备注2)$/), '备注3']);
  expect([worker.records.size, desk.cell('合同', 'F4').value]).toEqual([3, '又改']);
});
