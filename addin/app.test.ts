import { describe, expect, it } from 'vitest';
import { emptyWorkbookData } from '../simulator/excel/workbook-data.ts';
import { writeXlsx } from '../simulator/xlsx/index.ts';
import type { ExcelHost } from '../simulator/host.ts';
import { createServices } from './app.ts';
import { sessionStore, storageOrMemory } from './connection/session-store.ts';
import { cellOf, excelWith } from './excel/test-support/host.ts';
import { excelWorkbook } from './excel/host.ts';
import { checks } from './panes/check-up-services.ts';
import type { Finding } from './panes/check-up-services.ts';
import { demoSlip } from './panes/demo-results.ts';
import { PaneError } from './panes/services.ts';
import type { PaneServices } from './panes/services.ts';
import { MemoryWorker } from './sync/test-support/memory-worker.ts';

interface Pane {
  readonly services: PaneServices;
  readonly worker: MemoryWorker;
  readonly host: ExcelHost;
}

async function pane(data = emptyWorkbookData('合同')): Promise<Pane> {
  const host = await excelWith(data);
  const worker = new MemoryWorker();
  return { services: await paneOver(worker, 'device-1'), worker, host };
}

async function paneOver(worker: MemoryWorker, device: string): Promise<Pane['services']> {
  const storage = storageOrMemory(() => undefined);
  const store = sessionStore(storage, '', () => device);
  const fetch: typeof worker.fetch = async (address, init) => (String(address).includes('/api/slips') ? Response.json(demoSlip) : worker.fetch(address, init));
  return createServices({ workbook: excelWorkbook, fetch, base: '', store, storage, partition: '', now: () => new Date().toISOString() });
}

async function signedIn(): Promise<Pane> {
  const made = await pane();
  await made.services.signIn('林小满', 'Excel');
  made.host.user.type('合同', 'A1', [
    ['合同台账'],
    ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注'],
    ['HT-1', '千帆渡', '销售合同', '2026-09-01', '100', ''],
    ['HT-2', '千帆渡', '销售合同', '约九月', '200', ''],
  ]);
  return made;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => 'no failure', (reason: unknown) => reason);
  return error instanceof PaneError ? error.failure.code : String(error);
}

