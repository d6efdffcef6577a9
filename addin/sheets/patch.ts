// A record's values into the cells where it was recognised (protocol step 9), each in the style it is written in.
// Formulas, titles and printed cells are never written; what finds no place is handed back.

import { fieldAt } from '../../domain/forms/fields.ts';
import type { Field, FormDefinition, Option, Path, Table, Value } from '../../domain/forms/definition.ts';
import type { CellValue } from './image.ts';
import type { Place } from './ledger-entry.ts';
import { reboxed, ringed, styledText, styledValue } from './patch-text.ts';
import type { StyledValue } from './patch-text.ts';
import type { RecognisedCell, RecognisedRecord, TableRegion, Writing } from './recognised.ts';
import { optionsOf } from './written-value.ts';

export interface CellWrite extends Place {
  readonly sheet: string;
  /** A text is written as text, whatever it begins with. */
  readonly value: CellValue;
  readonly numberFormat?: string;
  /** What the cell held when it was read; a cell that holds something else by now is left alone. */
  readonly expected: CellValue;
}

export interface FieldChange {
  readonly path: Path;
  /** null empties the cell. */
  readonly value: Value | null;
}

export interface PatchPlan {
  readonly writes: readonly CellWrite[];
  /** Which cells carry a path: a path goes with the first of its writes that did not get through. */
  readonly cellsByPath: Readonly<Record<Path, readonly Place[]>>;
  readonly rowPlaces: Readonly<Record<string, Place>>;
  readonly kept: readonly { readonly path: Path; readonly reason: 'formula' | 'fixed' | 'no-place' | 'no-room' }[];
}

export function patchRecord(form: FormDefinition, record: RecognisedRecord, changes: readonly FieldChange[]): PatchPlan {
  const patch: PatchDraft = { record, writes: new Map(), cellsByPath: {}, rowPlaces: { ...record.rowPlaces }, kept: [], spare: spareRowsOf(record.tables), spans: new Map() };
  for (const change of changes) {
    if (change.path.endsWith('/order')) continue;
    const field = fieldAt(form, change.path);
    if (!field) continue;
    const cell = record.cells[change.path] ?? newRowCell(patch, form, change);
    if (cell) writeChange(patch, field, change, cell);
  }
  return { writes: [...patch.writes.values()], cellsByPath: patch.cellsByPath, rowPlaces: patch.rowPlaces, kept: patch.kept };
}

interface PatchDraft {
  readonly record: Pick<RecognisedRecord, 'sheet' | 'cells' | 'tables'>;
  readonly writes: Map<string, CellWrite>;
  readonly cellsByPath: Record<Path, Place[]>;
  readonly rowPlaces: Record<string, Place>;
  readonly kept: { path: Path; reason: 'formula' | 'fixed' | 'no-place' | 'no-room' }[];
  readonly spare: Map<string, number[]>;
  /** Stretches of cells that hold several values, by cell. */
  readonly spans: Map<string, Span[]>;
}

function spareRowsOf(tables: Readonly<Record<string, TableRegion>>): Map<string, number[]> {
  return new Map(Object.entries(tables).map(([key, region]) => [key, [...region.spareRows]]));
}

/** The cell for a column of a row that has none yet: in the table's next spare row. */
function newRowCell(patch: PatchDraft, form: FormDefinition, change: FieldChange): RecognisedCell | null {
  const [key, rowId, columnKey] = change.path.split('/');
  const table = form.tables?.find((candidate) => candidate.key === key);
  const region = patch.record.tables[key!];
  if (change.value === null || rowId === undefined) {
    if (change.value !== null) patch.kept.push({ path: change.path, reason: 'no-place' });
    return null;
  }
  if (!table || !region || isFixed(table, rowId)) {
    patch.kept.push({ path: change.path, reason: 'no-place' });
    return null;
  }
  const name = `${key}/${rowId}`;
  const column = region.columns.find((candidate) => candidate.key === columnKey);
  const row = column && (patch.rowPlaces[name]?.row ?? patch.spare.get(key!)?.shift());
  if (row === undefined || !column) {
    patch.kept.push({ path: change.path, reason: column ? 'no-room' : 'no-place' });
    return null;
  }
  patch.rowPlaces[name] ??= { row, column: region.columns[0]!.column };
  return emptyCell(patch.record.sheet, row, column);
}

