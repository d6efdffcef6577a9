// Every single step of a round of syncs made to fail: each statement, each commit whose answer is lost, each step of a pane,
// each request.

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Simulation } from './simulation.ts';
import type { PlacedFault } from './simulation.ts';

// The storage is made to fail: that the Worker says so each time is no news here.
beforeAll(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
afterAll(() => vi.restoreAllMocks());

describe('one step fails, and the next sync mends it', () => {
  const kinds: readonly PlacedFault[] = ['statement', 'commit', 'pane', 'request lost', 'answer lost'];
  const places = 400;

  it.each(kinds.flatMap((kind) => [1, 2].map((seed) => [kind, seed] as const)))('every %s of a round of syncs, seed %i', async (kind, seed) => {
    let place = 1;
    for (let isFired = true; isFired && place < places; place += 1) {
      const simulation = new Simulation(seed);
      await simulation.prepare(30);
      isFired = await simulation.syncWithFault(kind, place);
      await simulation.end().catch((error: unknown) => {
        throw new Error(`at ${kind} ${place}`, { cause: error });
      });
    }
    expect(place).toBeGreaterThan(3);
    expect(place).toBeLessThan(places);
  });
});
