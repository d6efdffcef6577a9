// Choices and yes/no as a sheet shows them: boxes before or after the words, a tick, a ringed letter, a letter with or
// without its words, or the words alone.

import type { Option } from '../definition.ts';
import { simplified } from '../simplified.ts';
import { synonymsOf } from '../synonyms.ts';
import { yesAndNo } from '../yes-and-no.ts';
import { compact, empty, read, unreadable, withoutLatinHalf } from './typed.ts';
import type { Reading, TypedCell } from './typed.ts';

const TICKED = '☑☒✓✔√■●◉▣◆★⊙✅🗹';
const UNTICKED = '□☐○◯◻▢◇';
const tokenPattern = new RegExp(`[${TICKED}]|[${UNTICKED}]|[^${TICKED}${UNTICKED}]+`, 'gu');

/** The chosen options of a text that prints boxes or ticks; null where it prints none. */
export function tickedOptions(text: string, options: readonly Option[]): Option[] | null {
  const tokens = withBoxes(text).trim().match(tokenPattern) ?? [];
  if (!tokens.some((token) => isMark(token))) return null;
  const words = tokens.map((token) => (isMark(token) ? null : token.trim()));
  const marksLead = marksGoBefore(tokens);
  const chosen: Option[] = [];
  if (marksLead === undefined) return chosen;
  tokens.forEach((token, index) => {
    if (!isMark(token) || !isTicked(token)) return;
    const step = marksLead ? 1 : -1;
    const beside = words[index + step];
    const option = beside === undefined || beside === null ? undefined : edgeOption(beside, options, marksLead ? 'first' : 'last');
    if (option && !chosen.includes(option)) chosen.push(option);
  });
  return chosen;
}

/** Whether a mark is that of the word behind it; of marks that only stand between words, by which word is nearer. */
function marksGoBefore(tokens: readonly string[]): boolean | undefined {
  if (isMark(tokens[0]!)) return true;
  if (isMark(tokens[tokens.length - 1]!)) return false;
  const sides = tokens.flatMap((token, index) => (isMark(token) ? [Math.sign(gap(/[\s/／、,，;；]*$/.exec(tokens[index - 1]!)![0]) - gap(/^[\s/／、,，;；]*/.exec(tokens[index + 1]!)![0]))] : []));
  return sides.every((side) => side === sides[0] && side !== 0) ? sides[0]! > 0 : undefined;
}

/** A stroke or a comma parts words more than blanks do. */
function gap(between: string): number {
  return [...between].reduce((sum, character) => sum + (/\S/.test(character) ? 10 : character === '\u3000' ? 2 : 1), 0);
}

const longestAnswer = 12;

/** Of words with a box each (`□领先 ■居中 □末流`) those that are ticked; undefined where a text is anything else. */
export function tickedWords(text: string): string | undefined {
  const tokens = (withBoxes(text).match(tokenPattern) ?? []).map((token) => token.trim()).filter((token) => token !== '');
  const marks = tokens.filter(isMark);
  const words = tokens.filter((token) => !isMark(token));
  if (marks.length < 2 || marks.length !== words.length || marks.every(isTicked) || words.some((word) => word.length > longestAnswer || /[，。；,;:：]/.test(word))) return undefined;
  const step = isMark(tokens[0]!) ? 1 : -1;
  if (tokens.some((token, index) => isMark(token) && (tokens[index + step] === undefined || isMark(tokens[index + step]!)))) return undefined;
  return tokens.flatMap((token, index) => (isMark(token) && isTicked(token) ? [tokens[index + step]!] : [])).join('、');
}

/** （√）, [x] and （　） as boxes. */
export function withBoxes(text: string): string {
  return text
    // A printed number is no word between two boxes.
    .replace(/(?:[①-⑳]|(?<!\d)\d{1,2}[.、)）])\s*(?=[□☐○◯◻▢◇☑☒✓✔√■●])/gu, '')
    .replace(/[（([【]\s*[√✓✔☑■●xXvV×]\s*[)）\]】]/g, '☑')
    .replace(/[（(【[][\s_]*[)）\]】]/g, '□');
}

function isMark(token: string): boolean {
  return TICKED.includes(token) || UNTICKED.includes(token);
}

function isTicked(token: string): boolean {
  return TICKED.includes(token);
}

/** A box belongs to the word next to it: of `是√ / 否` the tick is that of 是. */
function edgeOption(words: string, options: readonly Option[], edge: 'first' | 'last'): Option | undefined {
  const whole = optionOf(words, options);
  if (whole) return whole;
  const parts = words.split(/[\s/／、,，;；]+/).filter(Boolean);
  const part = edge === 'first' ? parts[0] : parts[parts.length - 1];
  return part === undefined ? undefined : optionOf(part, options);
}

/** Words in brackets at the end; empty ones, and those with a tick, are boxes. */
const REMARK = /\((?![xv]?\))[^()]*[\p{L}\p{N}][^()]*\)$/iu;

/** The option that a text names by label, synonym or letter (`B`, `b.处理问题`, `C 再度访问`, `B（待报方案）`). */
export function optionOf(text: string, options: readonly Option[]): Option | undefined {
  const chinese = withoutLatinHalf(text).trim();
  const stuck = chinese.replace(/^[A-Za-z]{2}[A-Za-z.&]*(?=[\u4e00-\u9fff])/, '');
  const found = optionNamed(text, options) ?? (chinese === text ? undefined : optionNamed(chinese, options)) ?? (stuck === chinese ? undefined : optionNamed(stuck, options));
  // `B Hopeful`: the letter, and its words in another language.
  const lettered = /^\s*([A-Za-z])[.、:：)）\s]\s*[A-Za-z]{3}[A-Za-z\s-]*$/.exec(text);
  return found ?? (lettered ? byCode(lettered[1]!, options) : undefined);
}

