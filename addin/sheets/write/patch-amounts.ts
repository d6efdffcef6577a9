// An amount as text in the way another one stands: its sign, its unit, its grouping, its capitals. Ways nearest to it first.

import { capitalAmount } from './capital-amount.ts';

/** `sample` in half width without blanks, '' where nothing stood. */
export function moneyTexts(fen: number, sample: string, fenPerUnit: number): readonly string[] {
  const texts: string[] = [];
  if (/[零壹贰叁肆伍陆柒捌玖]/.test(sample) && fen >= 0) texts.push((sample.startsWith('人民币') ? '人民币' : '') + capitalAmount(fen));
  const head = /^-?(人民币)?[¥￥]/.test(sample) ? '￥' : '';
  const stated = /\d([千万亿])(元)?/.exec(sample);
  const large = stated && { 千: 100_000, 万: 1_000_000, 亿: 10_000_000_000 }[stated[1] as '千' | '万' | '亿'];
  if (large && fen % (large / 100) === 0) texts.push(`${head}${fen / large}${stated[1]}${stated[2] ?? ''}`);
  if (fenPerUnit !== 100 && /^[\d.,]+$/.test(sample)) texts.push(String(inUnit(fen, fenPerUnit)));
  const tail = /[\d千万亿](元|圆)/.test(sample) ? (/元整/.test(sample) && fen % 100 === 0 ? '元整' : '元') : '';
  if (/\d/.test(sample) && !stated) texts.push(head + grouped(fen, { isGrouped: !/\d{4}/.test(sample), isWhole: !/\d\.\d/.test(sample) }) + tail);
  const whole = head + grouped(fen, { isGrouped: true, isWhole: false });
  return [...texts, whole + tail, `${whole}元`];
}

/** In whole yuan only where the amount is one. */
function grouped(fen: number, style: { readonly isGrouped: boolean; readonly isWhole: boolean }): string {
  const digits = (Math.abs(fen) / 100).toFixed(style.isWhole && fen % 100 === 0 ? 0 : 2);
  return (fen < 0 ? '-' : '') + (style.isGrouped ? digits.replace(/\B(?=(\d{3})+(\.|$))/g, ',') : digits);
}

/** Without the dust of a division. */
export function inUnit(fen: number, fenPerUnit: number): number {
  return Number((fen / fenPerUnit).toPrecision(15));
}
