// Which labels belong to one card where a sheet holds several: by the labels of the natural key, side by side or one
// under another.

import type { FormDefinition } from '../../../domain/forms/definition.ts';
import type { LabelEvent } from './card-labels.ts';
import type { Band } from './card-tables.ts';
import { textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { labelKey, labelKeys, splitLabelled } from '../reading/label-text.ts';
import { filledColumnsOf } from '../cells/list-bands.ts';
import { namesForm, ownWords, wordsOf } from '../reading/vocabulary.ts';
import type { ScalarWord, Vocabulary } from '../reading/vocabulary.ts';

/** Bands under titles that stand side by side in one row, also of different forms. */
export function titleBands(grid: Grid, vocabularies: readonly Vocabulary[]): Band[] | null {
  for (let row = grid.top; row < grid.bottom; row++) {
    const titles = grid.rowCells(row).filter((cell) => splitLabelled(textOf(cell)) === null && vocabularies.some((vocabulary) => namesForm(vocabulary, textOf(cell))) && !vocabularies.some((vocabulary) => isLabelOf(cell, vocabulary)));
    if (titles.length > 1) return bandsFrom(grid, titles.map((cell) => cell.column));
  }
  return null;
}

/** Column bands, more than one where a label of the natural key stands several times in one row. */
export function bandsOf(grid: Grid, vocabulary: Vocabulary): Band[] {
  for (let row = grid.top; row < grid.bottom; row++) {
    for (const key of vocabulary.form.naturalKey) {
      const labels = grid.rowCells(row).flatMap((cell) => {
        const word = scalarsAt(cell, vocabulary).find((candidate) => candidate.field.key === key);
        return word ? [{ word, column: cell.column }] : [];
      });
      const columns = ownFirst(labels).map(({ column }) => column);
      if (columns.length > 1 && columns.every((column, index) => index === 0 || column - columns[index - 1]! > 1)) return bandsFrom(grid, firstTwins(grid, columns, vocabulary));
    }
  }
  return [{ left: grid.left, right: grid.right }];
}

/** The columns between two cards are no part of them: a card ends with its content, or as wide as the last one is. */
function bandsFrom(grid: Grid, columns: readonly number[]): Band[] {
  const width = grid.right - columns[columns.length - 1]!;
  return columns.map((column, index) => {
    const next = columns[index + 1] ?? grid.right;
    return { left: index === 0 ? grid.left : column, right: Math.min(next, Math.max(column + width, contentEnd(grid, column, next))) };
  });
}

function contentEnd(grid: Grid, left: number, right: number): number {
  let end = left;
  for (let row = grid.top; row < grid.bottom; row++) {
    for (const cell of grid.rowCells(row)) if (cell.column >= left && cell.column < right) end = Math.max(end, cell.column + cell.columns);
  }
  return end;
}

/** A band begins with the first label that stands in the band before it at the same distance. */
function firstTwins(grid: Grid, columns: readonly number[], vocabulary: Vocabulary): number[] {
  const starts: number[] = [];
  for (const [index, column] of columns.entries()) {
    const before = columns[index - 1];
    starts.push(before === undefined ? column : firstTwin(grid, { before, column, from: index === 1 ? grid.left : starts[index - 1]! }, vocabulary));
  }
  return starts;
}

function firstTwin(grid: Grid, { before, column, from }: { readonly before: number; readonly column: number; readonly from: number }, vocabulary: Vocabulary): number {
  const step = column - before;
  let first = column;
  for (let row = grid.top; row < grid.bottom; row++) {
    for (const cell of grid.rowCells(row)) {
      if (cell.column <= before || cell.column >= first || cell.column - step < from || !isLabelOf(cell, vocabulary)) continue;
      const twin = grid.at(row, cell.column - step);
      if (labelKey(textOf(twin)) === labelKey(textOf(cell))) first = cell.column;
    }
  }
  return first;
}

/**
 * Without what a blank column parts from the last of its labels: notes and lists beside a card are none of it. Behind such a
 * column a label counts where no label before that column says the same (品名 of a list beside 礼品名称), or where all that a
 * card must have stands there: another card.
 */
export function withoutBeside(grid: Grid, band: Band, vocabulary: Vocabulary): Band {
  const filled = filledColumnsOf(grid);
  const isBlank = (column: number): boolean => !filled.has(column);
  if (!columnsIn(band.left, band.right).some(isBlank)) return band;
  let end = band.left;
  const said = new Set<unknown>();
  const labels = labelsIn(grid, band, vocabulary).sort((a, b) => a.cell.column - b.cell.column);
  for (const { cell, says } of labels) {
    const isParted = columnsIn(end, cell.column).some(isBlank);
    if (isParted && says.every((part) => said.has(part)) && !isOfCard(labels.filter((label) => label.cell.column >= cell.column), vocabulary)) continue;
    for (const part of says) said.add(part);
    const value = grid.at(cell.row, cell.column + cell.columns);
    end = Math.max(end, cell.column + cell.columns, isBlank(value.column) ? 0 : value.column + value.columns);
  }
  return { ...band, right: columnsIn(end, band.right).find(isBlank) ?? band.right };
}

function isOfCard(labels: readonly OwnLabel[], { form }: Vocabulary): boolean {
  const said = new Set(labels.flatMap((label) => label.says));
  return form.fields.every((field) => !field.required || said.has(field));
}

interface OwnLabel {
  readonly cell: GridCell;
  /** Fields and tables that may be meant. */
  readonly says: readonly unknown[];
}

/** The form's own labels with what they name; headings (姓名, 数量) and posts (办公室) stand in anybody's list. */
function labelsIn(grid: Grid, band: Band, vocabulary: Vocabulary): OwnLabel[] {
  const found: OwnLabel[] = [];
  for (let row = grid.top; row < grid.bottom; row++) {
    for (const cell of grid.rowCells(row)) {
      if (cell.column < band.left || cell.column >= band.right) continue;
      const keys = labelKeys(splitLabelled(textOf(cell))?.label ?? textOf(cell));
      const says = [...scalarsAt(cell, vocabulary).map((word) => word.field), ...wordsOf(vocabulary.tables, keys)];
      if (says.length > 0) found.push({ cell, says });
    }
  }
  return found;
}

function columnsIn(left: number, right: number): number[] {
  return Array.from({ length: Math.max(0, right - left) }, (_, index) => left + index);
}

function scalarsAt(cell: GridCell, vocabulary: Vocabulary) {
  const text = textOf(cell);
  return wordsOf(vocabulary.scalars, labelKeys(splitLabelled(text)?.label ?? text));
}

function isLabelOf(cell: GridCell, vocabulary: Vocabulary): boolean {
  return scalarsAt(cell, vocabulary).length > 0 || wordsOf(vocabulary.columns, labelKeys(textOf(cell))).length > 0;
}

/** The form's name stands on the card, or over it and others. */
export function isTitled({ isUnderTitle, events }: { readonly isUnderTitle: boolean; readonly events: readonly LabelEvent[] }): boolean {
  return isUnderTitle || events.some((event) => event.kind === 'title');
}

/** The labels of each card, in reading order. */
export function segmentsOf(form: FormDefinition, events: readonly LabelEvent[]): LabelEvent[][] {
  const banners = events.flatMap((event, place) => (event.isBanner ? [place] : []));
  if (banners.length > 1) return underBanners(events, banners);
  return underAnchors(form, underTitle(events, anchorsOf(form, events)[0] ?? 0));
}

const rowsOverTitle = 3;

/** Without labels far over the title under which the first card begins: of a card above, under a title of its own. */
function underTitle(events: readonly LabelEvent[], anchor: number): readonly LabelEvent[] {
  // 礼品馈赠申请部门：办公室 begins with the form's name and is a label.
  const isTitle = ({ kind, cell }: LabelEvent): boolean => kind === 'title' && !events.some((other) => other.kind !== 'title' && other.cell === cell);
  const titles = events.filter((event, place) => place < anchor && isTitle(event));
  const last = titles[titles.length - 1];
  if (!last || titles.length < 2) return events;
  return events.filter(({ kind, cell }) => kind !== 'scalar' || cell.row >= last.cell.row - rowsOverTitle);
}

function underAnchors(form: FormDefinition, events: readonly LabelEvent[]): LabelEvent[][] {
  const anchors = anchorsOf(form, events);
  if (anchors.length < 2) return [[...events]];
  const before = new Set(events.slice(0, anchors[0]).map(nameOf));
  const starts = anchors.map((anchor, index) => {
    let start = anchor;
    const previous = index === 0 ? 0 : anchors[index - 1]! + 1;
    while (start > previous && (events[start - 1]!.kind === 'title' || before.has(nameOf(events[start - 1]!)))) start--;
    return start;
  });
  return starts.map((start, index) => events.slice(index === 0 ? 0 : start, starts[index + 1]));
}

/** Each under its day; what stands over the first holds for all. */
function underBanners(events: readonly LabelEvent[], banners: readonly number[]): LabelEvent[][] {
  const above = events.slice(0, banners[0]);
  const shared = above.filter(({ kind }) => kind === 'scalar').map((event): LabelEvent => ({ ...event, isShared: true }));
  const titles = above.filter(({ kind }) => kind === 'title');
  return banners.map((start, index) => [...(index === 0 ? titles : []), ...shared, ...events.slice(start, banners[index + 1])]);
}

/** Places of the natural key's label that stands least often: once a card. What a card may lack (its period) may be said once for several. */
function anchorsOf(form: FormDefinition, events: readonly LabelEvent[]): number[] {
  const isRequired = (key: string): boolean => form.fields.some((field) => field.key === key && field.required);
  const [required, others] = [form.naturalKey.filter(isRequired), form.naturalKey.filter((key) => !isRequired(key))].map((keys) => placesOf(keys, events));
  return [...required!, ...others!].find((places) => places.length > 0) ?? [];
}

function placesOf(keys: readonly string[], events: readonly LabelEvent[]): number[][] {
  return keys
    .map((key) => {
      const found = events.flatMap((event, place) => {
        const word = event.kind === 'scalar' ? event.scalars.find((candidate) => candidate.field.key === key) : undefined;
        return word ? [{ word, place }] : [];
      });
      const own = found.filter(({ word }) => !word.learned);
      return ownWords(found, ({ word }) => word).filter(({ word, place }) => own.length === 0 || !word.learned || labelsRepeat(events, place)).map(({ place }) => place);
    })
    .filter((places) => places.length > 0)
    .sort((a, b) => a.length - b.length);
}

/** The same labels before and after: another card begins, and a taught label is no second one of the same card. */
function labelsRepeat(events: readonly LabelEvent[], place: number): boolean {
  const before = new Set(events.slice(0, place).map(nameOf));
  return new Set(events.slice(place + 1).map(nameOf).filter((name) => before.has(name))).size > 1;
}

/** A taught or borrowed label parts no columns of cards where the form's own does. */
function ownFirst<Found extends { readonly word: ScalarWord }>(found: readonly Found[]): readonly Found[] {
  const own = found.filter(({ word }) => !word.learned);
  return ownWords(own.length > 0 ? own : found, ({ word }) => word);
}

function nameOf(event: LabelEvent): string {
  if (event.kind === 'scalar') return `scalar ${event.scalars[0]!.field.key}`;
  return event.kind === 'table' ? `table ${event.table!.table.key}` : event.kind;
}
