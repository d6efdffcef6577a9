// The labels of a card form on a sheet, in reading order, each with the cell in which its value stands: to the right, in
// the same cell, or below where labels stand above their values.

import type { Field, Table } from '../../../domain/forms/definition.ts';
import type { JoinedCell } from '../../../domain/forms/layout.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { acrossHeading } from '../reading/across.ts';
import type { AcrossHeading } from '../reading/across.ts';
import { fixedLabel } from './fixed-labels.ts';
import type { FixedLabel } from './fixed-labels.ts';
import { fitting } from '../reading/header.ts';
import type { SignedPost } from './card-signing.ts';
import { endsAsLabel, looksLikeLabel } from '../reading/label-shape.ts';
import { labelKeys, labelStarts, splitLabelled, unitOf } from '../reading/label-text.ts';
import type { Band, CardTable } from './card-tables.ts';
import { pairedEvent } from './paired-labels.ts';
import type { PairedPart } from './paired-labels.ts';
import { rememberedFor } from '../cells/remembered.ts';
import { isAside } from '../reading/row-reading.ts';
import { endBelow, rowsAbove, valueOf } from './card-values.ts';
import { isCaption, isTitle } from './lone-lines.ts';
import type { Surface } from './card-values.ts';
import { joinedKey, namesForm, wordsOf } from '../reading/vocabulary.ts';
import type { ScalarWord, Vocabulary } from '../reading/vocabulary.ts';
import { readValue } from '../../../domain/forms/reading/read-value.ts';
import type { StatedUnit } from '../../../domain/forms/reading/read-value.ts';

export interface LabelEvent {
  readonly kind: 'scalar' | 'column' | 'across' | 'line' | 'joined' | 'title' | 'table' | 'signed' | 'fixed' | 'paired';
  readonly cell: GridCell;
  /** The value's cell; of a title and of a table the label itself. */
  readonly value: GridCell;
  /** Text before the value in the same cell. */
  readonly head?: string;
  readonly rest?: string;
  /** Text behind the value in the same cell: other labels with their values. */
  readonly tail?: string;
  readonly unit?: StatedUnit;
  readonly scalars: readonly (ScalarWord & { readonly key: string })[];
  readonly columns: readonly { readonly table: Table; readonly field: Field }[];
  /** `沟通跟进时间2` -> 2 */
  readonly number?: number;
  readonly joined?: JoinedCell;
  readonly paired?: readonly PairedPart[];
  readonly table?: CardTable;
  readonly signed?: SignedPost;
  /** First column that is another card's. */
  readonly right?: number;
  /** First row under a value that stands below its label where something else begins. */
  readonly below?: number;
  /** `高层联系人1（姓名/职务/电话）`: a whole row in one cell. */
  readonly line?: { readonly table: Table; readonly fields: readonly Field[] };
  /** `招待费(元)`: a printed row of a table that has one column more, as the label of its value. */
  readonly fixed?: FixedLabel;
  /** A day in a line of its own over a card. */
  readonly isBanner?: true;
  /** Stands above several cards, and says the same of each. */
  readonly isShared?: true;
  /** `交通费` as the label of its amount. */
  readonly across?: AcrossHeading;
}

export function labelEvents(grid: Grid, band: Band, rows: { readonly from: number; readonly to: number }, claimed: (cell: GridCell) => boolean, vocabulary: Vocabulary): LabelEvent[] {
  const events: LabelEvent[] = [];
  const values = new Set<GridCell>();
  const surface: Surface = { grid, band, claimed, isLabel: (cell) => saysLabel(cell, vocabulary) || isCaption(grid, band, cell), mayBeLabel: (cell) => mayBeLabel(cell, vocabulary), answers: (label, value) => answersLabel(label, value, vocabulary) };
  const lines = new Map<number, GridCell[]>();
  const labels = new Map<number, GridCell[]>();
  for (let row = rows.from; row < rows.to; row++) {
    const cells = grid.rowCells(row).filter((cell) => cell.column >= band.left && cell.column < band.right && !claimed(cell) && typeof cell.value === 'string');
    lines.set(row, cells);
    const whole = cells.filter((cell) => wordAt(textOf(cell), vocabulary));
    if (whole.length > 0) labels.set(row, whole);
  }
  const above = rowsAbove(surface, labels);
  for (const [row, cells] of lines) {
    for (const cell of cells) {
      if (values.has(cell)) continue;
      for (const event of eventsOf(surface, cell, above.has(row), vocabulary)) {
        if (event.value !== cell) values.add(event.value);
        events.push({ ...event, right: band.right });
      }
    }
  }
  return events;
}

