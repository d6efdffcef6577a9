import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fenOfYuan, formatFen, share } from './money.ts';
import { ratio, ratioOfDecimal } from './ratio.ts';

const seeded = { seed: 20261121, numRuns: 300 };

describe('yuan typed as text', () => {
  test.each([['1200.5', 120_050], ['0', 0], ['-0.05', -5], ['0.005', 1], ['0.0049', 0], ['-0.005', -1], ['19.99', 1999], ['90071992547409.91', 9_007_199_254_740_991]])('%s', (text, fen) => {
    expect(fenOfYuan(ratioOfDecimal(text)!)).toBe(fen);
  });

  test('that is no plain decimal, or does not fit, is none', () => {
    for (const text of ['', '1,200', '12万', '1e3']) expect(ratioOfDecimal(text)).toBeNull();
    expect(fenOfYuan(ratioOfDecimal('90071992547409.92')!)).toBeNull();
  });

  test('comes back as it was shown', () => {
    fc.assert(fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (fen) => { expect(fenOfYuan(ratioOfDecimal(formatFen(fen).replaceAll(',', ''))!)).toBe(fen); }), seeded);
  });
});

test('is shown in yuan with thousands', () => {
  expect([128_400_000, 5, 0, -5, -123_456, 100_000].map(formatFen)).toEqual(['1,284,000.00', '0.05', '0.00', '-0.05', '-1,234.56', '1,000.00']);
});

test('a share is rounded half-up once', () => {
  expect(share(4_567_890, ratio(35, 1000))).toBe(159_876);
  expect(share(50, ratio(1, 100))).toBe(1);
  expect(share(49, ratio(1, 100))).toBe(0);
  expect(share(-50, ratio(1, 100))).toBe(-1);
});
