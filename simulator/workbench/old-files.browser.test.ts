// Years of old files end to end: dropped on the pane, imported with one press, imported again to no effect, taken back.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isImported } from '../../domain/protocol/imported.ts';
import { root } from '../../commands/sources.ts';
import { emptyWorkbookData } from '../excel/workbook-data.ts';
import { writeXlsx } from '../xlsx/index.ts';
import { recordsSeenBy } from './test-support/api.ts';
import { launch, longWait, WorkbenchWindow } from './test-support/window.ts';

let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

/** Thirteen workbooks are read three times: on a slow machine that takes its time. */
const roomy = { timeout: 600_000 };
const folder = join(root, 'fixtures', 'workbooks');
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.xlsx') && Number(name.slice(0, 2)) <= 13)
  .map((name) => ({ name, base64: readFileSync(join(folder, name)).toString('base64') }));

/** As from the desktop: one drop of many files. */
async function drop(window: WorkbenchWindow, files: readonly { readonly name: string; readonly base64: string }[]): Promise<void> {
  await window.pane.locator('body').evaluate((body, dropped) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of dropped) transfer.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name));
    body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, files);
  await window.pane.getByRole('button', { name: '清空清单' }).waitFor({ timeout: longWait });
}

const shown = async (window: WorkbenchWindow) => (await window.pane.locator('#screen').textContent()) ?? '';
const press = (window: WorkbenchWindow, name: string | RegExp) => window.pane.getByRole('button', { name }).first().click();
const book = (window: WorkbenchWindow) => window.page.evaluate(() => JSON.stringify((window as unknown as { keybookHost: { toData(): unknown } }).keybookHost.toData()));
const importedOf = async (token: string) => (await recordsSeenBy(token)).filter(({ record }) => isImported(record));

test('thirteen workbooks are dropped, imported, imported again to no effect, and taken back after the pane was closed', roomy, async () => {
  const window = await WorkbenchWindow.open(browser, { person: '顾山海' });
  await window.signIn();
  const token = await window.token();
  const before = (await recordsSeenBy(token)).map(({ record }) => record).sort();
  const workbook = await book(window);

  await drop(window, [...samples, { name: '坏的.xlsx', base64: btoa('no workbook') }]);
  const list = await shown(window);
  for (const { name } of samples) expect(list).toContain(name);
  expect(list).toContain('1 个文件读不了');
  expect(list).toContain('不是 .xlsx 工作簿');
  expect(await importedOf(token)).toEqual([]);

  await press(window, /^导入 \d+ 条$/);
  await window.pane.getByRole('button', { name: '撤销导入' }).waitFor({ timeout: longWait });
  const count = Number(/已导入 (\d+) 条/.exec(await shown(window))![1]);
  expect(count).toBeGreaterThan(30);
  const imported = await importedOf(token);
  expect(imported).toHaveLength(count);
  // Excel read the files, and the workbook is what it was.
  expect(await book(window)).toBe(workbook);

  await press(window, '完成');
  await drop(window, samples);
  expect(await shown(window)).toContain('没有新记录');
  expect(await window.pane.getByRole('button', { name: '没有可导入的记录' }).isDisabled()).toBe(true);

  await window.page.reload();
  await window.pane.locator('[role=tablist]').first().waitFor({ timeout: longWait });
  await press(window, '导入以前的 Excel 文件');
  await press(window, /^撤销导入/);
  await press(window, `撤销 ${count} 条`);
  await window.pane.getByText(`已撤销，删去 ${count} 条`).waitFor({ timeout: longWait });
  expect((await recordsSeenBy(token)).map(({ record }) => record).sort()).toEqual(before);
  expect(window.errors).toEqual([]);
  await window.close();
});

/** Two gift plans of nobody's sample. */
async function oldPlan(): Promise<Buffer> {
  const data = emptyWorkbookData('2023');
  const rows = [['礼品馈赠计划表'], ['客户名称', '所属行业', '合作情况', '馈赠目的', '礼品名称', '数量', '预算价值(元)', '责任人', '备注'], ['千帆渡', '', '', '2023 年中秋', '旧年茶礼', '2', '300', '林小满', ''], ['千帆渡', '', '', '2023 年春节', '旧年糖礼', '1', '80', '林小满', '']];
  rows.forEach((row, line) => row.forEach((value, column) => (data.sheets[0]!.cells[`${'ABCDEFGHI'[column]}${line + 1}`] = { value })));
  return Buffer.from(await writeXlsx(data));
}

test('by keyboard: files are chosen and imported, a sync names the records and draws none until somebody asks', roomy, async () => {
  const window = await WorkbenchWindow.open(browser, { person: '林小满' });
  await window.signIn();
  const enter = async (name: string | RegExp): Promise<void> => {
    const button = window.pane.getByRole('button', { name }).first();
    await button.waitFor({ timeout: longWait });
    await button.focus();
    await window.page.keyboard.press('Enter');
  };
  await enter('导入以前的 Excel 文件');
  const chooser = window.page.waitForEvent('filechooser');
  await enter('选择文件');
  await (await chooser).setFiles([{ name: '2023 礼品.xlsx', mimeType: 'application/octet-stream', buffer: await oldPlan() }]);
  await enter('导入 2 条');
  await enter('完成');
  expect(await window.syncFromRibbon()).toContain('礼品馈赠计划表');
  expect((await window.texts()).has('旧年茶礼')).toBe(false);

  await enter('把礼品馈赠计划表放进本工作簿');
  await expect.poll(async () => (await window.texts()).has('旧年茶礼'), { timeout: longWait }).toBe(true);
  await window.finish();

  await window.pane.getByRole('tab', { name: '更多' }).click();
  await enter('导入以前的 Excel 文件');
  await enter(/^撤销导入/);
  await enter('撤销 2 条');
  await window.pane.getByText('已撤销，删去 2 条').waitFor({ timeout: longWait });
  expect(await importedOf(await window.token())).toEqual([]);
  expect(window.errors).toEqual([]);
  await window.close();
});
