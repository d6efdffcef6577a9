import { describe, expect, it } from 'vitest';
import { emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

const heading = [['合同台账'], ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注']];

function contractRow(number: number, remark = ''): string[] {
  return [`HT-${String(number).padStart(4, '0')}`, '千帆渡', '销售合同', '2026-09-01', String(1_000 + number), remark];
}

async function deskWithContracts(worker: MemoryWorker, count: number, member?: string): Promise<Desk> {
  const desk = await new Desk(worker, member).sit(emptyWorkbookData('合同'));
  desk.host.user.type('合同', 'A1', [...heading, ...Array.from({ length: count }, (_, index) => contractRow(index + 1))]);
  return desk;
}

describe('a sync', () => {
  it('sends what is new, once, in one request, and nothing the second time', async () => {
    const worker = new MemoryWorker();
    const desk = await deskWithContracts(worker, 2);
    const { receipt } = await desk.sync();
    expect(receipt.sent).toEqual([{ form: 'contract', records: 2, fields: 10, merged: 0, conflicts: 0 }]);
    expect(worker.requests).toHaveLength(1);
    expect([...worker.records.values()].map((record) => record.fields)).toEqual([
      { contract_no: 'HT-0001', customer: '千帆渡', type: '销售合同', signed_day: '2026-09-01', amount: 100_100 },
      { contract_no: 'HT-0002', customer: '千帆渡', type: '销售合同', signed_day: '2026-09-01', amount: 100_200 },
    ]);
    const again = await desk.sync();
    expect(again.receipt.sent).toEqual([]);
    expect(worker.records.size).toBe(2);
    expect((await desk.read()).pending).toMatchObject({ created: 0, changed: 0, deleted: 0 });
  });
});

describe('what colleagues write', () => {
  it('stays a text on both sides, whatever it begins with', async () => {
    const worker = new MemoryWorker();
    const desk = await deskWithContracts(worker, 1);
    desk.host.user.type('合同', 'F3', `'=HYPERLINK("http://example.test")`);
    await desk.sync();
    expect([...worker.records.values()][0]!.fields['remark']).toBe('=HYPERLINK("http://example.test")');
    const two = await new Desk(worker, '顾山海').sit(['空白']);
    const { receipt } = await two.sync();
    expect((await two.read()).lastSync).toEqual({ at: receipt.at, receipt: null });
    const cell = Object.values(two.host.toData().sheets[1]!.cells).find((entry) => String(entry.value).startsWith('=HYPER'))!;
    expect([cell.formula, cell.numberFormat]).toEqual([undefined, '@']);
    for (const text of ['+1', '-1', '@SUM(1)', '2026-1-1']) {
      worker.edit([...worker.records.keys()][0]!, 'remark', text);
      await desk.sync();
      expect([desk.cell('合同', 'F3').value, desk.cell('合同', 'F3').formula]).toEqual([text, undefined]);
    }
    expect((await desk.read()).pending.changed).toBe(0);
  });

  it('goes into the cells nobody touched, keeps those typed in, and a conflict is told once', async () => {
    const worker = new MemoryWorker();
    const desk = await deskWithContracts(worker, 3);
    await desk.sync();
    const [first, second, third] = [...worker.records.keys()];
    worker.edit(first!, 'remark', '=1+1 from a colleague');
    worker.edit(second!, 'remark', 'theirs');
    worker.edit(third!, 'amount', 5_000_00);
    desk.host.user.type('合同', 'F4', 'mine');
    const { receipt } = await desk.sync();
    expect(desk.cell('合同', 'F3')).toMatchObject({ value: '=1+1 from a colleague', numberFormat: '@' });
    expect(desk.cell('合同', 'F3').formula).toBeUndefined();
    expect(desk.cell('合同', 'E5').value).toBe(5_000);
    expect(desk.cell('合同', 'F4').value).toBe('mine');
    expect(receipt.received).toEqual([{ by: '周立夏', records: 3 }]);
    expect(receipt.sent).toEqual([{ form: 'contract', records: 1, fields: 1, merged: 0, conflicts: 1 }]);
    expect(receipt.kept).toEqual([{ cell: { sheet: '合同', address: 'F4' }, reason: 'changed-meanwhile' }]);
    expect(worker.conflicts).toHaveLength(1);
    expect((await desk.sync()).receipt.sent).toEqual([]);
    expect(worker.conflicts).toHaveLength(1);
    expect((await desk.read()).pending.changed).toBe(0);
    desk.host.user.type('合同', 'F4', 'mine after all');
    await desk.sync();
    expect(worker.records.get(second!)!.fields['remark']).toBe('mine after all');
  });

  it('never overwrites a formula', async () => {
    const worker = new MemoryWorker();
    const desk = await deskWithContracts(worker, 1);
    desk.host.user.type('合同', 'E3', '=600+400');
    await desk.sync();
    const [record] = worker.records.keys();
    expect(worker.records.get(record!)!.fields['amount']).toBe(100_000);
    worker.edit(record!, 'amount', 7_00);
    const { receipt } = await desk.sync();
    expect(receipt.kept).toEqual([{ cell: { sheet: '合同', address: 'E3' }, reason: 'formula' }]);
    expect(desk.cell('合同', 'E3').formula).toBe('=600+400');
    expect((await desk.sync()).receipt.sent).toEqual([]);
    expect(worker.records.get(record!)!.fields['amount']).toBe(7_00);
  });

  it('arrives in a second workbook: lists as rows or a sheet, cards as sheets, and nothing goes back', async () => {
    const worker = new MemoryWorker();
    const one = await deskWithContracts(worker, 2);
    await one.sync();
    worker.create('visit-report', 'visit-0001', {
      reporter: '林小满', report_date: '2026-10-12',
      visits: { 'row-aaaaaaaa': { customer: '千帆渡', interviewee: '张三', plan: '初次拜访', summary: '-1', result: '有希望', order: 0 } },
    });
    const two = await new Desk(worker, '顾山海').sit(['空白']);
    const { receipt } = await two.sync();
    expect(receipt.received.reduce((sum, entry) => sum + entry.records, 0)).toBe(3);
    const names = two.host.toData().sheets.map((sheet) => sheet.name);
    expect(names).toEqual(['空白', '合同台账', '客户拜访日报表 林小满 2026-10-12', '_keybook']);
    const reading = await two.read();
    expect(reading.forms.map((form) => [form.form, form.records])).toEqual([['contract', 2], ['visit-report', 1]]);
    expect(reading.pending).toMatchObject({ created: 0, changed: 0, deleted: 0 });
    worker.create('contract', 'contract-new', { contract_no: 'HT-9', customer: '仁心', type: '其他', signed_day: '2026-11-01', amount: 1_00 });
    await two.sync();
    expect((await two.read()).forms.map((form) => [form.form, form.records])).toEqual([['contract', 3], ['visit-report', 1]]);
    expect((await two.read()).pending).toMatchObject({ created: 0, changed: 0, deleted: 0 });
    expect(worker.records.size).toBe(4);
  });
});

describe('rows taken out', () => {
  it('come back where a colleague had changed the record meanwhile', async () => {
    const worker = new MemoryWorker();
    const desk = await deskWithContracts(worker, 3);
    await desk.sync();
    worker.edit([...worker.records.keys()][1]!, 'remark', 'still needed');
    desk.host.user.deleteRows('合同', 4);
    await desk.syncDeleting();
    expect([desk.cell('合同', 'A5').value, desk.cell('合同', 'F5').value]).toEqual(['HT-0002', 'still needed']);
    const reading = await desk.read();
    expect(reading.pending).toMatchObject({ created: 0, changed: 0, deleted: 0 });
    expect([...worker.records.values()].some((record) => record.deleted)).toBe(false);
  });

  it('of an append-only form are put back, and so is a cell that was changed', async () => {
    const worker = new MemoryWorker();
    const desk = await new Desk(worker).sit(emptyWorkbookData('指派'));
    desk.host.user.type('指派', 'A1', [['客户执行指派单'], ['客户名称', '客户经理', '客户执行', '指派日期'], ['千帆渡', '林小满', '叶知秋', '2026-09-01'], ['仁心', '林小满', '许初雪', '2026-09-02']]);
    await desk.sync();
    expect(worker.records.size).toBe(2);
    desk.host.user.type('指派', 'C3', '唐半夏');
    desk.host.user.deleteRows('指派', 4);
    const { receipt } = await desk.sync();
    expect(desk.cell('指派', 'C3').value).toBe('叶知秋');
    expect(desk.cell('指派', 'A4').value).toBe('仁心');
    expect(receipt.restored).toEqual([{ sheet: '指派', address: 'A3' }]);
    expect((await desk.read()).pending).toMatchObject({ created: 0, changed: 0, deleted: 0 });
  });
});

describe('rights', () => {
  it('never send a masked field back, nor empty it', async () => {
    const worker = new MemoryWorker();
    const desk = await deskWithContracts(worker, 1);
    await desk.sync();
    const record = [...worker.records.values()][0]!;
    record.masked = ['remark'];
    worker.edit(record.id, 'remark', 'secret');
    worker.edit(record.id, 'amount', 3_00);
    desk.host.user.type('合同', 'F3', 'typed over a masked field');
    await desk.sync();
    await desk.sync();
    expect(worker.records.get(record.id)!.fields['remark']).not.toBe(null);
    expect(desk.cell('合同', 'F3').value).toBe('typed over a masked field');
    expect(desk.cell('合同', 'E3').value).toBe(3);
  });

  it('taken away: the cells stay, and nothing of them is sent any more', async () => {
    const worker = new MemoryWorker();
    const desk = await deskWithContracts(worker, 2);
    await desk.sync();
    const hidden = [...worker.records.keys()][0]!;
    worker.hides = (_member, record) => record.id === hidden;
    await desk.sync();
    desk.host.user.type('合同', 'F3', 'typed after the rights went');
    const { receipt } = await desk.sync();
    expect(desk.cell('合同', 'A3').value).toBe('HT-0001');
    expect(receipt.sent).toEqual([]);
    expect(worker.records.size).toBe(2);
  });

  it('taken away: the rows are greyed as read-only, what is typed there is told, and all is as before once they are back', async () => {
    const worker = new MemoryWorker();
    const desk = await deskWithContracts(worker, 4);
    await desk.sync();
    const greyed = () => desk.host.toData().sheets.flatMap(({ conditionalFormats }) => conditionalFormats.map(({ range, format }) => [range, format?.fill])).sort();
    const told = async () => (await desk.read()).problems.filter(({ code }) => code.endsWith('out-of-sight')).map(({ code, cell, facts, weight, record }) => [code, cell.address, facts?.['records'], weight, ...(record ? ['has a history'] : [])]);
    const hidden = [...worker.records.keys()];
    worker.hides = (_member, record) => hidden.indexOf(record.id) < 2 || hidden.indexOf(record.id) === 3;
    await desk.sync();
    expect(greyed()).toEqual([['A3:F4', '#EDEDED'], ['A6:F6', '#EDEDED']]);
    expect(await told()).toEqual([['out-of-sight', 'A3', 3, 'asks']]);
    desk.host.user.type('合同', 'F4', '以后才写的');
    await desk.sync();
    expect(await told()).toEqual([['typed-out-of-sight', 'F4', undefined, 'blocks'], ['out-of-sight', 'A3', 3, 'asks']]);
    const sent = worker.requests.length;
    await desk.sync({ place: ['gift-plan'] });
    expect([greyed(), (await desk.read()).pending.cells, worker.requests.slice(sent).map(({ push }) => push)]).toEqual([[['A3:F4', '#EDEDED'], ['A6:F6', '#EDEDED']], [], [null]]);
    worker.hides = () => false;
    await desk.sync();
    await desk.sync();
    expect([greyed(), await told(), worker.records.get(hidden[1]!)!.fields['remark']]).toEqual([[], [], '以后才写的']);
  });
});
