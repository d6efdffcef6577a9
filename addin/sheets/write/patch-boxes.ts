// Printed options with their boxes, brackets and rings, set anew as they are printed. Knows no cells.

import { optionOf } from '../../../domain/forms/reading/choices.ts';
import type { Option } from '../../../domain/forms/definition.ts';

const BOX = /([（([【])([\s_]*[√✓✔xXvV×☑■●]?[\s_]*)([)）\]】])|[☑☒✓✔√■●◉▣]|[□☐☐○◯◻]/gu;

/** The printed options with their boxes set anew; null where an option has no box of its own. */
export function reboxed(text: string, options: readonly Option[], chosen: readonly string[]): string | null {
  const { written, found } = setBoxes(text, options, chosen);
  return chosen.every((label) => found.has(label)) ? written : null;
}

/** The same, and what is not printed there is put behind, in the way of the others. */
export function reboxedWithMore(text: string, options: readonly Option[], chosen: readonly string[]): string | null {
  const { written, found, marks, isLeading } = setBoxes(text, options, chosen);
  // One option alone is one of several cells.
  if (found.size < 2) return null;
  const more = chosen.filter((label) => !found.has(label)).map((label) => (isLeading ? marks.ticked + label : label + marks.ticked));
  return [written.trimEnd(), ...more].join('  ');
}

function setBoxes(text: string, options: readonly Option[], chosen: readonly string[]): { readonly written: string; readonly found: ReadonlySet<string>; readonly marks: Marks; readonly isLeading: boolean } {
  const boxes = [...text.matchAll(BOX)];
  const marks = marksIn(text, boxes);
  const isLeading = boxes[0] !== undefined && text.slice(0, boxes[0].index).trim() === '';
  const found = new Set<string>();
  let written = '';
  let end = 0;
  boxes.forEach((box, index) => {
    const before = text.slice(index === 0 ? 0 : boxes[index - 1]!.index + boxes[index - 1]![0].length, box.index);
    const after = text.slice(box.index + box[0].length, boxes[index + 1]?.index);
    const option = namedBeside(isLeading ? after : before, options, isLeading);
    const isChosen = option !== undefined && chosen.includes(option.label);
    if (option) found.add(option.label);
    written += text.slice(end, box.index) + (box[1] ? box[1] + (isChosen ? marks.tickedInside : marks.openInside) + box[3] : isChosen ? marks.ticked : marks.open);
    end = box.index + box[0].length;
  });
  return { written: written + text.slice(end), found, marks, isLeading };
}

interface Marks {
  readonly ticked: string;
  readonly open: string;
  readonly tickedInside: string;
  readonly openInside: string;
}

/** The signs in use, else those that go with them. */
function marksIn(text: string, boxes: readonly RegExpMatchArray[]): Marks {
  const bare = boxes.filter((box) => box[1] === undefined).map((box) => box[0]);
  const inside = boxes.filter((box) => box[1] !== undefined).map((box) => box[2]!);
  return {
    ticked: bare.find((mark) => /^[☑☒✓✔√■●◉▣]$/u.test(mark)) ?? (text.includes('○') ? '●' : '☑'),
    open: bare.find((mark) => /^[□☐○◯◻]$/u.test(mark)) ?? '□',
    tickedInside: inside.find((mark) => /[^\s_]/.test(mark)) ?? '√',
    openInside: inside.find((mark) => !/[^\s_]/.test(mark)) ?? (text.includes('[') ? ' ' : '　'),
  };
}

function namedBeside(words: string, options: readonly Option[], first: boolean): Option | undefined {
  const whole = optionOf(words, options);
  if (whole) return whole;
  const parts = words.split(/[\s/／、,，;；]+/).filter(Boolean);
  const part = first ? parts[0] : parts[parts.length - 1];
  return part === undefined ? undefined : optionOf(part, options);
}

/** `是√ / 否`: the tick goes to another of the words, which have no boxes. */
export function reticked(text: string, options: readonly Option[], chosen: readonly string[]): string | null {
  const tick = /[☑✓✔√■●◉▣]/u.exec(text)?.[0];
  if (tick === undefined || chosen.length === 0) return null;
  const isLeading = text.trimStart().startsWith(tick);
  const left = new Set(chosen);
  const words = text.replaceAll(tick, '').replace(/[^\s/／、,，;；|]+/gu, (word) => {
    const option = optionOf(word, options);
    return option && left.delete(option.label) ? (isLeading ? tick + word : word + tick) : word;
  });
  return left.size === 0 ? words : null;
}

const LETTER = /[（(]\s*[A-Za-zＡ-Ｚａ-ｚ]\s*[)）]|[\u24b6-\u24e9\u249c-\u24b5]|(?<![A-Za-z])[A-Za-zＡ-Ｚａ-ｚ](?![A-Za-z])/gu;

/** `a  b  c`, perhaps with one in a ring or in brackets: the mark goes to another letter, or away. */
export function reringed(text: string, options: readonly Option[], code: string | undefined): string | null {
  const found = [...text.matchAll(LETTER)].map((match) => match[0].normalize('NFKC').replace(/[()\s]/g, '').toLowerCase());
  const isAll = found.length > 1 && found.length === options.length && found.every((one, index) => one === options[index]!.code?.toLowerCase());
  if (!isAll || text.replace(LETTER, '').replace(/[\s/、,，]/g, '') !== '') return null;
  const bracket = /[（(]/.exec(text)?.[0];
  let index = 0;
  return text.replace(LETTER, (mark) => {
    const option = options[index++]!;
    const bare = /^[A-Za-zＡ-Ｚａ-ｚ]$/u.test(mark) ? mark : option.code!;
    if (option.code !== code) return bare;
    return bracket ? `${bracket}${bare}${bracket === '（' ? '）' : ')'}` : ringed(option.code!);
  });
}

/** Ⓑ of B, ⓑ of b. */
export function ringed(code: string): string {
  const point = code.codePointAt(0)!;
  if (point >= 65 && point <= 90) return String.fromCodePoint(0x24b6 + point - 65);
  return point >= 97 && point <= 122 ? String.fromCodePoint(0x24d0 + point - 97) : `(${code})`;
}
