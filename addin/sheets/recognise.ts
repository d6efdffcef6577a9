// A workbook's records from its cells: by labels and headings alone, never by names of sheets or fixed addresses. Hidden
// sheets are left alone. What is not certain is not taken.

import { forms as allForms, formOf } from '../../domain/forms/registry.ts';
import { fieldAt } from '../../domain/forms/fields.ts';
import type { FormDefinition, Path } from '../../domain/forms/definition.ts';
import type { LearnedWord } from '../../domain/protocol/learned-words.ts';
import type { ReadingContext } from '../../domain/forms/reading/read-value.ts';
import { recogniseCards } from './cards/recognise-card.ts';
import type { ContextAt, Leads, TakenByLists } from './cards/recognise-card.ts';
import { taughtForms } from './reading/learned-words.ts';
import { placeIn } from './reading/draft.ts';
import { yearsOn } from './reading/sheet-year.ts';
import { timesOfBlock, timesOfRows } from './reading/stated-months.ts';
import { acrossBlocks } from './lists/across-block.ts';
import { cardListHeaderAt } from './lists/card-list-header.ts';
import type { Lead } from './reading/lead-lines.ts';
import { readCardList } from './lists/recognise-card-list.ts';
import { listHeaderAt } from './lists/list-header.ts';
import { listBands } from './cells/list-bands.ts';
import { knownWords } from './reading/other-heading.ts';
import { readList } from './lists/recognise-list.ts';
import type { FoundList, ListOptions } from './lists/recognise-list.ts';
import { columnsOf, drawnOver, gridOf, isEmptyCell, turned } from './cells/grid.ts';
import type { Grid } from './cells/grid.ts';
import type { SheetImage, WorkbookImage } from './image.ts';
import type { BlankCard, Recognition, RecognisedList, RecognisedRecord, SheetProblem, UnknownLayout } from './recognised.ts';
import { unknownLayouts } from './unknown/unknown-layouts.ts';

export interface RecogniseOptions {
  readonly forms?: readonly FormDefinition[];
  /** Year of days written without one where sheet and file name none; without it such days are problems. */
  readonly year?: number;
  /** The workbook's name. */
  readonly file?: string;
  /** What the department has taught about labels that no form knows. */
  readonly learned?: readonly LearnedWord[];
  /** What counts the work may look on. */
  readonly gridOf?: typeof gridOf;
}

/** Of a whole workbook each sheet may be read by one that remembers sheets. */
export interface RecogniseWorkbookOptions extends RecogniseOptions {
  readonly recogniseSheet?: (sheet: SheetImage, options: RecogniseOptions) => SheetRecognition;
}

export function recogniseWorkbook(image: WorkbookImage, { recogniseSheet: recognise = recogniseSheet, ...options }: RecogniseWorkbookOptions = {}): Recognition {
  const records: RecognisedRecord[] = [];
  const lists: RecognisedList[] = [];
  const blanks: BlankCard[] = [];
  const problems: SheetProblem[] = [];
  const layouts: UnknownLayout[] = [];
  const unrecognised: string[] = [];
  const visible = image.sheets.filter((sheet) => sheet.visibility === 'visible');
  for (const sheet of visible) {
    const found = recognise(sheet, image.name === undefined ? options : { ...options, file: image.name });
    records.push(...found.records);
    lists.push(...found.lists);
    blanks.push(...found.blanks);
    layouts.push(...found.layouts);
    problems.push(...found.problems);
    if (found.records.length + found.lists.length + found.blanks.length === 0) unrecognised.push(sheet.name);
  }
  const hidden = image.sheets.filter((sheet) => sheet.visibility !== 'visible').map((sheet) => sheet.name);
  return { records, lists, blanks, problems, layouts, unrecognised, hidden };
}

export interface SheetRecognition {
  readonly records: readonly RecognisedRecord[];
  readonly lists: readonly RecognisedList[];
  readonly blanks: readonly BlankCard[];
  readonly problems: readonly SheetProblem[];
  readonly layouts: readonly UnknownLayout[];
}

