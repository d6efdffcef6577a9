// The server's time in the organisation's zone: the only "today" there is.

import type { Day } from '../../domain/values/day.ts';

/** `YYYY-MM-DD HH:MM:SS` there and then. */
export function localTime(milliseconds: number, zone = 'Asia/Shanghai'): string {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' });
  formats.set(zone, format);
  return format.format(milliseconds);
}

/** Making one takes longer than all it is used for. */
const formats = new Map<string, Intl.DateTimeFormat>();

export function localDay(milliseconds: number, zone?: string): Day {
  return localTime(milliseconds, zone).slice(0, 10);
}

export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
