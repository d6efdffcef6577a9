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

  describe('a department at work, with everything that can fail failing', () => {
    it.each(Array.from({ length: seedsAFile }, (_, index) => part * seedsAFile + index + 1))('seed %i loses nothing, swaps nothing, takes nothing twice, shows nobody what is not theirs, and leaves nothing open', async (seed) => {
      const outcome = await new Simulation(seed).run(operationsASeed);
      expect(outcome.operations).toBe(operationsASeed);
    });
  });
}
