// The pane as it is deployed: its budget, where Office.js comes from, and that nothing else depends on that.

import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { build } from 'vite';
import type { Rollup } from 'vite';

const FIRST_LOAD_BYTES = 60_000;
const before = process.env['OFFICE_JS'];
afterEach(() => {
  if (before === undefined) delete process.env['OFFICE_JS'];
  else process.env['OFFICE_JS'] = before;
});

async function built(officeJs: string): Promise<Map<string, Buffer>> {
  process.env['OFFICE_JS'] = officeJs;
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));
  const { output } = (await build({ configFile, mode: 'production', logLevel: 'error', build: { write: false } })) as Rollup.RollupOutput;
  return new Map(output.map((file) => [file.fileName, Buffer.from(file.type === 'chunk' ? file.code : file.source)]));
}

test('every choice of Office.js gives the same files but for index.html, and bundles none of it', async () => {
  const [world, china, local] = [await built('global'), await built('21vianet'), await built('local')];
  expect(scriptOf(world)).toBe('https://appsforoffice.microsoft.com/lib/1/hosted/office.js');
  expect(scriptOf(china)).toBe('https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js');
  expect(scriptOf(local)).toBe('/office-js/office.js');
  for (const other of [china, local]) {
    expect([...other.keys()]).toEqual([...world.keys()]);
    for (const [name, content] of world) if (name !== 'index.html') expect(other.get(name)!.equals(content), name).toBe(true);
  }
  const scripts = [...world].filter(([name]) => name.endsWith('.js')).map(([, content]) => content.toString());
  expect(scripts.some((code) => /OSF\.|gallery|demoReading/.test(code))).toBe(false);
});

test('what the browser must load before the pane shows itself keeps its budget', async () => {
  const files = await built('global');
  const page = files.get('index.html')!.toString();
  const first = [...page.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map((match) => match[1]!);
  expect(first.some((name) => name.endsWith('.js')) && first.some((name) => name.endsWith('.css'))).toBe(true);
  const bytes = ['index.html', ...first].reduce((sum, name) => sum + gzipSync(files.get(name)!).length, 0);
  expect(bytes).toBeLessThanOrEqual(FIRST_LOAD_BYTES);
});

test('icons keep their names, and the headers go with them', async () => {
  const files = await built('global');
  for (const size of [16, 32, 64, 80]) expect(files.has(`assets/icon-${size}.png`)).toBe(true);
  const headers = files.get('_headers')!.toString();
  expect(headers).toMatch(/\/assets\/icon-\*\.png\n {2}! Cache-Control/);
  expect(headers).toMatch(/frame-ancestors 'self' https:/);
  expect(headers).not.toMatch(/unsafe-(inline|eval)/);
});

function scriptOf(files: Map<string, Buffer>): string | undefined {
  return /<script src="([^"]+)"><\/script>/.exec(files.get('index.html')!.toString())?.[1];
}
