// Figures, days and times as they are shown.

import { expect, test } from 'vitest';
import { ratio } from '../../domain/values/ratio.ts';
import { change, equalsPercent, hashInFours, moment, momentInList, money, moneyInWords, score, scoreInWords, widthOf } from './numbers.ts';

test('money has two decimals in tables, and none in words where there are none', () => {
  expect(money(128_400_000)).toBe('1,284,000.00');
  expect(money(-5)).toBe('−0.05');
  expect(moneyInWords(128_400_000)).toBe('1,284,000');
  expect(moneyInWords(128_400_050)).toBe('1,284,000.50');
});

test('scores are rounded for the eye alone', () => {
  expect(score('26')).toBe('26.00');
  expect(score('59/3')).toBe('19.67');
  expect(scoreInWords('26')).toBe('26');
  expect(scoreInWords('-1/3')).toBe('−0.33');
});

test('a bar is never narrower than nothing', () => {
  expect(widthOf('-3')).toBe('0%');
  expect(widthOf('115/2')).toBe('57.5%');
});

test('a change carries its sign; no change is said in words', () => {
  expect(change('272/3', '177/2')).toBe('+2.17');
  expect(change('559/6', '189/2')).toBe('−1.33');
  expect(change('89', '89')).toBe('');
});

test('a percentage says whether it is exact', () => {
  expect(equalsPercent(ratio(107, 100))).toBe('= 107%');
  expect(equalsPercent(ratio(2, 3))).toBe('≈ 66.67%');
  expect(equalsPercent(ratio(1049999, 1000000))).toBe('≈ 105%');
});

test('moments are shown in the organisation’s zone, without a zone as they stand', () => {
  expect(moment('2026-10-16T09:42:08Z')).toBe('2026-10-16 17:42:08');
  expect(moment('2026-10-16 17:42:08')).toBe('2026-10-16 17:42:08');
  expect(momentInList('2026-10-15T10:06:00Z', '2026-10-16')).toBe('10-15 18:06');
  expect(momentInList('2025-10-15T10:06:00Z', '2026-10-16')).toBe('2025-10-15 18:06');
});

test('the head of the chain is shown in fours', () => {
  expect(hashInFours('9f3c41d70be2a6c8f00d')).toBe('9f3c 41d7 0be2 a6c8');
});