/** What is no value: a label of the form's, alone or with its value behind it, a table's label, a title, an aside. */
function saysLabel(cell: GridCell, vocabulary: Vocabulary): boolean {
  return typeof cell.value === 'string' && !isEmptyCell(cell) && isLabelText(cell.value, vocabulary);
}

const isLabelText = rememberedFor((text: string, vocabulary: Vocabulary): boolean => {
  const label = splitLabelled(text)?.label;
  return wordAt(text, vocabulary) !== null || (label !== undefined && wordAt(label, vocabulary) !== null) || wordsOf(vocabulary.tables, labelKeys(text)).length > 0 || namesForm(vocabulary, text) || isAside(text);
});

/** 有效 beside or under 有效投诉: no field has two labels side by side, so that the second is what its value may say. */
function answersLabel(label: GridCell, value: GridCell, vocabulary: Vocabulary): boolean {
  const [asked, said] = [label, value].map((cell) => wordsOf(vocabulary.scalars, labelKeys(textOf(cell))).map(({ field }) => field));
  return !/[:：]\s*$/.test(textOf(value)) && said!.length > 0 && said!.every((field) => asked!.includes(field) && ['boolean', 'choice'].includes(field.type.kind) && readValue(field.type, value).kind === 'value');
}

/** A label that the form does not know, or somebody's who signs. */
function mayBeLabel(cell: GridCell, vocabulary: Vocabulary): boolean {
  const text = textOf(cell);
  return saysLabel(cell, vocabulary) || looksLikeLabel(text) || wordsOf(vocabulary.fixedRows, labelKeys(text)).some((word) => word.table.isSigned);
}

function eventsOf(surface: Surface, cell: GridCell, isAbove: boolean, vocabulary: Vocabulary): readonly LabelEvent[] {
  const text = textOf(cell);
  const word = isTitle(surface.grid, surface.band, cell, vocabulary) ? null : wordAt(text, vocabulary);
  if (word) {
    const value = valueOf(surface, cell, isAbove, word.kind !== 'joined' && /[:：]\s*$/.test(text));
    if (value === cell) return [{ ...word, cell, value, head: text, rest: '', ...unit(text) }];
    if (value.row === cell.row && looksLikeLabel(textOf(value)) && (endsAsLabel(textOf(value)) || isHeadingLine(surface, cell.row, vocabulary))) return [];
    // 项目预期 beside 目标, 时间 and 成功率 with cells of their own.
    if (word.kind === 'joined' && wordAt(textOf(value), vocabulary)) return [];
    // 费用明细 beside the first of its printed rows is the table's name, no heading.
    if (word.kind === 'column' && word.columns.every(({ table, field }) => field.key === table.rowLabel) && isOverPrintedRows(surface.grid, cell, vocabulary)) return [];
    const below = value.row >= cell.row + cell.rows ? { below: endBelow(surface, value) } : {};
    return [{ ...word, cell, value, ...unit(text), ...below }];
  }
  const paired = /[/／]/.test(text) ? pairedEvent(cell, valueOf(surface, cell, isAbove, false), vocabulary) : undefined;
  if (paired) return [paired];
  const inline = inlineEvents(surface, cell, text, vocabulary);
  const title: LabelEvent = { kind: 'title', cell, value: cell, scalars: [], columns: [] };
  if (inline.length === 0) return namesForm(vocabulary, text) ? [title] : [];
  return beginsWithTitle(text, vocabulary) ? [title, ...inline] : inline;
}

