// A value in the style in which its cell is written now: the same date pattern, the same unit, the same kind of tick. Of
// the styles, nearest first, the first that is read as the very value again; none where no style carries it.

import { sameValue } from '../../../domain/forms/fields.ts';
import type { Field, Option, Value } from '../../../domain/forms/definition.ts';
import { compact, isDayFormat } from '../../../domain/forms/reading/typed.ts';
import { optionOf } from '../../../domain/forms/reading/choices.ts';
import { readValue } from '../../../domain/forms/reading/read-value.ts';
import type { StatedUnit } from '../../../domain/forms/reading/read-value.ts';
import type { CellValue } from '../image.ts';
import { inUnit, moneyTexts } from './patch-amounts.ts';
import { reboxed, reboxedWithMore, reringed, reticked, ringed } from './patch-boxes.ts';
import { dayTexts } from './patch-days.ts';
import { styledMonth, styledQuarter, styledTime, weekday } from './patch-periods.ts';
import { shownText } from '../cells/shown-text.ts';
import { emptyFormat, monthText, optionsOf, percentFraction, quarterText, writtenValue } from '../cells/written-value.ts';

export interface StyledValue {
  readonly value: CellValue;
  /** Only where the cell's own format would not show the value. */
  readonly format?: string;
}

/** What a cell held: its value, its format, the unit that its label states, the year of a day written without one. */
export interface CellStyleNow {
  readonly value: CellValue;
  readonly format: string;
  readonly unit?: StatedUnit;
  readonly year?: string;
}

export function styledValue(field: Field, value: Value, now: CellStyleNow): StyledValue | null {
  const isText = typeof now.value === 'string' && now.value.trim() !== '';
  const texts = textsOf(field, value, isText ? String(now.value) : '', now).map((text): StyledValue => ({ value: text }));
  const candidates = isText || (now.format === '@' && field.type.kind !== 'boolean') ? [...texts, typed(field, value, now)] : [typed(field, value, now), ...texts];
  return candidates.find((candidate) => isReadAs(field, value, candidate, now)) ?? null;
}

/** A part of a cell's text stays text. `sample` is what stood there, '' where nothing did. */
export function styledText(field: Field, value: Value, sample: string, now: Pick<CellStyleNow, 'unit' | 'year'> = {}): string | null {
  return textsOf(field, value, sample, now).find((text) => isReadAs(field, value, { value: text }, { ...now, format: '@' })) ?? null;
}

function isReadAs(field: Field, value: Value, { value: written, format }: StyledValue, now: Omit<CellStyleNow, 'value'>): boolean {
  const code = format ?? (typeof written === 'string' ? '@' : now.format);
  const reading = readValue(field.type, { value: written, text: shownText(written, code), format: code }, { ...(now.unit ? { unit: now.unit } : {}), ...(now.year ? { year: Number(now.year) } : {}) });
  return reading.kind === 'value' && !reading.uncertain && sameValue(reading.value, value);
}

/** As Excel itself would hold it. */
function typed(field: Field, value: Value, now: CellStyleNow): StyledValue {
  const { kind } = field.type;
  const written = writtenValue(field, value);
  switch (kind) {
    case 'money':
      return { value: inUnit(Number(value), fenPerUnit(now.unit)), ...(now.format === 'General' && now.unit === undefined ? { format: emptyFormat(field)! } : {}) };
    case 'percent':
      if (now.format.includes('%')) return { value: percentFraction(Number(value)) };
      return now.unit === 'percent' || typeof now.value === 'number' ? { value: Number(value) } : { value: percentFraction(Number(value)), format: '0.##%' };
    case 'day':
    case 'datetime':
    case 'day-or-text': {
      const isDayCell = isDayFormat(now.format) && (Number.isInteger(written.value) || /h/i.test(now.format));
      return typeof written.value === 'number' && !isDayCell ? { value: written.value, format: written.format! } : { value: written.value };
    }
    default:
      // A year or a telephone number that stands as a number stays one.
      return typeof now.value === 'number' && /^[1-9]\d{0,14}$/.test(String(value)) ? { value: Number(value) } : { value: written.value };
  }
}

function fenPerUnit(unit: StatedUnit | undefined): number {
  if (unit === 'qian-yuan') return 100_000;
  if (unit === 'wan-yuan') return 1_000_000;
  return unit === 'yi-yuan' ? 10_000_000_000 : 100;
}

