// A D1 binding over Node's own SQLite, in memory: the Worker's routes run on it in this process, thousands of syncs a
// minute. Batches are transactions as D1's are, bound numbers arrive as REAL as D1's do, and every statement can be made
// to fail, before it or after the commit.

import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, StatementSync } from 'node:sqlite';

/** Called before each statement, numbered from 1 over all batches; what it throws undoes the batch. */
export type BeforeStatement = (number: number, sql: string) => void;

interface Prepared {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
  bind(...values: SQLInputValue[]): Prepared;
}

export class SqliteD1 {
  readonly #database = new DatabaseSync(':memory:');
  readonly #statements = new Map<string, StatementSync>();
  statements = 0;
  batches = 0;
  beforeStatement: BeforeStatement | null = null;
  /** What it throws comes after the commit: the batch stands, and nobody is told. */
  afterBatch: ((number: number) => void) | null = null;

  constructor(script: readonly string[]) {
    for (const statement of script) this.#database.exec(statement);
  }

  prepare(sql: string): Prepared {
    const prepared = (values: readonly SQLInputValue[]): Prepared => ({ sql, values, bind: (...bound) => prepared(bound) });
    return prepared([]);
  }

  /** A turn of the event loop lies before each batch, so that requests under way at the same time interleave. */
  async batch(prepared: readonly Prepared[]): Promise<{ results: Record<string, unknown>[]; success: true; meta: { rows_read: number; rows_written: number } }[]> {
    await Promise.resolve();
    this.#database.exec('BEGIN IMMEDIATE');
    let results;
    try {
      results = prepared.map(({ sql, values }) => {
        this.statements += 1;
        this.beforeStatement?.(this.statements, sql);
        return { results: this.#statement(sql).all(...values), success: true as const, meta: { rows_read: 0, rows_written: 0 } };
      });
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
    this.batches += 1;
    this.afterBatch?.(this.batches);
    return results;
  }

  /** What stands in the storage, for a test that looks behind the API. */
  rows<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...values) as Row[];
  }

  close(): void {
    this.#database.close();
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
