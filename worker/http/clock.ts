// The server's time in the organisation's zone: the only "today" there is.

import type { Day } from '../../domain/values/day.ts';

/** `YYYY-MM-DD HH:MM:SS` there and then. */
export function localTime(milliseconds: number, zone = 'Asia/Shanghai'): string {
  return new Date(milliseconds).toLocaleString('sv-SE', { timeZone: zone });
}

export function localDay(milliseconds: number, zone?: string): Day {
  return localTime(milliseconds, zone).slice(0, 10);
}

export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