function textsOf(field: Field, value: Value, sample: string, now: Pick<CellStyleNow, 'unit' | 'year'>): readonly string[] {
  const options = optionsOf(field.type);
  switch (field.type.kind) {
    case 'money':
      return moneyTexts(Number(value), compact(sample), fenPerUnit(now.unit));
    case 'datetime':
      return dayTexts(String(value).slice(0, 10), compact(sample), now.year).flatMap((day) => [day + styledTime(String(value).slice(11), sample), day + String(value).slice(10)]);
    case 'day':
    case 'day-or-text':
      return dayTexts(String(value), compact(sample), now.year).flatMap((day) => [day + weekday(String(value), sample), day]);
    case 'month':
      return [styledMonth(String(value), sample), monthText(String(value))];
    case 'quarter':
      return [styledQuarter(String(value), sample), quarterText(String(value))];
    case 'number':
      return [countText(Number(value), compact(sample)), String(value)];
    case 'percent':
      return [...(now.unit === 'percent' && !/[%％]/.test(sample) ? [String(value)] : []), percentText(Number(value), compact(sample)), `${String(value)}%`];
    case 'boolean':
      return [...boxTexts(sample, options, [value === true ? '是' : '否']), booleanText(value === true, sample), value === true ? '是' : '否'];
    case 'choice':
      return [...boxTexts(sample, options, [String(value)]), choiceText(String(value), sample, options), String(value)];
    case 'choices':
      return [...boxTexts(sample, options, value as readonly string[]), ...listTexts(value as readonly string[], sample)];
    case 'names':
      return listTexts(value as readonly string[], sample);
    default:
      return [String(value)];
  }
}

function boxTexts(sample: string, options: readonly Option[], chosen: readonly string[]): readonly string[] {
  const code = options.find((option) => option.label === chosen[0])?.code;
  return [reboxed(sample, options, chosen), reticked(sample, options, chosen), code ? reringed(sample, options, code) : null, reboxedWithMore(sample, options, chosen)].filter((text) => text !== null);
}

/** Names or options, parted and numbered as they stood. */
function listTexts(entries: readonly string[], sample: string): readonly string[] {
  const separator = /[\n、,，;；/]/.exec(sample)?.[0] ?? /\S([ \u3000]+)\S/.exec(sample)?.[1] ?? '、';
  const number = /^\s*[(（]?1([.)、．）])/.exec(sample)?.[1];
  return [...(number ? [entries.map((entry, index) => `${index + 1}${number}${entry}`).join(separator)] : []), ...[separator, '、', '\n'].map((each) => entries.join(each))];
}

const answerPairs = [['是', '否'], ['有', '无'], ['√', '×'], ['需要', '不需要'], ['需', '不需'], ['有效', '无效'], ['要', '不要'], ['Y', 'N'], ['y', 'n'], ['✓', '✗'], ['✔', '✘'], ['☑', '☒']] as const;

function booleanText(value: boolean, sample: string): string {
  const pair = answerPairs.find(([yes, no]) => sample.trim() === yes || sample.trim() === no) ?? answerPairs[0];
  return pair[value ? 0 : 1];
}

/** `b`, `B`, `ⓑ`, `(b)`, `b.处理问题` or the words alone, as they stood. */
function choiceText(label: string, sample: string, options: readonly Option[]): string {
  const code = options.find((option) => option.label === label)?.code;
  if (!code || !optionOf(sample, options)) return label;
  if (/^\s*[\u24b6-\u24e9]\s*$/u.test(sample)) return ringed(code);
  const match = /^\s*([（(]?)([A-Za-zａ-ｚＡ-Ｚ])([)）]?)([.、．:：,，·\-\s]*)(.*)$/su.exec(sample);
  if (!match) return label;
  const [open, letter, close, mark, words] = match.slice(1) as [string, string, string, string, string];
  const cased = letter !== letter.toLowerCase() ? code.toUpperCase() : code;
  // Words in brackets are a remark on the old choice.
  const isAlone = words === '' || /^[(（]/.test(words);
  return `${open}${cased}${close}${isAlone ? '' : `${mark}${label}`}`;
}

/** `3份`: what is counted stays behind the number. */
function countText(value: number, sample: string): string {
  const unit = /^(?:约|大约)?[+-]?[\d,]+(?:\.\d+)?([\u4e00-\u9fff]{1,2})$/.exec(sample)?.[1] ?? '';
  return `${value}${unit === '左右' ? '' : unit}`;
}

function percentText(value: number, sample: string): string {
  if (/\d成$/.test(sample) && value % 10 === 0) return `${value / 10}成`;
  return sample.endsWith('个百分点') ? `${value}个百分点` : `${value}%`;
}
