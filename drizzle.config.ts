// Where drizzle-kit finds the schema and keeps the migrations. WITHOUT ROWID and partial indexes it does not know:
// they are added by hand to the generated file, and `worker/db/schema.test.ts` compares the two.

import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './worker/db/schema.ts',
  out: './worker/db/migrations',
});
