import { expect, test } from 'vitest';
import { openWorkbook, refusalOf } from '../testing.ts';

test('reading what was not loaded throws in the client', async () => {
  await openWorkbook();
  const error = await refusalOf(
    Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange().load('address');
      await context.sync();
      return range.values;
    }),
  );
  expect(error.code).toBe('PropertyNotLoaded');
});

test('a sheet that is missing is a null object, and so is everything below it', async () => {
  await openWorkbook();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('没有').load('name');
    const range = sheet.getRange('A1').load('values');
    await context.sync();
    expect(sheet.isNullObject).toBe(true);
    expect(range.isNullObject).toBe(true);
  });
});

test('the id of a sheet is known after any sync', async () => {
  const host = await openWorkbook();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    await context.sync();
    expect(sheet.id).toBe(host.document.sheets[0]!.id);
  });
});

test('errors name their code and the place in the batch', async () => {
  await openWorkbook();
  const error = await refusalOf(
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[1]];
      context.workbook.worksheets.getItem('没有').getRange('A1').values = [[1]];
      await context.sync();
    }),
  );
  expect(error.code).toBe('ItemNotFound');
  expect(error.debugInfo.errorLocation).toBe('WorksheetCollection.getItem');
  expect(error.debugInfo.statement).toContain('getItem');
});

test('a batch is no transaction: what came before the error stays', async () => {
  const host = await openWorkbook();
  await refusalOf(
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1').values = [['留下']];
      sheet.getRange('A1:B2').values = [[1]];
      await context.sync();
    }),
  );
  expect(host.toData().sheets[0]!.cells['A1']!.value).toBe('留下');
});

test('tracked ranges outlive their batch and are freed afterwards', async () => {
  const host = await openWorkbook();
  const range = await Excel.run(async (context) => {
    const tracked = context.workbook.getSelectedRange();
    context.trackedObjects.add(tracked);
    await context.sync();
    return tracked;
  });
  await Excel.run(range, async (context) => {
    range.load('address');
    await context.sync();
    expect(range.address).toBe('Sheet1!A1');
    range.untrack();
    await context.sync();
  });
  await host.idle();
});

test('a load without arguments brings the scalars, toJSON shows them', async () => {
  await openWorkbook();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B1').load();
    await context.sync();
    expect(range.toJSON()).toMatchObject({ address: 'Sheet1!A1:B1', rowCount: 1, columnCount: 2, values: [['', '']] });
  });
});

test('a collection can be loaded with nested selections', async () => {
  await openWorkbook();
  await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name,items/protection/protected,items/visibility');
    await context.sync();
    expect(sheets.items[0]!.protection.protected).toBe(false);
    expect(sheets.items[0]!.visibility).toBe('Visible');
  });
});
