// A storage that fails once, at a statement or after a commit.

import type { SqliteD1 } from './sqlite-d1.ts';

export class StorageFaults {
  readonly #storage: SqliteD1;

  constructor(storage: SqliteD1) {
    this.#storage = storage;
  }

  /** At the so many-th statement from now on: all of its batch is undone. */
  failStatement(place: number): void {
    const number = this.#storage.statements + place;
    this.#storage.beforeStatement = (at) => (at >= number ? this.#fail() : undefined);
  }

  /** After the so many-th batch from now on: it stands, and nobody is told. */
  failCommit(place: number): void {
    const number = this.#storage.batches + place;
    this.#storage.afterBatch = (at) => (at >= number ? this.#fail() : undefined);
  }

  /** False where a failure still waits for its place. */
  get hasFailed(): boolean {
    return this.#storage.beforeStatement === null && this.#storage.afterBatch === null;
  }

  clear(): void {
    this.#storage.beforeStatement = null;
    this.#storage.afterBatch = null;
  }

  #fail(): never {
    this.clear();
    throw new Error('disk I/O error');
  }
}