describe("the pane's services", () => {
  it('read without anybody signed in, and sync only after', async () => {
    const { services } = await pane();
    expect(services.session()).toBeNull();
    expect(await services.readWorkbook()).toMatchObject({ forms: [], unrecognised: [], isNew: true });
    expect(await codeOf(services.synchronise(() => {}))).toBe('token-missing');
    await services.signIn('林小满', 'Excel');
    expect(services.session()?.member.name).toBe('林小满');
    await services.signOut();
    expect(services.session()).toBeNull();
  });

  it('check up everything in turn, and what nobody can be asked about without signing in', async () => {
    const { services, worker } = await signedIn();
    await services.synchronise(() => {});
    const found: Finding[] = [];
    await services.checkUp((finding) => found.push(finding));
    expect(new Set(found.map(({ check }) => check))).toEqual(new Set(checks));
    expect(found.find(({ check }) => check === 'identities')).toMatchObject({ is: 'good', code: 'identities-good', facts: { records: 2 } });
    expect(found.find(({ code }) => code === 'values-unreadable')).toMatchObject({ cells: [{ sheet: '合同', address: 'D4' }] });
    expect(found.find(({ check }) => check === 'chain')!.facts['head']).toBe((await services.readWorkbook()).receipts[0]!.chain);
    await services.signOut();
    const after: Finding[] = [];
    const asked = worker.requests.length;
    await services.checkUp((finding) => after.push(finding));
    expect(after.slice(0, 2).map(({ code }) => code)).toEqual(['signed-out', 'not-asked']);
    expect(worker.requests).toHaveLength(asked);
  });

  it('tell forms, problems with their cells and what is pending', async () => {
    const { services } = await signedIn();
    const reading = await services.readWorkbook();
    expect(reading.forms).toMatchObject([{ form: 'contract', title: '合同台账', kind: 'list', records: 2, sheets: ['合同'], pending: 2, first: { sheet: '合同', address: 'A3' } }]);
    expect(reading.problems).toMatchObject([{ form: 'contract', field: 'signed_day', cell: { sheet: '合同', address: 'D4' }, weight: 'blocks', from: 'sheet', text: '约九月' }]);
    expect(reading.pending).toMatchObject({ created: 2, changed: 0, deleted: 0 });
    expect(reading.syncs).toBe(3);
  });

  it('sync through six stages, each begun and ended, and know where a record lies', async () => {
    const { services, worker } = await signedIn();
    const stages: string[] = [];
    const { receipt, reading } = await services.synchronise((progress) => stages.push(`${progress.stage} ${progress.done}/${progress.of}`));
    expect(stages.filter((stage) => stage.endsWith('1/1')).map((stage) => stage.split(' ')[0])).toEqual(['read', 'compare', 'seal', 'send', 'write', 'check']);
    expect(reading.lastSync).toEqual({ at: receipt.at, receipt: receipt.number });
    const [made] = worker.records.keys();
    expect(services.cellOf(made!)).toEqual({ sheet: '合同', address: 'A3' });
    expect(services.cellOf(made!, 'remark')).toEqual({ sheet: '合同', address: 'F3' });
    expect(worker.records.size).toBe(2);
  });

  it('draw a slip although another pane wrote since they read, and forget nothing of what it wrote', async () => {
    const { services, worker, host } = await signedIn();
    await services.synchronise(() => {});
    const other = await paneOver(worker, 'device-2');
    await other.signIn('林小满', 'Excel');
    host.user.type('合同', 'F3', '另一个窗格同步的');
    await other.synchronise(() => {});
    const drawn = await services.writeSlip('2026-09');
    expect(drawn.created).toHaveLength(1);
    expect((await services.readWorkbook()).pending.cells).toEqual([]);
    await other.readWorkbook();
    expect(await other.writeSlip('2026-09')).toMatchObject({ created: [], updated: drawn.created });
  });

  it('write an answer into the cell that was asked about, unless it changed meanwhile', async () => {
    const { services, host } = await signedIn();
    const problem = (await services.readWorkbook()).problems[0]!;
    await services.answerProblem(problem, '2026-09-30');
    expect(cellOf(host, '合同', 'D4').value).toBe('2026-09-30');
    expect((await services.readWorkbook()).problems).toEqual([]);
    host.user.type('合同', 'D4', '别的');
    expect(await codeOf(services.answerProblem(problem, '2026-10-01'))).toBe('cell-changed');
  });

  it("take Keybook's last write back, cell by cell", async () => {
    const { services, worker, host } = await signedIn();
    await services.synchronise(() => {});
    worker.edit([...worker.records.keys()][0]!, 'remark', 'from a colleague');
    worker.edit([...worker.records.keys()][0]!, 'amount', 9_00);
    await services.synchronise(() => {});
    expect(cellOf(host, '合同', 'F3').value).toBe('from a colleague');
    host.user.type('合同', 'E3', '77');
    expect(await services.undoLastWrite()).toEqual([{ sheet: '合同', address: 'F3' }]);
    expect([cellOf(host, '合同', 'F3').value, cellOf(host, '合同', 'E3').value]).toEqual(['', 77]);
    expect(await codeOf(services.undoLastWrite())).toBe('nothing-to-undo');
  });

  it("keep to the server's day: at the start, and with every sync", async () => {
    const { services, worker } = await signedIn();
    worker.today = '2026-12-31';
    expect((await services.refreshSession())?.today).toBe('2026-12-31');
    worker.today = '2027-01-01';
    await services.synchronise(() => {});
    expect(services.session()?.today).toBe('2027-01-01');
    await services.signOut();
    expect(await services.refreshSession()).toBeNull();
  });

  it('say for whom a new workbook is, once', async () => {
    const { services, worker } = await signedIn();
    expect((await services.readWorkbook()).isNew).toBe(true);
    expect((await services.synchronise(() => {}, { audience: 'department' })).reading.isNew).toBe(false);
    await services.synchronise(() => {}, { audience: 'member' });
    const said = worker.requests.map((request) => request.audience);
    expect(said[0]).toEqual({ kind: 'department', id: 'department-1' });
    expect(said.slice(1).every((audience) => audience === undefined)).toBe(true);
  });

  it('drop what the Worker said of a value as soon as the cell says something else', async () => {
    const { services, worker, host } = await signedIn();
    await services.synchronise(() => {});
    const [id] = [...worker.records.keys()];
    worker.problems.set(id!, [{ code: 'customer-unknown', path: 'customer', text: '千帆渡', choices: ['千帆渡公司'] }]);
    worker.edit(id!, 'remark', 'x');
    const { reading } = await services.synchronise(() => {});
    const problem = reading.problems.find((one) => one.code === 'customer-unknown')!;
    expect(problem.cell).toEqual({ sheet: '合同', address: 'B3' });
    await services.answerProblem(problem, '千帆渡公司');
    expect((await services.readWorkbook()).problems.map(({ code }) => code)).not.toContain('customer-unknown');
    expect(host.toData().sheets[0]!.cells['B3']!.value).toBe('千帆渡公司');
  });

  it('put a blank form into a sheet of its own, each time another, and take it away again', async () => {
    const { services, host } = await pane();
    expect(await services.insertBlankForm('visit-report')).toMatchObject({ created: ['客户拜访日报表'], updated: [] });
    expect((await services.insertBlankForm('visit-report')).created).toEqual(['客户拜访日报表 (2)']);
    const reading = await services.readWorkbook();
    expect(reading.pending).toMatchObject({ created: 0 });
    expect(await services.undoLastWrite()).toEqual([{ sheet: '客户拜访日报表 (2)', address: 'A1' }]);
    expect(host.toData().sheets.map((sheet) => sheet.name)).toEqual(['合同', '客户拜访日报表']);
  });

  it('select a cell on a press, and say that its sheet is gone', async () => {
    const { services } = await signedIn();
    await services.select({ sheet: '合同', address: 'B3' });
    expect(await codeOf(services.select({ sheet: '没有', address: 'A1' }))).toBe('sheet-gone');
  });

  it("hint at a person's change, and not at Keybook's own writes", async () => {
    const { services, host } = await signedIn();
    let hints = 0;
    const stop = services.onWorkbookChanged(() => void (hints += 1));
    await host.idle();
    await services.synchronise(() => {});
    await host.idle();
    expect(hints).toBe(0);
    host.user.type('合同', 'F4', 'typed');
    await host.idle();
    expect(hints).toBe(1);
    stop();
  });
});

