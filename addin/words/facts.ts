// A fact of a step or refusal as text, by what kind of thing it is. Knows no sentences.

import type { FactKind } from '../../domain/rules/step-codes.ts';
import { isQuarter, monthsOf, quarterOf } from '../../domain/values/period.ts';
import { ratio, divide, ratioOfText } from '../../domain/values/ratio.ts';
import { money, moneyInWords, percent, scoreInWords } from './numbers.ts';
import { words } from './words.ts';

export function factText(kind: FactKind, value: string | number): string {
  const text = String(value);
  switch (kind) {
    case 'fen':
      return moneyInWords(Number(value));
    case 'percent':
      return percent(divide(ratioOfText(text), ratio(100))).text;
    case 'points':
      return text === '' ? '' : scoreInWords(text);
    case 'month':
    case 'period':
      return periodName(text);
    case 'months':
      return text === '' ? '' : monthsText(text.split(','));
    default:
      return text.replace(/^-(?=\d)/, '−');
  }
}

/** `2026 年第三季度`, `2026 年 9 月`; anything else as it stands. */
export function periodName(period: string): string {
  const year = Number(period.slice(0, 4));
  if (isQuarter(period)) return words.pane.period.quarterName(year, Number(period[5]));
  if (/^\d{4}-\d{2}$/.test(period)) return words.pane.period.monthName(year, Number(period.slice(5)));
  return period;
}

/** The months of one whole quarter are that quarter. */
function monthsText(months: readonly string[]): string {
  const quarter = quarterOf(months[0]!);
  const isWhole = months.length === 3 && monthsOf(quarter).every((month) => months.includes(month));
  return isWhole ? words.pane.period.quarterAlone(Number(quarter[5])) : words.pane.list(months.map(monthNumber));
}

function monthNumber(month: string): string {
  return words.pane.period.monthAlone(Number(month.slice(5)));
}

/** An amount in a table or a sum. */
export function amountText(unit: string, amount: number): string {
  if (unit === 'fen') return money(amount);
  if (unit === 'point-hundredths') return scoreInWords(`${amount}/100`);
  return String(amount).replace('-', '−');
}
