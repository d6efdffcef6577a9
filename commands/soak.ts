// `npm run soak -- --operations N`: the simulation of a department at work with everything that can fail failing, for as
// long as wanted, on as many cores as there are. A seed that fails tells its story and is replayed by `--seed`.

import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Simulation } from '../simulator/soak/simulation.ts';
import type { Outcome } from '../simulator/soak/simulation.ts';

const usage = `npm run soak [-- options]
  --operations N   how many in all (50000)
  --each N         operations of one seed (500)
  --from N         the first seed (1)
  --seed N         only this seed, and the whole story of what happened
  --jobs N         threads (one a core)`;

interface Done {
  readonly seed: number;
  readonly outcome?: Outcome;
  readonly failure?: string;
  readonly story: readonly string[];
}

async function simulate(seed: number, operations: number): Promise<Done> {
  const simulation = new Simulation(seed);
  try {
    return { seed, outcome: await simulation.run(operations), story: simulation.story };
  } catch (error) {
    return { seed, failure: error instanceof Error ? error.message : String(error), story: simulation.story };
  }
}

if (isMainThread) {
  process.exit(await soak());
} else {
  // The storage is made to fail: that the Worker says so each time is no news here.
  console.error = () => {};
  const { each } = workerData as { each: number };
  parentPort!.on('message', (seed: number) => void simulate(seed, each).then((done) => parentPort!.postMessage(done.failure === undefined ? { ...done, story: [] } : done)));
}

async function soak(): Promise<number> {
  const { values } = parseArgs({
    options: { operations: { type: 'string', default: '50000' }, each: { type: 'string', default: '500' }, from: { type: 'string', default: '1' }, seed: { type: 'string' }, jobs: { type: 'string', default: String(availableParallelism()) }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const each = Number(values.each);
  if (values.seed !== undefined) {
    console.error = () => {};
    const done = await simulate(Number(values.seed), each);
    console.log([...done.story, done.failure === undefined ? JSON.stringify(done.outcome) : `FAILED: ${done.failure}`].join('\n'));
    return done.failure === undefined ? 0 : 1;
  }
  return soakSeeds(Number(values.from), Math.ceil(Number(values.operations) / each), each, Number(values.jobs));
}

async function soakSeeds(from: number, seeds: number, each: number, jobs: number): Promise<number> {
  const started = Date.now();
  const totals = { operations: 0, syncs: 0, failedSyncs: 0, faults: 0, records: 0, conflicts: 0 };
  const failed: number[] = [];
  let next = from;
  let done = 0;
  await Promise.all(Array.from({ length: Math.min(jobs, seeds) }, () => new Promise<void>((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { each }, execArgv: process.execArgv });
    const ask = (): void => {
      if (next >= from + seeds) return void worker.terminate().then(() => resolve());
      worker.postMessage(next);
      next += 1;
    };
    worker.on('error', reject);
    worker.on('message', ({ seed, outcome, failure, story }: Done) => {
      done += 1;
      if (outcome) for (const key of Object.keys(totals) as (keyof typeof totals)[]) totals[key] += outcome[key];
      if (failure !== undefined) {
        failed.push(seed);
        console.log(`seed ${seed} FAILED: ${failure}\n  ${story.slice(-12).join('\n  ')}\n  npm run soak -- --seed ${seed} --each ${each}`);
      }
      if (done % 20 === 0) console.log(`${done} of ${seeds} seeds, ${totals.operations.toLocaleString('en')} operations`);
      ask();
    });
    ask();
  })));
  console.log(Object.entries(totals).map(([key, count]) => `${key} ${count.toLocaleString('en')}`).join(', '));
  console.log(`${seeds - failed.length} of ${seeds} seeds hold (${((Date.now() - started) / 1000).toFixed(0)} s)`);
  return failed.length === 0 ? 0 : 1;
}
