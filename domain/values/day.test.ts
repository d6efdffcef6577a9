import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, dayOf, dayOfSerial, daysInMonth, firstDayOf, isDay, isMonth, lastDayOf, monthOf, serialOfDay } from './day.ts';

const seeded = { seed: 20261121, numRuns: 300 };
const anySerial = fc.integer({ min: 61, max: 2_958_465 });

describe('a day', () => {
  test.each(['2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '26-01-01', '2026-02-29', '', '2026-01-01T00:00', '1899-12-31'])('%s is none', (text) => {
    expect(isDay(text)).toBe(false);
  });

  test.each(['2026-11-21', '2028-02-29', '1900-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });

  test('of a date that the calendar lacks is null', () => {
    expect(dayOf(2026, 2, 29)).toBeNull();
    expect(dayOf(2026, 4, 31)).toBeNull();
    expect(dayOf(2028, 2, 29)).toBe('2028-02-29');
  });

  test('moves over months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  });
});

describe('a month', () => {
  test('is two digits from 01 to 12', () => {
    expect(['2026-01', '2026-12', '2026-00', '2026-13', '2026-1', '202601'].map(isMonth)).toEqual([true, true, false, false, false, false]);
  });

  test('has its days', () => {
    expect(['2026-02', '2028-02', '2100-02', '2026-09', '2026-12'].map(daysInMonth)).toEqual([28, 29, 28, 30, 31]);
    expect([firstDayOf('2026-02'), lastDayOf('2026-02'), monthOf('2026-02-14')]).toEqual(['2026-02-01', '2026-02-28', '2026-02']);
  });

  test('moves there and back', () => {
    expect([addMonths('2026-01', -1), addMonths('2026-11', 3), addMonths('2026-06', -30)]).toEqual(['2025-12', '2027-02', '2023-12']);
    fc.assert(fc.property(fc.integer({ min: -400, max: 400 }), (count) => { expect(addMonths(addMonths('2026-11', count), -count)).toBe('2026-11'); }), seeded);
  });
});

describe('a serial number of Excel', () => {
  test.each([[1, '1900-01-01'], [59, '1900-02-28'], [61, '1900-03-01'], [46_273, '2026-09-08'], [2_958_465, '9999-12-31']] as const)('%i is %s', (serial, day) => {
    expect(dayOfSerial(serial)).toBe(day);
    expect(serialOfDay(day)).toBe(serial);
  });

  test('of the day that never was, of nothing and of too much is none', () => {
    for (const serial of [60, 60.5, 0, 0.75, -3, 2_958_466, NaN, Infinity]) expect(dayOfSerial(serial)).toBeNull();
  });

  test('loses its clock time, never its day', () => {
    fc.assert(fc.property(anySerial, fc.double({ min: 0, max: 0.999, noNaN: true }), (serial, time) => {
      expect(dayOfSerial(serial + time)).toBe(dayOfSerial(serial));
      expect(serialOfDay(dayOfSerial(serial)!)).toBe(serial);
    }), seeded);
  });
});
