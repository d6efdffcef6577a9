// One workbench for all browser tests: production pages, a freshly seeded Worker in a folder of its own, a free port.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { root } from '../../../commands/sources.ts';
import { startWorkbench } from '../server/workbench.ts';

declare module 'vitest' {
  interface ProvidedContext {
    workbenchUrl: string;
    workerOrigin: string;
    paneDir: string;
    refusedOfDemo: readonly string[];
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stateDir = mkdtempSync(join(tmpdir(), 'keybook-browser-test-'));
  const workbench = await startWorkbench({ root, stateDir, port: 28_787, allowFaults: true });
  project.provide('workbenchUrl', workbench.url);
  project.provide('workerOrigin', workbench.workerOrigin);
  project.provide('paneDir', workbench.paneDir);
  project.provide('refusedOfDemo', workbench.refusedOfDemo);
  return async () => {
    await workbench.stop();
    rmSync(stateDir, { recursive: true, force: true });
  };
}
