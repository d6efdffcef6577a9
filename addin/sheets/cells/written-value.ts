// How a value is written into a fresh cell: what stands there and in which number format. Knows fields, no places.

import type { Field, FieldType, Option, Value } from '../../../domain/forms/definition.ts';
import { yesAndNo } from '../../../domain/forms/yes-and-no.ts';
import { serialOfDay, serialOfDayTime } from '../../../domain/values/day.ts';
import type { CellValue } from '../image.ts';

export interface WrittenValue {
  readonly value: CellValue;
  /** A text has none: it is written as text, whatever it begins with. */
  readonly format?: string;
}

export function writtenValue(field: Field, value: Value): WrittenValue {
  switch (field.type.kind) {
    case 'money':
      return { value: Number(value) / 100, format: '#,##0.00' };
    case 'day':
      return { value: serialOfDay(String(value)), format: 'yyyy-mm-dd' };
    case 'datetime':
      return { value: serialOfDayTime(String(value)), format: String(value).length > 10 ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd' };
    case 'day-or-text':
      return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? { value: serialOfDay(String(value)), format: 'yyyy-mm-dd' } : { value: String(value) };
    case 'month':
      return { value: monthText(String(value)) };
    case 'quarter':
      return { value: quarterText(String(value)) };
    case 'percent':
      return { value: percentFraction(Number(value)), format: '0.##%' };
    case 'number':
      return { value: Number(value), format: 'General' };
    case 'boolean':
      return { value: value === true ? '是' : '否' };
    case 'names':
    case 'choices':
      return { value: Array.isArray(value) ? value.join('、') : String(value) };
    default:
      return { value: String(value) };
  }
}

/** A value inside a sentence, where a day is written out: 2026年9月2日. */
export function sentenceText(field: Field, value: Value): string {
  if (field.type.kind === 'percent') return `${String(value)}%`;
  if (field.type.kind !== 'day') return String(writtenValue(field, value).value);
  const [year, month, date] = String(value).split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The format of an empty cell that waits for a value. */
export function emptyFormat(field: Field): string | undefined {
  const { kind } = field.type;
  if (kind === 'money') return '#,##0.00';
  if (kind === 'day' || kind === 'day-or-text') return 'yyyy-mm-dd';
  if (kind === 'percent') return '0.##%';
  // Excel itself gives a typed day with a clock time its format.
  return kind === 'number' || kind === 'datetime' ? 'General' : '@';
}

export function monthText(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;
}

export function quarterText(quarter: string): string {
  return `${quarter.slice(0, 4)}年第${quarter[5]}季度`;
}

/** 7.5 % as 0.075, without the dust of a division. */
export function percentFraction(percent: number): number {
  return Number((percent / 100).toPrecision(12));
}

/** The options that a cell of this type prints or offers. */
export function optionsOf(type: FieldType): readonly Option[] {
  if (type.kind === 'choice' || type.kind === 'choices') return type.options;
  return type.kind === 'boolean' ? yesAndNo : [];
}

/** `国企□  合资□  民营☑`, or with the boxes before the words. */
export function boxedText(type: FieldType, value: Value | undefined, side: 'before' | 'after' = 'after'): string {
  return optionsOf(type)
    .map((option) => (side === 'after' ? `${option.label}${boxOf(option, value)}` : boxedOption(option, value)))
    .join(side === 'after' ? '  ' : '      ');
}

/** One option with its box, as paper prints it. */
export function boxedOption(option: Option, value: Value | undefined): string {
  return `${boxOf(option, value)}${option.printed ?? option.label}`;
}

function boxOf(option: Option, value: Value | undefined): string {
  const chosen = typeof value === 'boolean' ? [value ? '是' : '否'] : Array.isArray(value) ? value : value === undefined ? [] : [value];
  return chosen.includes(option.label) ? '☑' : '□';
}
