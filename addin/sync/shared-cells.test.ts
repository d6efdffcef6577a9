import { describe, expect, it } from 'vitest';
import { emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';

describe('a cell that two records share', () => {
  it("takes a change that both have, and keeps its text against a change of only one", async () => {
    const worker = new MemoryWorker();
    const data = emptyWorkbookData('礼品');
    data.sheets[0]!.merges = ['A3:A4', 'B3:B4', 'C3:C4'];
    const desk = await new Desk(worker).sit(data);
    desk.host.user.type('礼品', 'A1', [
      ['礼品馈赠计划表'],
      ['客户名称', '所属行业', '合作情况', '馈赠目的', '礼品名称', '数量', '预算价值(元)', '责任人', '备注'],
      ['千帆渡', '电商', '合作中', '维护', '茶叶', '2', '300', '林小满', ''],
      ['', '', '', '拓展', '月饼', '3', '200', '林小满', ''],
    ]);
    await desk.sync();
    const [one, two] = [...worker.records.values()];
    expect([one!.fields['industry'], two!.fields['industry']]).toEqual(['电商', '电商']);
    worker.edit(one!.id, 'industry', '零售');
    const { receipt } = await desk.sync();
    expect(desk.cell('礼品', 'B3').value).toBe('电商');
    expect(receipt.kept).toEqual([{ cell: { sheet: '礼品', address: 'B3' }, reason: 'problem' }]);
    expect((await desk.read()).pending.changed).toBe(0);
    worker.edit(one!.id, 'cooperation_status', '停止');
    worker.edit(two!.id, 'cooperation_status', '停止');
    await desk.sync();
    expect(desk.cell('礼品', 'C3').value).toBe('停止');
    expect((await desk.read()).pending.changed).toBe(0);
    expect([one!.fields['industry'], two!.fields['industry']]).toEqual(['零售', '电商']);
  });
});

describe('a cell that a ditto mark below repeats', () => {
  it('keeps its text against a change of only its own record', async () => {
    const worker = new MemoryWorker();
    const desk = await new Desk(worker).sit(emptyWorkbookData('礼品'));
    desk.host.user.type('礼品', 'A1', [
      ['礼品馈赠计划表'],
      ['客户名称', '所属行业', '合作情况', '馈赠目的', '礼品名称', '数量', '预算价值(元)', '责任人', '备注'],
      ['千帆渡', '电商', '合作中', '维护', '茶叶', '2', '300', '林小满', ''],
      ['〃', '〃', '〃', '拓展', '月饼', '3', '200', '林小满', ''],
    ]);
    await desk.sync();
    const [one, two] = [...worker.records.values()];
    worker.edit(one!.id, 'industry', '游戏');
    const { receipt } = await desk.sync();
    expect(desk.cell('礼品', 'B3').value).toBe('电商');
    expect(receipt.kept).toEqual([{ cell: { sheet: '礼品', address: 'B3' }, reason: 'problem' }]);
    expect([(await desk.read()).pending.changed, two!.fields['industry']]).toEqual([0, '电商']);
  });
});
