// How the result of a step stands at the right edge, by its style.

import type { ResultStyle } from '../result-styles.ts';

/** What a result is written with: figures as text, without units. */
export interface ResultTools {
  readonly score: (text: string) => string;
  readonly money: (amountFen: number) => string;
  /** `= 107%` or `≈ 66.67%`; the text is the number before the sign. */
  readonly percentage: (text: string) => string;
  readonly sign: (text: string) => -1 | 0 | 1;
}

const unsigned = (text: string): string => text.replace(/^[-−]/, '');
const signed = (text: string, sign: -1 | 0 | 1): string => (sign > 0 ? `+${text}` : sign < 0 ? `−${unsigned(text)}` : text);

export const results: Readonly<Record<ResultStyle, (text: string, tools: ResultTools) => string>> = {
  points: (text, tools) => `${tools.score(text)} 分`,
  'signed-points': (text, tools) => `${signed(tools.score(text), tools.sign(text))} 分`,
  'suggested-points': (text, tools) => `建议 ${tools.score(text)} 分`,
  money: (text, tools) => `${tools.money(Number(text))} 元`,
  'signed-money': (text, tools) => `${signed(tools.money(Number(text)), tools.sign(text))} 元`,
  'equals-percent': (text, tools) => tools.percentage(text),
  'above-below': (text, tools) => {
    const size = unsigned(tools.percentage(text).replace(/^[=≈] /, ''));
    const about = tools.percentage(text).startsWith('≈') ? '约 ' : '';
    if (tools.sign(text) === 0) return '持平';
    return `${tools.sign(text) > 0 ? '高出' : '低'} ${about}${size}`;
  },
  customers: (text) => `${text} 家`,
  'signed-customers': (text, tools) => (tools.sign(text) === 0 ? '持平' : `${signed(text, tools.sign(text))} 家`),
};