function isFixed(table: Table, rowId: string): boolean {
  return table.fixedRows?.some((row) => row.key === rowId) ?? false;
}

export function emptyCell(sheet: string, row: number, column: TableRegion['columns'][number]): RecognisedCell {
  const places = column.options?.map((option) => ({ label: option.label, code: option.code, row, column: option.column }));
  const writing: Writing = places ? { kind: 'ticks', places, mark: '', ringed: column.printed === true } : { kind: 'plain' };
  const value = column.printed ? (column.options?.[0]?.code ?? '') : '';
  return { sheet, row, column: column.column, format: column.format, writing, value, formula: false, ...(column.unit ? { unit: column.unit } : {}) };
}

function writeChange(patch: PatchDraft, field: Field, change: FieldChange, cell: RecognisedCell): void {
  if (cell.formula || cell.writing.kind === 'fixed') {
    patch.kept.push({ path: change.path, reason: cell.formula ? 'formula' : 'fixed' });
    return;
  }
  if (cell.writing.kind === 'ticks') {
    writeTicks(patch, change, cell, cell.writing);
    return;
  }
  if (cell.writing.kind === 'box-cells') {
    writeBoxCells(patch, field, change, cell.sheet, cell.writing.cells);
    return;
  }
  const styled = inStyle(patch, field, change.value, cell);
  if (styled === null) patch.kept.push({ path: change.path, reason: 'no-place' });
  else put(patch, change.path, cell, styled, cell.value);
}

/** Null where the cell's style has no place for the value. */
function inStyle(patch: PatchDraft, field: Field, value: Value | null, cell: RecognisedCell): StyledValue | null {
  const { writing } = cell;
  if (writing.kind === 'inline') {
    // Two values of one cell do not go in one write: the second waits for the next.
    if (patch.writes.has(keyOf(cell.sheet, cell))) return null;
    const tail = writing.tail ?? '';
    const text = String(cell.value);
    const rest = text.slice(writing.head.length, text.length - tail.length);
    const boxes = optionsOf(field.type).length > 0 ? reboxed(rest, optionsOf(field.type), chosenOf(value)) : null;
    const written = boxes ?? (value === null ? '' : styledText(field, value, rest));
    return { value: writing.head + written + (tail === '' ? '' : `    ${tail}`) };
  }
  if (writing.kind === 'span') {
    const text = String(cell.value);
    const was = text.slice(writing.start, writing.end);
    const spans = [...(patch.spans.get(keyOf(cell.sheet, cell)) ?? []), { ...writing, text: value === null ? '' : styledText(field, value, was) }];
    patch.spans.set(keyOf(cell.sheet, cell), spans);
    return { value: withSpans(text, spans) };
  }
  if (writing.kind === 'joined') {
    const now = patch.writes.get(keyOf(cell.sheet, cell))?.value ?? cell.value;
    return { value: rejoined(String(now), writing, value === null ? '' : styledText(field, value, '')) };
  }
  if (writing.kind === 'boxes') {
    const text = reboxed(String(cell.value), optionsOf(field.type), chosenOf(value));
    return text === null ? null : { value: text };
  }
  if (value === null) return { value: '' };
  if (writing.kind === 'names' && Array.isArray(value)) return { value: value.join(writing.separator) };
  return styledValue(field, value, cell);
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly before?: string;
  readonly text: string;
}

/** All the stretches that change, each put in at its place. */
function withSpans(text: string, spans: readonly Span[]): string {
  let written = '';
  let end = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start || Number(a.before !== undefined) - Number(b.before !== undefined))) {
    written += text.slice(end, span.start);
    written += (span.text !== '' && written !== '' ? (span.before ?? '') : '') + span.text;
    end = span.end;
  }
  return written + text.slice(end);
}

