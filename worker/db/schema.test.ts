// The migrations were finished by hand (WITHOUT ROWID, the guard's CHECK): they must still be what the schema says.

import { getTableConfig } from 'drizzle-orm/sqlite-core';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { db } from '../test-support/department.ts';
import * as schema from './schema.ts';

const tables = Object.values(schema).map((table) => getTableConfig(table as SQLiteTable));

test.each(tables.map((table) => [table.name, table] as const))('%s has the columns, key and indexes of the schema, and no rowid', async (name, table) => {
  const { results } = await db.prepare(`SELECT name, "notnull", pk FROM pragma_table_info('${name}')`).all<{ name: string; notnull: number; pk: number }>();
  expect(results.map((column) => column.name).sort()).toEqual(table.columns.map((column) => column.name).sort());
  for (const column of table.columns) expect(results.find((entry) => entry.name === column.name)!.notnull, column.name).toBe(column.notNull ? 1 : 0);
  const key = results.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk).map((column) => column.name);
  expect(key).toEqual(table.primaryKeys[0]?.columns.map((column) => column.name) ?? table.columns.filter((column) => column.primary).map((column) => column.name));
  const indexes = await db.prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL").bind(name).all<{ name: string }>();
  expect(indexes.results.map((index) => index.name)).toEqual(table.indexes.map((index) => index.config.name));
  const made = await db.prepare('SELECT sql FROM sqlite_master WHERE name = ?').bind(name).first<string>('sql');
  expect(made).toContain('WITHOUT ROWID');
});
