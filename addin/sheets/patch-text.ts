// A value in the style in which its cell is written now: the same date pattern, the same unit, the same kind of tick.

import type { Field, Option, Value } from '../../domain/forms/definition.ts';
import { compact, isDayFormat } from '../../domain/forms/reading/typed.ts';
import { optionOf } from '../../domain/forms/reading/choices.ts';
import type { CellValue } from './image.ts';
import { emptyFormat, monthText, optionsOf, percentFraction, quarterText, writtenValue } from './written-value.ts';
import type { StatedUnit } from '../../domain/forms/reading/read-value.ts';

export interface StyledValue {
  readonly value: CellValue;
  /** Only where the cell's own format would not show the value. */
  readonly format?: string;
}

/** What a cell held: its value, its format and the unit that its label states. */
export interface CellStyleNow {
  readonly value: CellValue;
  readonly format: string;
  readonly unit?: StatedUnit;
}

export function styledValue(field: Field, value: Value, now: CellStyleNow): StyledValue {
  const { kind } = field.type;
  const isText = typeof now.value === 'string' && now.value.trim() !== '';
  if (isText || (now.format === '@' && kind !== 'boolean')) {
    const text = styledText(field, value, isText ? String(now.value) : '');
    // A bare text would be read in the unit of the label.
    const isBare = kind === 'money' && fenPerUnit(now.unit) !== 100 && !/[元万]/.test(text);
    return { value: isBare ? `${text}元` : text };
  }
  switch (kind) {
    case 'money': {
      const yuan = Number(value) / fenPerUnit(now.unit);
      return { value: yuan, ...format(now, field) };
    }
    case 'percent':
      return now.format.includes('%') ? { value: percentFraction(Number(value)) } : now.unit === 'percent' || typeof now.value === 'number' ? { value: Number(value) } : { value: percentFraction(Number(value)), format: '0.##%' };
    case 'day':
    case 'datetime':
    case 'day-or-text': {
      const written = writtenValue(field, value);
      const isDayCell = isDayFormat(now.format) && (Number.isInteger(written.value) || /h/i.test(now.format));
      return typeof written.value === 'number' && !isDayCell ? { value: written.value, format: written.format! } : { value: written.value };
    }
    default:
      return { value: writtenValue(field, value).value };
  }
}

function fenPerUnit(unit: StatedUnit | undefined): number {
  if (unit === 'qian-yuan') return 100_000;
  if (unit === 'wan-yuan') return 1_000_000;
  return unit === 'yi-yuan' ? 10_000_000_000 : 100;
}

function format(now: CellStyleNow, field: Field): { readonly format?: string } {
  const wanted = emptyFormat(field);
  return now.format === 'General' && wanted && now.unit === undefined ? { format: wanted } : {};
}

/** A text cell stays a text cell. `sample` is what stood there, '' where nothing did. */
export function styledText(field: Field, value: Value, sample: string): string {
  switch (field.type.kind) {
    case 'money':
      return moneyText(Number(value), compact(sample));
    case 'datetime':
      return `${dayText(String(value).slice(0, 10), compact(sample))}${String(value).slice(10)}`;
    case 'day':
    case 'day-or-text':
      return dayText(String(value), compact(sample));
    case 'month':
      return /^\d{4}-\d{2}$/.test(compact(sample)) ? String(value) : monthText(String(value));
    case 'quarter':
      return /q/i.test(sample) ? String(value) : quarterText(String(value));
    case 'percent':
      return `${String(value)}%`;
    case 'boolean':
      return booleanText(value === true, sample);
    case 'choice':
      return choiceText(String(value), sample, optionsOf(field.type));
    case 'names':
    case 'choices':
      return Array.isArray(value) ? value.join(/[\n、,，;；]/.exec(sample)?.[0] ?? '、') : String(value);
    default:
      return String(value);
  }
}

