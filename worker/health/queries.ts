// SQL of health: the least that reaches the storage.

import { sql } from 'drizzle-orm';

export const aliveStatement = sql`SELECT 1`;
