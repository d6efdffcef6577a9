// Each test begins with a migrated and empty storage. Rows are deleted rather than the storage thrown away: under load
// the latter was seen to come late, and a test found the rows of the one before.

import { applyD1Migrations } from 'cloudflare:test';
import type { D1Migration } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach } from 'vitest';

beforeEach(async () => {
  const { DB, MIGRATIONS } = env as unknown as { DB: D1Database; MIGRATIONS: D1Migration[] };
  await applyD1Migrations(DB, MIGRATIONS);
  const { results } = await DB
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'd1!_%' ESCAPE '!' AND name NOT LIKE '!_cf!_%' ESCAPE '!' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'")
    .all<{ name: string }>();
  await DB.batch(results.map(({ name }) => DB.prepare(`DELETE FROM "${name}"`)));
});
