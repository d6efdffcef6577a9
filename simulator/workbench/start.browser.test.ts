// `npm start` as a newcomer meets it: one address, data that stays, and nothing left running after Ctrl-C.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../../commands/sources.ts';
import { descendantsOf, freePort, isRunning } from './server/processes.ts';

const stateDir = mkdtempSync(join(tmpdir(), 'keybook-start-test-'));
afterAll(() => rmSync(stateDir, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly lines: string[];
}

async function start(...options: string[]): Promise<Started> {
  const child = spawn(process.execPath, [join(root, 'commands', 'run.mjs'), 'start', '--state', stateDir, ...options], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk: Buffer) => { text += chunk.toString('utf8'); });
  for (let waited = 0; waited < 300_000 && child.exitCode === null && !/^http:\S+\n/m.test(text); waited += 100) await new Promise((resolve) => setTimeout(resolve, 100));
  const url = /^(http:\S+)$/m.exec(text)?.[1];
  if (url === undefined) throw new Error(`npm start said:\n${text}`);
  return { child, url, lines: text.trim().split('\n') };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
    socket.on('error', () => resolve(false));
  });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} ends everything: no process, no port`, async () => {
    const port = await freePort(29_100);
    const { child, url, lines } = await start('--port', String(port));
    expect(url).toBe(`http://127.0.0.1:${port}/`);
    expect(lines.filter((line) => /https?:\/\//.test(line))).toHaveLength(1);
    expect((await fetch(url)).status).toBe(200);
    const people = (await (await fetch(new URL('/workbench-api/people', url))).json()) as unknown[];
    expect(people.length).toBeGreaterThan(5);

    const family = descendantsOf(child.pid!);
    expect(family.length).toBeGreaterThan(2);
    child.kill(signal);
    await once(child, 'exit');
    expect(family.filter(isRunning)).toEqual([]);
    expect(await answers(port)).toBe(false);
  });
}

test('a port that is taken is not fought over, and another site gets no activation code', async () => {
  const port = await freePort(29_200);
  const blocker = (await import('node:net')).createServer().listen(port, '127.0.0.1');
  await once(blocker, 'listening');
  const { child, url, lines } = await start('--port', String(port));
  expect(Number(new URL(url).port)).toBeGreaterThan(port);
  expect(lines.join('\n')).toContain(`Port ${port} is taken`);
  const asked = await fetch(new URL('/workbench-api/people/member-21-lin-xiaoman/code', url), { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } });
  expect(asked.status).toBe(404);
  child.kill('SIGINT');
  await once(child, 'exit');
  blocker.close();
});
