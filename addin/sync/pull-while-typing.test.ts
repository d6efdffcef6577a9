// A pull while somebody works in the sheet: typing at any moment of it, between any two round trips, stays in its cell, and
// whatever else the workbook holds (looks, comments, widths, hidden rows, rules, selection) is as it was.

import { describe, expect, it } from 'vitest';
import { onWorkbookChanged } from '../excel/events.ts';
import { writeWorkbook } from '../excel/write-workbook.ts';
import { onWrittenOver } from '../excel/written-over.ts';
import { randomOf } from '../sheets/test-support/random.ts';
import type { Random } from '../sheets/test-support/random.ts';
import { emptyWorkbookData } from '../../simulator/excel/workbook-data.ts';
import type { SheetData, WorkbookData } from '../../simulator/excel/workbook-data.ts';
import { Desk } from './test-support/desk.ts';
import { MemoryWorker } from './test-support/memory-worker.ts';
import { sheetDifferences } from './test-support/sheet-differences.ts';

const seeds = Array.from({ length: 12 }, (_, index) => 4_100 + index);
const records = 6;
const firstRow = 3;

const sheetOf = (data: WorkbookData): SheetData => data.sheets.find((sheet) => sheet.name === '合同')!;

/** As a person has made it: colours, a comment, widths, hidden rows as a filter leaves them, a rule, a list to choose from. */
function dressed(data: WorkbookData, random: Random): WorkbookData {
  const sheet = sheetOf(data);
  const cells = Object.entries(sheet.cells).map(([address, cell]) => [address, random.chance(0.5) ? { ...cell, style: { fill: random.pick(['#FFEEAA', '#DDFFDD']), font: { bold: random.chance(0.5) } } } : cell] as const);
  const looks: Partial<SheetData> = {
    cells: Object.fromEntries(cells),
    columnWidths: { A: 90, F: random.whole(100, 200) },
    rowHeights: { [firstRow]: 30 },
    hiddenRows: [firstRow + random.whole(0, records - 1)],
    comments: [{ cell: `F${firstRow + 1}`, content: '问过客户了' }],
    conditionalFormats: [{ range: 'E3:E8', type: 'CellValue', rule: { formula1: '1000', operator: 'GreaterThan' }, format: { fill: '#FF0000' }, priority: 0 }],
    dataValidations: [{ range: 'C3:C8', rule: { list: { inCellDropDown: true, source: '销售合同,其他' } } }],
    freeze: { rows: 2, columns: 0 },
    selection: `${random.pick(['B', 'D'])}${firstRow + random.whole(0, records - 1)}`,
  };
  return { ...data, sheets: data.sheets.map((one) => (one === sheet ? { ...one, ...looks } : one)) };
}

/** The person types into a random remark just before one of the requests of the sync reaches Excel. */
function typesDuring(desk: Desk, random: Random, typed: Map<string, string>): void {
  const process = desk.host.processText.bind(desk.host);
  const moment = random.whole(1, 7);
  let requests = 0;
  desk.host.processText = (text) => {
    requests += 1;
    if (requests === moment) {
      const address = `F${firstRow + random.whole(0, records - 1)}`;
      typed.set(address, `打于第${moment}次`);
      desk.host.user.type('合同', address, typed.get(address)!);
    }
    return process(text);
  };
}

describe.each(seeds)('seed %i', (seed) => {
  it('what is typed during a pull stays, and all that is no value is as it was', async () => {
    const random = randomOf(seed);
    const worker = new MemoryWorker();
    const desk = await new Desk(worker).sit(emptyWorkbookData('合同', '随手记'));
    desk.host.user.type('合同', 'A1', [
      ['合同台账'],
      ['合同编号', '客户名称', '类型', '签订日期', '合同金额(元)', '备注'],
      ...Array.from({ length: records }, (_, row) => [`HT-${row}`, '千帆渡', '销售合同', '2026-09-01', '1000', '原来的']),
    ]);
    await desk.sync();
    await desk.sit(dressed(desk.host.toData(), random));
    const stop = onWorkbookChanged(() => {});
    const back: Promise<unknown>[] = [];
    const deaf = onWrittenOver((patches) => void back.push(writeWorkbook({ patches, plans: [], ledger: null })));
    const typed = new Map<string, string>();
    const before = desk.host.toData();
    for (const record of worker.records.values()) if (random.chance(0.7)) worker.edit(record.id, 'remark', `同事写的${random.whole(1, 99)}`);
    typesDuring(desk, random, typed);
    await desk.syncHere();
    await desk.host.idle();
    await Promise.all(back);
    stop();
    deaf();

    for (const [address, value] of typed) expect([address, desk.cell('合同', address).value]).toEqual([address, value]);
    const after = desk.host.toData();
    const { contents, rest } = sheetDifferences(before, after);
    expect(contents.every((address) => /^合同!F\d+$/.test(address))).toBe(true);
    // A conflict made just now is marked; nothing else of the looks changes.
    const marks = sheetOf(after).conditionalFormats.filter(({ rule }) => String(rule?.['formula']).startsWith('=N("Keybook')).length;
    expect([rest.filter((what) => what !== '合同 conditionalFormats'), marks]).toEqual([[], worker.conflicts.length]);
    expect([sheetOf(after).selection, after.activeSheet]).toEqual([sheetOf(before).selection, before.activeSheet]);
    expect([new Set(desk.syncs.read), new Set(desk.syncs.write)]).toEqual([new Set([3]), new Set([2])]);
    // All of it comes to rest: what was typed is at the Worker or in a conflict, and the cells say what stands.
    await desk.sync();
    await desk.sync();
    for (const value of typed.values()) {
      expect(worker.history.some((entry) => entry.value === value) || worker.conflicts.some((conflict) => conflict.mine === value)).toBe(true);
    }
    expect((await desk.read()).pending.cells).toEqual([]);
  });
});
