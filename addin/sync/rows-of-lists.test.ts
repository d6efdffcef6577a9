// A list as people treat it, in random turns. Every value says to which record it belongs, so that one in another record's
// place is seen. A seed replays its run.

import { describe, expect, it } from 'vitest';
import { randomOf } from '../sheets/test-support/random.ts';
import { Paper } from './test-support/list-in-turns.ts';

describe.each([true, false])('a list whose rows have a natural key: %s', (hasKeys) => {
  it.each(Array.from({ length: 12 }, (_none, index) => index + 1))('seed %i: no value ever stands in another record, and none is lost', async (seed) => {
    const random = randomOf(seed + (hasKeys ? 0 : 1_000));
    const paper = await new Paper(random, hasKeys).begin();
    for (let turn = 0; turn < 24; turn += 1) {
      await paper.act();
      if (random.chance(0.4)) await paper.sync();
      if (random.chance(0.2)) await paper.answer();
    }
    for (let round = 0; round < 3; round += 1) await paper.sync();
    expect((await paper.desk.read()).pending.cells).toEqual([]);
  });
});