function optionNamed(text: string, options: readonly Option[]): Option | undefined {
  const bare = optionKey(text);
  const exact = options.find((option) => namesOf(option).includes(bare));
  if (exact) return exact;
  const withoutRemark = bare.replace(REMARK, '');
  if (withoutRemark !== bare && withoutRemark !== '') {
    const match = options.find((option) => namesOf(option).includes(withoutRemark)) ?? byCode(withoutRemark, options);
    if (match) return match;
  }
  // 医疗类, 教育行业
  const stem = bare.replace(/(行业|类|业)$/, '');
  const ofKind = stem === bare || stem === '' ? undefined : options.find((option) => namesOf(option).includes(stem));
  if (ofKind) return ofKind;
  const lettered = /^\(?([a-z]|\d{1,2})\)?[.、:,·-]?(.+)$/i.exec(withoutRemark);
  if (!lettered || /^[.、:,·)-]+$/.test(lettered[2]!)) return byCode(bare, options);
  const option = byCode(lettered[1]!, options) ?? options.find((candidate) => candidate.code === undefined && namesOf(candidate).includes(lettered[2]!));
  return option && namesOf(option).includes(lettered[2]!) ? option : undefined;
}

function byCode(text: string, options: readonly Option[]): Option | undefined {
  const letter = /^\(?([a-z])[).、:]?$/i.exec(text)?.[1]?.toLowerCase();
  return letter === undefined ? undefined : options.find((option) => option.code?.toLowerCase() === letter);
}

const knownNames = new WeakMap<Option, readonly string[]>();

function namesOf(option: Option): readonly string[] {
  const known = knownNames.get(option) ?? [option.label, ...(option.printed ? [option.printed] : []), ...synonymsOf(option)].map(optionKey);
  knownNames.set(option, known);
  return known;
}

function optionKey(text: string): string {
  return simplified(compact(text)).replace(/[。;；]+$/, '').replace('其它', '其他').toLowerCase();
}

const RINGED = /[\u24b6-\u24e9\u249c-\u24b5]|[（(]\s*[A-Za-zＡ-Ｚａ-ｚ]\s*[)）]/gu;

/** A letter in a ring or in brackets: how a chosen letter is marked where all are printed. */
export function ringedLetter(text: string): string | undefined {
  const rings = text.match(RINGED);
  return rings?.length === 1 ? compact(rings[0]).replace(/[()]/g, '').toLowerCase() : undefined;
}

/** All letters are printed in one cell (`a  b  c`); the ringed one is chosen. Null where it is no such cell. */
function printedLetters(text: string, options: readonly Option[]): Option | 'none' | 'several' | null {
  const letters = text.replace(RINGED, (ring) => ` ${ring} `).trim().split(/[\s/、,，]+/);
  const codes = letters.map((letter) => byCode(compact(letter), options));
  if (letters.length < 2 || codes.some((option) => option === undefined)) return null;
  const rings = text.match(RINGED) ?? [];
  // Two letters of three are two answers; all of them are paper.
  if (rings.length === 0) return letters.length === options.length ? 'none' : null;
  return rings.length > 1 ? 'several' : byCode(compact(rings[0]!), options)!;
}

export function readChoice(cell: TypedCell, options: readonly Option[]): Reading {
  const text = String(cell.value);
  const ticked = tickedOptions(text, options);
  if (ticked) {
    if (ticked.length > 1) return unreadable('several-choices', cell);
    if (ticked[0]) return read(ticked[0].label);
    return new RegExp(`[${TICKED}]`, 'u').test(withBoxes(text)) ? unreadable('unknown-choice', cell) : empty;
  }
  const printed = printedLetters(text, options);
  if (printed === 'none') return empty;
  if (printed === 'several') return unreadable('several-choices', cell);
  const option = printed ?? optionOf(text, options);
  return option ? read(option.label) : unreadable('unknown-choice', cell);
}

export function readChoices(cell: TypedCell, options: readonly Option[]): Reading {
  const text = String(cell.value);
  const ticked = tickedOptions(text, options);
  const named = ticked ?? text.replace(/(^|[;；,，、。\s])[(（]?\d{1,2}[)）、.．]\s*/g, '$1').split(/[、,，;；/|\n]+/).filter((part) => part.trim() !== '').map((part) => optionOf(part, options));
  if (named.some((option) => option === undefined)) return unreadable('unknown-choice', cell);
  return named.length === 0 ? empty : read(named.map((option) => option!.label));
}

export function readBoolean(cell: TypedCell): Reading {
  if (typeof cell.value === 'boolean') return read(cell.value);
  // 有，已列入
  const answer = /^[^,，;；。]{1,3}(?=[,，;；。].)/.exec(String(cell.value).trim())?.[0] ?? String(cell.value);
  const plain = optionOf(answer, yesAndNo);
  if (plain) return read(plain.label === '是');
  const reading = readChoice(cell, yesAndNo);
  if (reading.kind === 'value') return read(reading.value === '是');
  return reading.kind === 'problem' && reading.code === 'unknown-choice' ? unreadable('unreadable-boolean', cell) : reading;
}
