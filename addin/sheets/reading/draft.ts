// A record while it is being read: values, cells, problems and uncertain paths collect here.

import { isRows } from '../../../domain/forms/fields.ts';
import { tickedWords } from '../../../domain/forms/reading/choices.ts';
import { read, unreadable } from '../../../domain/forms/reading/typed.ts';
import { readValue } from '../../../domain/forms/reading/read-value.ts';
import type { Reading, ReadingContext, TypedCell } from '../../../domain/forms/reading/read-value.ts';
import type { Field, FieldProblem, Fields, Path, Row, Table, Value } from '../../../domain/forms/definition.ts';
import { synonymsOf } from '../../../domain/forms/synonyms.ts';
import { acrossColumns } from './across.ts';
import type { AcrossHeading } from './across.ts';
import { isCyclic } from '../cells/cyclic-formulas.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { labelKey } from './label-text.ts';
import type { Place } from '../ledger-entry.ts';
import { spelledOut } from './printed-codes.ts';
import type { HeldCell, RecognisedCell, TableRegion, Writing } from '../recognised.ts';

export interface Draft {
  readonly grid: Grid;
  readonly context: ReadingContext;
  /** The month of days at one path that are written without one. */
  readonly month?: { readonly path: Path; readonly month: number };
  /** The grid is turned: places are written back the right way round. */
  readonly isTurned: boolean;
  /** Grows while the record is read. */
  readonly fields: Fields;
  readonly cells: Record<Path, RecognisedCell>;
  readonly uncertain: Path[];
  readonly problems: FieldProblem[];
  readonly advice: FieldProblem[];
  readonly rowPlaces: Record<string, Place>;
  /** Rows that somebody took back without deleting them, as they were. */
  readonly takenRows: Fields;
  readonly tables: Record<string, TableRegion>;
}

export function newDraft(grid: Grid, context: ReadingContext, isTurned = false): Draft {
  return { grid, context, isTurned, fields: {}, cells: {}, uncertain: [], problems: [], advice: [], rowPlaces: {}, takenRows: {}, tables: {} };
}

export function placeIn(draft: Pick<Draft, 'isTurned'>, place: Place): Place {
  return draft.isTurned ? { row: place.column, column: place.row } : { row: place.row, column: place.column };
}

/** A cell over which, among others, a value lies. */
export function heldCell(draft: Draft, cell: GridCell): HeldCell {
  return { ...placeIn(draft, cell), value: cell.value, ...(cell.marks ? { marks: cell.marks } : {}) };
}

/** Reads a field from a cell, or from a part of its text. True where the field has a value. */
export function readField(draft: Draft, path: Path, field: Field, cell: GridCell, writing?: Writing, part?: string, unit?: ReadingContext['unit']): boolean {
  const typed = part === undefined ? cell : { value: part, text: part, format: '@' };
  const answer = field.type.kind === 'boolean' && typeof typed.value === 'string' ? ownAnswer(field, typed.value) : undefined;
  return settle(draft, path, answer === undefined ? readTyped(draft, path, field, typed, unit) : read(answer), cell, writing ?? writingOf(field, cell), unit);
}

/** What a cell means by itself, else by what the sheet says of its numbers. */
function readTyped(draft: Draft, path: Path, { type }: Field, typed: TypedCell, unit: ReadingContext['unit']): Reading {
  const context = { ...draft.context, unit, ...(draft.month?.path === path ? { month: draft.month.month } : {}) };
  const reading = readValue(type, typed, context);
  if (reading.kind !== 'problem' || reading.code !== 'unknown-choice' || (type.kind !== 'choice' && type.kind !== 'choices')) return reading;
  const words = spelledOut(draft.grid, String(typed.value), type.options);
  return words === undefined ? reading : readValue(type, { ...typed, value: words, text: words }, context);
}

/** 招标 and 不招标 beside 是否招标: the label's own words, and what is added behind them. */
function ownAnswer(field: Field, text: string): boolean | undefined {
  const [said, added = ''] = text.split(/[,，;；。](.+)/s);
  const bare = labelKey(said!);
  // 不公开招标，邀请招标; 不招标，待定: what is added takes it back.
  if (added !== '' && (added.includes(bare.slice(-2)) || /待定|未定|不确定|可能|再议|待确认/.test(added))) return undefined;
  const names = [field.label, ...synonymsOf(field)].map(labelKey);
  const denied = /^(?:不需要|不需|无需|不用|没有|不|无|未)(.{2,})$/.exec(bare)?.[1];
  if (denied !== undefined && names.some((name) => name.includes(denied))) return false;
  return bare.length > 1 && !/^(是否|有无)/.test(bare) && names.some((name) => name.endsWith(bare)) ? true : undefined;
}

