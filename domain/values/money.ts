// Money in whole fen (1 yuan = 100 fen): the only form in which money is kept, sent and reckoned.

import { multiply, ratio, roundHalfUp } from './ratio.ts';
import type { Ratio } from './ratio.ts';

/** Whole fen, a safe integer. */
export type Fen = number;

/** Fen of an amount in yuan, rounded half-up to the fen; null where it does not fit. */
export function fenOfYuan(yuan: Ratio): Fen | null {
  const fen = Number(roundHalfUp(multiply(yuan, ratio(100))));
  return Number.isSafeInteger(fen) ? fen : null;
}

/** amount x rate, rounded half-up to the fen. */
export function share(amountFen: Fen, rate: Ratio): Fen {
  return Number(roundHalfUp(multiply(ratio(amountFen), rate)));
}

/** `1,284,000.00` */
export function formatFen(fen: Fen): string {
  const size = Math.abs(fen);
  const yuan = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${yuan}.${String(size % 100).padStart(2, '0')}`;
}
