// The pane in the workbench is the pane that is deployed, and a person can use it: by keyboard, at 320 px, in Chinese.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { root } from '../../commands/sources.ts';
import { buildPane } from './server/pages.ts';
import { attachTag } from './server/site.ts';
import { launch, longWait, WorkbenchWindow } from './test-support/window.ts';

let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(() => browser.close());

test('JS and CSS are byte for byte those of the production build, and the page differs in two script tags', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keybook-production-'));
  await buildPane(root, 'cdn', folder);
  const served = async (path: string) => Buffer.from(await (await fetch(new URL(`/pane/${path}`, inject('workbenchUrl')))).arrayBuffer());
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|css)$/.test(name));
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) expect((await served(file)).equals(readFileSync(join(folder, file))), file).toBe(true);
  const page = (await served('')).toString('utf8').replace(attachTag, '').replace(/src="[^"]*office\.js"/, '');
  expect(page).toBe(readFileSync(join(folder, 'index.html'), 'utf8').replace(/src="[^"]*office\.js"/, ''));
  rmSync(folder, { recursive: true });
});

async function paneFrame(window: WorkbenchWindow): Promise<Frame> {
  const handle = await window.page.locator('#pane-frame iframe').elementHandle();
  return (await handle!.contentFrame())!;
}

test('signing in and synchronising need no mouse', async () => {
  const window = await WorkbenchWindow.open(browser, { open: '13', person: '韩谷雨' });
  const code = (await window.page.locator('#activation-code').textContent())!;
  await expect.poll(() => window.pane.locator('input[name=code]').inputValue(), { timeout: longWait }).toBe(code);
  const frame = await paneFrame(window);
  const { keyboard } = window.page;
  const focused = (wanted: string) => frame.evaluate((selector) => document.activeElement?.matches(selector) ?? false, wanted);
  const tabTo = async (wanted: string) => {
    for (let presses = 0; presses < 40 && !(await focused(wanted)); presses++) await keyboard.press('Tab');
    expect(await focused(wanted), wanted).toBe(true);
  };
  await window.page.locator('.cell-editor').focus();
  await keyboard.press('F6');
  await tabTo('input[name=code]');
  await keyboard.press('Control+a');
  await keyboard.insertText(code);
  await keyboard.press('Enter');
  const sync = window.pane.getByRole('button', { name: '同步', exact: true });
  await sync.waitFor({ timeout: longWait });
  await expect.poll(() => sync.isEnabled(), { timeout: longWait }).toBe(true);
  for (let presses = 0; presses < 40 && !(await sync.evaluate((button) => button === document.activeElement)); presses++) await keyboard.press('Tab');
  await keyboard.press('Enter');
  await window.pane.getByRole('button', { name: '完成', exact: true }).waitFor({ timeout: longWait });
  await window.close();
});

test('at 320 px nothing scrolls sideways, on any tab', async () => {
  const window = await WorkbenchWindow.open(browser, { open: '03', person: '顾山海' });
  await window.page.evaluate(() => document.body.style.setProperty('--pane-width', '321px'));
  const frame = await paneFrame(window);
  const excess = () => frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await window.pane.locator('input[name=code]').waitFor({ timeout: longWait });
  expect(await frame.evaluate(() => innerWidth)).toBe(320);
  expect(await excess()).toBeLessThanOrEqual(0);
  await window.signIn();
  for (const tab of ['工作簿', '考核', '佣金', '更多']) {
    await window.pane.getByText(tab, { exact: true }).first().click();
    await window.page.waitForLoadState('networkidle');
    expect(await excess(), tab).toBeLessThanOrEqual(0);
  }
  await window.close();
});

test('Chinese is really drawn: each character its own shape', async () => {
  const window = await WorkbenchWindow.open(browser);
  const frame = await paneFrame(window);
  await window.pane.locator('#screen').waitFor({ timeout: longWait });
  const shapes = await frame.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 40;
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    context.font = `32px ${getComputedStyle(document.body).fontFamily}`;
    context.textBaseline = 'top';
    return [...'客户拜访日报表'].map((character) => {
      context.clearRect(0, 0, 40, 40);
      context.fillText(character, 2, 2);
      return [...context.getImageData(0, 0, 40, 40).data].map((value, index) => (index % 4 === 3 && value > 100 ? index : 0)).filter((index) => index > 0).join();
    });
  });
  for (const shape of shapes) expect(shape.split(',').length).toBeGreaterThan(60);
  expect(new Set(shapes).size).toBe(shapes.length);
  await window.close();
});
