// `npm start`: the product on one address, without Excel and without an account. Ctrl-C leaves nothing running.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { descendantsOf, stopTree } from '../simulator/workbench/server/processes.ts';
import { startWorkbench, type Workbench } from '../simulator/workbench/server/workbench.ts';

const usage = `npm start [-- options]
  --port N    preferred port (8787; the next free one where it is taken)
  --fresh     throw the local data away and start over
  --state DIR keep the data elsewhere than in .state/workbench
  --open-no   accepted for scripts; a browser is never opened`;

const { values } = parseArgs({
  options: { port: { type: 'string', default: '8787' }, fresh: { type: 'boolean' }, 'open-no': { type: 'boolean' }, state: { type: 'string' }, help: { type: 'boolean' } },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const parent = process.ppid;
let workbench: Workbench | undefined;
let isStopping = false;

async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await workbench?.stop();
  await Promise.all(descendantsOf(process.pid).map((pid) => stopTree(pid))); // a start that was cut short
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
// npm, ended by a signal, does not always pass it on: without a parent there is nobody left to serve.
setInterval(() => process.ppid !== parent && void stop(0), 1000).unref();

const port = Number(values.port);
const starting = startWorkbench({ root, stateDir: values.state ?? join(root, '.state', 'workbench'), port, fresh: values.fresh ?? false, say: console.log });
try {
  workbench = await starting;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
if (workbench.port !== port) console.log(`Port ${port} is taken; using ${workbench.port}.`);
console.log('Ready. Data stays until you start with --fresh; Ctrl-C ends everything.');
console.log(workbench.url);
