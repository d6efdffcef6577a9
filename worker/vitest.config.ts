// Tests of the Worker run inside workerd, on a D1 with the real migrations. Files share one isolate, so the set-up file
// empties the storage before each test.

import { fileURLToPath } from 'node:url';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('..'),
  plugins: [
    cloudflareTest(async () => ({
      main: at('./index.ts'),
      miniflare: {
        compatibilityDate: '2026-10-01',
        d1Databases: ['DB'],
        bindings: { ORG_ZONE: 'Asia/Shanghai', MIGRATIONS: await readD1Migrations(at('./db/migrations')) },
      },
    })),
  ],
  test: {
    name: 'worker',
    include: ['worker/**/*.test.ts'],
    setupFiles: [at('./test-support/setup.ts')],
    isolate: false,
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
