// The grid as a person uses it: keys, typing with an input method, undo, rows, tabs, files, reloads.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, longWait, WorkbenchWindow } from './test-support/window.ts';

let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

const valueAt = async (window: WorkbenchWindow, sheet: string, address: string) => (await window.sheet(sheet)).cells[address]?.value ?? '';

test('typing replaces, Enter and Tab move on, F2 edits, Escape leaves it, Delete empties, Ctrl+Z brings back', async () => {
  const window = await WorkbenchWindow.open(browser);
  const { keyboard } = window.page;
  await window.page.locator('.cell-editor').focus();
  for (const key of ['1', '2', 'Enter', '3', 'Tab']) await keyboard.press(key);
  await keyboard.insertText('=A1+A2');
  await keyboard.press('Enter');
  expect(await valueAt(window, 'Sheet1', 'B2')).toBe(15);

  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowLeft');
  await keyboard.press('F2');
  await keyboard.press('0');
  await keyboard.press('Escape');
  expect(await valueAt(window, 'Sheet1', 'A2')).toBe(3);
  await keyboard.press('F2');
  await keyboard.press('0');
  await keyboard.press('Enter');
  expect(await valueAt(window, 'Sheet1', 'B2')).toBe(42);

  await keyboard.press('ArrowUp');
  await keyboard.press('Delete');
  expect(await valueAt(window, 'Sheet1', 'A2')).toBe('');
  await keyboard.press('Control+z');
  expect(await valueAt(window, 'Sheet1', 'A2')).toBe(30);
  await window.close();
});

test('an input method composes in the cell: keys of the composition move nothing, the text arrives whole', async () => {
  const window = await WorkbenchWindow.open(browser);
  await window.page.locator('.cell-editor').focus();
  const session = await window.page.context().newCDPSession(window.page);
  await session.send('Input.imeSetComposition', { text: 'bai', selectionStart: 3, selectionEnd: 3 });
  await window.page.locator('.cell-editor').dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true });
  expect(await window.page.locator('#name-box').inputValue()).toBe('A1');
  expect(await window.page.evaluate(() => (window as unknown as { keybookHost: { cellEditMode: boolean } }).keybookHost.cellEditMode)).toBe(true);
  await session.send('Input.insertText', { text: '拜访日报' });
  await window.page.keyboard.press('Enter');
  expect(await valueAt(window, 'Sheet1', 'A1')).toBe('拜访日报');
  expect(await window.page.evaluate(() => (window as unknown as { keybookHost: { cellEditMode: boolean } }).keybookHost.cellEditMode)).toBe(false);
  await window.close();
});

test('a row goes in and out by the menu, and a tab is renamed by a double press', async () => {
  const window = await WorkbenchWindow.open(browser, { open: '03' });
  const [first] = await window.sheetNames();
  const title = await window.page.locator('[data-cell="A1"]').textContent();
  await window.page.locator('.rh[data-row="0"]').click({ button: 'right' });
  await window.page.getByRole('menuitem', { name: '在上方插入行' }).click();
  await expect.poll(() => window.page.locator('[data-cell="A2"]').textContent()).toBe(title);
  await window.page.locator('.rh[data-row="0"]').click({ button: 'right' });
  await window.page.getByRole('menuitem', { name: '删除行' }).click();
  await expect.poll(() => window.page.locator('[data-cell="A1"]').textContent()).toBe(title);

  await window.page.getByRole('tab', { name: first!, exact: true }).dblclick();
  await window.page.getByLabel('工作表名称').fill('第一天');
  await window.page.keyboard.press('Enter');
  expect((await window.sheetNames())[0]).toBe('第一天');
  await window.close();
});

test('a form is shown with its merged areas, its lines and its number formats', async () => {
  const window = await WorkbenchWindow.open(browser, { open: '03' });
  const sheet = await window.sheet('10.12');
  const merge = sheet.merges.find((range) => range.startsWith('A1:'))!;
  expect(merge).toBeDefined();
  const title = (await window.page.locator('[data-cell="A1"]').boundingBox())!;
  const single = (await window.page.locator('.ch[data-column="0"]').boundingBox())!;
  expect(title.width).toBeGreaterThan(single.width * 4);
  expect(await window.page.locator('.cell[style*="border-bottom"]').count()).toBeGreaterThan(20);
  await window.close();
});

test('the workbook is still there after a reload, and comes back from its own file', async () => {
  const window = await WorkbenchWindow.open(browser, { open: '03' });
  await window.typeInto('10.12', 'P20', '留着');
  await window.page.waitForTimeout(600); // the page saves shortly after the last change
  await window.page.reload();
  await window.page.locator('body[data-ready]').waitFor({ timeout: longWait });
  expect(await valueAt(window, '10.12', 'P20')).toBe('留着');

  const [download] = await Promise.all([window.page.waitForEvent('download'), window.page.getByRole('button', { name: '另存 .xlsx' }).click()]);
  await window.page.locator('#file').setInputFiles((await download.path())!);
  await expect.poll(() => valueAt(window, '10.12', 'P20'), { timeout: longWait }).toBe('留着');
  await window.close();
});

test('another window is another person\'s computer: its own workbook, nobody signed in', async () => {
  const window = await WorkbenchWindow.open(browser, { person: '林小满' });
  await window.signIn();
  await window.typeInto('Sheet1', 'A1', '只在这里');
  const [other] = await Promise.all([window.page.context().waitForEvent('page'), window.page.getByRole('button', { name: '再开一个窗口' }).click()]);
  await other.locator('body[data-ready]').waitFor({ timeout: longWait });
  await other.frameLocator('#pane-frame iframe').locator('input[name=code]').waitFor({ timeout: longWait });
  expect(await other.locator('[data-cell="A1"]').count()).toBe(0);

  await other.locator('#person').click();
  await other.getByRole('menuitem', { name: /^周立夏/ }).click();
  await other.locator('#activation-code').waitFor({ timeout: longWait });
  expect(await other.locator('#file-name').textContent()).toContain('周立夏');
  expect(await valueAt(window, 'Sheet1', 'A1')).toBe('只在这里');
  await window.close();
});
