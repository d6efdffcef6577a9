// The Worker as `wrangler dev` runs it: its database in a folder of ours, its log in a file, its life ours to end.
// It knows nothing of the workbench.

import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, isRunning, stopTree } from './processes.ts';

export interface WorkerPlace {
  readonly root: string;
  /** Where the database, the log and the pid lie. */
  readonly stateDir: string;
}

export interface WorkerProcess {
  readonly origin: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const wranglerEnv = { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false', NO_COLOR: '1' };

function wrangler(root: string): string {
  return join(root, 'node_modules', 'wrangler', 'bin', 'wrangler.js');
}

/** Nothing to do where the same migrations were applied before: wrangler alone takes seconds to find that out. */
export function applyMigrations(place: WorkerPlace): void {
  const applied = join(place.stateDir, 'migrations.json');
  const wanted = JSON.stringify(readdirSync(join(place.root, 'worker', 'db', 'migrations')).sort());
  if (existsSync(applied) && readFileSync(applied, 'utf8') === wanted) return;
  runWrangler(place, ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', databaseDir(place)]);
  writeFileSync(applied, wanted);
}

export function executeSql(place: WorkerPlace, sql: string): void {
  const file = join(place.stateDir, 'execute.sql');
  writeFileSync(file, sql);
  runWrangler(place, ['d1', 'execute', 'DB', '--local', '--persist-to', databaseDir(place), '--file', file, '--yes']);
  rmSync(file);
}

function databaseDir(place: WorkerPlace): string {
  return join(place.stateDir, 'worker');
}

function runWrangler(place: WorkerPlace, args: string[]): void {
  const run = spawnSync(process.execPath, [wrangler(place.root), ...args], { cwd: place.root, env: wranglerEnv, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (run.status !== 0) throw new Error(`wrangler ${args.slice(0, 3).join(' ')} failed:\n${run.stdout}${run.stderr}`);
}

export async function startWorker(place: WorkerPlace): Promise<WorkerProcess> {
  mkdirSync(place.stateDir, { recursive: true });
  await stopLeftover(place);
  const port = await freePort(20_000 + Math.floor(Math.random() * 20_000));
  const logFile = join(place.stateDir, 'worker.log');
  const log = openSync(logFile, 'w');
  const args = [wrangler(place.root), 'dev', '--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0', '--persist-to', databaseDir(place)];
  const child = spawn(process.execPath, args, { cwd: place.root, env: wranglerEnv, stdio: ['ignore', log, log] });
  closeSync(log);
  const pid = child.pid!;
  writeFileSync(pidFile(place), String(pid));
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await stopTree(pid);
    rmSync(pidFile(place), { force: true });
  };
  for (let waited = 0; ; waited += 100) {
    if (await answers(`${origin}/api/health`)) return { origin, pid, stop };
    if (child.exitCode !== null || waited > 60_000) {
      await stop();
      throw new Error(`the Worker did not start:\n${readFileSync(logFile, 'utf8').slice(-3000)}`);
    }
    await pause(100);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

function pidFile(place: WorkerPlace): string {
  return join(place.stateDir, 'worker.pid');
}

/** Two wranglers on one database lock each other out, so one that a killed run has left behind ends first. */
async function stopLeftover(place: WorkerPlace): Promise<void> {
  if (!existsSync(pidFile(place))) return;
  const pid = Number(readFileSync(pidFile(place), 'utf8'));
  const commandLine = `/proc/${pid}/cmdline`;
  if (isRunning(pid) && existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes(databaseDir(place))) await stopTree(pid);
}
