// Days, months and quarters as people type them. Two days in one cell are a problem, never a choice of ours.

import { dayOf, dayOfSerial, monthOf } from '../../values/day.ts';
import { withFigures } from './chinese-numerals.ts';
import { compact, isDayFormat, read, unreadable } from './typed.ts';
import type { Reading, ReadingContext, TypedCell } from './typed.ts';

/** Serials taken for days in a cell without a day format: 2000 to 2100. */
const firstBareSerial = 36_526;
const lastBareSerial = 73_415;

export function readDay(cell: TypedCell, context: ReadingContext): Reading {
  if (typeof cell.value === 'number') return dayOfMonth(cell, context) ?? dayOfNumber(cell);
  const text = compact(String(cell.value));
  const ofMonth = dayOfMonth(cell, context);
  if (ofMonth) return ofMonth;
  const about = /^(?:约|大约)?(.*\d[日号]?)(?:之前|以前|前|左右|前后)$/.exec(text);
  if (about) return toConfirm(readDay({ ...cell, value: about[1]! }, context), cell);
  const english = englishDay(String(cell.value));
  if (english) return dayOrProblem(english, cell);
  const bare = withFigures(withoutTime(compact(clockBehind(String(cell.value)).before).replaceAll('_', '')).replace(/^[\u4e00-\u9fff]{1,4}:(?=\d)/, ''));
  const republic = /^(?:民国|民國)?(1[0-4]\d|(?<=民[国國])\d{2})[年./-](\d{1,2})[月./-](\d{1,2})[日号]?$/.exec(bare);
  if (republic) return dayOrProblem(dayOf(1911 + Number(republic[1]), Number(republic[2]), Number(republic[3])), cell);
  const full = /^(\d{4}|\d{2})[年./-](\d{1,2})[月./-](\d{1,2})[日号]?$/.exec(bare);
  if (full) {
    const day = dayOf(yearOf(full[1]!), Number(full[2]), Number(full[3]));
    return day ? read(day, full[1]!.length === 2 && !bare.includes('年')) : unreadable('no-such-day', cell);
  }
  // Which of two small numbers is the day, nobody knows: 17/9/2026 is one, 5/9/2026 is asked about.
  const yearLast = /^(\d{1,2})([./-])(\d{1,2})\2(20\d\d)$/.exec(bare);
  if (yearLast) {
    const [first, second] = [Number(yearLast[1]), Number(yearLast[3])];
    if (first <= 12 && second <= 12 && first !== second) return unreadable('unreadable-day', cell);
    return dayOrProblem(first > 12 ? dayOf(Number(yearLast[4]), second, first) : dayOf(Number(yearLast[4]), first, second), cell);
  }
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(bare);
  if (digits) return dayOrProblem(dayOf(Number(digits[1]), Number(digits[2]), Number(digits[3])), cell);
  // `3-5日` is rather from the third to the fifth than the fifth of March.
  if (/^\d{1,2}-\d{1,2}[日号]$/.test(bare)) return unreadable('several-days', cell);
  const short = /^(\d{1,2})[月./-](\d{1,2})[日号]?$/.exec(bare);
  if (short) {
    if (context.year === undefined) return unreadable('year-missing', cell);
    return dayOrProblem(dayOf(context.year, Number(short[1]), Number(short[2])), cell);
  }
  const found = text.match(/(\d{1,4}[年./-])?\d{1,2}[月./-]\d{1,2}[日号]?/g) ?? [];
  const isRange = /\d[月./-]\d{1,2}[日号]?(?:[、,，~～至到和及-]|--|—)\d{1,2}[日号]?$/.test(text);
  return unreadable(found.length > 1 || isRange ? 'several-days' : 'unreadable-day', cell);
}

/** `5日` of a month that the sheet states; a bare 5 is to be confirmed. */
function dayOfMonth(cell: TypedCell, { year, month }: ReadingContext): Reading | undefined {
  if (month === undefined) return undefined;
  const shown = withFigures(withoutTime(compact(typeof cell.value === 'number' ? cell.text || String(cell.value) : cell.value.toString())));
  const match = /^(\d{1,2})([日号]?)$/.exec(shown);
  if (!match || Number(match[1]) < 1) return undefined;
  if (year === undefined) return unreadable('year-missing', cell);
  const day = dayOf(year, month, Number(match[1]));
  return day ? read(day, match[2] === '') : unreadable('no-such-day', cell);
}

