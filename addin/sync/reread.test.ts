// What would be read as something else once it is written is not written, and told.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { workbookDataFromXlsx } from '../../simulator/xlsx/index.ts';
import { addressOf } from '../sheets/image.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';
import { sheetDifferences } from './test-support/sheet-differences.ts';

const head = ['日期', '填表人', '客户', '面谈者', '商谈计划', '面谈概要', '成果'];

async function visits(worker: MemoryWorker, rows: string[][]): Promise<Desk> {
  const desk = await new Desk(worker).sit(['拜访']);
  desk.host.user.format('拜访', 'A1:G40', { numberFormat: '@' });
  desk.host.user.type('拜访', 'A1', [['客户拜访记录表'], head, ...rows]);
  await desk.sync();
  return desk;
}

describe('a value that would make another record another', () => {
  it('stays at the Worker: a day that lends its year to the short days of other reports', async () => {
    const worker = new MemoryWorker();
    const desk = await visits(worker, [['2026年9月3日', '林小满', '千帆渡', '甲', 'a', '谈', 'B'], ['9月4日', '林小满', '百草笺', '乙', 'a', '谈', 'B']]);
    const [one, two] = [...worker.records.values()];
    expect([one!.fields['report_date'], two!.fields['report_date']]).toEqual(['2026-09-03', '2026-09-04']);
    worker.edit(one!.id, 'report_date', '2025-09-03');
    const { receipt } = await desk.sync();
    expect(receipt.kept).toEqual([{ cell: { sheet: '拜访', address: 'A3' }, reason: 'problem' }]);
    expect(desk.cell('拜访', 'A3').value).toBe('2026年9月3日');
    expect((await desk.read()).pending.cells).toEqual([]);
    worker.edit(two!.id, 'report_date', '2026-09-05');
    await desk.sync();
    expect(desk.cell('拜访', 'A4').value).toBe('9月5日');
  });

  it('goes elsewhere where it is a new record: its day in the list would be that of a report that is there', async () => {
    const worker = new MemoryWorker();
    const desk = await visits(worker, [['2026年9月3日', '林小满', '千帆渡', '甲', 'a', '谈', 'B']]);
    worker.create('visit-report', 'visit-0002', { reporter: '周立夏', report_date: '2026-09-04', visits: { a: { customer: '百草笺', interviewee: '乙', plan: '初次拜访', summary: '谈', result: '有希望', order: 0 } } });
    await desk.sync();
    expect(desk.cell('拜访', 'A4').value).toBe('2026年9月4日');
    worker.create('visit-report', 'visit-0003', { reporter: '周立夏', report_date: '2026-09-04', visits: { b: { customer: '云上', interviewee: '乙', plan: '初次拜访', summary: '谈', result: '有希望', order: 0 } } });
    await desk.sync();
    expect(desk.cell('拜访', 'A5').value).toBe('');
    expect((await desk.engine.look()).byId.get('visit-0003')!.found.sheetName).not.toBe('拜访');
    expect((await desk.read()).pending.cells).toEqual([]);
  });
});

describe('a record that comes to the forms that are there', () => {
  it('takes in a list the look of the row before it', async () => {
    const worker = new MemoryWorker();
    const desk = await new Desk(worker).sit(['礼品']);
    const row = (customer: string) => [customer, '电商', '合作中', '维护', '茶叶', '2', '300', '林小满', ''];
    desk.host.user.type('礼品', 'A1', [['礼品馈赠计划表'], ['客户名称', '所属行业', '合作情况', '馈赠目的', '礼品名称', '数量', '预算价值(元)', '责任人', '备注'], row('千帆渡'), row('百草笺')]);
    desk.host.user.format('礼品', 'A4:I4', { style: { fill: '#FFEEDD', font: { bold: true } } });
    await desk.sync();
    const [own] = [...worker.records.values()];
    worker.create('gift-plan', 'gift-0003', { ...own!.fields, customer: '云上', gift_name: '月饼', budget_value: 12_345 });
    await desk.sync();
    expect(desk.cell('礼品', 'A5')).toMatchObject({ value: '云上', style: { fill: '#FFEEDD' } });
    expect(desk.cell('礼品', 'G5')).toMatchObject({ value: 123.45, style: { font: { bold: true } } });
    expect(desk.syncs.write.at(-1)).toBe(2);
    expect((await desk.read()).pending.cells).toEqual([]);
  });

  it('fills in the blank card of a workbook of blank forms, and changes nothing else of it', async () => {
    const worker = new MemoryWorker();
    const folder = new URL('../../fixtures/workbooks/', import.meta.url);
    const file = readdirSync(folder).find((name) => name.startsWith('14') && name.endsWith('.xlsx'))!;
    const desk = await new Desk(worker).sit(await workbookDataFromXlsx(readFileSync(new URL(file, folder))));
    await desk.sync();
    const before = desk.host.toData();
    worker.create('customer-archive', 'archive-0001', { customer_name: '望海星图科技有限公司', archive_no: 'DA-2026-099', created_date: '2026-11-03', industry: '游戏', enterprise_nature: '民营', has_budget: true, budget_amount: 12_345_600 });
    await desk.sync();
    const { contents, rest } = sheetDifferences(before, desk.host.toData());
    const found = (await desk.engine.look()).byId.get('archive-0001')!.found;
    const cells = new Set(Object.values(found.cells).map((cell) => `${found.sheetName}!${addressOf(cell.row, cell.column)}`));
    expect(found.fields).toMatchObject({ customer_name: '望海星图科技有限公司', created_date: '2026-11-03', enterprise_nature: '民营', has_budget: true, budget_amount: 12_345_600 });
    expect(contents.filter((cell) => !cells.has(cell))).toEqual([]);
    expect(rest).toEqual([]);
    expect((await desk.read()).pending.cells).toEqual([]);
  });
});
