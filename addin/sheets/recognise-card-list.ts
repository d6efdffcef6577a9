// A card form kept as a list: its fields and those of its required table as columns, one table row a line, lines with
// the same natural key one record (a visit list: one report a reporter and day).

import type { Field, FormDefinition, Table, Value } from '../../domain/forms/definition.ts';
import type { ReadingContext } from '../../domain/forms/reading/read-value.ts';
import { naturalKeyOf } from '../../domain/protocol/natural-key.ts';
import { acrossHeading } from './across.ts';
import type { AcrossHeading } from './across.ts';
import { newDraft, placeIn, putValue, readAcrossCell, readField, setOrder } from './draft.ts';
import type { Draft } from './draft.ts';
import { isEmptyCell } from './grid.ts';
import type { Grid } from './grid.ts';
import { assignColumns, belowHeader, headerCells, isHeading, regionColumns } from './header.ts';
import type { HeaderCell, HeaderColumn } from './header.ts';
import { unitOf } from './label-text.ts';
import { aboveValues, titleAbove, withStatedUnit } from './list-header.ts';
import type { AboveValue } from './list-header.ts';
import { isSectionLine, startsOtherTable } from './other-heading.ts';
import type { FoundList } from './recognise-list.ts';
import type { RecognisedRecord, SheetProblem, TableRegion } from './recognised.ts';
import { readRow, rowKind } from './row-reading.ts';
import { voidProblem, voidRow } from './void-rows.ts';
import { vocabularyOf, wordsOf } from './vocabulary.ts';

export interface CardListHeader {
  readonly form: FormDefinition;
  readonly table: Table | undefined;
  readonly scalars: readonly HeaderColumn[];
  readonly columns: readonly HeaderColumn[];
  readonly across: readonly (AcrossHeading & { readonly header: HeaderCell })[];
  readonly above: readonly AboveValue[];
  readonly headers: readonly HeaderCell[];
}

export function cardListHeaderAt(grid: Grid, row: number, from: number, forms: readonly FormDefinition[]): CardListHeader | null {
  if (grid.rowCells(row).length < 4) return null;
  for (const form of forms) {
    const header = headerOf(grid, row, from, form);
    if (header) return header;
  }
  return null;
}

function headerOf(grid: Grid, row: number, from: number, form: FormDefinition): CardListHeader | null {
  const vocabulary = vocabularyOf(form);
  const table = form.tables?.find((candidate) => candidate.required);
  const isLabel = (keys: readonly string[]): boolean => wordsOf(vocabulary.scalars, keys).length + wordsOf(vocabulary.columns, keys).length > 0;
  const headers = headerCells(grid, row, isLabel);
  const all = withStatedUnit(grid, row, from, assignColumns(headers, (header) => [...wordsOf(vocabulary.columns, header.keys).filter((word) => word.table === table), ...wordsOf(vocabulary.scalars, header.keys)]));
  const columns = all.filter((column) => table?.columns.includes(column.field));
  const scalars = all.filter((column) => !columns.includes(column));
  // The natural key must run down the list: with it above, the rows are the table of one card.
  if (!scalars.some((column) => form.naturalKey.includes(column.field.key)) || all.length < 4 || !isHeading(grid, headers, all, isLabel)) return null;
  const title = titleAbove(grid, row, from, vocabulary);
  const above = aboveValues(grid, row, from, vocabulary, title, scalars);
  const known = new Set([...scalars.map((column) => column.field.key), ...above.map((value) => value.field.key)]);
  const needed = form.fields.filter((field) => field.required).map((field) => known.has(field.key));
  const neededColumns = (table?.columns ?? []).filter((column) => column.required).map((column) => columns.some((found) => found.field === column));
  const misses = [...needed, ...neededColumns].filter((isThere) => !isThere).length;
  if (misses > (title ? 1 : 0) || form.naturalKey.some((key) => !known.has(key))) return null;
  return { form, table, scalars, columns, across: acrossColumns(form, headers, all), above, headers };
}

/** `交通费(元)`: a heading that is itself an expense's name. */
function acrossColumns(form: FormDefinition, headers: readonly HeaderCell[], taken: readonly HeaderColumn[]): CardListHeader['across'] {
  return headers.flatMap((header) => {
    if (taken.some((column) => column.header === header)) return [];
    const found = acrossHeading(form, header.text);
    return found ? [{ ...found, header }] : [];
  });
}

interface Group {
  readonly draft: Draft;
  readonly firstRow: number;
  lastRow: number;
  rows: number;
  across: number;
}

export function readCardList(grid: Grid, header: CardListHeader, context: ReadingContext): FoundList {
  const left = Math.min(...header.headers.map((cell) => cell.column));
  const right = Math.max(...header.headers.map((cell) => cell.column + cell.columns));
  const columns = [...header.scalars, ...header.columns];
  const first = belowHeader(columns);
  const groups = new Map<string, Group>();
  const problems: SheetProblem[] = [];
  let row = first;
  for (; row < grid.bottom; row++) {
    const kind = rowKind(grid, row, columns, left, right);
    if (kind === 'other' || kind === 'total' || startsOtherTable(grid, row)) {
      const next = kind === 'content' ? undefined : nextLine(grid, row + 1, header, context, { left, right });
      if (next === undefined) break;
      row = next;
    }
    if (kind === 'blank' || kind === 'subtotal' || isSectionLine(grid, row)) continue;
    const gone = voidRow(grid, row, left, right);
    if (gone) problems.push(voidProblem(newDraft(grid, context), gone, header.form.id));
    else readLine(grid, header, row, context, groups);
  }
  const region: TableRegion = { columns: regionColumns(grid, columns), headerRow: first - 1, spareRows: [], lastRow: row - 1, isOpenEnded: false };
  const records = [...groups.values()].map((group) => recordOf(header, group, grid, left, right));
  const list = { form: header.form.id, sheet: grid.sheet.id, sheetName: grid.sheet.name, place: { row: first - 1, column: left }, region, above: {} };
  return { records, list, problems, end: Math.max(row, first) };
}

