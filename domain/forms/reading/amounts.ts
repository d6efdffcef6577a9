// Money, numbers and percentages as people type them. Roundings and remarks (约, 左右, （暂估）) make a value uncertain.

import { fenOfYuan } from '../../values/money.ts';
import { multiply, ratio, ratioOfDecimal, ratioOfNumber } from '../../values/ratio.ts';
import type { Ratio } from '../../values/ratio.ts';
import { simplified } from '../simplified.ts';
import { capitalYuan, everydayNumerals } from './capital-numerals.ts';
import { chineseNumber } from './chinese-numerals.ts';
import { compact, empty, read, unreadable } from './typed.ts';
import type { Reading, ReadingContext, StatedUnit, TypedCell } from './typed.ts';

const WAN = ratio(10_000);
const stated: Readonly<Partial<Record<StatedUnit, Ratio>>> = { 'qian-yuan': ratio(1000), 'wan-yuan': WAN, 'yi-yuan': ratio(100_000_000) };
const scales: Readonly<Record<string, Ratio>> = { 亿: ratio(100_000_000), 千万: ratio(10_000_000), 百万: ratio(1_000_000), 万: WAN, 千: ratio(1000), '': ratio(1) };
const AMOUNT = /^(约|大约|大概|近|预计|估计|暂估)?(?:rmb|cny|人民币)?[¥$]?([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(亿|千万|百万|万|千)?(元|圆|块)?(整|左右|上下|余|多)?(\(.*\))?$/i;
const noAmount = /^(无|没有|不详|(人民币|rmb|cny)?[¥]?(亿|万|千)?(元|圆)?整?)$/i;

export function readMoney(cell: TypedCell, context: ReadingContext): Reading {
  const bareScale = (context.unit && stated[context.unit]) ?? ratio(1);
  if (typeof cell.value === 'number') return fenOf(ratioOfNumber(cell.value), bareScale, cell);
  const typed = simplified(compact(String(cell.value)));
  const inBrackets = /^\(([¥]?[\d,.]+)\)$/.exec(typed);
  const text = (inBrackets ? `-${inBrackets[1]!}` : typed).replace(/^-[¥]/, '¥-');
  if (noAmount.test(text.replace(/[_()]/g, ''))) return empty;
  const match = AMOUNT.exec(text);
  const capital = match ? null : capitalYuan(text);
  if (capital) return fenOf(capital, ratio(1), cell);
  const twice = match ? null : /^(.+?)\((?:小写:?)?[¥]?([\d,.]+)元?\)$/.exec(text);
  const inWords = twice && capitalYuan(twice[1]!);
  const inFigures = inWords && ratioOfDecimal(twice[2]!.replaceAll(',', ''));
  // In words and in figures: what differs is no amount.
  if (inWords && inFigures) return fenOfYuan(inWords) === fenOfYuan(inFigures) ? fenOf(inWords, ratio(1), cell) : unreadable('unreadable-money', cell);
  const spoken = match ? null : everydayYuan(text);
  if (spoken !== null) return fenOf(ratio(spoken), ratio(1), cell);
  const yuan = match && ratioOfDecimal(match[2]!.replaceAll(',', ''));
  if (!match || !yuan || text.includes('$')) return unreadable('unreadable-money', cell);
  const isBare = !match[3] && !match[4];
  const scale = isBare ? bareScale : scales[match[3] ?? '']!;
  const isRounded = match[5] !== undefined && match[5] !== '整';
  return fenOf(yuan, scale, cell, match[1] !== undefined || isRounded || match[6] !== undefined || inBrackets !== null);
}

/** `一千二百元`: with its unit, for 八百 alone stands in remarks too; of 一千二 nobody knows the places. */
function everydayYuan(text: string): number | null {
  const match = /^(?:([一二两三四五六七八九十百千]+)万)?(零?[一二两三四五六七八九十百千零]*)(?:元|圆|块|块钱)整?$/.exec(text);
  if (!match || (match[1] === undefined && match[2] === '') || /[百千][一二两三四五六七八九]$/.test(match[2]!)) return null;
  const wan = match[1] === undefined ? 0 : chineseNumber(match[1]);
  const rest = match[2] === '' ? 0 : chineseNumber(match[2]!);
  const isWhole = match[1] === undefined || match[2] === '' || match[2]!.startsWith('零') || (rest ?? 0) >= 1000;
  return wan === null || rest === null || !isWhole ? null : wan * 10_000 + rest;
}

function fenOf(yuan: Ratio, scale: Ratio, cell: TypedCell, uncertain = false): Reading {
  const fen = fenOfYuan(multiply(yuan, scale));
  return fen === null ? unreadable('unreadable-money', cell) : read(fen, uncertain);
}

const chineseDigits = '零一二三四五六七八九十';

export function readNumber(cell: TypedCell): Reading {
  if (typeof cell.value === 'number') return read(cell.value);
  const text = compact(String(cell.value));
  if (/^[_()]*[人份个次家件盒天]?$/.test(text)) return empty;
  const match = /^(约|大约)?([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)([\u4e00-\u9fff]{0,2})(左右)?(\(.*\))?$/.exec(text);
  if (match && !/[万千百亿半]/.test(match[3]!)) return read(Number(match[2]!.replaceAll(',', '')), Boolean(match[1] ?? match[4] ?? match[5]));
  const word = /^([零一二两三四五六七八九十百千]+)(?![零一二两三四五六七八九十百千万])([\u4e00-\u9fff]{0,2})$/.exec(everydayNumerals(text));
  const number = word && !/[万亿半多几余来]/.test(word[2]!) ? chineseNumber(word[1]!) : null;
  if (number !== null) return read(number);
  return unreadable('unreadable-number', cell);
}

/** The number before the sign: 75 means 75 %. */
export function readPercent(cell: TypedCell, context: ReadingContext): Reading {
  if (typeof cell.value === 'number') {
    // In quotes the sign is only printed behind the number.
    if (cell.format.replace(/"[^"]*"|\\./g, '').includes('%')) return read(Number(roundedPercent(cell.value)));
    // 0.75 without a sign may be 75 % or 0.75 %.
    return read(cell.value, cell.value > 0 && cell.value < 1 && context.unit !== 'percent');
  }
  const text = compact(String(cell.value));
  if (/^[_()]*%?$/.test(text)) return empty;
  const sign = /^(约|大约)?([+-]?\d+(?:\.\d+)?)(%|个百分点|成)?(左右|以上)?(\(.*\))?$/.exec(text);
  if (sign) {
    const number = Number(sign[2]) * (sign[3] === '成' ? 10 : 1);
    const bare = !sign[3] && number > 0 && number < 1 && context.unit !== 'percent';
    return read(number, bare || Boolean(sign[1] ?? sign[4] ?? sign[5]));
  }
  const tenths = /^(约|大约)?([一二三四五六七八九十])成([半一二三四五六七八九])?(左右|以上)?$/.exec(text);
  if (tenths) return read(chineseDigits.indexOf(tenths[2]!) * 10 + (tenths[3] === '半' ? 5 : tenths[3] ? chineseDigits.indexOf(tenths[3]) : 0), Boolean(tenths[1] ?? tenths[4]));
  return unreadable('unreadable-percent', cell);
}

/** 0.075 x 100 as a decimal, without the dust of floating point. */
function roundedPercent(value: number): string {
  return (value * 100).toFixed(10).replace(/\.?0+$/, '');
}
