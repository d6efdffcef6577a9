// The lines of a card form kept as a list, gathered into records: which record a line is of, its row, its amounts, and what
// it says of the record itself. Knows neither where the list ends nor what its headings mean.

import { readPath, sameValue } from '../../../domain/forms/fields.ts';
import type { Field, FormDefinition, Table, Value } from '../../../domain/forms/definition.ts';
import { naturalKeyOf } from '../../../domain/protocol/natural-key.ts';
import type { CardListHeader } from './card-list-header.ts';
import { dropEmptyTable, dropRow, placeIn, putValue, readAcrossCell, readField, setOrder } from '../reading/draft.ts';
import type { Draft } from '../reading/draft.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import type { HeaderColumn } from '../reading/header.ts';
import { labelKeys, unitOf } from '../reading/label-text.ts';
import { readAbove } from '../reading/lead-lines.ts';
import type { AboveValue } from '../reading/lead-lines.ts';
import type { Place } from '../ledger-entry.ts';
import { rowDraft } from './recognise-list.ts';
import type { ListOptions } from './recognise-list.ts';
import type { HeldCell, RecognisedCell } from '../recognised.ts';
import { readRow } from '../reading/row-reading.ts';
import { readSecondLine, secondLine } from './second-lines.ts';
import type { Sections } from './section-lines.ts';
import { readSigned } from '../cards/read-signing.ts';
import { rowIdAt } from './side-tables.ts';
import type { SideTable } from './side-tables.ts';
import { vocabularyOf, wordsOf } from '../reading/vocabulary.ts';

export interface Group {
  readonly draft: Draft;
  readonly firstRow: number;
  lastRow: number;
  rows: number;
  across: number;
  /** Rows of other tables so far. */
  readonly sides: Map<Table, number>;
}

export interface Reading {
  readonly grid: Grid;
  readonly header: CardListHeader;
  readonly options: ListOptions;
  readonly left: number;
  readonly right: number;
  readonly groups: Map<string, Group>;
  /** What lines between the rows say of those under them. */
  readonly sections: Sections;
}

/** Of how many lines it was. */
export function readLine(reading: Reading, row: number): number {
  const { grid, header, options, groups } = reading;
  const own = rowDraft(grid, row, header.form, options);
  readAbove(own, saidAbove(reading));
  const hasScalars = readRow(own, row, header.scalars, (column) => column.field.key);
  const second = header.second ? secondLine(grid, row + 1, header.second.fields, [...header.scalars, ...header.columns]) : [];
  readSecondLine(own, second.filter(({ field }) => header.form.fields.includes(field)), (field) => field.key);
  const rows = second.length > 0 ? 2 : 1;
  const key = groupKey(reading, own, row);
  const known = groups.get(key);
  const day = own.fields[header.form.day ?? ''];
  const year = typeof day === 'string' ? { year: Number(day.slice(0, 4)) } : {};
  const group = known ?? { draft: { ...own, context: { ...own.context, ...year } }, firstRow: row, lastRow: row, rows: 0, across: 0, sides: new Map() };
  const rowId = header.table && readTableRow(header.table, reading, group, row);
  if (rowId !== undefined) readSecondLine(group.draft, second.filter(({ field }) => !header.form.fields.includes(field)), (field) => `${header.table!.key}/${rowId}/${field.key}`);
  const hasAcross = readAcross(header, group, row);
  const hasSides = header.sides.filter((side) => readSide(side, group, row)).length > 0;
  if (rowId === undefined && !hasAcross && !hasSides && (known !== undefined || !hasScalars)) return rows;
  if (!known && isLine(header, group.draft)) return rows;
  if (known) mergeScalars(known.draft, own, header.form);
  group.lastRow = row + rows - 1;
  groups.set(key, group);
  return rows;
}

