// A workbook's records from its cells: by labels and headings alone, never by names of sheets or fixed addresses. Hidden
// sheets are left alone. What is not certain is not taken.

import { forms as allForms } from '../../domain/forms/registry.ts';
import type { FormDefinition } from '../../domain/forms/definition.ts';
import type { LearnedWord } from '../../domain/protocol/learned-words.ts';
import type { ReadingContext } from '../../domain/forms/reading/read-value.ts';
import { recogniseCards } from './recognise-card.ts';
import { cardListHeaderAt, readCardList } from './recognise-card-list.ts';
import { taughtForms } from './learned-words.ts';
import { listHeaderAt } from './list-header.ts';
import { knownWords } from './other-heading.ts';
import { readList } from './recognise-list.ts';
import type { FoundList } from './recognise-list.ts';
import { columnsOf, gridOf, textOf, turned } from './grid.ts';
import type { Grid } from './grid.ts';
import type { SheetImage, WorkbookImage } from './image.ts';
import type { BlankCard, Recognition, RecognisedList, RecognisedRecord, SheetProblem, UnknownLayout } from './recognised.ts';
import { unknownLayouts } from './unknown-layouts.ts';

export interface RecogniseOptions {
  readonly forms?: readonly FormDefinition[];
  /** Year of days written without one where the sheet names none; without it such days are problems. */
  readonly year?: number;
  /** What the department has taught about labels that no form knows. */
  readonly learned?: readonly LearnedWord[];
  /** What counts the work may look on. */
  readonly gridOf?: typeof gridOf;
}

export function recogniseWorkbook(image: WorkbookImage, options: RecogniseOptions = {}): Recognition {
  const records: RecognisedRecord[] = [];
  const lists: RecognisedList[] = [];
  const blanks: BlankCard[] = [];
  const problems: SheetProblem[] = [];
  const layouts: UnknownLayout[] = [];
  const unrecognised: string[] = [];
  const visible = image.sheets.filter((sheet) => sheet.visibility === 'visible');
  for (const sheet of visible) {
    const found = recogniseSheet(sheet, options);
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

interface SheetRecognition {
  readonly records: readonly RecognisedRecord[];
  readonly lists: readonly RecognisedList[];
  readonly blanks: readonly BlankCard[];
  readonly problems: readonly SheetProblem[];
  readonly layouts: readonly UnknownLayout[];
}

export function recogniseSheet(sheet: SheetImage, options: RecogniseOptions = {}): SheetRecognition {
  const grid = (options.gridOf ?? gridOf)(sheet);
  const forms = taughtForms(options.forms ?? allForms, options.learned ?? []);
  const context = { year: yearOn(grid) ?? options.year };
  const listForms = forms.filter((form) => form.kind === 'list');
  const cardForms = forms.filter((form) => form.kind === 'card');
  const lists = readLists(grid, listForms, cardForms, context, false);
  const cards = recogniseCards(grid, cardForms, context, lists.claimed);
  const isEmpty = lists.records.length === 0 && lists.lists.length === 0 && cards.records.length === 0 && cards.blanks.length === 0;
  const across = isEmpty ? readLists(turned(grid), listForms, [], context, true) : { records: [], lists: [], problems: [] };
  const found = {
    records: [...lists.records, ...cards.records, ...across.records].sort((a, b) => a.place.row - b.place.row || a.place.column - b.place.column),
    lists: [...lists.lists, ...across.lists],
    blanks: cards.blanks,
    problems: [...lists.problems, ...across.problems],
  };
  return { ...found, layouts: unknownLayouts(grid, forms, { ...found, cards: cards.seen }) };
}

interface Lists {
  readonly records: readonly RecognisedRecord[];
  readonly lists: readonly RecognisedList[];
  readonly problems: readonly SheetProblem[];
  /** Rows that belong to lists. */
  readonly claimed: ReadonlySet<number>;
}

function readLists(grid: Grid, listForms: readonly FormDefinition[], cardForms: readonly FormDefinition[], context: { readonly year?: number }, isTurned: boolean): Lists {
  const records: RecognisedRecord[] = [];
  const lists: RecognisedList[] = [];
  const problems: SheetProblem[] = [];
  const claimed = new Set<number>();
  let free = grid.top;
  for (let row = grid.top; row < grid.bottom; ) {
    const read = (part: Grid): FoundList | null => listAt(part, row, free, listForms, cardForms, { context, isTurned });
    const beside = sideBySide(grid, row).flatMap((part) => read(part) ?? []);
    const whole = beside.length > 1 ? null : read(grid);
    const found = whole ? [whole] : beside.length > 1 ? beside : [];
    if (found.length === 0) {
      row++;
      continue;
    }
    records.push(...found.flatMap((list) => list.records));
    problems.push(...found.flatMap((list) => list.problems));
    // A list that runs across cannot take new records: no region is offered for it.
    if (!isTurned) lists.push(...found.map((list) => list.list));
    const end = Math.max(...found.map((list) => list.end));
    for (let taken = row; taken < end; taken++) claimed.add(taken);
    row = end;
    free = end;
  }
  return { records, lists, problems, claimed };
}

/** Columns of a row that an empty one parts, each down to the next: two lists may share their rows. */
function sideBySide(grid: Grid, row: number): Grid[] {
  if (knownWords(grid, row) < 6) return [];
  const cells = grid.rowCells(row);
  const starts = cells.filter((cell, index) => index === 0 || cells[index - 1]!.column + cells[index - 1]!.columns < cell.column).map((cell) => cell.column);
  return starts.length < 2 ? [] : starts.map((left, index) => columnsOf(grid, index === 0 ? grid.left : left, starts[index + 1] ?? grid.right));
}

function listAt(grid: Grid, row: number, free: number, listForms: readonly FormDefinition[], cardForms: readonly FormDefinition[], options: { readonly context: ReadingContext; readonly isTurned: boolean }): FoundList | null {
  if (knownWords(grid, row) + knownWords(grid, row + 1) < 3) return null;
  const header = listHeaderAt(grid, row, free, listForms);
  if (header) return readList(grid, header, options);
  const cards = cardListHeaderAt(grid, row, free, cardForms);
  return cards ? readCardList(grid, cards, options.context) : null;
}

/** The first year a sheet names. */
function yearOn(grid: Grid): number | undefined {
  for (let row = grid.top; row < grid.bottom; row++) {
    for (const cell of grid.rowCells(row)) {
      if (typeof cell.value !== 'string') continue;
      const match = /(?:^|[^\d-])(20\d\d)\s*[年./-]/.exec(textOf(cell).normalize('NFKC'));
      if (match) return Number(match[1]);
    }
  }
  return undefined;
}
