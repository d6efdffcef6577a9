// Hook B in a real browser: office.js as shipped, in an iframe over https, talks to the host by postMessage.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Frame } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumPath } from '../../commands/chromium.ts';
import { serve } from './test-support/https-server.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  server = await serve(await outerScript());
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function outerScript(): Promise<string> {
  const entry = fileURLToPath(new URL('./test-support/web-page.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['es'], fileName: 'outer' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('vite built nothing');
  return output.output[0].code;
}

async function openPane(): Promise<Frame> {
  const page = await browser.newPage({ ignoreHTTPSErrors: true });
  await page.goto(server.origin);
  await expect.poll(() => page.frames().some((frame) => frame.url().endsWith('/pane.html'))).toBe(true);
  const pane = page.frames().find((frame) => frame.url().endsWith('/pane.html'))!;
  await pane.waitForFunction(() => typeof Office !== 'undefined');
  return pane;
}

test('the pane in an iframe reads, writes and hears events as in Excel on the web', async () => {
  const pane = await openPane();
  const info = await pane.evaluate(() => Office.onReady());
  expect(info).toMatchObject({ host: 'Excel', platform: 'OfficeOnline' });
  const read = await pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B1');
      range.values = [['客户', '=1+1']];
      range.load('values,address');
      await context.sync();
      return [range.address, range.values];
    }),
  );
  expect(read).toEqual(['Sheet1!A1:B1', [['客户', 2]]]);
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async (event) => {
        document.body.textContent = event.address;
      });
      await context.sync();
    }),
  );
  await pane.page().evaluate(() => {
    const { host } = window as unknown as { host: import('../host.ts').ExcelHost };
    host.user.type('Sheet1', 'C5', '2026-10-15');
  });
  await expect.poll(() => pane.locator('body').textContent()).toBe('C5');
});

test('document settings reach the host', async () => {
  const pane = await openPane();
  await pane.evaluate(async () => {
    await Office.onReady();
    Office.context.document.settings.set('key', 1);
    await new Promise((resolve) => Office.context.document.settings.saveAsync(resolve));
  });
  const stored = await pane.page().evaluate(() => (window as unknown as { host: { documentSettings: object } }).host.documentSettings);
  expect(stored).toEqual({ key: '1' });
});
