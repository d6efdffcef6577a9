// Each test begins with a migrated and empty storage. Rows are deleted rather than the storage thrown away: under load
// the latter was seen to come late, and a test found the rows of the one before.

import { applyD1Migrations } from 'cloudflare:test';
import type { D1Migration } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach } from 'vitest';
import { tableNames } from './storage.ts';

beforeEach(async () => {
  const { DB, MIGRATIONS } = env as unknown as { DB: D1Database; MIGRATIONS: D1Migration[] };
  await applyD1Migrations(DB, MIGRATIONS);
  await DB.batch((await tableNames()).map((name) => DB.prepare(`DELETE FROM "${name}"`)));
});