/** `9月20日前`: the day that is meant is not said to be that one. */
function toConfirm(reading: Reading, cell: TypedCell): Reading {
  return reading.kind === 'value' ? read(reading.value, true) : unreadable(reading.kind === 'problem' ? reading.code : 'unreadable-day', cell);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Nov 16, 2026`, `12 November 2026`; undefined where the text is none. */
function englishDay(typed: string): string | null | undefined {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  const match = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(text) ?? /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})$/.exec(text);
  if (!match) return undefined;
  const isMonthFirst = /^[a-z]/.test(match[1]!);
  const month = months.indexOf(match[isMonthFirst ? 1 : 2]!.slice(0, 3));
  return month < 0 ? undefined : dayOf(Number(match[3]), month + 1, Number(match[isMonthFirst ? 2 : 1]));
}

/** The day, and the clock time where the cell has one; of `14:00-16:00` it is the first, to be confirmed. */
export function readDayTime(cell: TypedCell, context: ReadingContext): Reading {
  const day = readDay(cell, context);
  if (day.kind !== 'value') return day;
  if (typeof cell.value === 'number') {
    const minutes = Math.min(1439, Math.round((cell.value - Math.floor(cell.value)) * 1440));
    return minutes === 0 ? day : read(`${String(day.value)} ${clock(Math.floor(minutes / 60), minutes % 60)}`);
  }
  const { time, isRange } = clockBehind(String(cell.value));
  return time === undefined ? day : read(`${String(day.value)} ${time}`, isRange || day.uncertain);
}

const CLOCK = /[\sT]*(上午|下午|早上|晚上|中午|傍晚|晚|早)?\s*(?<!\d)(\d{1,2})\s*(?::(\d{2})(?::\d{2})?|[时点](?:(半)|(\d{1,2})分?)?)(\s*[-~—–至到]+\s*(?:上午|下午|晚上)?\s*\d{1,2}\s*[:时点]\s*\d{0,2}分?)?\s*(?=$|[(（周星])/;

/** What stands before a clock time at the end of a text, and the time. */
function clockBehind(typed: string): { readonly before: string; readonly time?: string; readonly isRange?: boolean } {
  const text = typed.normalize('NFKC').trim();
  const match = CLOCK.exec(text);
  if (!match) return { before: text };
  const isLater = /下午|晚|傍晚/.test(match[1] ?? '') && Number(match[2]) < 12;
  const hours = Number(match[2]) + (isLater ? 12 : 0);
  const minutes = match[4] ? 30 : Number(match[3] ?? match[5] ?? 0);
  const before = text.slice(0, match.index) + text.slice(match.index + match[0].length);
  return hours > 23 || minutes > 59 ? { before } : { before, time: clock(hours, minutes), isRange: match[6] !== undefined };
}

function clock(hours: number, minutes: number): string {
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function dayOfNumber(cell: TypedCell): Reading {
  const number = cell.value as number;
  if (isDayFormat(cell.format) || (number >= firstBareSerial && number <= lastBareSerial)) return dayOrProblem(dayOfSerial(number), cell);
  const text = String(number);
  if (/^(19|20)\d{6}$/.test(text)) return dayOrProblem(dayOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))), cell);
  return unreadable('unreadable-day', cell);
}

function dayOrProblem(day: string | null, cell: TypedCell): Reading {
  return day ? read(day) : unreadable('no-such-day', cell);
}

/** Without a part of the day, a weekday or a remark in brackets behind the day. */
function withoutTime(text: string): string {
  return text
    .replace(/^\(?(周|星期)[一二三四五六日天]\)?(?=\d)/, '')
    .replace(/\([^()]*\)$/, '')
    .replace(/(周|星期)[一二三四五六日天]$/, '')
    .replace(/(上午|下午|早上|晚上|中午)$/, '')
    .replace(/\([^()]*\)$/, '')
    .replace(/(周|星期)[一二三四五六日天]$/, '');
}

function yearOf(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

export function readMonth(cell: TypedCell, context: ReadingContext): Reading {
  if (typeof cell.value === 'number' && isDayFormat(cell.format)) {
    const day = dayOfSerial(cell.value);
    return day ? read(monthOf(day)) : unreadable('unreadable-month', cell);
  }
  const text = compact(typeof cell.value === 'number' && cell.text ? cell.text : String(cell.value));
  // 2026.10 typed as a number is kept as 2026.1: January and October look alike.
  if (typeof cell.value === 'number' && /^\d{4}\.1$/.test(text)) return unreadable('unreadable-month', cell);
  const full = /^(\d{4}|\d{2}(?=年))(?:年|[./-])?(\d{1,2})月?(?:份)?$/.exec(text);
  if (full && (full[2]!.length === 2 || /[年./-]/.test(text))) return monthOrProblem(yearOf(full[1]!), Number(full[2]), cell);
  const day = /^(\d{4})[年./-](\d{1,2})[月./-](?:0?1)日?$/.exec(text);
  if (day) return monthOrProblem(Number(day[1]), Number(day[2]), cell);
  const short = /^(\d{1,2})月(?:份)?$/.exec(text);
  if (short && context.year !== undefined) return monthOrProblem(context.year, Number(short[1]), cell);
  if (typeof cell.value === 'number' && cell.value >= firstBareSerial && cell.value <= lastBareSerial) {
    return read(monthOf(dayOfSerial(cell.value)!));
  }
  return unreadable(short ? 'year-missing' : 'unreadable-month', cell);
}

function monthOrProblem(year: number, month: number, cell: TypedCell): Reading {
  const day = dayOf(year, month, 1);
  return day ? read(monthOf(day)) : unreadable('unreadable-month', cell);
}

const quarterDigits: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

export function readQuarter(cell: TypedCell, context: ReadingContext): Reading {
  const text = compact(String(cell.value));
  const full = /^(?:(\d{4})年?[-/.]?)?(?:第?([一二三四1-4])季度?|q([1-4])|([1-4])q)$/i.exec(text);
  if (!full) return unreadable('unreadable-quarter', cell);
  const year = full[1] ? Number(full[1]) : context.year;
  if (year === undefined) return unreadable('year-missing', cell);
  return read(`${year}Q${quarterDigits[(full[2] ?? full[3] ?? full[4])!]}`);
}