/** Lines of one record: by the natural key where lines are rows of a table, or by key cells merged down over them. */
export function groupKey({ header, groups, grid }: Reading, own: Draft, row: number): string {
  const { form, table } = header;
  const keyColumns = header.scalars.filter((column) => form.naturalKey.includes(column.field.key));
  const cells = keyColumns.map((column) => grid.at(row, column.header.column));
  // Beside a key cell merged down, one left empty says nothing else.
  const isMergedDown = cells.some((cell) => cell.row < row) && cells.every((cell) => cell.row < row || isEmptyCell(cell));
  // Two key cells left empty together say that the lines above go on; one is a value that is missing.
  const isLeftEmpty = keyColumns.length > 1 && table !== undefined && cells.every(isEmptyCell) && groups.size > 0 && saysOfItsOwn(grid, row, header.columns) > 1;
  // Nothing of the record itself, and a row more of another table.
  const isOfSides = groups.size > 0 && header.sides.length > 0 && saysOfItsOwn(grid, row, header.scalars) === 0 && saysOfItsOwn(grid, row, header.sides.flatMap((side) => side.columns)) > 1;
  if (isMergedDown || isLeftEmpty || isOfSides) return [...groups.keys()].pop() ?? `row ${row}`;
  const isByTable = form.naturalKey.some((key) => form.tables?.some((other) => other.key === key));
  if (!table || isByTable) return `line ${row}`;
  return naturalKeyOf(form, own.fields, {}) ?? `row ${row}`;
}

function saysOfItsOwn(grid: Grid, row: number, columns: readonly HeaderColumn[]): number {
  return columns.filter((column) => (column.options ?? [{ column: column.header.column }]).some((place) => !isEmptyCell(grid.at(row, place.column)) && grid.at(row, place.column).row === row)).length;
}

/** A lonely text that its column cannot mean, or a lonely remark, is a line between the rows or beneath them. */
function isLine({ form, scalars, columns, table }: CardListHeader, draft: Draft): boolean {
  const own = [...scalars.map((column) => ({ column, path: column.field.key })), ...columns.map((column) => ({ column, path: `${table!.key}/row-0/${column.field.key}` }))].filter(({ path }) => readPath(draft.fields, path) !== undefined);
  if (own.length === 0) return draft.problems.length === 1 && Object.values(draft.rowPlaces).length < 2;
  const [{ column }] = own as [(typeof own)[0]];
  return own.length === 1 && draft.problems.length === 0 && column.field.type.kind === 'text' && !column.field.required && !form.naturalKey.includes(column.field.key);
}

/** Of the record itself: what stands above the heading, and in lines between the rows. */
export function saidAbove({ header, sections }: Reading): readonly AboveValue[] {
  return sections.isParted ? [...header.above, ...sections.values.filter(({ field }) => !header.table?.columns.includes(field))] : header.above;
}

function readTableRow(table: Table, { header, sections }: Reading, group: Group, row: number): string | undefined {
  const rowId = rowIdOf(table, header, group, row);
  const name = `${table.key}/${rowId}`;
  // What is merged down from the line before is that line's.
  if (!readRow(group.draft, row, header.columns, (column) => `${name}/${column.field.key}`)) {
    dropRow(group.draft, table, rowId);
    dropEmptyTable(group.draft, table);
    return undefined;
  }
  for (const { field, cell, rest, isUncertain } of sections.values) {
    if (!table.columns.includes(field)) continue;
    if (readField(group.draft, `${name}/${field.key}`, field, cell, { kind: 'fixed' }, rest === '' ? undefined : rest) && isUncertain) group.draft.uncertain.push(`${name}/${field.key}`);
  }
  group.draft.rowPlaces[name] = placeIn(group.draft, { row, column: header.columns[0]!.header.column });
  setOrder(group.draft, name, group.rows);
  group.rows++;
  return rowId;
}

/** One row more of another table of the record, where the line says one. */
function readSide({ table, columns }: SideTable, group: Group, row: number): boolean {
  let taken = group.sides.get(table) ?? 0;
  while (group.draft.rowPlaces[`${table.key}/${rowIdAt(table, taken)}`] !== undefined) taken++;
  const rowId = rowIdAt(table, taken);
  const name = `${table.key}/${rowId}`;
  // What is merged down from the line before is that line's.
  if (!readRow(group.draft, row, columns, (column) => `${name}/${column.field.key}`)) {
    dropRow(group.draft, table, rowId);
    dropEmptyTable(group.draft, table);
    return false;
  }
  group.draft.rowPlaces[name] = placeIn(group.draft, { row, column: columns[0]!.header.column });
  setOrder(group.draft, name, taken);
  group.sides.set(table, taken + 1);
  return true;
}

/** A row that names one of the rows which paper prints is that row, once. */
function rowIdOf(table: Table, header: CardListHeader, group: Group, row: number): string {
  const label = header.columns.find((column) => column.field.key === table.rowLabel);
  const printed = label ? wordsOf(vocabularyOf(header.form).fixedRows, labelKeys(textOf(group.draft.grid.at(row, label.header.column)))).find((word) => word.table === table)?.row.key : undefined;
  return printed && group.draft.rowPlaces[`${table.key}/${printed}`] === undefined ? printed : `row-${group.rows}`;
}

