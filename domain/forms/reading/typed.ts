// What reading a cell may come to. A text that cannot be read is a problem that names it: nothing is guessed.

import type { Value } from '../definition.ts';

/** A cell as a sheet gives it: value, text as shown, number format. */
export interface TypedCell {
  readonly value: string | number | boolean;
  readonly text: string;
  readonly format: string;
}

/** What a bare number means where its label, or a line above the form, says so. */
export type StatedUnit = 'qian-yuan' | 'wan-yuan' | 'yi-yuan' | 'percent';

export interface ReadingContext {
  /** Year of days that are written without one. */
  readonly year?: number;
  /** Month of days that are written without one. */
  readonly month?: number;
  /** Unit that the label or heading states, where it changes what a bare number means. */
  readonly unit?: StatedUnit;
}

export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: Value; /** Read, yet wants a yes (约80万元). */ readonly uncertain?: boolean }
  | { readonly kind: 'problem'; readonly code: string; readonly text: string };

export const empty: Reading = { kind: 'empty' };

export function read(value: Value, uncertain = false): Reading {
  return uncertain ? { kind: 'value', value, uncertain } : { kind: 'value', value };
}

export function unreadable(code: string, cell: TypedCell): Reading {
  return { kind: 'problem', code, text: typeof cell.value === 'string' ? cell.value.trim() : cell.text.trim() || String(cell.value) };
}

/** Half width, no white space: what the patterns of days, amounts and numbers work on. */
export function compact(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '');
}

/** `联系电话 Phone`, `Phone 联系电话`: the Chinese half. */
export function withoutLatinHalf(text: string): string {
  return text
    .replace(/([\u4e00-\u9fff\d)）])[\s(（/|]*[A-Za-z][A-Za-z-][A-Za-z0-9.,&'’/?\s-]*[)）]?([:：]?\s*)$/, '$1$2')
    .replace(/^\s*[A-Za-z][A-Za-z-][A-Za-z.&'’?\s-]*[\s/|]+(?=[\u4e00-\u9fff])/, '');
}

/** A blank to be filled by hand (`____年__月__日`) or a stroke that says "nothing". */
export function isBlankText(text: string): boolean {
  const bare = compact(text).replace(/[_＿]+/g, '');
  return bare === '' || /^[-/\\—–―~…·.]+$/.test(bare) || (/[_＿]/.test(text) && /^年?月?日?$/.test(bare)) || /^(20\d{0,2})?年月日$/.test(bare) || /^[A-Za-z]{1,4}-$/.test(bare) || /^[¥￥]$|^[¥￥]?(亿|万|千)?元整?$/.test(bare) || /^[\s_＿]{2,}(人|份|次|天|家|%|盒|件)\s*$/.test(text);
}

/** A number format that shows a day or a time. */
export function isDayFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"/g, '').replace(/\\./g, '').replace(/\[[^\]]*\]/g, '');
  return /[ymd]/i.test(bare) && !/general/i.test(bare);
}