export function recogniseSheet(sheet: SheetImage, options: RecogniseOptions = {}): SheetRecognition {
  const grid = (options.gridOf ?? gridOf)(sheet);
  const forms = taughtForms(options.forms ?? allForms, options.learned ?? []);
  const yearAt = yearsOn(grid, options.file);
  const contextAt = (row: number): ReadingContext => {
    const year = yearAt(row) ?? options.year;
    return year === undefined || year === 'several' ? {} : { year };
  };
  const listForms = forms.filter((form) => form.kind === 'list');
  const cardForms = forms.filter((form) => form.kind === 'card');
  const across = readListsAcross(grid, forms, contextAt);
  const lists = readBands(grid, listForms, cardForms, contextAt, across.claimed);
  const cards = recogniseCards(grid, forms, contextAt, lists);
  const found = {
    records: [...across.records, ...lists.records, ...cards.records].sort((a, b) => a.place.row - b.place.row || a.place.column - b.place.column),
    lists: lists.lists,
    blanks: cards.blanks,
    problems: [...across.problems, ...lists.problems, ...cards.problems],
  };
  found.problems.push(...boxProblems(sheet, [...found.records, ...found.blanks]));
  return { ...found, layouts: unknownLayouts(grid, forms, { ...found, cards: cards.seen }) };
}

/** Boxes drawn over a form's cells: a file tells of them, Excel does not, and neither lets them be ticked. */
function boxProblems(sheet: SheetImage, found: readonly { readonly form: string }[]): SheetProblem[] {
  const [first] = drawnOver(sheet);
  return first && found[0] ? [{ code: 'boxes-drawn', form: found[0].form, sheet: sheet.id, sheetName: sheet.name, row: first.row, column: first.column, text: first.label }] : [];
}

interface Lists extends TakenByLists {
  readonly records: readonly RecognisedRecord[];
  readonly lists: readonly RecognisedList[];
  readonly problems: readonly SheetProblem[];
}

/** Band by band where two of them at least hold lists. */
function readBands(grid: Grid, listForms: readonly FormDefinition[], cardForms: readonly FormDefinition[], contextAt: ContextAt, taken: ReadonlySet<number>): Lists {
  const bands = listBands(grid);
  const read = bands.length < 2 ? [] : bands.map((band) => readLists(band, listForms, cardForms, contextAt, taken)).filter((band) => band.lists.length > 0);
  if (read.length < 2) return readLists(grid, listForms, cardForms, contextAt, taken);
  return { records: read.flatMap((band) => band.records), lists: read.flatMap((band) => band.lists), problems: read.flatMap((band) => band.problems), claimed: new Set(read.flatMap((band) => [...band.claimed])), leads: joinedLeads(read.flatMap((band) => [...band.leads])) };
}

function readLists(grid: Grid, listForms: readonly FormDefinition[], cardForms: readonly FormDefinition[], contextAt: ContextAt, taken: ReadonlySet<number>): Lists {
  const records: RecognisedRecord[] = [];
  const lists: RecognisedList[] = [];
  const problems: SheetProblem[] = [];
  const claimed = new Set<number>(taken);
  const leads: (readonly [string, ReadonlySet<number>])[] = [];
  let free = grid.top;
  /** Where the lines over the list before began: over its further pages they hold too. */
  let pages = grid.top;
  for (let row = grid.top; row < grid.bottom; ) {
    const mayBePage = goesOnOverPage(grid, free, row);
    const read = (part: Grid): FoundList | null => {
      const listFrom = (from: number, isFurtherPage: boolean): FoundList | null => listAt(part, row, { grid: under(grid, part), row, from, isFurtherPage }, listForms, cardForms, { ...timesOfRows(grid, row, contextAt(row)), isTurned: false, isFurtherPage });
      const alone = listFrom(free, false);
      const paged = mayBePage ? listFrom(pages, true) : null;
      return paged && paged.list.form === lists[lists.length - 1]?.form && (!alone || alone.list.form === paged.list.form) ? paged : alone;
    };
    const beside = taken.has(row) ? [] : sideBySide(grid, row).flatMap((part) => read(part) ?? []);
    const whole = taken.has(row) || beside.length > 1 ? null : read(grid);
    const found = whole ? [whole] : beside.length > 1 ? beside : [];
    if (found.length === 0) {
      row++;
      continue;
    }
    records.push(...found.flatMap((list) => list.records));
    problems.push(...found.flatMap((list) => list.problems));
    lists.push(...found.map((list) => list.list));
    const end = Math.max(...found.map((list) => list.end));
    for (let own = row; own < end; own++) claimed.add(own);
    leads.push(...found.map(({ list: { form }, leadRows }) => [form, new Set(leadRows)] as const));
    row = end;
    pages = mayBePage ? pages : free;
    free = end;
  }
  return { records, lists, problems, claimed, leads: joinedLeads(leads) };
}

