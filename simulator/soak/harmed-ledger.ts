// What may become of a `_keybook`: lost, an older version of it, torn between two writings, another file's. Pure.

import type { Random } from './random.ts';

export interface Harm {
  readonly how: 'lost' | 'stale' | 'torn' | 'of another file';
  readonly ledger: readonly string[] | null;
}

/** Null where there is nothing to harm it with. */
export function harmed(random: Random, ledger: readonly string[] | null, past: readonly (readonly string[])[], others: readonly (readonly string[])[]): Harm | null {
  const how = random.pick(['lost', 'stale', 'torn', 'of another file'] as const);
  if (how === 'lost') return { how, ledger: null };
  if (how === 'of another file') return others.length === 0 ? null : { how, ledger: random.pick(others) };
  if (past.length === 0) return null;
  const older = random.pick(past);
  if (how === 'stale') return { how, ledger: older };
  if (ledger === null) return null;
  const at = random(Math.max(older.length, ledger.length) + 1);
  return { how, ledger: [...ledger.slice(0, at), ...older.slice(at)] };
}
