// `npm run migration -- <name>`: writes the migration that leads from the last schema to worker/db/schema.ts.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './sources.ts';

const [name] = process.argv.slice(2);
if (name === undefined || !/^[a-z0-9-]+$/.test(name)) {
  console.error('npm run migration -- <name>, in lower case with hyphens, e.g. add-step-comment');
  process.exit(2);
}
const run = spawnSync(process.execPath, [join(root, 'node_modules', 'drizzle-kit', 'bin.cjs'), 'generate', '--config', 'drizzle.config.ts', '--name', name], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
process.exit(run.status ?? 1);
