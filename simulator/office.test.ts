import { expect, test } from 'vitest';
import { emptyWorkbookData } from './excel/workbook-data.ts';
import { ExcelHost } from './host.ts';
import { loadOffice } from './node-office.ts';
import { openWorkbook, refusalOf } from './testing.ts';

test('office.js believes that it runs in Excel on a Chinese PC', async () => {
  const office = await loadOffice(new ExcelHost());
  expect(office.info).toMatchObject({ host: 'Excel', platform: 'PC' });
  expect(Office.context.displayLanguage).toBe('zh-CN');
  expect(Office.context.contentLanguage).toBe('zh-CN');
});

test('requirement sets follow the manifest, and anything newer throws', async () => {
  await openWorkbook();
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.14')).toBe(true);
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.15')).toBe(false);
  const error = await refusalOf(
    Excel.run(async (context) => {
      context.workbook.getSelectedRange().getDependents();
      await context.sync();
    }),
  );
  expect(error.code).toBe('ApiNotFound');
});

test('what nobody has implemented is refused loudly', async () => {
  await openWorkbook();
  const error = await refusalOf(
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').removeDuplicates([0], false);
      await context.sync();
    }),
  );
  expect(error.code).toBe('ApiNotFound');
  expect(error.message).toBe('[simulator] Range.removeDuplicates() is not implemented');
});

test('another workbook can be put behind the same library', async () => {
  await openWorkbook(emptyWorkbookData('客户', '目标'));
  const names = () =>
    Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load('items/name');
      await context.sync();
      return sheets.items.map((sheet) => sheet.name);
    });
  expect(await names()).toEqual(['客户', '目标']);
  await openWorkbook(emptyWorkbookData('访谈'));
  expect(await names()).toEqual(['访谈']);
});

test('document settings are kept by the host', async () => {
  const host = await openWorkbook();
  Office.context.document.settings.set('Office.AutoShowTaskpaneWithDocument', true);
  await new Promise((resolve) => Office.context.document.settings.saveAsync(resolve));
  expect(host.documentSettings).toEqual({ 'Office.AutoShowTaskpaneWithDocument': 'true' });
});

test('a ribbon button runs its action until it is completed', async () => {
  const office = await loadOffice(new ExcelHost());
  const pressed: string[] = [];
  Office.actions.associate('syncNow', (event: Office.AddinCommands.Event) => {
    pressed.push(event.source.id);
    event.completed();
  });
  await office.pressRibbonButton('syncNow');
  expect(pressed).toEqual(['syncNow']);
  await expect(office.pressRibbonButton('unknown')).rejects.toThrow('ended with status');
});

test('while a cell is being edited every request is refused', async () => {
  const host = await openWorkbook();
  host.cellEditMode = true;
  const error = await refusalOf(Excel.run((context) => context.sync(context.workbook.getSelectedRange().load('address'))));
  expect(error.code).toBe('InvalidOperationInCellEditMode');
});
