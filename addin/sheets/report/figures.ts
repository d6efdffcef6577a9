// Results' exact figures as cells hold them. Rounding to a double is for the sheet alone.

import { ratioOfText } from '../../../domain/values/ratio.ts';
import type { RatioText } from '../../../domain/values/ratio.ts';
import type { Fen } from '../../../domain/values/money.ts';
import type { Quantity } from '../../../domain/rules/results.ts';
import { number as format } from './look.ts';

export function numberOf(text: RatioText): number {
  const { numerator, denominator } = ratioOfText(text);
  return Number(numerator) / Number(denominator);
}

export function yuanOf(amountFen: Fen): number {
  return amountFen / 100;
}

/** A quantity as its column shows it. */
export function shownQuantity({ unit, amount }: Quantity): { value: number; format: string } {
  const value = numberOf(amount);
  if (unit === 'fen') return { value: value / 100, format: format.money };
  return { value, format: { customers: format.customers, points: format.score, times: format.times, days: format.days }[unit] };
}
