// Worked cases of item 2, as data.

import type { GivenFact, ItemCase } from './case.ts';

function grown(fen: number): GivenFact[] {
  return [['sales', '2026-06-30', 114_600_000], ['sales', '2026-08-31', 114_600_000 + fen]];
}

export const cases: readonly ItemCase[] = [
  { name: '138,000 more is one whole step', given: grown(13_800_000), score: '1', codes: ['growth', 'whole-amount-steps'] },
  { name: 'a fen below the first step', given: grown(9_999_999), score: '0', threshold: ['100,000 yuan', 'below'] },
  { name: 'the first step exactly', given: grown(10_000_000), score: '1', threshold: ['100,000 yuan', 'at'] },
  { name: 'a fen above the first step', given: grown(10_000_001), score: '1', threshold: ['100,000 yuan', 'above'] },
  { name: 'a fen below the tenth step', given: grown(99_999_999), score: '9', threshold: ['the cap', 'below'] },
  { name: 'the tenth step exactly', given: grown(100_000_000), score: '10', threshold: ['the cap', 'at'] },
  { name: 'an eleventh step is capped', given: grown(110_000_000), score: '10', threshold: ['the cap', 'above'], codes: ['growth', 'whole-amount-steps', 'capped'] },
  { name: 'a fen less than before costs nothing', given: grown(-1), score: '0', threshold: ['no growth', 'below'], codes: ['growth', 'negative-growth'] },
  { name: 'the same as before is 0', given: grown(0), score: '0', threshold: ['no growth', 'at'] },
  { name: 'a fen more than before is 0', given: grown(1), score: '0', threshold: ['no growth', 'above'] },
  { name: 'a department may deduct for a fall', given: grown(-1), policy: [['negative_growth_penalty', '2', '2026-01-01']], score: '-2' },
  { name: 'no growth is no fall', given: grown(0), policy: [['negative_growth_penalty', '2', '2026-01-01']], score: '0', codes: ['growth', 'whole-amount-steps'] },
  { name: 'a department may set another step', given: grown(13_800_000), policy: [['growth_step', '50000', '2026-01-01']], score: '2' },
  { name: 'nothing booked before is no data', given: [['sales', '2026-08-31', 1]], score: null, missing: ['previous-sales-missing'] },
  { name: 'nothing booked now is no data', given: [['sales', '2026-06-30', 1]], score: null, missing: ['sales-missing'] },
  { name: 'a booked 0 before is a real 0', given: [['sales', '2026-06-30', 0], ['sales', '2026-08-31', 20_000_000]], score: '2' },
  { name: 'a month is compared with the month before', period: '2026-09', given: [['sales', '2026-08-31', 10_000_000], ['sales', '2026-09-30', 20_000_000]], score: '1' },
];