const rowsLookedAhead = 4;

/** Totals stand between lines too: a line below with its natural key and a row of its own goes on. */
function nextLine(grid: Grid, from: number, header: CardListHeader, context: ReadingContext, span: { readonly left: number; readonly right: number }): number | undefined {
  for (let row = from; row < Math.min(from + rowsLookedAhead, grid.bottom); row++) {
    if (startsOtherTable(grid, row)) return undefined;
    if (rowKind(grid, row, [...header.scalars, ...header.columns], span.left, span.right) !== 'content') continue;
    const groups = new Map<string, Group>();
    readLine(grid, header, row, context, groups);
    const [key, group] = [...groups][0] ?? [];
    if (key !== undefined && !key.startsWith('row ') && group!.rows > 0 && group!.draft.problems.length === 0) return row;
  }
  return undefined;
}

function readLine(grid: Grid, header: CardListHeader, row: number, context: ReadingContext, groups: Map<string, Group>): void {
  const own = newDraft(grid, context);
  for (const value of header.above) readField(own, value.field.key, value.field, value.cell, { kind: 'fixed' }, value.rest === '' ? undefined : value.rest);
  const hasScalars = readRow(own, row, header.scalars, (column) => column.field.key);
  const key = naturalKeyOf(header.form, own.fields, {}) ?? `row ${row}`;
  const known = groups.get(key);
  const day = own.fields[header.form.day ?? ''];
  const year = typeof day === 'string' ? { year: Number(day.slice(0, 4)) } : {};
  const group = known ?? { draft: { ...own, context: { ...context, ...year } }, firstRow: row, lastRow: row, rows: 0, across: 0 };
  const rowId = `row-${group.rows}`;
  const table = header.table;
  const hasRow = table !== undefined && readRow(group.draft, row, header.columns, (column) => `${table.key}/${rowId}/${column.field.key}`);
  const hasAcross = readAcross(header, group, row);
  if (!hasRow && !hasAcross && (known !== undefined || !hasScalars)) return;
  if (table && hasRow) settleRow(group, table, rowId, row, header);
  if (known) mergeScalars(known.draft, own, header.form);
  group.lastRow = row;
  groups.set(key, group);
}

function settleRow(group: Group, table: Table, rowId: string, row: number, header: CardListHeader): void {
  const name = `${table.key}/${rowId}`;
  group.draft.rowPlaces[name] = placeIn(group.draft, { row, column: header.columns[0]!.header.column });
  setOrder(group.draft, name, group.rows);
  group.rows++;
}

function readAcross(header: CardListHeader, group: Group, row: number): boolean {
  let hasOwn = false;
  for (const { header: heading, ...across } of header.across) {
    const cell = group.draft.grid.at(row, heading.column);
    if (isEmptyCell(cell) || cell.row !== row || !readAcrossCell(group.draft, across, { heading: heading.cell, cell }, group.across, unitOf(heading.text))) continue;
    group.across++;
    hasOwn = true;
  }
  return hasOwn;
}

/** A later line of the same record adds names, and fields that the first line left empty. */
function mergeScalars(draft: Draft, own: Draft, form: FormDefinition): void {
  for (const field of form.fields) {
    const value = own.fields[field.key] as Value | undefined;
    if (value === undefined || form.naturalKey.includes(field.key)) continue;
    const before = draft.fields[field.key] as Value | undefined;
    if (before === undefined) take(draft, own, field, value);
    else if (Array.isArray(before) && Array.isArray(value)) {
      const added = value.filter((entry) => !before.includes(entry));
      const cell = draft.cells[field.key]!;
      const entries = [...(cell.entries ?? before.map(() => cell)), ...added.map(() => own.cells[field.key]!)].map(({ row, column }) => ({ row, column }));
      putValue(draft, field.key, [...before, ...added]);
      draft.cells[field.key] = { ...cell, entries, writing: { kind: 'fixed' } };
    }
  }
}

function take(draft: Draft, own: Draft, field: Field, value: Value): void {
  putValue(draft, field.key, value);
  draft.cells[field.key] = own.cells[field.key]!;
}

function recordOf(header: CardListHeader, group: Group, grid: Grid, left: number, right: number): RecognisedRecord {
  const { draft } = group;
  const region: TableRegion = { columns: regionColumns(grid, header.columns), headerRow: belowHeader([...header.scalars, ...header.columns]) - 1, spareRows: [], lastRow: group.lastRow, isOpenEnded: false };
  return {
    form: header.form.id,
    sheet: grid.sheet.id,
    sheetName: grid.sheet.name,
    place: { row: group.firstRow, column: left },
    range: { row: group.firstRow, column: left, rows: group.lastRow - group.firstRow + 1, columns: right - left },
    fields: draft.fields,
    cells: draft.cells,
    rowPlaces: draft.rowPlaces,
    uncertain: draft.uncertain,
    problems: draft.problems,
    tables: header.table ? { [header.table.key]: region } : {},
  };
}