/** `礼品馈赠计划表（第2页）`, `…（续）` between a list and the next heading. */
function goesOnOverPage(grid: Grid, from: number, heading: number): boolean {
  for (let row = Math.max(from, heading - rowsOverPage); row < heading; row++) {
    if (grid.rowCells(row).some((cell) => typeof cell.value === 'string' && /[（(\s](续表?\d*|第\s*[二三四五六七八九十2-9]\s*页)[)）]?\s*$/.test(cell.value))) return true;
  }
  return false;
}

const rowsOverPage = 4;

function joinedLeads(leads: readonly (readonly [string, ReadonlySet<number>])[]): Leads {
  const joined = new Map<string, Set<number>>();
  for (const [form, rows] of leads) joined.set(form, new Set([...(joined.get(form) ?? []), ...rows]));
  return joined;
}

/** Lists with one record a column. They cannot take new records: no region is offered for them. */
function readListsAcross(grid: Grid, forms: readonly FormDefinition[], contextAt: ContextAt): Lists {
  const records: RecognisedRecord[] = [];
  const problems: SheetProblem[] = [];
  const claimed = new Set<number>();
  for (const { top, bottom, column } of acrossBlocks(grid)) {
    const part = columnsOf(turned(grid), top, bottom);
    const options = { ...timesOfBlock(grid, top, contextAt(top)), isTurned: true };
    const found = listAt(part, column, { grid, row: top, from: grid.top, isAcross: true }, forms.filter((form) => form.kind === 'list'), forms.filter((form) => form.kind === 'card'), options);
    if (!found || found.records.length === 0) continue;
    records.push(...found.records);
    problems.push(...found.problems);
    for (let row = top; row < bottom; row++) claimed.add(row);
  }
  return { records, lists: [], problems, claimed, leads: new Map() };
}

/** A part of the columns with the titles that run over it from the left. */
function under(grid: Grid, part: Grid): Grid {
  return part === grid ? grid : { ...part, rowCells: (row) => grid.rowCells(row).filter((cell) => cell.column < part.right && cell.column + cell.columns > part.left) };
}

/** Columns of a row that an empty one parts, each down to the next: two lists may share their rows. Groups that nobody merged leave gaps too, over headings. */
function sideBySide(grid: Grid, row: number): Grid[] {
  if (knownWords(grid, row) < 6) return [];
  const cells = grid.rowCells(row);
  const isGap = (from: number, to: number): boolean => from < to && Array.from({ length: to - from }, (_, place) => grid.at(row + 1, from + place)).every(isEmptyCell);
  const starts = cells.filter((cell, index) => index === 0 || isGap(cells[index - 1]!.column + cells[index - 1]!.columns, cell.column)).map((cell) => cell.column);
  return starts.length < 2 ? [] : starts.map((left, index) => columnsOf(grid, index === 0 ? grid.left : left, starts[index + 1] ?? grid.right));
}

function listAt(grid: Grid, row: number, lead: Lead, listForms: readonly FormDefinition[], cardForms: readonly FormDefinition[], options: ListOptions): FoundList | null {
  if (knownWords(grid, row) + knownWords(grid, row + 1) < 2) return null;
  const header = listHeaderAt(grid, row, lead, listForms);
  const cards = header?.title ? null : cardListHeaderAt(grid, row, lead, cardForms);
  if (cards && (!header || cards.title)) return withAskedHeadings(readCardList(grid, cards, options), options);
  return header ? withAskedHeadings(readList(grid, header, options), options) : null;
}

/** A column that was told by what stands below its heading is asked about, once. */
function withAskedHeadings(found: FoundList, options: ListOptions): FoundList {
  const { form, sheet, sheetName, table, region } = found.list;
  const pathOf = (key: string): Path => (formOf(form)!.fields.some((field) => field.key === key) ? key : `${table}/row-0/${key}`);
  const asked = region.columns.flatMap(({ key, column, inferred }): SheetProblem[] =>
    inferred && found.records.length > 0 ? [{ code: 'heading-inferred', form, sheet, sheetName, ...placeIn(options, { row: inferred.row, column }), text: inferred.text.trim(), path: pathOf(key), facts: { field: fieldAt(formOf(form)!, pathOf(key))!.label }, isAdvice: true }] : []);
  return asked.length === 0 ? found : { ...found, problems: [...found.problems, ...asked] };
}
