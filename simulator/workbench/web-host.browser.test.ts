// Excel on the web: the production build, untouched, with its CDN address of office.js and its own content policy, in an
// iframe over https beside a host of the same name. Playwright answers for both names; nothing leaves this machine.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Route } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { root } from '../../commands/sources.ts';
import { readBelow } from './server/files.ts';
import { buildPane } from './server/pages.ts';
import { launch, longWait } from './test-support/window.ts';

const origin = 'https://keybook.test';
const library = join(root, 'node_modules', '@microsoft', 'office-js', 'dist');
const folder = mkdtempSync(join(tmpdir(), 'keybook-web-host-'));
let browser: Browser;
let hostScript: string;

beforeAll(async () => {
  browser = await launch();
  await buildPane(root, 'cdn', folder);
  const entry = fileURLToPath(new URL('../transports/test-support/web-page.ts', import.meta.url));
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, lib: { entry, formats: ['es'], fileName: 'host' } } });
  const [output] = Array.isArray(built) ? built : [built];
  hostScript = (output as { output: { code: string }[] }).output[0]!.code;
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function answer(context: BrowserContext): Promise<void> {
  const policy = /Content-Security-Policy:\s*(.+)/.exec(readFileSync(join(folder, '_headers'), 'utf8'))![1]!;
  await context.route(`${origin}/**`, async (route: Route) => {
    const { pathname, search } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><meta charset="utf-8"><style>iframe{width:350px;height:700px}</style><body><script type="module" src="/host.js"></script>' });
    if (pathname === '/host.js') return route.fulfill({ contentType: 'text/javascript', body: hostScript });
    if (pathname.startsWith('/api/')) return route.fulfill({ response: await route.fetch({ url: inject('workerOrigin') + pathname + search }) });
    if (pathname === '/pane.html') return route.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': policy }, body: readFileSync(join(folder, 'index.html')) });
    return file(route, folder, pathname);
  });
  await context.route('https://appsforoffice.microsoft.com/lib/1/hosted/**', (route) => file(route, library, new URL(route.request().url()).pathname.replace('/lib/1/hosted/', '')));
}

async function file(route: Route, place: string, path: string): Promise<void> {
  const bytes = await readBelow(place, path);
  const contentType = path.endsWith('.css') ? 'text/css' : 'text/javascript';
  await (bytes === null ? route.fulfill({ status: 404, body: dirname(path) }) : route.fulfill({ contentType, body: bytes }));
}

test('the pane as deployed starts in Excel on the web, signs in and makes the scorecards', async () => {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 500, height: 760 } });
  await answer(context);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${origin}/`);
  const pane = page.frameLocator('iframe');
  await pane.locator('input[name=code]').waitFor({ timeout: longWait });

  const people = (await (await fetch(new URL('/workbench-api/people', inject('workbenchUrl')))).json()) as { id: string; name: string }[];
  const person = people.find(({ name }) => name === '顾山海')!;
  const { activationCode } = (await (await fetch(new URL(`/workbench-api/people/${person.id}/code`, inject('workbenchUrl')), { method: 'POST' })).json()) as { activationCode: string };
  await pane.locator('input[name=code]').fill(activationCode);
  await pane.getByRole('button', { name: '登录', exact: true }).click();
  await pane.getByText('考核', { exact: true }).first().click();
  await pane.getByRole('button', { name: '生成考核表', exact: true }).click();
  await pane.getByText(/已写入/).first().waitFor({ timeout: longWait });
  const sheets = await page.evaluate(() => (window as unknown as { host: { document: { sheets: { name: string }[] } } }).host.document.sheets.map((sheet) => sheet.name));
  expect(sheets.filter((name) => name.includes('考核'))).toHaveLength(8);
  expect(errors).toEqual([]);
  await context.close();
});
