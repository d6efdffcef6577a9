// The screens of shared workbooks in a narrow pane and a usual one, with texts as long as they get: nothing runs out of the
// pane. Pictures are kept for looking at.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { createServer } from 'vite';
import type { ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../commands/sources.ts';
import { launch, longWait } from '../../simulator/workbench/test-support/window.ts';

const screens = ['home-shared', 'refreshed', 'news', 'conflicts', 'conflicts-hard', 'conflicts-decided', 'receipt', 'refused', 'check-up', 'check-up-cut', 'history-record', 'history-field', 'questions', 'questions-removed', 'problems', 'offline'];

let browser: Browser;
let server: ViteDevServer;
const cacheDir = mkdtempSync(join(tmpdir(), 'keybook-gallery-'));
beforeAll(async () => {
  browser = await launch();
  server = await createServer({ root: join(root, 'addin'), configFile: join(root, 'vite.config.ts'), cacheDir, server: { host: '127.0.0.1', port: 28_990 }, logLevel: 'error' });
  await server.listen();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(cacheDir, { recursive: true });
});

test.each([[320], [400]])('at %d px', async (width) => {
  const page = await browser.newPage({ viewport: { width, height: 900 }, locale: 'zh-CN' });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  for (const screen of screens) {
    await page.goto(new URL(`panes/gallery.html?screen=${screen}&long`, server.resolvedUrls!.local[0]).href);
    await page.locator('#screen').waitFor({ timeout: longWait });
    await page.waitForLoadState('networkidle');
    const outside = await page.evaluate(() => {
      const edge = document.documentElement.clientWidth;
      const shown = [...document.querySelectorAll('body *')].filter((element) => element.closest('.unseen, svg') === null && element.getBoundingClientRect().width > 0);
      return shown.filter((element) => element.getBoundingClientRect().right > edge + 1 || element.getBoundingClientRect().left < -1).map((element) => element.textContent);
    });
    expect(outside, screen).toEqual([]);
    // As high as the screen is long, so that its foot is at its end.
    await page.setViewportSize({ width, height: await page.evaluate(() => document.getElementById('screen')!.scrollHeight + 150) });
    await page.screenshot({ path: join(root, '.state', 'pictures', `narrow-${screen}-${width}.png`) });
    await page.setViewportSize({ width, height: 900 });
  }
  expect(errors).toEqual([]);
  await page.close();
});