function chosenOf(value: Value | null): readonly string[] {
  if (value === null) return [];
  if (typeof value === 'boolean') return [value ? '是' : '否'];
  return typeof value === 'object' ? value : [String(value)];
}

/** Options over several cells: each cell's own boxes set anew. */
function writeBoxCells(patch: PatchDraft, field: Field, change: FieldChange, sheet: string, cells: Extract<Writing, { kind: 'box-cells' }>['cells']): void {
  const options = optionsOf(field.type);
  const chosen = chosenOf(change.value);
  const texts = cells.map((cell) => reboxed(String(cell.value), options, chosen.filter((label) => hasBox(String(cell.value), label, options))));
  if (texts.some((text) => text === null) || chosen.some((label) => !cells.some((cell) => hasBox(String(cell.value), label, options)))) {
    patch.kept.push({ path: change.path, reason: 'no-place' });
    return;
  }
  cells.forEach((cell, index) => put(patch, change.path, { sheet, row: cell.row, column: cell.column }, { value: texts[index]! }, cell.value));
}

function hasBox(text: string, label: string, options: readonly Option[]): boolean {
  return reboxed(text, options, [label]) !== null;
}

/** One part of `目标：…；时间：…` exchanged, taken out or put in behind the parts before it. */
function rejoined(text: string, writing: Extract<Writing, { kind: 'joined' }>, value: string): string {
  const found = writing.parts
    .map(({ word }) => ({ word, match: new RegExp(`${word}\\s*[:：]`).exec(text) }))
    .filter((entry) => entry.match !== null)
    .sort((a, b) => a.match!.index - b.match!.index);
  const texts = new Map(found.map(({ word, match }, index) => [word, text.slice(match!.index + match![0].length, found[index + 1]?.match!.index).replace(/[\s；;，,。、]+$/, '')]));
  texts.set(writing.word, value);
  return writing.parts
    .filter(({ word }) => (texts.get(word) ?? '') !== '')
    .map(({ word }) => `${word}：${texts.get(word)}`)
    .join('；');
}

/** The mark moves to the chosen option's column; where letters are printed, the ring does. */
function writeTicks(patch: PatchDraft, change: FieldChange, cell: RecognisedCell, writing: Extract<Writing, { kind: 'ticks' }>): void {
  const mark = writing.mark || markInUse(patch.record.cells) || '√';
  for (const place of writing.places) {
    const isChosen = chosenOf(change.value).includes(place.label);
    const held = writing.ringed ? undefined : isHolder(cell, place) ? cell.value : '';
    const value = writing.ringed ? (isChosen ? ringed(place.code) : place.code) : writing.flags ? isChosen : isChosen ? mark : '';
    put(patch, change.path, { sheet: cell.sheet, row: place.row, column: place.column }, { value }, place.value ?? held ?? printedNow(place, cell));
  }
}

function isHolder(cell: RecognisedCell, place: Place): boolean {
  return cell.row === place.row && cell.column === place.column;
}

/** Of printed letters only the ringed one differs from its letter. */
function printedNow(place: Place & { readonly code: string }, cell: RecognisedCell): CellValue {
  return isHolder(cell, place) ? cell.value : place.code;
}

function markInUse(cells: Readonly<Record<Path, RecognisedCell>>): string | undefined {
  for (const cell of Object.values(cells)) if (cell.writing.kind === 'ticks' && cell.writing.mark) return cell.writing.mark;
  return undefined;
}

function put(patch: PatchDraft, path: Path, at: Place & { readonly sheet: string }, styled: StyledValue, expected: CellValue): void {
  const place = { row: at.row, column: at.column };
  (patch.cellsByPath[path] ??= []).push(place);
  if (styled.value === expected && !patch.writes.has(keyOf(at.sheet, at))) return;
  patch.writes.set(keyOf(at.sheet, at), { sheet: at.sheet, ...place, value: styled.value, expected, ...(styled.format ? { numberFormat: styled.format } : {}) });
}

function keyOf(sheet: string, place: Place): string {
  return `${sheet} ${place.row} ${place.column}`;
}
