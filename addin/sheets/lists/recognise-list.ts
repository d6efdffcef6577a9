// Lists: one record a row under a heading row.

import { readValue } from '../../../domain/forms/reading/read-value.ts';
import type { FormDefinition } from '../../../domain/forms/definition.ts';
import { dayColumnsOf } from '../reading/day-columns.ts';
import { newDraft, placeIn } from '../reading/draft.ts';
import type { Draft } from '../reading/draft.ts';
import { textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { belowHeader, repeatsHeading, topOfHeading } from '../reading/header.ts';
import { readAbove } from '../reading/lead-lines.ts';
import type { HeaderColumn } from '../reading/header.ts';
import type { ListHeader } from './list-header.ts';
import { isSection, isSectionLine, startsOtherTable } from '../reading/other-heading.ts';
import type { RecognisedList, RecognisedRecord, SheetProblem, TableRegion } from '../recognised.ts';
import { totalProblems } from './list-total.ts';
import { readRow, rowKind } from '../reading/row-reading.ts';
import { readSecondLine, secondLine } from './second-lines.ts';
import { Sections, sectionFields } from './section-lines.ts';
import { isMonthLine } from '../reading/stated-months.ts';
import type { TimesOfRows } from '../reading/stated-months.ts';
import { tableRegion } from '../reading/table-region.ts';
import { voidProblem, voidRow } from '../reading/void-rows.ts';
import { namesForm, vocabularyOf } from '../reading/vocabulary.ts';

export interface FoundList {
  readonly records: readonly RecognisedRecord[];
  readonly list: RecognisedList;
  readonly problems: readonly SheetProblem[];
  /** First row after the list. */
  readonly end: number;
  /** Rows above the heading that speak of the list. */
  readonly leadRows: readonly number[];
}

export interface ListOptions extends TimesOfRows {
  readonly isTurned: boolean;
  /** A further page: what is summed up at its end stands on those before, too. */
  readonly isFurtherPage?: boolean;
}

export function readList(grid: Grid, heading: ListHeader, options: ListOptions): FoundList {
  let header = heading;
  const records: RecognisedRecord[] = [];
  const problems: SheetProblem[] = [];
  const spareRows: number[] = [];
  const left = Math.min(...header.headers.map((cell) => cell.column));
  const right = Math.max(...header.headers.map((cell) => cell.column + cell.columns));
  let at = belowHeader(header.columns);
  let lastRow = at - 1;
  let blanks = 0;
  let hasTotal = false;
  let hasTotalBetween = false;
  /** Lines over another heading belong to that. */
  let end: number | undefined;
  const sections = new Sections(grid, sectionFields(vocabularyOf(header.form), header.columns.map((column) => column.field)), header.columns, header.above);
  const secondOf = (row: number): ReturnType<typeof secondLine> => (header.second ? secondLine(grid, row + 1, header.second.fields, header.columns) : []);
  for (; at < grid.bottom; at++) {
    if (repeatsHeading(grid, at, header.columns)) {
      at += belowHeader(header.columns) - topOfHeading(header.columns) - 1;
      continue;
    }
    if (sections.take(grid, at, options.contextAt(at))) {
      header = { ...heading, above: [...heading.above, ...sections.values] };
      continue;
    }
    const kind = rowKind(grid, at, header.columns, left, right);
    if (partsRepeatedHeader(grid, at, header)) continue;
    const isOther = startsOtherTable(grid, at);
    if (kind === 'other' && !isOther && isMonthLine(grid, at)) continue;
    if (kind === 'other' || kind === 'total' || isOther) {
      const next = isOther ? undefined : nextSoundRow(grid, at + 1, header, options, { left, right });
      if (next === undefined) {
        if (isOther) end = lastRow + 1;
        hasTotal = kind === 'total';
        if (hasTotal && !hasTotalBetween && !options.isFurtherPage) problems.push(...totalProblems(grid, at, { form: header.form, records, taken: problems.flatMap(({ taken }) => taken ?? []) }, amountColumns(header.columns)));
        at += hasTotal ? 1 : 0;
        break;
      }
      hasTotalBetween ||= kind === 'total';
      at = sections.firstBetween(grid, at + 1, next, options.contextAt(at)) - 1;
      continue;
    }
    if (kind === 'subtotal' || isSectionLine(grid, at)) continue;
    const draft = rowDraft(grid, at, header.form, options);
    readAbove(draft, header.above);
    if (kind === 'content' && readRow(draft, at, header.columns, (column) => column.field.key)) {
      const gone = voidRow(grid, at, left, right);
      if (gone) {
        problems.push(voidProblem(draft, gone, header.form.id, recordOf(header, draft, { row: at, rows: 1 }, left, right)));
        lastRow = at;
        if (secondOf(at).length > 0) at++;
        continue;
      }
      if (isLine(draft, header)) continue;
      if (blanks > 0 && isStray(draft, header) && nextSoundRow(grid, at + 1, header, options, { left, right }, rowsLookedAhead.begun) === undefined) break;
      blanks = 0;
      const second = secondOf(at);
      readSecondLine(draft, second, (field) => field.key);
      const rows = second.length > 0 ? 2 : 1;
      records.push(recordOf(header, draft, { row: at, rows }, left, right));
      at += rows - 1;
      lastRow = at;
    } else {
      blanks++;
      spareRows.push(at);
    }
  }
  const takesRows = !sections.isParted && !header.second && !header.columns.some((column) => dayColumnsOf(column.header));
  const region = regionOf(grid, header, takesRows ? spareRows : [], lastRow, takesRows && at >= grid.bottom && !hasTotal);
  const list: RecognisedList = { form: header.form.id, sheet: grid.sheet.id, sheetName: grid.sheet.name, place: { row: region.headerRow, column: left }, region, above: aboveTexts(heading.above) };
  return { records, list, problems, end: Math.max(end ?? at, belowHeader(header.columns)), leadRows: leadRowsOf(heading.title, heading.above) };
}

/** A row's own draft: what holds for its days is what stands nearest above it. */
export function rowDraft(grid: Grid, row: number, form: FormDefinition, { contextAt, monthAt, isTurned }: ListOptions): Draft {
  const month = form.day === undefined ? undefined : monthAt(row);
  const draft = newDraft(grid, contextAt(row), isTurned);
  return month === undefined ? draft : { ...draft, month: { path: form.day!, month } };
}

/** Rows that a torn write left half-filled, or that somebody began, hide no list; other lines end one sooner. */
const rowsLookedAhead = { otherwise: 4, begun: 12 };

/** Totals of months and remarks stand between rows too: a row below that fills most of what it must goes on. */
function nextSoundRow(grid: Grid, from: number, header: ListHeader, options: ListOptions, span: { readonly left: number; readonly right: number }, ahead = rowsLookedAhead.otherwise): number | undefined {
  for (let row = from; row < Math.min(from + ahead, grid.bottom); row++) {
    if (repeatsHeading(grid, row, header.columns)) continue;
    if (startsOtherTable(grid, row)) return undefined;
    if (rowKind(grid, row, header.columns, span.left, span.right) !== 'content') continue;
    const draft = rowDraft(grid, row, header.form, options);
    readAbove(draft, header.above);
    readRow(draft, row, header.columns, (column) => column.field.key);
    const filled = header.columns.filter((column) => column.field.required && draft.fields[column.field.key] !== undefined);
    const isTyped = filled.some((column) => !['text', 'customer', 'member'].includes(column.field.type.kind));
    const needed = header.form.fields.filter((field) => field.required && !header.above.some((said) => said.field === field)).length;
    if ((filled.length * 2 > needed && isTyped) || (filled.length === needed && draft.problems.length === 0)) return row;
  }
  return undefined;
}

export function amountColumns(columns: readonly HeaderColumn[]): { readonly column: number; readonly unit?: HeaderColumn['unit'] }[] {
  return columns.flatMap(({ field, header, unit }) => (field.type.kind === 'money' ? [{ column: header.column, ...(unit ? { unit } : {}) }] : []));
}

export function leadRowsOf(title: GridCell | undefined, above: ListHeader['above']): number[] {
  return [...(title ? [title.row] : []), ...above.map(({ cell }) => cell.row)];
}

/** One lonely text that its column cannot mean, or a lonely remark, is a line between the rows (`一月`). */
function isLine(draft: Draft, header: ListHeader): boolean {
  const own = header.columns.filter((column) => draft.fields[column.field.key] !== undefined);
  if (own.length === 0) return draft.problems.length === 1;
  // A running number is printed where somebody may write.
  if (own.length === 1 && draft.problems.length === 0 && /^\d{1,3}$/.test(String(draft.cells[own[0]!.field.key]!.value).trim())) return true;
  return own.length === 1 && draft.problems.length === 0 && own[0]!.field.type.kind === 'text' && !own[0]!.field.required && !header.form.naturalKey.includes(own[0]!.field.key);
}

/** `二月` over the same headings once more: the list goes on, where the line says nothing that holds for its rows. */
function partsRepeatedHeader(grid: Grid, row: number, header: ListHeader): boolean {
  const cells = grid.rowCells(row);
  if (cells.length !== 1 || !(header.above.every(({ isTitle }) => isTitle) || isSection(textOf(cells[0]!))) || namesForm(vocabularyOf(header.form), textOf(cells[0]!))) return false;
  return repeatsHeading(grid, row + cells[0]!.rows, header.columns);
}

/** After blank rows, one lonely cell is a remark beneath the list, not a record; between its rows it is one that somebody begins. */
function isStray(draft: Draft, header: ListHeader): boolean {
  const own = header.columns.filter((column) => draft.fields[column.field.key] !== undefined);
  return own.length < 2;
}

export function aboveTexts(above: ListHeader['above']): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const value of above) {
    const reading = readValue(value.field.type, value.rest === '' ? value.cell : { value: value.rest, text: value.rest, format: '@' });
    if (reading.kind === 'value') texts[value.field.key] = String(reading.value);
  }
  return texts;
}

function recordOf(header: ListHeader, draft: Draft, { row, rows }: { readonly row: number; readonly rows: number }, left: number, right: number): RecognisedRecord {
  const place = placeIn(draft, { row, column: left });
  const size = right - left;
  return {
    form: header.form.id,
    sheet: draft.grid.sheet.id,
    sheetName: draft.grid.sheet.name,
    place,
    range: draft.isTurned ? { ...place, rows: size, columns: 1 } : { ...place, rows, columns: size },
    fields: draft.fields,
    cells: draft.cells,
    rowPlaces: {},
    uncertain: draft.uncertain,
    problems: draft.problems,
    tables: {},
  };
}

function regionOf(grid: Grid, header: ListHeader, spareRows: readonly number[], lastRow: number, isOpenEnded: boolean): TableRegion {
  const rows = { headerRow: topOfHeading(header.columns), spareRows: spareRows.filter((row) => row > lastRow), lastRow: Math.max(lastRow, spareRows[spareRows.length - 1] ?? lastRow) };
  return tableRegion(grid, header.columns, { ...rows, isOpenEnded });
}
