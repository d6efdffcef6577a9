// Calendar days as `YYYY-MM-DD` and months as `YYYY-MM`. Knows no clock, no zone: "today" is always handed in.

export type Day = string;
export type Month = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS_A_DAY = 86_400_000;

export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (!match) return false;
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** A day, perhaps with a clock time behind it: `2026-11-27 17:30`. */
export function isDayTime(text: string): boolean {
  return isDay(text.slice(0, 10)) && /^(| ([01]\d|2[0-3]):[0-5]\d)$/.test(text.slice(10));
}

export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** The day of a calendar date, or null where the calendar has no such date (2026-02-30). */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || date < 1 || date > 31) return null;
  const time = new Date(Date.UTC(year, month - 1, date));
  if (time.getUTCMonth() !== month - 1) return null;
  return time.toISOString().slice(0, 10);
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function addMonths(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

export function daysInMonth(month: Month): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
}

export function firstDayOf(month: Month): Day {
  return `${month}-01`;
}

export function lastDayOf(month: Month): Day {
  return `${month}-${String(daysInMonth(month)).padStart(2, '0')}`;
}

/** Excel's serial number of a day (1900 system: 1900-03-01 is 61; its phantom 1900-02-29 is not reachable). */
export function serialOfDay(day: Day): number {
  const days = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / MILLISECONDS_A_DAY);
  return days < 61 ? days - 1 : days;
}

/** Excel's serial number of a day with or without a clock time. */
export function serialOfDayTime(dayTime: string): number {
  const [hours, minutes] = dayTime.slice(11).split(':').map(Number);
  return serialOfDay(dayTime.slice(0, 10)) + ((hours ?? 0) * 60 + (minutes ?? 0)) / 1440;
}

/** The day of an Excel serial number; a fraction (clock time) is dropped. Null outside 1900-01-01 … 9999-12-31. */
export function dayOfSerial(serial: number): Day | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(whole) || whole < 1 || whole > 2_958_465 || whole === 60) return null;
  const days = whole < 60 ? whole + 1 : whole;
  return new Date(Date.UTC(1899, 11, 30) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
