// A value as Excel shows it with its number format. Knows no column widths: no `####`.

import { format, isDateFormat } from 'numfmt';
import type { CellValue } from '../image.ts';

const dates = new Map<string, boolean>();

export function showsDate(code: string): boolean {
  let known = dates.get(code);
  if (known === undefined) {
    known = attempt(() => isDateFormat(code)) ?? false;
    dates.set(code, known);
  }
  return known;
}

/** A value as its cell shows it. */
export function shownText(value: CellValue, code: string): string {
  if (value === '') return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string' && (code === 'General' || code === '@')) return value;
  if (typeof value === 'number' && code === '@') return String(value);
  return attempt(() => format(code, value, { locale: 'zh-CN', throws: true })) ?? String(value);
}

function attempt<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch {
    return null;
  }
}
