// What must hold of the server's storage, read behind the API: where every token is, whose record it stands in, and that
// nothing was applied twice.

import type { Patch } from '../../domain/protocol/merge.ts';
import { tagIn, tokensInValue } from './tokens.ts';
import type { Tokens } from './tokens.ts';

/** A database to look into. */
export interface Storage {
  rows<Row>(sql: string, ...values: (string | number)[]): Row[];
}

interface ChangeRow {
  readonly record: string;
  readonly seq: number;
  readonly rev: number;
  readonly kind: string;
  readonly patch: string;
}

/** Tokens that the server keeps: in history, or in a conflict; read on from where it last stood. */
export class KeptTokens {
  readonly #storage: Storage;
  readonly #kept = new Set<string>();
  #change = 0;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  has(token: string): boolean {
    return this.#kept.has(token);
  }

  readOn(): this {
    for (const { seq, patch } of this.#storage.rows<{ seq: number; patch: string }>('SELECT seq, patch FROM change WHERE seq > ? ORDER BY seq', this.#change)) {
      this.#change = seq;
      for (const pair of Object.values(JSON.parse(patch) as Patch)) this.#add(pair);
    }
    for (const { mine } of this.#storage.rows<{ mine: string }>('SELECT mine FROM conflict')) this.#add(JSON.parse(mine));
    return this;
  }

  #add(value: unknown): void {
    for (const token of tokensInValue(value)) this.#kept.add(token);
  }
}

/** Tokens that stand in a record of another tag; none may. */
export function swappedValues(storage: Storage, tokens: Tokens): string[] {
  const swapped: string[] = [];
  for (const { id, fields } of storage.rows<{ id: string; fields: string }>('SELECT id, fields FROM record')) {
    const content = JSON.parse(fields) as Record<string, unknown>;
    const rows = Object.values(content).flatMap((value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.values(value) : []));
    const root = Object.fromEntries(Object.entries(content).filter(([, value]) => typeof value !== 'object'));
    for (const part of [root, ...rows]) swapped.push(...foreignTokens(part as object, tokens).map((token) => `${token} in ${id} ${JSON.stringify(part)}`));
  }
  return swapped;
}

function foreignTokens(part: object, tokens: Tokens): string[] {
  const tag = tagIn(part);
  if (tag === undefined) return [];
  return tokensInValue(part).filter((token) => tokens.tagOf(token) !== tag);
}

/** Paths that took one token more than once without anybody having decided or restored it; `meant`: records and values of which it was. */
export function appliedTwice(storage: Storage, meant: { readonly saidToBeSame: ReadonlySet<string>; readonly restored: ReadonlySet<string> }): string[] {
  const seen = new Set<string>();
  const twice: string[] = [];
  for (const { record, seq, kind, patch } of changes(storage)) {
    if (kind === 'decide' || kind === 'restore' || meant.saidToBeSame.has(record)) continue;
    for (const [path, [from, to]] of Object.entries(JSON.parse(patch) as Patch)) {
      if (JSON.stringify(from) === JSON.stringify(to)) twice.push(`${record} ${path} at ${seq}: no change`);
      for (const token of tokensInValue(to)) {
        const key = `${record} ${path} ${token}`;
        if (seen.has(key) && !meant.restored.has(key)) twice.push(`${key} at ${seq}`);
        seen.add(key);
      }
    }
  }
  return twice;
}

function changes(storage: Storage): ChangeRow[] {
  return storage.rows<ChangeRow>('SELECT record, seq, rev, kind, patch FROM change WHERE record IN (SELECT id FROM record) ORDER BY seq');
}
