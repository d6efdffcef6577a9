import { expect, test } from 'vitest';
import { emptyWorkbookData } from './excel/workbook-data.ts';
import { openWorkbook, refusalOf } from './testing.ts';

const grid = (rows: number, columns: number, value: string) =>
  Array.from({ length: rows }, () => Array<string>(columns).fill(value));

test('one context.sync() counts once, freeing references is housekeeping', async () => {
  const host = await openWorkbook();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
    range.values = [[1]];
    range.load('values');
    await context.sync();
    await context.sync();
  });
  await host.idle();
  expect(host.counters.syncs).toBe(1);
  expect(host.counters.actions).toBeGreaterThan(2);
  expect(host.counters.requestBytes).toBeGreaterThan(100);
  expect(host.counters.responseBytes).toBeGreaterThan(50);
  expect(host.counters.housekeeping).toBeGreaterThan(0);
  host.counters.reset();
  expect(host.counters.syncs).toBe(0);
});

test('a large write arrives in the chunks the client cuts, in one request', async () => {
  const host = await openWorkbook();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:T1000');
    range.values = grid(1000, 20, '值');
    await context.sync();
  });
  expect(host.counters.syncs).toBe(1);
  expect(host.counters.actions).toBeGreaterThan(10);
  expect(Object.keys(host.toData().sheets[0]!.cells)).toHaveLength(20_000);
});

test('a request over 5 MB is refused, and so is a response', async () => {
  const host = await openWorkbook();
  const write = (rows: number) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange(`A1:J${rows}`).values = grid(rows, 10, '很长的文字'.repeat(20));
      await context.sync();
    });
  expect((await refusalOf(write(2000))).code).toBe('RequestPayloadSizeLimitExceeded');
  await write(1000);
  const read = Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1:J1000').load('values,text,formulas');
    await context.sync();
  });
  expect((await refusalOf(read)).code).toBe('ResponsePayloadSizeLimitExceeded');
  expect(host.counters.syncs).toBe(3);
});

test('trouble on demand: a failing request, a torn batch, cells that refuse', async () => {
  const host = await openWorkbook();
  const write = () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1').values = [['一']];
      sheet.getRange('A2').values = [['二']];
      await context.sync();
    });
  host.faults.failNext('AccessDenied');
  expect((await refusalOf(write())).code).toBe('AccessDenied');
  expect(host.toData().sheets[0]!.cells).toEqual({});
  await write();
  host.user.clear('Sheet1', 'A1:A2');
  host.faults.refuseWrites((address) => (address === 'Sheet1!A2' ? 'AccessDenied' : undefined));
  expect((await refusalOf(write())).code).toBe('AccessDenied');
  expect(Object.keys(host.toData().sheets[0]!.cells)).toEqual(['A1']);
  host.faults.clear();
  await write();
});

test('a batch can be torn after so many actions', async () => {
  const host = await openWorkbook();
  host.log = [];
  const write = () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      for (let row = 1; row <= 5; row++) sheet.getRange(`A${row}`).values = [[row]];
      await context.sync();
    });
  host.faults.tearNext(8);
  expect((await refusalOf(write())).code).toBe('GeneralException');
  const written = Object.keys(host.toData().sheets[0]!.cells).length;
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(5);
});

test('a workbook goes out as the data it came in as', async () => {
  const data = emptyWorkbookData('表', '二');
  Object.assign(data.sheets[0]!, {
    cells: {
      A1: { value: '标题', style: { font: { bold: true, size: 16 }, fill: '#DDEBF7', horizontal: 'Center' } },
      A2: { value: 46310, numberFormat: 'yyyy-mm-dd' },
      B2: { value: 3, formula: '=SUM(C2:C9)' },
      C2: { value: 3 },
    },
    merges: ['A1:D1'],
    rowHeights: { '1': 30 },
    columnWidths: { B: 80 },
    columnFormats: { C: { numberFormat: '@' } },
    hiddenRows: [5],
    hiddenColumns: ['F'],
    dataValidations: [{ range: 'C2:C9', rule: { list: { source: '是,否' } } }],
    conditionalFormats: [{ range: 'C2:C9', type: 'DataBar', dataBar: { color: '#63BE7B' }, priority: 0 }],
    tabColor: '#FF0000',
    freeze: { rows: 1, columns: 0 },
  });
  data.names = [{ name: '合计', formula: '=表!$B$2', visible: true, comment: '' }];
  const host = await openWorkbook(structuredClone(data));
  const again = await openWorkbook(host.toData());
  expect(again.toData()).toEqual(host.toData());
  expect(host.toData()).toMatchObject(data);
});

test('a sheet keeps its id over saving and opening, and no new sheet gets the same', async () => {
  const host = await openWorkbook(emptyWorkbookData('甲', '乙'));
  const again = await openWorkbook(host.toData());
  again.user.addSheet('丙');
  const ids = again.document.sheets.map((sheet) => sheet.id);
  expect(ids.slice(0, 2)).toEqual(host.document.sheets.map((sheet) => sheet.id));
  expect(new Set(ids).size).toBe(3);
});
