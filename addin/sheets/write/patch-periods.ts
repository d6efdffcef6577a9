// Clock times, months, quarters and the day of the week as text in the way another one stands.

import { compact } from '../../../domain/forms/reading/typed.ts';
import { serialOfDay } from '../../../domain/values/day.ts';
import { monthText, quarterText } from '../cells/written-value.ts';

/** `（周三）` behind the day, of the new day. */
export function weekday(day: string, sample: string): string {
  const match = /([\s（(]*)(周|星期)[一二三四五六日天]([）)]?)/.exec(sample);
  if (!match) return '';
  return `${match[1]}${match[2]}${'日一二三四五六'[(serialOfDay(day) - 1) % 7]}${match[3]}`;
}

/** `17:30` or `17时30分`, with the blank that stood before it. */
export function styledTime(time: string, sample: string): string {
  const match = /([\s\u3000]*)(?:上午|下午|早上|晚上|中午)?(?<!\d)\d{1,2}\s*(?:[:：]\d{2}(?::\d{2})?|([时点])(?:半|\d{1,2}分?)?)\s*$/.exec(sample);
  const blank = match?.[1] ?? ' ';
  if (time === '' || !match?.[2]) return time === '' ? '' : `${blank || ' '}${time}`;
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return `${blank}${hours}${match[2]}${minutes === 0 ? '' : `${String(minutes).padStart(2, '0')}分`}`;
}

/** A month in the way another one stands. */
export function styledMonth(month: string, sample: string): string {
  const [year, number] = month.split('-') as [string, string];
  const text = compact(sample);
  if (/^\d{6}$/.test(text)) return year + number;
  const separator = /^\d{4}([./-])\d{1,2}$/.exec(text)?.[1];
  if (separator) return `${year}${separator}${number}`;
  const worded = /^(?:(\d{4}|\d{2})年)?(\d{1,2})月(份?)$/.exec(text);
  if (!worded) return monthText(month);
  const shown = worded[2]!.startsWith('0') ? number : String(Number(number));
  return `${worded[1] === undefined ? '' : `${worded[1].length === 2 ? year.slice(2) : year}年`}${shown}月${worded[3]}`;
}

export function styledQuarter(quarter: string, sample: string): string {
  const text = compact(sample);
  const [year, number] = [quarter.slice(0, 4), quarter[5]!];
  const latin = /^(\d{4})?(年?[-/.]?)q\d$/i.exec(text);
  if (latin) return `${latin[1] === undefined ? '' : year}${latin[2]}${/q/.test(text) ? 'q' : 'Q'}${number}`;
  const worded = /^(\d{4})?(年?)(第?)([一二三四1-4])(季度?)$/.exec(text);
  if (!worded) return quarterText(quarter);
  const shown = /\d/.test(worded[4]!) ? number : '一二三四'[Number(number) - 1]!;
  return `${worded[1] === undefined ? '' : year}${worded[2]}${worded[3]}${shown}${worded[5]}`;
}
