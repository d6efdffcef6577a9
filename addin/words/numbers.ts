// How figures, days and times are shown, the same in every language. Rounding here is for the eye alone.

import { formatFen } from '../../domain/values/money.ts';
import type { Fen } from '../../domain/values/money.ts';
import { compare, formatRatio, multiply, ratio, ratioOfText, subtract } from '../../domain/values/ratio.ts';
import type { Ratio, RatioText } from '../../domain/values/ratio.ts';

const MINUS = '−';

/** `1,284,000.00`, with a real minus. */
export function money(amountFen: Fen): string {
  return formatFen(amountFen).replace('-', MINUS);
}

/** In explanations: without cents where there are none. */
export function moneyInWords(amountFen: Fen): string {
  return money(amountFen).replace(/\.00$/, '');
}

/** A score in a table: two decimals. */
export function score(text: RatioText): string {
  return formatRatio(ratioOfText(text), 2, true).replace('-', MINUS);
}

/** A score in a sentence: as short as it is. */
export function scoreInWords(text: RatioText): string {
  return formatRatio(ratioOfText(text), 2).replace('-', MINUS);
}

/** Where a total stands on a scale of 100, for a bar's width. */
export function widthOf(text: RatioText): string {
  const value = ratioOfText(text);
  return `${formatRatio(compare(value, ratio(0)) < 0 ? ratio(0) : value, 2)}%`;
}

/** `+2.17`, `−1.33`; '' where nothing changed. */
export function change(now: RatioText, before: RatioText): string {
  const difference = subtract(ratioOfText(now), ratioOfText(before));
  const sign = compare(difference, ratio(0));
  const size = sign < 0 ? multiply(difference, ratio(-1)) : difference;
  if (sign === 0) return '';
  return `${sign < 0 ? MINUS : '+'}${formatRatio(size, 2, true)}`;
}

/** A share as a percentage of at most two decimals, and whether that is exact. */
export function percent(value: Ratio): { text: string; exact: boolean } {
  const hundredfold = multiply(value, ratio(100));
  const text = formatRatio(hundredfold, 2);
  return { text: `${text.replace('-', MINUS)}%`, exact: (10_000n * value.numerator) % value.denominator === 0n };
}

/** `= 107%` or `≈ 66.67%`. */
export function equalsPercent(value: Ratio): string {
  const { text, exact } = percent(value);
  return `${exact ? '=' : '≈'} ${text}`;
}

/** `10-16`: a day in a list that stays within one year. */
export function dayInList(day: string): string {
  return day.slice(5);
}

/** A moment as the organisation's clock shows it. Moments of the server are UTC; what has no zone is shown as it stands. */
export function moment(at: string): string {
  if (!/T.*(Z|[+-]\d\d:?\d\d)$/.test(at)) return at.replace('T', ' ').slice(0, 19);
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' }).format(time);
}

/** `10-15 18:06`, with the year only where it is another one. */
export function momentInList(at: string, today: string): string {
  const text = moment(at).slice(0, 16);
  return text.slice(0, 4) === today.slice(0, 4) ? text.slice(5) : text;
}

/** `9f3c 41d7 0be2 a6c8`: the first sixteen digits of a hash, in fours. */
export function hashInFours(hash: string): string {
  return (hash.slice(0, 16).match(/.{1,4}/g) ?? []).join(' ');
}

/** `18:06` of today, else `10-15`, with the year only where it is another one. */
export function momentBriefly(at: string, today: string): string {
  const text = moment(at);
  return text.slice(0, 10) === today ? text.slice(11, 16) : momentInList(at, today).slice(0, -6);
}