/** A printed row of the table stands beside, or right under a label as wide as the table. */
function isOverPrintedRows(grid: Grid, cell: GridCell, vocabulary: Vocabulary): boolean {
  const below = grid.rowCells(cell.row + cell.rows).filter((other) => other.column >= cell.column && other.column < cell.column + cell.columns);
  return [grid.at(cell.row, cell.column + cell.columns), ...(cell.columns > 1 ? below : [])].some((other) => fixedLabel(textOf(other), vocabulary) !== null);
}

const cellsOfHeadingLine = 6;

/** Labels side by side over a row of values: the next heading is not the value of the one before. */
function isHeadingLine({ grid, band }: Surface, row: number, vocabulary: Vocabulary): boolean {
  const inBand = (cell: GridCell): boolean => cell.column >= band.left && cell.column < band.right;
  const cells = grid.rowCells(row).filter(inBand);
  if (cells.length < cellsOfHeadingLine || !cells.every((cell) => typeof cell.value === 'string' && cell.value.length <= 20 && !/\d/.test(cell.value))) return false;
  const below = grid.rowCells(row + 1).filter((cell) => inBand(cell) && !isEmptyCell(cell));
  return below.length * 2 > cells.length && !below.some((cell) => saysLabel(cell, vocabulary)) && below.some((cell) => typeof cell.value === 'number' || /\d/.test(textOf(cell)));
}

/** `填表人：林小满　　日期：2026年10月12日`: labels with their values in one cell, one or several. */
function inlineEvents(surface: Surface, cell: GridCell, text: string, vocabulary: Vocabulary): readonly LabelEvent[] {
  if (footNote.test(text)) return [];
  const split = splitLabelled(text);
  if (!split) return spacedEvent(cell, text, vocabulary);
  if (split.rest === '') return [];
  const first = wordAt(split.label, vocabulary);
  if (first?.kind === 'joined') return [{ ...first, cell, value: cell }];
  if (first?.kind === 'column' && isAside(text) && spansLine(surface, cell)) return [];
  if (!first && !beginsWithLabel(text) && !beginsWithTitle(text, vocabulary)) return [];
  const others = labelStarts(text).flatMap(({ label, start, end }) => {
    const word = first === null || start >= split.head.length ? wordAt(label, vocabulary) : null;
    return word && word.kind === 'scalar' ? [{ word, label, start, end }] : [];
  });
  const all = [...(first ? [{ word: first, label: split.label, start: 0, end: split.head.length }] : []), ...others];
  return all.map(({ word, label, end }, index) => {
    const next = all[index + 1]?.start ?? text.length;
    const rest = text.slice(end, next).trim();
    const beside = rest === '' && next === text.length ? valueOf(surface, cell, false, true) : cell;
    if (beside !== cell && !isEmptyCell(beside)) return { ...word, cell, value: beside, ...unit(label) };
    const tail = text.slice(next);
    return { ...word, cell, value: cell, head: text.slice(0, end), rest, ...(tail === '' ? {} : { tail }), ...unit(label) };
  });
}

/** `说明：金额写“元”字` across the card speaks of the paper, not of one row of a table. */
function spansLine({ grid, band }: Surface, cell: GridCell): boolean {
  return cell.columns > 2 && grid.rowCells(cell.row).every((other) => other === cell || other.column < band.left || other.column >= band.right);
}

/** `计划期间　2026年11-12月`: wide blanks where others write a colon. */
function spacedEvent(cell: GridCell, text: string, vocabulary: Vocabulary): readonly LabelEvent[] {
  const match = /^(\S{2,12}(?:\u3000|[ \t]{2,})[\s\u3000]*)(\S.*)$/.exec(text);
  const word = match && wordAt(match[1]!.trim(), vocabulary);
  return word?.kind === 'scalar' ? [{ ...word, cell, value: cell, head: match![1]!, rest: match![2]!.trim(), ...unit(match![1]!) }] : [];
}

/** `说明：1、金额以元为单位；2、…`: what the paper says of itself, whatever field is called so. */
const footNote = /^\s*(?:备注|備註|填[表写寫])?[说說]明\s*[:：]\s*[（(]?[1１一①]\s*[)）]?[、.．)）]/;