export function settle(draft: Draft, path: Path, found: Reading, cell: GridCell, writing: Writing, unit?: ReadingContext['unit']): boolean {
  const reading = found.kind === 'empty' ? found : withdrawn(draft, cell) ?? found;
  draft.cells[path] = {
    sheet: draft.grid.sheet.id,
    ...placeIn(draft, cell),
    format: cell.format,
    // No cell ticks a box that is drawn over it.
    writing: cell.marks?.isDrawnOver ? { kind: 'fixed' } : writing,
    value: cell.value,
    formula: cell.formula !== '',
    ...(cell.marks ? { marks: cell.marks } : {}),
    ...(unit ? { unit } : {}),
  };
  if (reading.kind === 'problem') draft.problems.push({ code: reading.code, path, text: reading.text });
  if (reading.kind !== 'value') return false;
  putValue(draft, path, reading.value);
  if (reading.uncertain) draft.uncertain.push(path);
  return true;
}

/** What somebody struck out, or what a formula takes from itself, holds for nothing: it is shown, and nothing is taken for it. */
function withdrawn(draft: Draft, cell: GridCell): Reading | undefined {
  if (cell.marks?.isStruck) return unreadable('struck-out', cell);
  return cell.formula !== '' && isCyclic(draft.grid.sheet, placeIn(draft, cell)) ? unreadable('cell-cyclic', cell) : undefined;
}

type Growing = Record<string, Value | Record<string, Record<string, Value>>>;

/** In place: a table of thousands of rows is not copied for each of its values. */
export function putValue(draft: Draft, path: Path, value: Value): void {
  const [key, rowId, column] = path.split('/');
  const fields = draft.fields as Growing;
  if (rowId === undefined) {
    fields[key!] = value;
    return;
  }
  const rows = (fields[key!] ??= {}) as Record<string, Record<string, Value>>;
  (rows[rowId] ??= {})[column!] = value;
}

/** A row without content of its own leaves nothing behind, also no value merged down from the row above. */
export function dropRow(draft: Draft, table: Table, rowId: string): void {
  for (const column of table.columns) delete draft.cells[`${table.key}/${rowId}/${column.key}`];
  // What was just read of it stands last.
  const begin = `${table.key}/${rowId}/`;
  while (draft.problems[draft.problems.length - 1]?.path.startsWith(begin)) draft.problems.pop();
  while (draft.uncertain[draft.uncertain.length - 1]?.startsWith(begin)) draft.uncertain.pop();
  const fields = draft.fields as Growing;
  const rows = fields[table.key] as Record<string, Record<string, Value>> | undefined;
  if (!rows?.[rowId]) return;
  delete rows[rowId];
}

/** `row`: `table/rowId`, which the draft's own place names. */
export function keepTaken(draft: Draft, row: string, content: Row): void {
  const [table, rowId] = row.split('/');
  const taken = draft.takenRows as Record<string, Record<string, Row>>;
  (taken[table!] ??= {})[rowId!] = content;
}

/** After rows were dropped: a table without rows is no table. */
export function dropEmptyTable(draft: Draft, table: Table): void {
  const fields = draft.fields as Growing;
  const rows = fields[table.key];
  if (rows !== undefined && Object.keys(rows).length === 0) delete fields[table.key];
}

export interface AcrossCell {
  readonly heading: GridCell;
  readonly cell: GridCell;
  readonly rowId: string;
  readonly order: number;
  readonly unit: ReadingContext['unit'];
}

/** One row of a table whose heading is itself a value: the item from the heading, the amount from the cell. True where it stands. */
export function readAcrossCell(draft: Draft, { table, name }: AcrossHeading, { heading, cell, rowId, order, unit }: AcrossCell): boolean {
  const row = `${table.key}/${rowId}`;
  const columns = acrossColumns(table);
  if (!columns) return false;
  const path = `${row}/${columns.cell.key}`;
  const before = draft.problems.length;
  if (!readField(draft, path, columns.cell, cell, undefined, undefined, unit) && draft.problems.length === before) return false;
  if (name !== '') settle(draft, `${row}/${columns.heading.key}`, read(name), heading, { kind: 'fixed' });
  draft.rowPlaces[row] = placeIn(draft, cell);
  setOrder(draft, row, order);
  return true;
}

/** `row`: `table/rowId`; a row without content gets none. */
export function setOrder(draft: Draft, row: string, order: number): void {
  const [table, rowId] = row.split('/');
  const rows = draft.fields[table!];
  if (isRows(rows) && rows[rowId!]) putValue(draft, `${row}/order`, order);
}

function writingOf(field: Field, cell: GridCell): Writing {
  const { kind } = field.type;
  const text = typeof cell.value === 'string' ? cell.value : '';
  if (kind === 'choice' || kind === 'choices' || kind === 'boolean') return hasBoxes(text) ? { kind: 'boxes' } : { kind: 'plain' };
  // Boxes beside words of the paper's own: what may be chosen there, only the paper knows.
  if (kind === 'text' && tickedWords(text) !== undefined) return { kind: 'fixed' };
  return { kind: 'plain' };
}

/** Options printed with boxes or brackets to tick; a lone tick is an answer by itself. */
export function hasBoxes(text: string): boolean {
  return text.trim().length > 1 && /[□☐◻☑■√✓✔●○]|[（(][\s\u3000]*[)）]/.test(text);
}
