// What the browser and the Worker load, compressed.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildPane } from '../../simulator/workbench/server/pages.ts';
import { root } from '../sources.ts';

export function workerBytes(folder: string): number {
  // The pane's files are served beside the Worker, and need not have been built.
  const assets = `${folder}-assets`;
  mkdirSync(assets, { recursive: true });
  const run = spawnSync(process.execPath, [join(root, 'node_modules', 'wrangler', 'bin', 'wrangler.js'), 'deploy', '--dry-run', '--minify', '--assets', assets, '--outdir', folder], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  return compressed(readdirSync(folder).filter((name) => name.endsWith('.js')).map((name) => join(folder, name)));
}

/** first: the page itself and what it names, enough for the first screen; later: what is imported after it, reading and sync among it. */
export async function paneBytes(folder: string): Promise<{ first: number; later: number }> {
  await buildPane(root, 'cdn', folder);
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.(?:js|css))"/g)].map((match) => join(folder, match[1]!));
  const first = [join(folder, 'index.html'), ...reached(named, new Set())];
  const scripts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js')).map((name) => join(folder, 'assets', name));
  return { first: compressed(first), later: compressed(scripts.filter((script) => !first.includes(script))) };
}

/** A script loads what it imports statically before it runs. */
function reached(files: readonly string[], seen: Set<string>): string[] {
  return files.flatMap((file) => {
    if (seen.has(file)) return [];
    seen.add(file);
    const imports = file.endsWith('.js') ? [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map((match) => join(file, '..', match[1]!)) : [];
    return [file, ...reached(imports, seen)];
  });
}

function compressed(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
}