const longestLine = 80;

/** `天气：多云　　日期：…`: the form knows only labels further on. */
function beginsWithLabel(text: string): boolean {
  return text.length <= longestLine && labelStarts(text)[0]?.start === 0 && !/[。；;！？\n]/.test(text) && !isAside(text);
}

/** `客户关系强化表　客户名称：长河物流　期间：2026年第四季度`; `礼 品 馈 赠 申 请 部 门：` is a label, though a title is part of it. */
function beginsWithTitle(text: string, vocabulary: Vocabulary): boolean {
  const [first] = labelStarts(text);
  if (first === undefined || first.start === 0 || text.length > 2 * longestLine || wordAt(splitLabelled(text)?.label ?? '', vocabulary)) return false;
  return namesForm(vocabulary, text.slice(0, first.start)) && !/[。；;！？\n]/.test(text.slice(0, first.start));
}

function unit(text: string): { readonly unit?: StatedUnit } {
  const found = unitOf(text);
  return found ? { unit: found } : {};
}

type Word = Pick<LabelEvent, 'kind' | 'scalars' | 'columns' | 'number' | 'joined' | 'across' | 'line' | 'fixed'>;

const wordAt = rememberedFor((text: string, vocabulary: Vocabulary): Word | null => {
  const keys = labelKeys(text);
  if (keys.length === 0) return null;
  const joined = vocabulary.joined.get(joinedKey(text));
  if (joined) return { kind: 'joined', scalars: [], columns: [], joined };
  const key = keys.find((candidate) => vocabulary.scalars.has(candidate));
  if (key !== undefined) return { kind: 'scalar', scalars: fitting(text, vocabulary.scalars.get(key)!).map((word) => ({ ...word, key })), columns: columnsAt(keys, vocabulary) };
  const line = lineAt(text, vocabulary);
  if (line) return line;
  const columns = columnsAt(keys, vocabulary);
  if (columns.length > 0) return { kind: 'column', scalars: [], columns };
  const placed = keys.map((candidate) => vocabulary.placed.get(candidate)).find((word) => word !== undefined);
  if (placed) return { kind: 'column', scalars: [], columns: [placed], number: placed.number };
  const numbered = /^(.+?)(\d{1,2}|[一二三四五六七八九十])$/.exec(keys[keys.length - 1]!);
  const under = numbered ? columnsAt([numbered[1]!], vocabulary) : [];
  if (under.length > 0) return { kind: 'column', scalars: [], columns: under, number: numberOf(numbered![2]!) };
  const fixed = fixedLabel(text, vocabulary);
  if (fixed) return { kind: 'fixed', scalars: [], columns: [], fixed };
  const across = acrossHeading(vocabulary.form, text);
  return across ? { kind: 'across', scalars: [], columns: [], across } : null;
});

/** A table's label whose brackets list its columns: the value lists them too, parted the same way. */
function lineAt(text: string, vocabulary: Vocabulary): Word | null {
  const match = /^([^(（]+?)\s*(\d{0,2})\s*[(（]([^()（）]+)[)）]\s*[:：]?\s*$/.exec(text);
  const table = match && wordsOf(vocabulary.tables, labelKeys(match[1]!))[0];
  if (!table) return null;
  const fields = match[3]!.split(/[/／、]/).map((part) => table.columns.find((column) => wordsOf(vocabulary.columns, labelKeys(part)).some((word) => word.field === column)));
  if (fields.length < 2 || fields.some((field) => field === undefined)) return null;
  return { kind: 'line', scalars: [], columns: [], line: { table, fields: fields as Field[] }, ...(match[2] ? { number: Number(match[2]) } : {}) };
}

function columnsAt(keys: readonly string[], vocabulary: Vocabulary): { table: Table; field: Field }[] {
  return wordsOf(vocabulary.columns, keys).map(({ table, field }) => ({ table, field }));
}

function numberOf(text: string): number {
  return /\d/.test(text) ? Number(text) : '一二三四五六七八九十'.indexOf(text) + 1;
}
