// The Worker in a process of its own over a D1 on disk: started, killed by SIGKILL, started again on what it left, and
// its database opened from outside once it is down.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Storage } from './storage-checks.ts';
import { descendantsOf, stopTree } from '../workbench/server/processes.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The Worker as one script. */
export async function bundledWorker(folder: string): Promise<string> {
  await build({
    root, configFile: false, logLevel: 'error',
    ssr: { noExternal: true, target: 'webworker' },
    build: { ssr: join(root, 'worker', 'index.ts'), outDir: folder, emptyOutDir: false, rolldownOptions: { output: { entryFileNames: 'worker.mjs' } } },
  });
  return join(folder, 'worker.mjs');
}

export class WorkerOnDisk {
  readonly #script: string;
  readonly #folder: string;
  #child: ChildProcess | null = null;
  origin = '';

  readonly #limits: string | null;

  /** `limits`: a shell's `ulimit` under which it runs. */
  constructor(script: string, folder: string, limits: string | null = null) {
    this.#script = script;
    this.#folder = folder;
    this.#limits = limits;
  }

  /** `founding`: the statements of a database that does not exist yet. */
  async start(founding?: readonly string[]): Promise<void> {
    mkdirSync(this.#folder, { recursive: true });
    const file = join(this.#script, '..', 'founding.json');
    if (founding) writeFileSync(file, JSON.stringify(founding));
    const args = ['--disable-warning=ExperimentalWarning', fileURLToPath(new URL('./serve-worker.ts', import.meta.url)), this.#script, this.#folder, ...(founding ? [file] : [])];
    const [command, ...rest] = this.#limits === null ? [process.execPath, ...args] : ['sh', '-c', `${this.#limits}; exec "$0" "$@"`, process.execPath, ...args];
    const child = spawn(command!, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    this.origin = await new Promise((resolve, reject) => {
      let said = '';
      child.stdout.on('data', (data: Buffer) => {
        said += data.toString();
        const origin = /^http:\S+/m.exec(said)?.[0];
        if (origin) resolve(origin);
      });
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
      child.on('exit', () => reject(new Error(`the Worker did not start:\n${said}`)));
    });
  }

  /** SIGKILL to workerd itself, in whatever it is doing; the process around it goes with it. */
  async kill(): Promise<void> {
    const child = this.#child!;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    for (const pid of descendantsOf(child.pid!).filter(isWorkerd)) process.kill(pid, 'SIGKILL');
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await ended;
  }

  async stop(): Promise<void> {
    if (this.#child?.pid !== undefined) await stopTree(this.#child.pid);
  }

  /** The database as it lies on disk; only while nothing runs. */
  open(): Storage & { close(): void } {
    const folder = join(this.#folder, 'd1', 'miniflare-D1DatabaseObject');
    const file = readdirSync(folder).find((name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite');
    const database = new DatabaseSync(join(folder, file!));
    return { rows: <Row>(sql: string, ...values: (string | number)[]) => database.prepare(sql).all(...values) as Row[], close: () => database.close() };
  }
}

function isWorkerd(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0]!.includes('workerd');
  } catch {
    return false;
  }
}
