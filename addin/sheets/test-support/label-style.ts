// A label as people print it: blanks, colons, line breaks, stars, units, an English half, traditional script, another
// word that the definition knows.

import type { Part } from '../../../domain/forms/parts.ts';
import { simpleOf } from '../../../domain/forms/simplified.ts';
import { synonymsOf } from '../../../domain/forms/synonyms.ts';
import type { Random } from './random.ts';

export interface Labelled {
  readonly label: string;
  readonly synonyms: readonly string[];
}

export function labelled(part: Part): Labelled {
  return { label: part.label, synonyms: synonymsOf(part) };
}

export interface LabelOptions {
  /** Words that another field of the same sheet bears: no synonym may be one of them. */
  readonly taken?: ReadonlySet<string>;
  readonly english?: boolean;
  readonly traditional?: boolean;
}

const english = ['Customer', 'Date', 'Amount', 'Name', 'Remarks', 'Type', 'Purpose', 'Qty'];
const traditionalOf = new Map([...simpleOf].map(([traditional, simple]) => [simple, traditional]));

export function traditional(text: string): string {
  return [...text].map((character) => traditionalOf.get(character) ?? character).join('');
}

export function styledLabel(named: Labelled, random: Random, options: LabelOptions = {}): string {
  const others = named.synonyms.filter((word) => !options.taken?.has(word));
  const word = others.length > 0 && random.chance(0.4) ? random.pick(others) : named.label;
  const bare = word.replace(/\([^()]*\)$/, '');
  const unit = word.slice(bare.length);
  const printed = spaced(options.traditional ? traditional(bare) : bare, random) + (unit === '' ? '' : random.pick([unit, unit.replace('(', '（').replace(')', '）'), `\n${unit}`]));
  const half = options.english && random.chance(0.6) ? random.pick([(other: string) => ` ${other}`, (other: string) => `\n${other}`, (other: string) => ` / ${other}`, (other: string) => `（${other}）`])(random.pick(english)) : '';
  return random.pick(['', '', '', '', '*', '＊']) + printed + half + random.pick(['', '', '', '', '：', ':', ' ', ' ：']);
}

function spaced(word: string, random: Random): string {
  switch (random.whole(0, 5)) {
    case 0:
      return [...word].join(random.pick([' ', '　', '  ']));
    case 1:
      return word.length > 3 ? `${word.slice(0, 2)}\n${word.slice(2)}` : word;
    case 2:
      return word.length === 2 ? `${word[0]}　　${word[1]}` : word;
    default:
      return word;
  }
}
