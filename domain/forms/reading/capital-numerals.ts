// Amounts in the capital numerals of cheques and contracts: 壹万贰仟元整, 伍佰零叁元柒角. Everyday numerals are
// another matter: without their unit (八百) they stand in remarks too.

import { add, ratio } from '../../values/ratio.ts';
import type { Ratio } from '../../values/ratio.ts';
import { simplified } from '../simplified.ts';

const digits = '零壹贰叁肆伍陆柒捌玖';
const places: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };
const pattern = /^(?:大写:?)?(?:人民币)?([零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)(?:元|圆)(?:零?([壹贰叁肆伍陆柒捌玖])角)?(?:零?([壹贰叁肆伍陆柒捌玖])分)?(?:整|正)?$/;
const variants: Readonly<Record<string, string>> = { 贰: '贰贰弍貳', 叁: '叁叄參参', 陆: '陆陸', 零: '零〇' };

/** Yuan, or null where a text is no amount in capitals. `text` is compact. */
export function capitalYuan(text: string): Ratio | null {
  const match = pattern.exec(inCapitals(plain(text)));
  const whole = match && wholeOf(match[1]!);
  if (!match || whole === null) return null;
  const cents = digitOf(match[2]) * 10 + digitOf(match[3]);
  return add(ratio(whole), ratio(cents, 100));
}

/** `贰拾盒` as 二十盒. */
export function everydayNumerals(text: string): string {
  return plain(text).replace(/[壹贰叁肆伍陆柒捌玖拾佰仟]/g, (sign) => '一二三四五六七八九十百千'['壹贰叁肆伍陆柒捌玖拾佰仟'.indexOf(sign)]!);
}

const capitals = '壹贰叁肆伍陆柒捌玖拾佰仟';

/** People slip into everyday numerals halfway (贰佰零八元): one in capitals says what the rest are. */
function inCapitals(text: string): string {
  if (!/[壹贰叁肆伍陆柒捌玖拾佰仟]/.test(text)) return text;
  return text.replace(/[一二两三四五六七八九十百千]/g, (sign) => (sign === '两' ? '贰' : capitals['一二三四五六七八九十百千'.indexOf(sign)]!));
}

function plain(text: string): string {
  let folded = simplified(text);
  for (const [plainDigit, written] of Object.entries(variants)) folded = folded.replace(new RegExp(`[${written}]`, 'gu'), plainDigit);
  return folded;
}

function digitOf(character: string | undefined): number {
  return character === undefined ? 0 : digits.indexOf(character);
}

/** 壹拾贰万零叁佰: each of 亿 and 万 multiplies what stands before it. */
function wholeOf(numeral: string): number | null {
  let total = 0;
  for (const [sign, scale] of [['亿', 100_000_000], ['万', 10_000], ['', 1]] as const) {
    const end = sign === '' ? numeral.length : numeral.indexOf(sign);
    if (end < 0) continue;
    const group = groupOf(numeral.slice(0, end));
    if (group === null) return null;
    total += group * scale;
    numeral = numeral.slice(end + 1);
  }
  return total;
}

/** Below 万: digits each with its place, places falling. */
function groupOf(numeral: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  let last = 10_000;
  for (const character of numeral) {
    const place = places[character];
    if (place === undefined) {
      if (digit !== null && digit > 0) return null;
      digit = digitOf(character);
      if (digit < 0) return null;
      continue;
    }
    if (place >= last) return null;
    sum += (digit ?? 1) * place;
    last = place;
    digit = null;
  }
  return sum + (digit ?? 0);
}
