// A card form kept as a list: its fields and those of one table as columns. Where the columns are a table's, lines with the
// same natural key are one record (a visit list: one report a reporter and day); else every line is a record.

import { isRows } from '../../../domain/forms/fields.ts';
import { acrossColumns } from '../reading/across.ts';
import type { CardListHeader } from './card-list-header.ts';
import { groupKey, readLine, saidAbove } from './card-list-lines.ts';
import type { Group, Reading } from './card-list-lines.ts';
import { dayColumnsOf } from '../reading/day-columns.ts';
import { keepTaken, newDraft, placeIn } from '../reading/draft.ts';
import type { Grid } from '../cells/grid.ts';
import { belowHeader, repeatsHeading, topOfHeading } from '../reading/header.ts';
import type { HeaderColumn } from '../reading/header.ts';
import { labelKey, unitOf } from '../reading/label-text.ts';
import { readAbove } from '../reading/lead-lines.ts';
import type { Place } from '../ledger-entry.ts';
import { isSectionLine, startsOtherTable } from '../reading/other-heading.ts';
import { lineProblems, totalProblems } from './list-total.ts';
import type { Summed } from './list-total.ts';
import { aboveTexts, amountColumns, leadRowsOf, rowDraft } from './recognise-list.ts';
import type { FoundList, ListOptions } from './recognise-list.ts';
import type { RecognisedRecord, SheetProblem, TableRegion } from '../recognised.ts';
import { readRow, rowKind } from '../reading/row-reading.ts';
import { Sections, sectionFields } from './section-lines.ts';
import { isMonthLine } from '../reading/stated-months.ts';
import { tableRegion } from '../reading/table-region.ts';
import { vocabularyOf } from '../reading/vocabulary.ts';
import { unstruck, voidProblem, voidRow } from '../reading/void-rows.ts';
import type { VoidRow } from '../reading/void-rows.ts';

export function readCardList(grid: Grid, header: CardListHeader, options: ListOptions): FoundList {
  const left = Math.min(...header.headers.map((cell) => cell.column));
  const right = Math.max(...header.headers.map((cell) => cell.column + cell.columns));
  const columns = allColumns(header);
  const first = Math.max(belowHeader(columns), ...header.across.map((across) => across.header.below));
  const reading: Reading = { grid, header, options, left, right, groups: new Map(), sections: new Sections(grid, sectionFields(vocabularyOf(header.form), columns.map((column) => column.field), header.table), columns, header.above) };
  const voided: VoidLine[] = [];
  const spareRows: number[] = [];
  /** Lines over another heading belong to that. */
  let givesWay = false;
  let hasTotalBetween = false;
  let total: number | undefined;
  let row = first;
  for (; row < grid.bottom; row++) {
    if (repeatsHeading(grid, row, columns)) {
      row += first - topOfHeading(columns) - 1;
      continue;
    }
    if (reading.sections.take(grid, row, options.contextAt(row))) continue;
    const kind = rowKind(grid, row, columns, left, right);
    const isOther = startsOtherTable(grid, row);
    if (kind === 'other' && !isOther && isMonthLine(grid, row)) continue;
    if (kind === 'other' || kind === 'total' || isOther) {
      const next = isOther ? undefined : nextLine(reading, row + 1);
      givesWay = isOther;
      if (next === undefined) {
        if (kind === 'total' && !hasTotalBetween && !options.isFurtherPage) total = row;
        break;
      }
      hasTotalBetween ||= kind === 'total';
      row = reading.sections.firstBetween(grid, row + 1, next, options.contextAt(row)) - 1;
      continue;
    }
    if (kind === 'blank') spareRows.push(row);
    if (kind === 'blank' || kind === 'subtotal' || isSectionLine(grid, row)) continue;
    const gone = voidRow(grid, row, left, right);
    if (gone) voided.push({ row, gone, ...lineAsItWas(reading, row) });
    else row += readLine(reading, row) - 1;
  }
  const lastLine = Math.max(first - 1, ...[...reading.groups.values()].map((group) => group.lastRow));
  const takesRows = !reading.sections.isParted && !header.second && !columns.some((column) => dayColumnsOf(column.header));
  const rows = { headerRow: first - 1, spareRows: takesRows ? spareRows.filter((spare) => spare > lastLine) : [], lastRow: row - 1, isOpenEnded: takesRows && row >= grid.bottom };
  const region = tableRegion(grid, header.columns, rows, header.scalars);
  // What was taken back is kept beside the rows that stand, before these are a record.
  const problems = voided.map((line) => voidedLine(reading, line, region));
  const records = [...reading.groups.values()].map((group) => recordOf(reading, group, region));
  const taken = voided.flatMap(({ group }) => (group ? [recordOf(reading, group, region)] : []));
  problems.push(...sumProblems(reading, { form: header.form, records, taken }, total));
  const list = { form: header.form.id, sheet: grid.sheet.id, sheetName: grid.sheet.name, place: { row: first - 1, column: left }, region, above: aboveTexts(header.above), ...(header.table ? { table: header.table.key } : {}) };
  return { records, list, problems, end: Math.max(givesWay ? lastLine + 1 : row, first), leadRows: leadRowsOf(header.title, header.above) };
}

