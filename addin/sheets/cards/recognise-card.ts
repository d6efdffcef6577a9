// Cards: a sheet's labels gathered into forms, their tables read, and what is no such form, or an empty one, left alone.

import type { FormDefinition, Table } from '../../../domain/forms/definition.ts';
import type { ReadingContext } from '../../../domain/forms/reading/read-value.ts';
import { assignFields } from './card-fields.ts';
import { readCard } from './card-reading.ts';
import { tableRows } from './card-table-rows.ts';
import type { TableRow } from './card-table-rows.ts';
import { cardTablesAt } from './card-tables.ts';
import type { Band, CardTable } from './card-tables.ts';
import { labelEvents } from './card-labels.ts';
import { signedPosts } from './card-signing.ts';
import type { LabelEvent } from './card-labels.ts';
import { dayBanners } from './day-banners.ts';
import { bandsOf, isTitled, segmentsOf, titleBands, withoutBeside } from './card-segments.ts';
import type { Grid, GridCell } from '../cells/grid.ts';

import { labelKeys, splitLabelled } from '../reading/label-text.ts';
import { cellsOfTurned, turnedTables } from './turned-tables.ts';
import { looksLike } from './looks-like.ts';
import { optionLabels } from './option-labels.ts';
import { rowsOfOthers, titleLines, titleOver } from './title-zones.ts';
import type { TitleLine } from './title-zones.ts';
import { titledFields } from './titled-fields.ts';
import type { BlankCard, RecognisedRecord, SheetProblem } from '../recognised.ts';
import { voidMarkOver, voidProblem } from '../reading/void-rows.ts';
import { namesForm, vocabularyOf } from '../reading/vocabulary.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

export interface Cards {
  readonly records: readonly RecognisedRecord[];
  readonly blanks: readonly BlankCard[];
  readonly seen: readonly SeenCard[];
  /** Cards that somebody took back. */
  readonly problems: readonly SheetProblem[];
}

/** A card as it was looked at: read, or only like its form. */
export interface SeenCard {
  readonly vocabulary: Vocabulary;
  readonly band: Band;
  readonly card: Card;
  readonly record: RecognisedRecord;
  readonly isRead: boolean;
}

/** Rows above lists that speak of them, by form: no card of the form has them for its own. */
export type Leads = ReadonlyMap<string, ReadonlySet<number>>;

export interface TakenByLists {
  /** Rows that belong to lists. */
  readonly claimed: ReadonlySet<number>;
  readonly leads: Leads;
}

/** What holds for what stands in a row and below. */
export type ContextAt = (row: number) => ReadingContext;

export function recogniseCards(grid: Grid, forms: readonly FormDefinition[], contextAt: ContextAt, { claimed: claimedRows, leads }: TakenByLists): Cards {
  const records: RecognisedRecord[] = [];
  const blanks: BlankCard[] = [];
  const seen: SeenCard[] = [];
  const problems: SheetProblem[] = [];
  const claims: Claim[] = [{ left: grid.left, right: grid.right, rows: claimedRows }];
  const titles = titleBands(grid, forms.map(vocabularyOf));
  const vocabularies = forms.map(vocabularyOf);
  const lines = new Map<string, readonly TitleLine[]>();
  const linesOf = (band: Band): readonly TitleLine[] => {
    const key = `${band.left} ${band.right}`;
    const known = lines.get(key) ?? titleLines(grid, band, vocabularies);
    lines.set(key, known);
    return known;
  };
  const ranked = forms
    .map((form) => vocabularyOf(form))
    .map((vocabulary) => ({ vocabulary, weight: labelCount(grid, vocabulary, claimedRows) }))
    .filter((entry) => entry.weight >= 2)
    .sort((a, b) => b.weight - a.weight);
  for (const { vocabulary } of ranked) {
    for (const whole of titles ?? bandsOf(grid, vocabulary)) {
      const band = withoutBeside(grid, whole, vocabulary);
      const taken = new Set<number>();
      const others = rowsOfOthers(grid, linesOf(band), vocabulary);
      for (const card of cardsIn(grid, band, vocabulary, new Set([...claimedIn(claims, band), ...others, ...(leads.get(vocabulary.form.id) ?? [])]))) {
        if (card.events.length === 0) continue;
        const isRead = isForm(grid, card, vocabulary);
        const { record, isFilledIn } = readCard(grid, vocabulary.form, card, contextAt(card.events[0]!.cell.row));
        if (isRead || looksLike(grid, card, record, vocabulary)) seen.push({ vocabulary, band, card, record, isRead });
        if (!isRead) continue;
        for (const event of card.events) taken.add(event.cell.row);
        const gone = isFilledIn ? voidMarkOver(grid, card.events[0]!.cell.row) : undefined;
        if (gone) problems.push(voidProblem({ grid, isTurned: false }, { code: 'card-void', cell: gone }, record.form, record));
        else if (isFilledIn) records.push(record);
        else blanks.push({ form: record.form, sheet: record.sheet, sheetName: record.sheetName, place: record.place, record: { ...record, fields: {} } });
      }
      claims.push({ ...band, rows: taken });
    }
  }
  return { records, blanks, seen, problems };
}

