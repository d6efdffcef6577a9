// Three kinds of tests: unit (Node), worker (inside workerd, with its own settings), browser (Node drives Chromium).

import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

const elsewhere = ['**/node_modules/**', '**/dist/**', '**/.state/**', '**/.wrangler/**'];

const longest = /\/(simulation-\d+|step-faults|killed-worker|write-back-(lists|cards)|card-layouts|recognise-list-layouts)\.test\.ts$/;

/** A long file that begins last keeps one core at work alone, and where nothing was run yet the shortest source is taken for the shortest test. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(({ moduleId }) => longest.test(moduleId)), ...sorted.filter(({ moduleId }) => !longest.test(moduleId))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // Left to itself it keeps one core free, which is half of two.
          maxWorkers: '100%',
          testTimeout: 900_000,
          hookTimeout: 900_000,
          include: ['{domain,addin,simulator,commands,fixtures}/**/*.test.{ts,tsx}'],
          exclude: [...elsewhere, '**/*.browser.test.ts'],
        },
      },
      ...(existsSync(new URL('./worker/vitest.config.ts', import.meta.url)) ? ['./worker/vitest.config.ts'] : []),
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['**/*.browser.test.ts'],
          exclude: elsewhere,
          globalSetup: ['simulator/workbench/test-support/shared-workbench.ts'],
          fileParallelism: false,
          testTimeout: 900_000,
          hookTimeout: 900_000,
        },
      },
    ],
  },
});
