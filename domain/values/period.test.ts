import { describe, expect, test } from 'vitest';
import { firstDayOfPeriod, isPeriod, isQuarter, lastDayOfPeriod, lastWholeQuarter, monthsOf, nextPeriod, previousPeriod, quarterOf } from './period.ts';

describe('a period', () => {
  test('is a month or a quarter', () => {
    expect(['2026Q1', '2026Q4', '2026-09'].every(isPeriod)).toBe(true);
    expect(['2026Q0', '2026Q5', '2026q1', '2026', '2026-13', '', '2026Q33'].some(isPeriod)).toBe(false);
    expect(isQuarter('2026-09')).toBe(false);
  });

  test('has its months, first and last day', () => {
    expect(monthsOf('2026Q4')).toEqual(['2026-10', '2026-11', '2026-12']);
    expect(monthsOf('2026-02')).toEqual(['2026-02']);
    expect([firstDayOfPeriod('2026Q1'), lastDayOfPeriod('2026Q1'), lastDayOfPeriod('2028-02')]).toEqual(['2026-01-01', '2026-03-31', '2028-02-29']);
  });

  test('is followed and preceded by one of its kind', () => {
    expect([previousPeriod('2026Q1'), nextPeriod('2026Q4'), previousPeriod('2026-01'), nextPeriod('2026-12')]).toEqual(['2025Q4', '2027Q1', '2025-12', '2027-01']);
  });
});

test('every month lies in the quarter whose months name it', () => {
  for (let month = 1; month <= 12; month += 1) {
    const key = `2026-${String(month).padStart(2, '0')}`;
    expect(monthsOf(quarterOf(key))).toContain(key);
  }
});

test('the last whole quarter is never the running one', () => {
  expect([lastWholeQuarter('2026-11-21'), lastWholeQuarter('2026-10-01'), lastWholeQuarter('2026-09-30'), lastWholeQuarter('2026-01-01')]).toEqual(['2026Q3', '2026Q3', '2026Q2', '2025Q4']);
});
