// What stands in the cells of a post: opinion, name and day, each by its label or by its look, each with its own place in
// the cell's text.

import type { Field, Table } from '../../../domain/forms/definition.ts';
import { readValue } from '../../../domain/forms/reading/read-value.ts';
import { isBlankText } from '../../../domain/forms/reading/typed.ts';
import { simplified } from '../../../domain/forms/simplified.ts';
import type { SignedCell, SignedPost } from './card-signing.ts';
import { placeIn, readField, setOrder } from '../reading/draft.ts';
import type { Draft } from '../reading/draft.ts';
import { textOf } from '../cells/grid.ts';
import { isPersonName } from '../reading/person-name.ts';
import type { Writing } from '../recognised.ts';

export function readSigned(draft: Draft, signed: readonly SignedPost[]): void {
  for (const post of signed) {
    const row = `${post.table.key}/${post.rowId}`;
    if (draft.rowPlaces[row]) continue;
    draft.rowPlaces[row] = placeIn(draft, post.post);
    draft.cells[`${row}/${post.table.rowLabel}`] = { sheet: draft.grid.sheet.id, ...placeIn(draft, post.post), format: post.post.format, writing: { kind: 'fixed' }, value: post.post.value, formula: false };
    for (const piece of piecesOf(draft, post)) {
      const path = `${row}/${piece.field.key}`;
      if (draft.cells[path] !== undefined && (piece.text ?? '') === '') continue;
      readField(draft, path, piece.field, piece.signed.cell, piece.writing, piece.text);
    }
    setOrder(draft, row, post.table.fixedRows!.findIndex((fixed) => fixed.key === post.rowId));
  }
}

interface Piece {
  readonly field: Field;
  readonly signed: SignedCell;
  /** Without it the whole cell. */
  readonly text?: string;
  readonly writing?: Writing;
}

/** A stretch of a cell's text, from `start` to `end`, that may be told by the label before it. */
interface Stretch {
  readonly signed: SignedCell;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly label?: string;
}

/** With an English word before or behind, or in English alone: `签字 Sign: …`, `Date 日期：…`, `Signature: …`. */
const labels = /(?:(?:sign(?:ed|ature)?|name|date|opinions?|comments?)[ \t/]+)?(签字日期|签字|签名|签章|日期|审核意见|审批意见|意见)(?:[ \t/]*[A-Za-z][A-Za-z/. ]{0,24}(?=[:：]))?[ \t\u3000]*[:：]?[ \t\u3000]*|\b(sign(?:ed|ed by|ature)?|date|opinions?|comments?)[ \t]*[:：][ \t\u3000]*/gi;
const inEnglish = { s: '签字', d: '日期', o: '意见', c: '意见' } as const;
const dayAtEnd = /[（(]?(?:20\d\d[01]\d[0-3]\d|(?<!\d)\d{1,2}([./-])\d{1,2}\1(?:20\d\d)|(?:\d{2,4}[年./-]\s*)?\d{1,2}[月./-]\s*\d{1,2}[日号]?(?:\s*[（(](?:周|星期)[一二三四五六日天][)）])?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?)[）)]?$/;

function piecesOf(draft: Draft, post: SignedPost): Piece[] {
  const column = (key: string): Field | undefined => post.table.columns.find((candidate) => candidate.key === key);
  const pieces: Piece[] = [];
  const open: Stretch[] = [];
  for (const signed of post.cells) {
    if (typeof signed.cell.value !== 'string') {
      const field = column(signed.column ?? 'date');
      if (field) pieces.push({ field, signed });
      continue;
    }
    for (const stretch of stretchesOf(signed)) {
      const field = fieldNamed(post.table, stretch.label) ?? (isDay(draft, column('date'), stretch.text) ? column('date') : undefined);
      if (field) pieces.push(pieceOf(field, stretch));
      else if (stretch.label === '意见') continue;
      else if (stretch.text !== '' && !isBlankText(stretch.text) && !toSign.test(stretch.text)) open.push(stretch);
    }
  }
  const read = [...pieces, ...namesAmong(post.table, open, pieces).map(({ field, stretch }) => pieceOf(field, stretch))];
  return sharing([...read, ...blanks(post, read)]);
}