/** Rows that are taken between two columns: cards side by side share their rows. */
interface Claim extends Band {
  readonly rows: ReadonlySet<number>;
}

function claimedIn(claims: readonly Claim[], band: Band): ReadonlySet<number> {
  return new Set(claims.filter((claim) => claim.left < band.right && claim.right > band.left).flatMap((claim) => [...claim.rows]));
}

export interface Card {
  /** A title that runs over several bands stands above. */
  readonly isUnderTitle: boolean;
  readonly events: readonly LabelEvent[];
  readonly rows: ReadonlyMap<CardTable, readonly TableRow[]>;
}

/** How many of a form's words stand on the sheet: a quick way past sheets that are none of a form. */
function labelCount(grid: Grid, vocabulary: Vocabulary, claimedRows: ReadonlySet<number>): number {
  const found = new Set<string>();
  for (let row = grid.top; row < grid.bottom; row++) {
    if (claimedRows.has(row)) continue;
    for (const cell of grid.rowCells(row)) {
      if (typeof cell.value !== 'string' || cell.value.length > 60) continue;
      const key = [...labelKeys(cell.value), ...labelKeys(splitLabelled(cell.value)?.label ?? '')].find((candidate) => vocabulary.scalars.has(candidate) || vocabulary.columns.has(candidate));
      if (key !== undefined) found.add(key);
      if (namesForm(vocabulary, cell.value)) found.add('title');
    }
  }
  return found.size;
}

function cardsIn(grid: Grid, band: Band, vocabulary: Vocabulary, claimedRows: ReadonlySet<number>): Card[] {
  const candidates: CardTable[] = [];
  for (let row = grid.top; row < grid.bottom; row++) {
    if (!claimedRows.has(row)) candidates.push(...cardTablesAt(grid, row, band, vocabulary));
  }
  const byHeading = new Map<GridCell, CardTable[]>();
  for (const table of candidates) for (const { header } of table.columns) byHeading.set(header.cell, [...(byHeading.get(header.cell) ?? []), table]);
  const tables = candidates.filter((table) => !table.columns.some(({ header }) => byHeading.get(header.cell)!.some((other) => isBetterHeading(other, table))));
  const byRow = new Map<number, CardTable[]>();
  for (const table of tables) byRow.set(table.headerRow, [...(byRow.get(table.headerRow) ?? []), table]);
  const taken = new Set<GridCell>();
  const rows = new Map<CardTable, TableRow[]>();
  /** Headings of a table that come once more under it are none of another. */
  const repeated = new Map<Table, Set<number>>();
  for (const table of tables) {
    const again = repeated.get(table.table) ?? new Set<number>();
    repeated.set(table.table, again);
    if (again.has(table.headerRow)) continue;
    const isHeading = (row: number): boolean => claimedRows.has(row) || (byRow.get(row)?.some((other) => other.left < table.right && other.right > table.left) ?? false);
    const found = tableRows(grid, table, grid.bottom, isHeading, vocabulary, (row) => void again.add(row));
    rows.set(table, found);
    claimTable(grid, table, found, taken);
  }
  const isClaimed = (cell: GridCell): boolean => claimedRows.has(cell.row) || taken.has(cell);
  const across = turnedTables(grid, band, vocabulary, tables, (cell) => !isClaimed(cell));
  for (const found of across) {
    rows.set(found.table, [...found.rows]);
    for (const cell of cellsOfTurned(grid, found)) taken.add(cell);
  }
  const signed = signedPosts(grid, band, vocabulary, isClaimed);
  for (const post of signed) for (const cell of [post.post, ...post.labels, ...post.cells.map((entry) => entry.cell)]) taken.add(cell);
  const labels = labelEvents(grid, band, { from: grid.top, to: grid.bottom }, isClaimed, vocabulary);
  const headOf = (table: CardTable, cell: GridCell): LabelEvent => ({ kind: 'table', cell, value: cell, scalars: [], columns: [], table });
  const heads = [...tables.filter((table) => rows.has(table)).map((table) => headOf(table, table.columns[0]!.header.cell)), ...across.map(({ table, head }) => headOf(table, head))];
  const signatures = signed.map((post): LabelEvent => ({ kind: 'signed', cell: post.post, value: post.post, scalars: [], columns: [], signed: post }));
  const banners = dayBanners(grid, vocabulary, labels, tables.filter((table) => rows.has(table)));
  const isBanner = (event: LabelEvent): boolean => banners.some((banner) => banner.cell === event.cell);
  const options = optionLabels(grid, band, labels, isClaimed, vocabulary, tables.flatMap(({ columns }) => columns.map(({ field }) => field)));
  const events = [...labels.filter((event) => !isBanner(event)), ...options, ...banners, ...heads, ...signatures].sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column);
  const title = titleOver(grid, band, vocabulary);
  if (events.length === 0) return [];
  const segments = segmentsOf(vocabulary.form, events);
  // One title stands over all the cards under one another.
  const isTitled = segments[0]!.some((event) => event.kind === 'title');
  return segments.map((segment, index) => ({ events: segment, rows, isUnderTitle: (index > 0 && isTitled) || (title !== undefined && segment[0]!.cell.row > title) }));
}

