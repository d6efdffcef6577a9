// A cell that holds several fields, each after its word: `目标：…；时间：…；成功率：75%`. Each part runs from its word to the next.

import { simplified } from '../../../domain/forms/simplified.ts';
import type { Writing } from '../recognised.ts';

type Joined = Extract<Writing, { kind: 'joined' }>;

export interface JoinedPart {
  readonly word: string;
  /** Of its word. */
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  /** Behind what parts it from the next. */
  readonly end: number;
  readonly text: string;
}

const parting = /[\s；;，,、]+$/;

/** The parts that stand there, in their order. */
export function joinedParts(text: string, words: readonly string[]): JoinedPart[] {
  // Folding keeps each character's place.
  const folded = simplified(text);
  const found = words
    .flatMap((word) => {
      const match = new RegExp(`${word}\\s*[:：]`).exec(folded);
      return match ? [{ word, start: match.index, valueStart: match.index + match[0].length }] : [];
    })
    .sort((a, b) => a.start - b.start);
  return found.map((part, index) => {
    const end = found[index + 1]?.start ?? text.length;
    const own = withoutParting(text.slice(part.valueStart, end), index === found.length - 1);
    return { ...part, valueEnd: part.valueStart + own.length, end, text: own.trim() };
  });
}

/** A full stop is the parting sign only where no other is. */
function withoutParting(text: string, isLast: boolean): string {
  const bare = text.replace(parting, '');
  return /\S/.test(text.slice(bare.length)) || isLast ? bare : bare.replace(/。$/, '');
}

/** One part exchanged, taken out with its word (''), or put in where the order of words wants it; null where it would be read as something else. */
export function withJoinedPart(text: string, { word, parts }: Joined, value: string): string | null {
  const words = parts.map((part) => part.word);
  const before = joinedParts(text, words);
  const written = exchanged(text, before, words, { word, value });
  const after = joinedParts(written, words);
  const textOfWord = (found: readonly JoinedPart[], sought: string): string => found.find((part) => part.word === sought)?.text ?? '';
  return words.every((each) => textOfWord(after, each) === (each === word ? value : textOfWord(before, each))) ? written : null;
}

function exchanged(text: string, found: readonly JoinedPart[], words: readonly string[], { word, value }: { readonly word: string; readonly value: string }): string {
  const own = found.find((part) => part.word === word);
  if (own && value !== '') return text.slice(0, own.valueStart) + value + text.slice(own.valueEnd);
  if (own) return (text.slice(0, own.start) + text.slice(own.end)).replace(parting, '');
  if (value === '') return text;
  const next = found.find((part) => words.indexOf(part.word) > words.indexOf(word));
  const added = `${word}：${value}`;
  if (next) return `${text.slice(0, next.start)}${added}；${text.slice(next.start)}`;
  return text.trim() === '' ? added : `${text.replace(parting, '')}；${added}`;
}
