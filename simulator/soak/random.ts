// The simulation's chance, from a seed: whole numbers below one, and shares of a hundred.

import { randomOf as seeded } from '../../addin/sheets/test-support/random.ts';

export interface Random {
  (below: number): number;
  pick<Entry>(entries: readonly Entry[]): Entry;
  /** True `share` times of a hundred. */
  chance(share: number): boolean;
}

export function randomOf(seed: number): Random {
  const { whole, pick } = seeded(seed);
  return Object.assign((below: number): number => whole(0, below - 1), { pick, chance: (share: number): boolean => whole(1, 100) <= share });
}
