// Many seeds of the simulation as tests. A failure names its seed: `npm run soak -- --seed N` replays it and tells its story.

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Simulation } from './simulation.ts';

const operationsASeed = 500;
const seedsAFile = 25;

/** The file's part of the seeds, counted from 0: 12,500 operations. */
export function simulateSeeds(part: number): void {
  // The storage is made to fail: that the Worker says so each time is no news here.
  beforeAll(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
  afterAll(() => vi.restoreAllMocks());

  let standAgain = 0;

  describe('a department at work, with everything that can fail failing', () => {
    it.each(Array.from({ length: seedsAFile }, (_, index) => part * seedsAFile + index + 1))('seed %i loses nothing, swaps nothing, shows nobody what is not theirs', async (seed) => {
      const outcome = await new Simulation(seed).run(operationsASeed);
      expect(outcome.operations).toBe(operationsASeed);
      standAgain += outcome.standAgain;
    });

    // Open: where several records have one key, by a person's answer, a row of one that lies unremembered after a torn write
    // may be taken for another whose row is gone. History keeps both values; the number may only fall.
    it('lets hardly any older value stand again', () => {
      console.log(`${standAgain} older values stand again in ${seedsAFile * operationsASeed} operations`);
      expect(standAgain).toBeLessThanOrEqual(1);
    });
  });
}