/** Where nothing is said yet: a cell of its own for each column, else the last free cell or the one with the name for all. */
function blanks(post: SignedPost, read: readonly Piece[]): Piece[] {
  const columns = post.table.columns.filter((column) => column.key !== post.table.rowLabel && !read.some((piece) => piece.field === column));
  const free = post.cells.filter((signed) => textOf(signed.cell).slice(signed.from, signed.to).trim() === '' && !read.some((piece) => piece.signed === signed));
  const named = read.find((piece) => piece.field.key === 'name')?.signed;
  // Under headings each column has its cell; else those beside the post come before the rest of its own.
  const open = free.filter((signed) => signed.column === undefined);
  const cells = open.some((signed) => signed.cell !== post.post) ? open.filter((signed) => signed.cell !== post.post) : open;
  return columns.flatMap((field, index) => {
    const signed = free.find((one) => one.column === field.key) ?? (post.cells.some((one) => one.column === field.key) ? undefined : cells[Math.min(index, cells.length - 1)]) ?? named;
    if (!signed) return [];
    const end = signed.to ?? textOf(signed.cell).length;
    const isAfter = signed === named || (signed.column !== field.key && index >= cells.length);
    return [{ field, signed, text: '', writing: { kind: 'span', start: free.includes(signed) ? signed.from : end, end, ...(isAfter ? { before: '\n' } : {}) } } satisfies Piece];
  });
}

/** What shares its cell with others keeps to its own stretch of it. */
function sharing(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) => {
    if (piece.writing || !pieces.some((other) => other !== piece && other.signed.cell === piece.signed.cell)) return piece;
    const whole = textOf(piece.signed.cell);
    return { ...piece, text: whole.trim(), writing: { kind: 'span', start: whole.length - whole.trimStart().length, end: whole.trimEnd().length } };
  });
}

function pieceOf(field: Field, { signed, start, end, text }: Stretch): Piece {
  return textOf(signed.cell).trim() === text && text !== '' ? { field, signed } : { field, signed, text, writing: { kind: 'span', start, end } };
}

function fieldNamed(table: Table, label: string | undefined): Field | undefined {
  if (label === undefined) return undefined;
  const key = /日期/.test(label) ? 'date' : /意见/.test(label) ? 'opinion' : 'name';
  return table.columns.find((column) => column.key === key);
}

/** Lines, parted again at labels and before a day. */
function stretchesOf(signed: SignedCell): Stretch[] {
  const found: Stretch[] = [];
  let start = signed.from;
  for (const line of textOf(signed.cell).slice(signed.from, signed.to).split('\n')) {
    found.push(...stretchesOfLine(signed, line, start));
    start += line.length + 1;
  }
  if (signed.column !== undefined && found.length === 1) return [{ ...found[0]!, label: signed.column === 'date' ? '日期' : signed.column === 'opinion' ? '意见' : '签字' }];
  return found;
}

function stretchesOfLine(signed: SignedCell, line: string, at: number): Stretch[] {
  // Folding keeps each character's place.
  const marks = [...simplified(line).matchAll(labels)].filter((mark) => mark.index === 0 || /[\s\u3000；;]/.test(line[mark.index - 1]!) || /[:：]/.test(mark[0]));
  const cuts = [{ label: undefined as string | undefined, start: 0, from: 0 }, ...marks.map((mark) => ({ label: mark[1] ?? inEnglish[mark[2]![0]!.toLowerCase() as keyof typeof inEnglish], start: mark.index, from: mark.index + mark[0].length }))];
  return cuts.flatMap(({ label, from }, index) => {
    const end = cuts[index + 1]?.start ?? line.length;
    return parted(signed, line.slice(from, end), at + from, label);
  });
}

