// `npm run build [-- --host https://keybook.example.com]`: what is deployed. The pane, the Worker as a dry run, and the
// manifest with the address of the host in place of the placeholder.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPane } from '../simulator/workbench/server/pages.ts';
import { root } from './sources.ts';

const { values } = parseArgs({ options: { host: { type: 'string', default: 'https://localhost:8787' } } });
const host = values.host.replace(/\/$/, '');
if (!/^https:\/\/[^\s/]+$/.test(host)) throw new Error('--host wants an https address without a path, e.g. https://keybook.example.com');

console.log('Building the pane ...');
await buildPane(root, 'cdn', join(root, 'dist', 'pane'));
console.log('Building the Worker (dry run) ...');
const worker = spawnSync(process.execPath, [join(root, 'node_modules', 'wrangler', 'bin', 'wrangler.js'), 'deploy', '--dry-run', '--minify', '--outdir', join(root, 'dist', 'worker')], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
if (worker.status !== 0) process.exit(1);

const manifest = join(root, 'manifest.xml');
if (existsSync(manifest)) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist', 'manifest.xml'), readFileSync(manifest, 'utf8').replaceAll(/https:\/\/(?:localhost:\d+|keybook\.example(?:\.com)?|HOST)(?=[/"<])/g, host));
  console.log(`dist/manifest.xml names ${host}`);
}
console.log('dist/pane, dist/worker and dist/manifest.xml are ready; docs/ says how to deploy them.');