describe('old files', () => {
  const plan = async () => {
    const data = emptyWorkbookData('计划');
    const rows = [['销售计划表'], ['客户经理', '月份', '计划销售额(元)'], ['林小满', '2025-01', '1000']];
    rows.forEach((row, line) => row.forEach((value, column) => (data.sheets[0]!.cells[`${'ABC'[column]}${line + 1}`] = { value })));
    const bytes = await writeXlsx(data);
    return { name: '计划.xlsx', size: bytes.length, arrayBuffer: async () => new Uint8Array(bytes).buffer };
  };

  it('are never taken for the workbook\'s own, whatever is read or synchronised meanwhile', async () => {
    const { services, worker, host } = await signedIn();
    const imports = await services.imports();
    expect(await imports.readsInExcel()).toBe(true);
    const files = await Promise.all([plan(), plan(), plan()]);
    const [read, reading, synced] = await Promise.all([imports.read(files, () => {}, new AbortController().signal), services.readWorkbook(), services.synchronise(() => {})]);
    expect(read.files.map((file) => file.records.map(({ is }) => is))).toEqual([['new'], ['twin'], ['twin']]);
    expect(reading.forms.map(({ form }) => form)).toEqual(['contract']);
    expect(synced.reading.forms.map(({ form }) => form)).toEqual(['contract']);
    expect([...worker.records.values()].every(({ form }) => form === 'contract')).toBe(true);
    expect(host.toData().sheets.map(({ name }) => name)).toEqual(['合同', '_keybook']);
  });

  it('belong to who is signed in', async () => {
    const { services } = await pane();
    expect(await codeOf(services.imports())).toBe('token-missing');
    await services.signIn('林小满', 'Excel');
    const mine = await services.imports();
    expect(await services.imports()).toBe(mine);
    await services.signIn('周立夏', 'Excel');
    expect(await services.imports()).not.toBe(mine);
  });

  it('are read without Excel in a workbook whose structure is protected', async () => {
    const { services } = await pane({ ...emptyWorkbookData('合同'), structureProtected: true });
    await services.signIn('林小满', 'Excel');
    const imports = await services.imports();
    expect(await imports.readsInExcel()).toBe(false);
    const read = await imports.read([await plan()], () => {}, new AbortController().signal);
    expect(read.files[0]!.records).toMatchObject([{ is: 'new', form: 'sales-plan' }]);
  });
});