/** `和煦　10月21日`: the name, then the day. */
function parted(signed: SignedCell, text: string, at: number, label: string | undefined): Stretch[] {
  const stretch = (from: number, to: number, own: string | undefined): Stretch => {
    const part = text.slice(from, to).replace(/[;；,，、/／\s\u3000]+$/, '');
    const lead = part.length - part.trimStart().length;
    const bare = part.trim().replace(/^[（(](.*)[）)]$/, '$1');
    const shown = /^[_＿\s]*$/.test(bare) ? '' : bare;
    // Of a blank to write on, one blank stays before what follows.
    if (shown === '') return { signed, start: at + from, end: Math.max(at + from, at + to - 1), text: '', ...(own === undefined ? {} : { label: own }) };
    return { signed, start: at + from + lead, end: at + from + lead + part.trim().length, text: shown, ...(own === undefined ? {} : { label: own }) };
  };
  const trimmed = text.replace(/[;；,，、/／\s\u3000]+$/, '');
  const day = label === undefined || label.startsWith('签') ? dayAtEnd.exec(narrowDigits(trimmed)) : null;
  const verdict = /^\s*((?:同意|批准|准予)(?:报销|支付|执行|办理|馈赠|接待|申请|发放|领用)?|已阅|通过|核准)[，,。.\s]+(?=[\u4e00-\u9fff·]{2,4}\s*$)/.exec(text.slice(0, day?.index ?? text.length));
  if (verdict && label === undefined && (/^[^，,。.]*$/.test(verdict[0]) || isPersonName(text.slice(verdict[0].length, day?.index).trim()))) return [stretch(0, verdict[0].length, '意见'), ...parted(signed, text.slice(verdict[0].length), at + verdict[0].length, '签字')];
  if (!day || day.index === 0) return [stretch(0, text.length, label)].filter((each) => each.text !== '' || label !== undefined);
  return [stretch(0, day.index, label), stretch(day.index, text.length, '日期')].filter((each) => each.text !== '');
}

/** ２０２６ as 2026, each in its place. */
function narrowDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

function isDay(draft: Draft, date: Field | undefined, text: string): boolean {
  return date !== undefined && (dayAtEnd.test(narrowDigits(text)) || /[A-Za-z]{3}.*\d{4}$/.test(text)) && readValue(date.type, { value: text, text, format: '@' }, draft.context).kind === 'value';
}

/** `（签字）`: where somebody is to sign. */
const toSign = /^[（(]?(签字|签名|签章|盖章)[)）]?$/;

const judges = /[。，,；;！!]|同意|准予|批准|已阅|^阅$|属实|核准|通过|驳回|不/;

/** Of what no label tells, the last short line is the name, the lines before it are the opinion. */
function namesAmong(table: Table, open: readonly Stretch[], pieces: readonly Piece[]): { readonly field: Field; readonly stretch: Stretch }[] {
  const name = table.columns.find((column) => column.key === 'name')!;
  const opinion = table.columns.find((column) => column.key === 'opinion');
  const isNamed = pieces.some((piece) => piece.field === name);
  const last = open[open.length - 1];
  const signer = isNamed || !last || (opinion && judges.test(last.text)) ? undefined : last;
  const rest = open.filter((stretch) => stretch !== signer);
  return [...(signer ? [{ field: name, stretch: signer }] : []), ...(opinion && rest[0] ? [{ field: opinion, stretch: joined(rest) }] : [])];
}

/** Several lines of one cell are one opinion. */
function joined(lines: readonly Stretch[]): Stretch {
  const own = lines.filter((line) => line.signed === lines[0]!.signed);
  const end = own[own.length - 1]!.end;
  return { ...own[0]!, end, text: textOf(own[0]!.signed.cell).slice(own[0]!.start, end).trim() };
}
