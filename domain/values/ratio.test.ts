import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add, compare, divide, floor, formatRatio, larger, multiply, ratio, ratioOfDecimal, ratioOfNumber, ratioOfText, ratioText, roundHalfUp, smaller, subtract,
} from './ratio.ts';

const anyRatio = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n })).map(([over, under]) => ratio(over, under));
const seeded = { seed: 20261121, numRuns: 300 };

describe('a ratio', () => {
  test('is kept in lowest terms with the sign above', () => {
    expect(ratio(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
    expect(ratio(0, 7)).toEqual({ numerator: 0n, denominator: 1n });
    expect(() => ratio(1, 0)).toThrow(RangeError);
  });

  test('is read from a plain decimal, and from nothing else', () => {
    expect(ratioOfDecimal(' -0.250 ')).toEqual(ratio(-1, 4));
    expect(ratioOfDecimal('+5')).toEqual(ratio(5));
    for (const text of ['', '.5', '5.', '1,000', '1e3', '五', '0x10', '--1', 'Infinity']) expect(ratioOfDecimal(text)).toBeNull();
  });

  test('is read from a number by its shortest decimal form, however small or large', () => {
    expect(ratioOfNumber(0.1)).toEqual(ratio(1, 10));
    expect(ratioOfNumber(1e-7)).toEqual(ratio(1, 10 ** 7));
    expect(ratioOfNumber(2.5e-13)).toEqual(ratio(25n, 10n ** 14n));
    expect(ratioOfNumber(1e21)).toEqual(ratio(10n ** 21n));
    expect(ratioOfNumber(-0)).toEqual(ratio(0));
    for (const number of [NaN, Infinity, -Infinity]) expect(() => ratioOfNumber(number)).toThrow(RangeError);
  });

  test('survives the wire', () => {
    fc.assert(fc.property(anyRatio, (value) => { expect(ratioOfText(ratioText(value))).toEqual(value); }), seeded);
  });
});

describe('reckoning', () => {
  test('taking away and dividing undo adding and multiplying', () => {
    fc.assert(fc.property(anyRatio, anyRatio, (a, b) => {
      expect(subtract(add(a, b), b)).toEqual(a);
      if (b.numerator !== 0n) expect(divide(multiply(a, b), b)).toEqual(a);
    }), seeded);
  });

  test('comparing agrees with the sign of the difference', () => {
    fc.assert(fc.property(anyRatio, anyRatio, (a, b) => {
      const difference = subtract(a, b).numerator;
      expect(compare(a, b)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
      expect(add(smaller(a, b), larger(a, b))).toEqual(add(a, b));
    }), seeded);
  });

  test('the floor lies below by less than one', () => {
    fc.assert(fc.property(anyRatio, (value) => {
      const rest = subtract(value, ratio(floor(value)));
      expect(compare(rest, ratio(0))).toBeGreaterThanOrEqual(0);
      expect(compare(rest, ratio(1))).toBe(-1);
    }), seeded);
    expect([floor(ratio(7, 2)), floor(ratio(-7, 2)), floor(ratio(-4, 2))]).toEqual([3n, -4n, -2n]);
  });
});

describe('rounding', () => {
  test.each([[1, 2, 1n], [-1, 2, -1n], [49, 100, 0n], [-49, 100, 0n], [51, 100, 1n], [3, 2, 2n], [-3, 2, -2n], [5, 1, 5n]])('%i/%i is %i', (over, under, whole) => {
    expect(roundHalfUp(ratio(over, under))).toBe(whole);
  });

  test('a share and its opposite round alike', () => {
    fc.assert(fc.property(anyRatio, (value) => { expect(roundHalfUp(subtract(ratio(0), value))).toBe(-roundHalfUp(value)); }), seeded);
  });
});

test('is shown with at most so many decimals', () => {
  expect(formatRatio(ratio(272, 3), 2)).toBe('90.67');
  expect(formatRatio(ratio(26), 2)).toBe('26');
  expect(formatRatio(ratio(26), 2, true)).toBe('26.00');
  expect(formatRatio(ratio(-1, 1000), 2, true)).toBe('0.00');
  expect(formatRatio(ratio(-5, 1000), 2)).toBe('-0.01');
  expect(formatRatio(ratio(21, 2), 2)).toBe('10.5');
  expect(formatRatio(ratio(199, 2), 0)).toBe('100');
  expect(formatRatio(ratio(1, 200), 2)).toBe('0.01');
});
