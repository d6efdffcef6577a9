// What the simulated people type: values that exist once, each bearing the tag of the record it was typed into, so that
// a lost one, a doubled one or one in another's record is seen. Texts are `t12@3` (the twelfth, typed into record 3),
// amounts are unique whole numbers of yuan.

import type { CellValue, SheetImage } from '../../addin/sheets/image.ts';

const leastAmount = 100_000;

export class Tokens {
  #count = 0;
  #tags = 0;
  readonly #tagOfAmount = new Map<number, string>();

  tag(): string {
    this.#tags += 1;
    return String(this.#tags);
  }

  text(tag: string): string {
    this.#count += 1;
    return `t${this.#count}@${tag}`;
  }

  /** In yuan. */
  amount(tag: string): number {
    this.#count += 1;
    const amount = leastAmount + this.#count;
    this.#tagOfAmount.set(amount, tag);
    return amount;
  }

  tagOf(token: string): string | undefined {
    return token.startsWith('t') ? token.split('@')[1] : this.#tagOfAmount.get(Number(token));
  }
}

/** The tag of a record, as it stands in its natural key. */
export const tagPattern = /(?:^|[^\w])n@([\dr]+)/;

/** The tag among the texts of a record, or of a row, itself; not of its rows. */
export function tagIn(content: object): string | undefined {
  for (const value of Object.values(content)) {
    const tag = typeof value === 'string' ? tagPattern.exec(value)?.[1] : undefined;
    if (tag !== undefined) return tag;
  }
  return undefined;
}

/** All tokens in a text. */
export function tokensInText(text: string): string[] {
  return [...text.matchAll(/t\d+@[\dr]+/g)].map(([token]) => token);
}

/** Tokens in the cells of sheets: texts as they are, amounts as their number of yuan. */
export function tokensInSheets(sheets: readonly SheetImage[]): Set<string> {
  return new Set(sheets.flatMap(({ values }) => values.flatMap((row) => row.flatMap(tokensInCell))));
}

export function tokensInCell(value: CellValue): string[] {
  if (typeof value === 'number') return value >= leastAmount && Number.isInteger(value) ? [String(value)] : [];
  return typeof value === 'string' ? tokensInText(value) : [];
}

/** Tokens in a value of the wire; amounts are fen there. */
export function tokensInValue(value: unknown): string[] {
  if (typeof value === 'number') return value >= leastAmount * 100 && value % 100 === 0 ? [String(value / 100)] : [];
  if (typeof value === 'string') return tokensInText(value);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(tokensInValue) : [];
}
