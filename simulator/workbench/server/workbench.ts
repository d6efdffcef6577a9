// Puts the whole product up on one address: built pages, a local Worker with the demo department, the workbench's site.

import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildPages } from './pages.ts';
import { peopleOf, type People } from './people.ts';
import { operatorToken, seedDatabase, seedRecords } from './seed.ts';
import { serveSite } from './site.ts';
import { claimStateDir, releaseStateDir } from './state-dir.ts';
import { applyMigrations, startWorker, type WorkerPlace } from './worker-process.ts';

export interface WorkbenchOptions {
  readonly root: string;
  readonly stateDir: string;
  /** Preferred port; the next free one is taken where it is in use. */
  readonly port: number;
  readonly fresh?: boolean;
  readonly allowFaults?: boolean;
  readonly say?: (line: string) => void;
}

export interface Workbench {
  readonly url: string;
  readonly port: number;
  readonly workerOrigin: string;
  readonly paneDir: string;
  readonly people: People;
  /** What the Worker did not take of the demo's records, where they were sent by this start. */
  readonly refusedOfDemo: readonly string[];
  stop(): Promise<void>;
}

export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const say = options.say ?? (() => {});
  const stateDir = claimStateDir(options.stateDir, options.fresh ?? false);
  if (stateDir !== options.stateDir) say(`Another workbench uses the data in ${options.stateDir}; this one keeps its own in ${stateDir}.`);
  const place: WorkerPlace = { root: options.root, stateDir };

  say('Building the pane and the workbench page ...');
  const pages = await buildPages(options.root);
  say('Preparing the local database ...');
  const seedFile = join(stateDir, 'seed.json');
  applyMigrations(place);
  if (!existsSync(seedFile)) seedDatabase(place, seedFile);
  say('Starting the Worker ...');
  const worker = await startWorker(place);
  try {
    const operator = await operatorToken(worker.origin, seedFile);
    const people = peopleOf(worker.origin, operator);
    const refusedOfDemo = await seedRecords(worker.origin, seedFile, people, say);
    const { server, port } = await serveSite({ root: options.root, pages, workerOrigin: worker.origin, people, port: options.port, allowFaults: options.allowFaults });
    const stop = async () => {
      server.close();
      server.closeAllConnections();
      await Promise.all([once(server, 'close'), worker.stop()]);
      releaseStateDir(stateDir);
    };
    return { url: `http://127.0.0.1:${port}/`, port, workerOrigin: worker.origin, paneDir: pages.paneDir, people, refusedOfDemo, stop };
  } catch (error) {
    await worker.stop();
    releaseStateDir(stateDir);
    throw error;
  }
}
