// What of a sheet's forms is not known yet: for each form that lies on it, and for the one that it looks like where
// nothing is read, the labels without a meaning and the fields without a label.

import type { FormDefinition, Path, Table } from '../../../domain/forms/definition.ts';
import { areasByRow, overlap } from './card-surroundings.ts';
import type { Areas } from './card-surroundings.ts';
import type { Grid } from '../cells/grid.ts';
import { knownFields } from '../reading/known-fields.ts';
import { labelKey } from '../reading/label-text.ts';
import type { SeenCard } from '../cards/recognise-card.ts';
import type { FreePath, RecognisedList, RecognisedRecord, UnknownLayout, UnmatchedLabel } from '../recognised.ts';
import { likelyListAt, unmatchedHeadings } from './unmatched-headings.ts';
import type { LikelyList } from './unmatched-headings.ts';
import { unmatchedLabels } from './unmatched-labels.ts';
import { unmatchedRows } from './unmatched-rows.ts';
import { vocabularyOf } from '../reading/vocabulary.ts';

export interface SheetForms {
  readonly cards: readonly SeenCard[];
  readonly lists: readonly RecognisedList[];
  readonly records: readonly RecognisedRecord[];
}

export function unknownLayouts(grid: Grid, forms: readonly FormDefinition[], found: SheetForms): UnknownLayout[] {
  const read = found.cards.filter((card) => card.isRead);
  const areas = areasByRow(read.length === 0 ? [] : new Set([...found.records, ...read.map((card) => card.record)].map((record) => record.range)));
  const layouts = [...byForm(read).map((cards) => cardLayout(grid, cards, areas)), ...listLayouts(grid, forms, found)];
  const unread = found.cards.filter((card) => !card.isRead);
  const isNothing = found.records.length + read.length + found.lists.length === 0;
  layouts.push(...(isNothing ? likely(grid, forms, unread) : byForm(unread.filter((card) => isAmong(card, read, areas))).map((cards) => cardLayout(grid, cards, areas))));
  // Where every field has its label, a label more is nobody's question.
  return layouts.filter((layout) => layout.labels.length > 0 && layout.free.length > 0);
}

/** One more card of a form that is read beside it. */
function isAmong({ record }: SeenCard, read: readonly SeenCard[], areas: Areas): boolean {
  const rows = Array.from({ length: record.range.rows }, (_, row) => record.range.row + row);
  return read.some((card) => card.record.form === record.form) && rows.every((row) => (areas.get(row) ?? []).every((area) => !overlap(area, record.range)));
}

function byForm(cards: readonly SeenCard[]): SeenCard[][] {
  return [...Map.groupBy(cards, (card) => card.record.form).values()];
}

/** Cards of one form on one sheet are of one layout: a label is asked about once. */
function cardLayout(grid: Grid, cards: readonly SeenCard[], areas: Areas): UnknownLayout {
  const labels = cards.flatMap((seen) => {
    const headings = Object.entries(seen.record.tables).flatMap(([table, region]) => unmatchedHeadings(grid, region, seen.vocabulary, table));
    return [...unmatchedLabels(grid, seen, areas), ...headings, ...unmatchedRows(grid, seen)];
  });
  const { record, isRead, vocabulary } = cards[0]!;
  return { form: record.form, sheet: record.sheet, sheetName: record.sheetName, isRead, known: knownFields(record).size, labels: once(labels), free: freeOfCard(vocabulary.form, cards.map((card) => card.record)) };
}

function listLayouts(grid: Grid, forms: readonly FormDefinition[], { lists, records }: SheetForms): UnknownLayout[] {
  const read = new Map<string, Set<string>>();
  for (const record of records) {
    const columns = read.get(record.form) ?? new Set<string>();
    read.set(record.form, columns);
    for (const column of knownFields(record)) columns.add(column);
  }
  return lists.flatMap((list) => {
    const form = forms.find((candidate) => candidate.id === list.form);
    if (!form) return [];
    const keys = new Set([...list.region.columns.map((column) => column.key), ...Object.keys(list.above), ...(read.get(list.form) ?? [])].filter((key) => !list.region.columns.some((column) => column.key === key && column.inferred)));
    const labels = unmatchedHeadings(grid, list.region, vocabularyOf(form), '');
    return [{ form: form.id, sheet: list.sheet, sheetName: list.sheetName, isRead: true, known: keys.size, labels: once(labels), free: freeOfList(form, keys) }];
  });
}