function moneyText(fen: number, sample: string): string {
  const head = /^[¥]/.test(sample) ? '￥' : '';
  const wan = /\d万(元)?/.exec(sample);
  if (wan && fen % 10_000 === 0) return `${head}${fen / 1_000_000}万${wan[1] ?? ''}`;
  const tail = /\d(元|圆)/.test(sample) ? '元' : '';
  const digits = (Math.abs(fen) / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
  return `${fen < 0 ? '-' : ''}${head}${digits}${tail}`;
}

function dayText(day: string, sample: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (/^\d{4}-\d{2}-\d{2}$/.test(sample)) return day;
  const separator = /^\d{4}([./-])/.exec(sample)?.[1];
  return separator ? [year, month, date].join(separator) : `${year}年${month}月${date}日`;
}

const answerPairs = [['是', '否'], ['有', '无'], ['√', '×'], ['需要', '不需要']] as const;

function booleanText(value: boolean, sample: string): string {
  const pair = answerPairs.find(([yes, no]) => sample.trim() === yes || sample.trim() === no) ?? answerPairs[0];
  return pair[value ? 0 : 1];
}

/** `b`, `b.处理问题` or the words alone, as they stood. */
function choiceText(label: string, sample: string, options: readonly Option[]): string {
  const code = options.find((option) => option.label === label)?.code;
  if (code && printsAll(sample, options)) return options.map((option) => (option.code === code ? ringed(code) : option.code)).join('  ');
  if (!code || !optionOf(sample, options)) return label;
  const lettered = /^\s*([A-Za-zａ-ｚＡ-Ｚ])\s*([.、．:：\s]*)(.*)$/u.exec(sample);
  if (!lettered) return label;
  return lettered[3] === '' ? code : `${code}${lettered[2]}${label}`;
}

/** `a  b  c`, perhaps with one ringed. */
function printsAll(sample: string, options: readonly Option[]): boolean {
  const letters = sample.normalize('NFKC').replace(/[()]/g, '').trim().split(/[\s/、,]+/);
  return letters.length === options.length && letters.length > 1 && letters.every((letter, index) => letter.toLowerCase() === options[index]!.code?.toLowerCase());
}

const BOX = /([（([【])[\s_]*[√✓✔xXvV☑■●]?[\s_]*([)）\]】])|[☑☒✓✔√■●◉▣]|[□☐☐○◯◻]/gu;

/** The printed options with their boxes set anew; null where an option has no box of its own. */
export function reboxed(text: string, options: readonly Option[], chosen: readonly string[]): string | null {
  const marks = [...text.matchAll(BOX)];
  const ticked = marks.map((mark) => mark[0]).find((mark) => /^[☑☒✓✔√■●◉▣]$/u.test(mark)) ?? (text.includes('○') ? '●' : '☑');
  const open = marks.map((mark) => mark[0]).find((mark) => /^[□☐○◯◻]$/u.test(mark)) ?? '□';
  const marksLead = marks[0] !== undefined && text.slice(0, marks[0].index).trim() === '';
  const found = new Set<string>();
  let written = '';
  let end = 0;
  marks.forEach((mark, index) => {
    const before = text.slice(index === 0 ? 0 : marks[index - 1]!.index + marks[index - 1]![0].length, mark.index);
    const after = text.slice(mark.index + mark[0].length, marks[index + 1]?.index);
    const option = namedBeside(marksLead ? after : before, options, marksLead);
    const isChosen = option !== undefined && chosen.includes(option.label);
    if (option) found.add(option.label);
    written += text.slice(end, mark.index) + (mark[1] ? `${mark[1]}${isChosen ? '√' : '　'}${mark[2]}` : isChosen ? ticked : open);
    end = mark.index + mark[0].length;
  });
  return chosen.every((label) => found.has(label)) ? written + text.slice(end) : null;
}

function namedBeside(words: string, options: readonly Option[], first: boolean): Option | undefined {
  const whole = optionOf(words, options);
  if (whole) return whole;
  const parts = words.split(/[\s/／、,，;；]+/).filter(Boolean);
  const part = first ? parts[0] : parts[parts.length - 1];
  return part === undefined ? undefined : optionOf(part, options);
}

/** Ⓑ of B, ⓑ of b. */
export function ringed(code: string): string {
  const point = code.codePointAt(0)!;
  if (point >= 65 && point <= 90) return String.fromCodePoint(0x24b6 + point - 65);
  return point >= 97 && point <= 122 ? String.fromCodePoint(0x24d0 + point - 97) : `(${code})`;
}