function readAcross(header: CardListHeader, group: Group, row: number): boolean {
  let hasOwn = false;
  let read: string | undefined;
  for (const { header: heading, rowId, column, ...across } of header.across) {
    const cell = group.draft.grid.at(row, heading.column);
    if (column) {
      // Of the post that the heading names, or of the costs in the cell before it.
      const of = rowId ?? read;
      if (cell.row === row && of !== undefined && group.draft.rowPlaces[`${across.table.key}/${of}`]) readField(group.draft, `${across.table.key}/${of}/${column.key}`, column, cell);
      continue;
    }
    read = undefined;
    if (rowId !== undefined && across.table.isSigned && saysMoreThanName(cell) && cell.row === row && group.draft.rowPlaces[`${across.table.key}/${rowId}`] === undefined) {
      readSigned(group.draft, [{ table: across.table, rowId, post: heading.cell, cells: [{ cell, from: 0 }], labels: [] }]);
      group.draft.rowPlaces[`${across.table.key}/${rowId}`] = placeIn(group.draft, cell);
      hasOwn = true;
      continue;
    }
    const taken = rowId !== undefined && group.draft.rowPlaces[`${across.table.key}/${rowId}`] !== undefined;
    if (isEmptyCell(cell) || isNothingSpent(cell) || cell.row !== row || taken || !readAcrossCell(group.draft, across, { heading: heading.cell, cell, rowId: rowId ?? `row-${group.across}`, order: group.across, unit: unitOf(heading.text) })) continue;
    read = rowId ?? `row-${group.across}`;
    group.across++;
    hasOwn = true;
  }
  return hasOwn;
}

/** `同意　令狐长　7.22` under a post. */
function saysMoreThanName(cell: GridCell): boolean {
  return typeof cell.value === 'string' && /[\n\d]|同意|批准|已阅|准予|通过|核准/.test(cell.value.trim());
}

/** 0 fills a column of amounts where nothing was spent, also shown as a dash. */
function isNothingSpent(cell: GridCell): boolean {
  return cell.value === 0;
}

/** A later line of the same record says the same again, adds names, or fields that the first line left empty. */
function mergeScalars(draft: Draft, own: Draft, form: FormDefinition): void {
  for (const field of form.fields) {
    const value = own.fields[field.key] as Value | undefined;
    const before = draft.fields[field.key] as Value | undefined;
    // A key that no line says yet is that of one record only where all its lines come to say it.
    if (value === undefined && before === undefined && form.naturalKey.includes(field.key) && own.cells[field.key]) addRepeat(draft, own, field);
    if (value === undefined) continue;
    if (before === undefined) take(draft, own, field, value);
    else if (field.type.kind === 'names') addNames(draft, own, field);
    else if (sameValue(before, value)) addRepeat(draft, own, field);
  }
}

function addRepeat(draft: Draft, own: Draft, field: Field): void {
  const [first, again] = [draft.cells[field.key]!, own.cells[field.key]!];
  if (again.writing.kind === 'fixed' || again.formula) return;
  draft.cells[field.key] = { ...first, repeats: [...(first.repeats ?? []), again] };
}

function addNames(draft: Draft, own: Draft, field: Field): void {
  const [cell, again] = [draft.cells[field.key]!, own.cells[field.key]!];
  if (again.writing.kind === 'fixed') return;
  const before = draft.fields[field.key] as readonly string[];
  const added = (own.fields[field.key] as readonly string[]).filter((entry) => !before.includes(entry));
  const place = ({ row, column }: Place): Place => ({ row, column });
  putValue(draft, field.key, [...before, ...added]);
  draft.cells[field.key] = {
    ...cell,
    entries: [...(cell.entries ?? before.map(() => place(cell))), ...added.map(() => place(again))],
    writing: { kind: 'name-cells', cells: [...(cell.writing.kind === 'name-cells' ? cell.writing.cells : [held(cell)]), held(again)], isOneEach: false },
  };
}

function held({ row, column, value, marks }: RecognisedCell): HeldCell {
  return { row, column, value, ...(marks ? { marks } : {}) };
}

function take(draft: Draft, own: Draft, field: Field, value: Value): void {
  putValue(draft, field.key, value);
  draft.cells[field.key] = own.cells[field.key]!;
}