/** Nothing is read: what the sheet looks most like, by a title or by many labels. */
function likely(grid: Grid, forms: readonly FormDefinition[], cards: readonly SeenCard[]): UnknownLayout[] {
  const likelyCards = byForm(cards).map((group) => cardLayout(grid, group, areasByRow([])));
  const list = likelyList(grid, forms.filter((form) => form.kind === 'list'));
  const layouts = [...likelyCards, ...(list ? [listLayout(grid, list)] : [])];
  return layouts.sort((a, b) => b.known - a.known).slice(0, 1);
}

function likelyList(grid: Grid, forms: readonly FormDefinition[]): LikelyList | null {
  for (let row = grid.top; row < grid.bottom; row++) {
    const list = likelyListAt(grid, row, grid.top, forms);
    if (list) return list;
  }
  return null;
}

function listLayout(grid: Grid, { form, vocabulary, region }: LikelyList): UnknownLayout {
  const keys = new Set(region.columns.map((column) => column.key));
  return { form: form.id, sheet: grid.sheet.id, sheetName: grid.sheet.name, isRead: false, known: keys.size, labels: once(unmatchedHeadings(grid, region, vocabulary, '')), free: freeOfList(form, keys) };
}

function once(labels: readonly UnmatchedLabel[]): UnmatchedLabel[] {
  const known = new Map<string, UnmatchedLabel>();
  for (const label of labels) if (!known.has(labelKey(label.label))) known.set(labelKey(label.label), label);
  return [...known.values()].sort((a, b) => a.place.row - b.place.row || a.place.column - b.place.column);
}

function freeOfCard(form: FormDefinition, records: readonly RecognisedRecord[]): FreePath[] {
  const known = new Set(records.flatMap((record) => [...knownFields(record)]));
  const scalars = form.fields.map((field) => field.key).filter((key) => !known.has(key));
  return [...freePaths('value', scalars), ...(form.tables ?? []).flatMap((table) => freeOfTable(table, records, known))];
}

/** Of a table that is drawn its columns and printed rows, else every cell that a label could stand beside. */
function freeOfTable(table: Table, records: readonly RecognisedRecord[], known: ReadonlySet<string>): FreePath[] {
  const { key, rowLabel, fixedRows = [] } = table;
  const columns = table.columns.map((column) => column.key).filter((column) => column !== rowLabel);
  const regions = records.flatMap((record) => record.tables[key] ?? []);
  if (regions.length > 0) {
    const headings = columns.filter((column) => !regions.some((region) => region.columns.some((found) => found.key === column)));
    const rows = rowLabel ? fixedRows.filter((row) => !records.some((record) => record.rowPlaces[`${key}/${row.key}`])) : [];
    return [...freePaths('heading', headings.map((column) => `${key}/${column}`)), ...freePaths('row', rows.map((row) => `${key}/${row.key}`))];
  }
  if (fixedRows.length === 0) return freePaths('value', columns.map((column) => `${key}/${column}`).filter((path) => !known.has(path)));
  const cells = fixedRows.flatMap((row) => columns.map((column) => `${key}/${row.key}/${column}`));
  return freePaths('value', cells.filter((path) => !records.some((record) => record.cells[path] !== undefined)));
}

/** A list of a card form has its fields and those of its required table as columns. */
function freeOfList(form: FormDefinition, keys: ReadonlySet<string>): FreePath[] {
  const scalars = form.fields.map((field) => field.key).filter((key) => !keys.has(key));
  const table = form.kind === 'card' ? form.tables?.find((candidate) => candidate.required) : undefined;
  const columns = (table?.columns ?? []).map((column) => column.key).filter((key) => !keys.has(key) && !keys.has(`${table!.key}/${key}`));
  return freePaths('heading', [...scalars, ...columns.map((key) => `${table!.key}/${key}`)]);
}

function freePaths(kind: FreePath['kind'], paths: readonly Path[]): FreePath[] {
  return paths.map((path) => ({ path, kind }));
}