/** The total under the columns, and those at the ends of the lines. */
function sumProblems({ grid, header }: Reading, summed: Summed, total: number | undefined): SheetProblem[] {
  const across = header.across.filter(({ table, column }) => column === undefined && acrossColumns(table)?.cell.type.kind === 'money');
  const columns = [...amountColumns(allColumns(header)), ...across.map((one) => ({ column: one.header.column, unit: unitOf(one.header.text) }))];
  const sumColumn = across.length > 1 ? header.headers.find((cell) => isSumHeading(cell.text) && !columns.some(({ column }) => column === cell.column)) : undefined;
  const lines = sumColumn ? [...new Set(summed.records.flatMap((record) => Object.values(record.cells).map((cell) => cell.row)))] : [];
  const ofLines = new Set(across.map((one) => one.header.column));
  return [
    ...(total === undefined ? [] : totalProblems(grid, total, summed, columns)),
    ...lines.flatMap((line) => lineProblems(grid, grid.at(line, sumColumn!.column), summed, ofLines, unitOf(sumColumn!.text))),
  ];
}

function isSumHeading(text: string): boolean {
  return /^(费用|金额)?(合计|总计|小计|总额)(金额|费用)?$/.test(labelKey(text.replace(/[(（][^)）]*[)）]/g, '')));
}

function allColumns({ scalars, columns, sides }: CardListHeader): readonly HeaderColumn[] {
  return [...scalars, ...columns, ...sides.flatMap((side) => side.columns)];
}

interface VoidLine {
  readonly row: number;
  readonly gone: VoidRow;
  /** Of the record that the line was a line of. */
  readonly key: string;
  /** The line by itself; none where it said nothing. */
  readonly group?: Group;
}

/** A line that somebody took back, read as if nobody had. */
function lineAsItWas(reading: Reading, row: number): Pick<VoidLine, 'key' | 'group'> {
  const { header, options } = reading;
  const grid = unstruck(reading.grid);
  const own = rowDraft(grid, row, header.form, options);
  readAbove(own, saidAbove(reading));
  readRow(own, row, header.scalars, (column) => column.field.key);
  const groups = new Map<string, Group>();
  readLine({ ...reading, grid, groups }, row);
  const [group] = groups.values();
  return { key: groupKey({ ...reading, grid }, own, row), ...(group ? { group } : {}) };
}

/** Of a record whose other lines stand, a row that still stands there; else the record itself does. */
function voidedLine(reading: Reading, { row, gone, key, group }: VoidLine, region: TableRegion): SheetProblem {
  const { header } = reading;
  const record = reading.groups.get(key);
  const rows = header.table && group ? group.draft.fields[header.table.key] : undefined;
  if (record && isRows(rows)) {
    for (const content of Object.values(rows)) {
      const name = `${header.table!.key}/void-${row}`;
      record.draft.rowPlaces[name] = placeIn(record.draft, gone.cell);
      keepTaken(record.draft, name, { ...content, order: rowsBefore(record, header.table!.key, placeIn(record.draft, { row, column: 0 })) - 0.5 });
    }
  }
  const draft = newDraft(reading.grid, reading.options.contextAt(row), reading.options.isTurned);
  return voidProblem(draft, gone, header.form.id, record || !group ? undefined : recordOf(reading, group, region));
}

function rowsBefore({ draft }: Group, table: string, place: Place): number {
  const along = draft.isTurned ? 'column' : 'row';
  const rows = draft.fields[table];
  return isRows(rows) ? Object.keys(rows).filter((rowId) => draft.rowPlaces[`${table}/${rowId}`]![along] < place[along]).length : 0;
}

const rowsLookedAhead = 4;

/** Totals stand between lines too: a line below with its natural key and a row of its own goes on. */
function nextLine(reading: Reading, from: number): number | undefined {
  const { grid, header, left, right } = reading;
  for (let row = from; row < Math.min(from + rowsLookedAhead, grid.bottom); row++) {
    if (repeatsHeading(grid, row, allColumns(header))) return row;
    if (startsOtherTable(grid, row)) return undefined;
    if (rowKind(grid, row, allColumns(header), left, right) !== 'content') continue;
    const groups = new Map<string, Group>();
    readLine({ ...reading, groups }, row);
    const [key, group] = [...groups][0] ?? [];
    if (key !== undefined && !key.startsWith('row ') && isMostlyRead(group!)) return row;
  }
  return undefined;
}

/** What one cell means may be in doubt; where most do not fit, the row is another table's. */
function isMostlyRead({ draft }: Group): boolean {
  return draft.problems.length * 3 < Object.values(draft.cells).filter((cell) => cell.value !== '').length;
}

function recordOf({ grid, header, left, right, options }: Reading, group: Group, region: TableRegion): RecognisedRecord {
  const { draft } = group;
  const place = placeIn(draft, { row: group.firstRow, column: left });
  const [lines, size] = [group.lastRow - group.firstRow + 1, right - left];
  return {
    form: header.form.id,
    sheet: grid.sheet.id,
    sheetName: grid.sheet.name,
    place,
    range: options.isTurned ? { ...place, rows: size, columns: lines } : { ...place, rows: lines, columns: size },
    fields: draft.fields,
    cells: draft.cells,
    rowPlaces: draft.rowPlaces,
    ...(Object.keys(draft.takenRows).length > 0 ? { takenRows: draft.takenRows } : {}),
    uncertain: draft.uncertain,
    problems: draft.problems,
    tables: header.table && !options.isTurned ? { [header.table.key]: region } : {},
  };
}
