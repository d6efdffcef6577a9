import { expect, test } from 'vitest';
import { openWorkbook } from './testing.ts';

type Changed = Excel.WorksheetChangedEventArgs;

async function listen(): Promise<Changed[]> {
  const heard: Changed[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async (event) => void heard.push(event));
    await context.sync();
  });
  return heard;
}

test('what a person types is told with its place and its values', async () => {
  const host = await openWorkbook();
  const heard = await listen();
  host.user.type('Sheet1', 'B2', '2026-10-15');
  await host.idle();
  expect(heard[0]).toMatchObject({
    address: 'B2',
    source: 'Local',
    triggerSource: 'Unknown',
    changeType: 'RangeEdited',
    details: { valueBefore: '', valueAfter: 46310, valueTypeAfter: 'Double' },
    worksheetId: host.document.sheets[0]!.id,
  });
});

test('the add-in hears its own writes, marked as such, and what co-authors write as remote', async () => {
  const host = await openWorkbook();
  const heard = await listen();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1:B1').values = [[1, 2]];
    await context.sync();
  });
  host.user.coauthorTypes('Sheet1', 'A2', '乙');
  await host.idle();
  expect(heard.map((event) => [event.address, event.source, event.triggerSource])).toEqual([
    ['A1:B1', 'Local', 'ThisLocalAddin'],
    ['A2', 'Remote', 'Unknown'],
  ]);
  expect(heard[0]!.details).toBeUndefined();
});

test('events can be switched off and handlers removed', async () => {
  const host = await openWorkbook();
  let count = 0;
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const handler = sheet.onChanged.add(async () => void count++);
    await context.sync();
    host.user.type('Sheet1', 'A1', '1');
    await host.idle();
    context.runtime.enableEvents = false;
    await context.sync();
    host.user.type('Sheet1', 'A1', '2');
    context.runtime.enableEvents = true;
    handler.remove();
    await context.sync();
    host.user.type('Sheet1', 'A1', '3');
    await host.idle();
  });
  expect(count).toBe(1);
});

test('the range of an event can be asked for, also after its sheet was renamed', async () => {
  const host = await openWorkbook();
  const heard = await listen();
  host.user.type('Sheet1', 'C3', '值');
  host.user.renameSheet('Sheet1', '新名字');
  await host.idle();
  await Excel.run(async (context) => {
    const range = heard[0]!.getRange(context).load('address,values');
    await context.sync();
    expect(range.address).toBe('新名字!C3');
    expect(range.values).toEqual([['值']]);
  });
});

test('sheets, selections, sorting and hidden rows are told', async () => {
  const host = await openWorkbook();
  const heard: string[] = [];
  const sheetHandler = async (event: { type: string }) => void heard.push(event.type);
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onAdded.add(sheetHandler);
    worksheets.onDeleted.add(sheetHandler);
    worksheets.onActivated.add(sheetHandler);
    worksheets.onSelectionChanged.add(sheetHandler);
    worksheets.onRowSorted.add(sheetHandler);
    worksheets.onRowHiddenChanged.add(sheetHandler);
    await context.sync();
  });
  host.user.addSheet('二');
  host.user.select('Sheet1', 'B2:C3');
  host.user.sortRows('Sheet1', 'A1:B5', 'A');
  host.user.hideRows('Sheet1', 2);
  host.user.deleteSheet('二');
  await host.idle();
  expect(heard).toEqual([
    'WorksheetAdded', 'WorksheetActivated', 'WorksheetActivated', 'WorksheetSelectionChanged', 'WorksheetRowSorted',
    'WorksheetRowHiddenChanged', 'WorksheetDeleted',
  ]);
});

test('a table hears changes inside it', async () => {
  const host = await openWorkbook();
  const heard: string[] = [];
  await Excel.run(async (context) => {
    const table = context.workbook.worksheets.getActiveWorksheet().tables.add('A1:B3', true);
    table.onChanged.add(async (event) => void heard.push(event.address));
    await context.sync();
  });
  host.user.type('Sheet1', 'A2', '里');
  host.user.type('Sheet1', 'D9', '外');
  await host.idle();
  expect(heard).toEqual(['A2']);
});
