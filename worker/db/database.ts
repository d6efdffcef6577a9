// D1 as the Worker uses it: whole batches in, rows and counters out. Knows no table. Whatever D1 refuses becomes one
// kind of error; what would break D1's documented limits is our own mistake and asserts.

import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types';
import type { SQL } from './sql.ts';
import type { Counters } from '../environment.ts';
import { AppError } from '../errors.ts';

/** D1 documents 2,000,000 bytes a value; local D1 enforces nothing, so we stay below half of it and assert. */
export const valueBytes = 1_000_000;
const parameterCount = 100;

export class Database {
  readonly counters: Counters = { roundTrips: 0, statements: 0, rowsRead: 0, rowsWritten: 0 };
  readonly #binding: D1Database;

  constructor(binding: D1Database) {
    this.#binding = binding;
  }

  /** Runs the statements as one transaction in one round trip; a failure of any undoes all. */
  async batch(statements: readonly SQL[]): Promise<D1Result<Record<string, unknown>>[]> {
    this.counters.roundTrips += 1;
    this.counters.statements += statements.length;
    const results = await this.#run(statements.map((statement) => this.#prepare(statement)));
    for (const { meta } of results) {
      this.counters.rowsRead += meta.rows_read ?? 0;
      this.counters.rowsWritten += meta.rows_written ?? 0;
    }
    return results;
  }

  async rows<Row>(statement: SQL): Promise<Row[]> {
    const [result] = await this.batch([statement]);
    return result!.results as Row[];
  }

  async #run(prepared: D1PreparedStatement[]): Promise<D1Result<Record<string, unknown>>[]> {
    try {
      return await this.#binding.batch<Record<string, unknown>>(prepared);
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : '';
      if (/CHECK constraint failed: .*won/.test(message)) throw new LostRace();
      // D1 at its size and a disk without room say it in different words.
      throw new AppError(/SQLITE_FULL|disk is full|exceeded maximum DB size/i.test(message) ? 'storage-full' : 'storage-unavailable', { cause });
    }
  }

  #prepare(statement: SQL): D1PreparedStatement {
    const { text, params } = statement;
    if (params.length > parameterCount) throw new RangeError(`${params.length} bound parameters`);
    for (const value of params) {
      if (typeof value === 'string' && value.length * 3 > valueBytes && byteLength(value) > valueBytes) {
        throw new RangeError('a bound value over the cap');
      }
    }
    return this.#binding.prepare(text).bind(...params);
  }
}

/** Another write came between reading and writing; the whole batch was undone. */
export class LostRace extends Error {}

const encoder = new TextEncoder();

export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/** Rows as JSON texts that each stay below the cap; usually one. */
export function jsonChunks(rows: readonly unknown[], cap = 900_000): string[] {
  const chunks: string[] = [];
  let current: string[] = [];
  let size = 2;
  for (const row of rows) {
    const text = JSON.stringify(row);
    const bytes = byteLength(text) + 1;
    if (current.length > 0 && size + bytes > cap) {
      chunks.push(`[${current.join(',')}]`);
      current = [];
      size = 2;
    }
    current.push(text);
    size += bytes;
  }
  if (current.length > 0) chunks.push(`[${current.join(',')}]`);
  return chunks;
}
