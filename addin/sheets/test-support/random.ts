// Chance for tests: the same seed gives the same choices, so that a failure is replayed by its number.

export interface Random {
  /** 0 up to, and without, 1. */
  next(): number;
  /** From `low` to `high`, both included. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  shuffled<Item>(items: readonly Item[]): Item[];
}

export function randomOf(seed: number): Random {
  let state = (seed * 2_654_435_761) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (items) => items[whole(0, items.length - 1)]!,
    shuffled: (items) => {
      const mixed = [...items];
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = whole(0, last);
        [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
      }
      return mixed;
    },
  };
}

/** Rows of a sheet that a filter may have hidden: in most sheets none. */
export function hiddenIn({ rows }: { readonly rows: number }, random: Random): number[] {
  return random.chance(0.2) ? Array.from({ length: rows }, (_, row) => row).filter(() => random.chance(0.3)) : [];
}

/** Runs a check over many seeds and says at which one it failed. */
export function forEachSeed(from: number, count: number, check: (random: Random, seed: number) => void): void {
  for (let seed = from; seed < from + count; seed++) {
    try {
      check(randomOf(seed), seed);
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }
}
