// SQL of health: the least that reaches the storage.

import { sql } from '../db/sql.ts';

export const aliveStatement = sql`SELECT 1`;
