// Chance that a seed replays (mulberry32).

export interface Random {
  (below: number): number;
  pick<Entry>(entries: readonly Entry[]): Entry;
  /** True `share` times of a hundred. */
  chance(share: number): boolean;
}

export function randomOf(seed: number): Random {
  let state = seed | 0;
  const next = (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  return Object.assign(next, {
    pick: <Entry>(entries: readonly Entry[]): Entry => entries[next(entries.length)]!,
    chance: (share: number): boolean => next(100) < share,
  });
}
