// Three kinds of tests: unit (Node), worker (inside workerd, with its own settings), browser (Node drives Chromium).

import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const elsewhere = ['**/node_modules/**', '**/dist/**', '**/.state/**', '**/.wrangler/**'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          testTimeout: 180_000,
          hookTimeout: 180_000,
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