/** A wide cell above a heading row looks like its group: one heading row is one table, that of the row that names most. */
function isBetterHeading(other: CardTable, table: CardTable): boolean {
  if (other === table) return false;
  return other.columns.length > table.columns.length || (other.columns.length === table.columns.length && other.headerRow > table.headerRow);
}

function claimTable(grid: Grid, table: CardTable, rows: readonly TableRow[], taken: Set<GridCell>): void {
  if (table.side) taken.add(table.side);
  const first = table.headerRow;
  const last = rows[rows.length - 1]?.row ?? first;
  const labels = new Set(rows.map((row) => row.label));
  for (let row = first; row <= last; row++) {
    for (const cell of grid.rowCells(row)) {
      const inside = cell.column + cell.columns > table.left && cell.column < table.right;
      if (inside || labels.has(cell)) taken.add(cell);
    }
  }
}

/** Enough of the form's own labels, and its natural key among them. A title makes up for some. */
function isForm(grid: Grid, card: Card, vocabulary: Vocabulary): boolean {
  const { form } = vocabulary;
  const fields = new Set(card.events.flatMap((event) => (event.kind === 'scalar' ? [event.scalars[0]!.field.key] : event.kind === 'joined' ? event.joined!.parts.map((part) => part.field) : [])));
  const tables = new Set(card.events.flatMap((event) => (event.kind === 'table' ? [event.table!.table.key] : event.kind === 'fixed' ? [event.fixed!.table.key] : event.kind === 'column' ? event.columns.slice(0, 1).map((column) => `${column.table.key}/${column.field.key}`) : [])));
  const keys = form.naturalKey.filter((key) => form.fields.some((field) => field.key === key && field.required));
  const titled = titledFields(grid, card.events, vocabulary);
  const named = new Set([...titled.map(({ field }) => field), ...assignFields(card.events).values()].map((field) => field.key));
  const keyed = keys.filter((key) => named.has(key));
  const hasTitle = isTitled(card);
  // A title and the headings of the table say enough where one label of the key is not printed; with every heading that the
  // table must have, where none is.
  const isNamed = hasTitle && (form.tables ?? []).some((table) => table.required && namesMost(card, table));
  const isWhole = isNamed && (form.tables ?? []).some((table) => table.required && namesAll(card, table));
  if (keyed.length < (isWhole ? 0 : isNamed ? 1 : keys.length)) return false;
  const evidence = fields.size + tables.size;
  const possible = form.fields.length + (form.tables?.length ?? 0);
  const required = form.fields.filter((field) => field.required);
  // A list's form drawn as a card prints nearly all of it, under its name.
  if (form.kind === 'list') return hasTitle && evidence * 2 > possible && required.every((field) => fields.has(field.key));
  if (hasTitle) return isNamed || evidence >= 3;
  return evidence >= 4 && evidence * 3 >= possible && required.every((field) => fields.has(field.key)) && (form.tables ?? []).every((table) => !table.required || namesMost(card, table));
}

const manyColumns = 5;

function namesAll(card: Card, table: Table): boolean {
  const required = table.columns.filter((column) => column.required);
  const named = columnsNamed(card, table);
  return required.length >= manyColumns && required.every((column) => named.has(column.key));
}

function columnsNamed(card: Card, table: Table): ReadonlySet<string> {
  return new Set(card.events.flatMap((event) => [...(event.table?.table === table ? event.table.columns.map((column) => column.field.key) : []), ...event.columns.filter((column) => column.table === table).map((column) => column.field.key)]));
}

/** Most of the columns that a table requires are named: without a title, some of its words are anybody's. */
function namesMost(card: Card, table: Table): boolean {
  const named = columnsNamed(card, table);
  const required = table.columns.filter((column) => column.required);
  if (required.length === 0) return named.size * 2 > table.columns.length;
  return required.filter((column) => named.has(column.key)).length * 2 > required.length;
}

