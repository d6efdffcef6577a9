// The whole storage as plain data, to compare two moments of it and to go back to one.

import { db } from './department.ts';

export type Stored = Readonly<Record<string, readonly Record<string, unknown>[]>>;

export async function tableNames(): Promise<string[]> {
  const { results } = await db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'd1!_%' ESCAPE '!' AND name NOT LIKE '!_cf!_%' ESCAPE '!' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'")
    .all<{ name: string }>();
  return results.map(({ name }) => name);
}

export async function storedNow(): Promise<Stored> {
  const names = await tableNames();
  const tables = await db.batch<Record<string, unknown>>(names.map((name) => db.prepare(`SELECT * FROM "${name}"`)));
  return Object.fromEntries(names.map((name, place) => [name, tables[place]!.results]));
}

export async function goBackTo(stored: Stored): Promise<void> {
  const inserts = Object.entries(stored).flatMap(([name, rows]) => rows.map((row) => {
    const columns = Object.keys(row).map((column) => `"${column}"`);
    return db.prepare(`INSERT INTO "${name}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).bind(...Object.values(row));
  }));
  await db.batch([...Object.keys(stored).map((name) => db.prepare(`DELETE FROM "${name}"`)), ...inserts]);
}
