// What a person does to a sheet, on its image: typing, inserting, deleting, moving, copying and sorting rows, inserting
// and moving columns, hiding rows. Pure. Rows and columns are counted from 0 on the sheet.

import type { CellValue, Rect, SheetImage } from '../../addin/sheets/image.ts';
import { shownText } from '../../addin/sheets/cells/shown-text.ts';

type Line = { readonly values: readonly CellValue[]; readonly formulas: readonly string[]; readonly texts: readonly string[]; readonly formats: readonly string[] };

export function typed(image: SheetImage, row: number, column: number, value: CellValue): SheetImage {
  const rows = Math.max(image.values.length, row - image.row + 1);
  const columns = Math.max(image.values[0]?.length ?? 0, column - image.column + 1);
  const lines = Array.from({ length: rows }, (_, at) => widened(lineAt(image, at), columns));
  const line = lines[row - image.row]!;
  const put = <Entry>(entries: readonly Entry[], entry: Entry): Entry[] => entries.map((old, at) => (at === column - image.column ? entry : old));
  lines[row - image.row] = { ...line, values: put(line.values, value), formulas: put(line.formulas, ''), texts: put(line.texts, shownText(value, line.formats[column - image.column] ?? 'General')) };
  return withLines(image, lines);
}

export function withRowInserted(image: SheetImage, before: number): SheetImage {
  const lines = linesOf(image);
  const at = Math.min(Math.max(before - image.row, 0), lines.length);
  // A row that is inserted takes the formats of the row above.
  const above = lines[at - 1] ?? lines[0]!;
  lines.splice(at, 0, { values: above.values.map(() => ''), formulas: above.values.map(() => ''), texts: above.values.map(() => ''), formats: above.formats });
  return { ...withLines(image, lines), merges: image.merges.map((merge) => shifted(merge, before, 1)), hiddenRows: image.hiddenRows.map((row) => (row >= before ? row + 1 : row)) };
}

export function withRowDeleted(image: SheetImage, row: number): SheetImage {
  const lines = linesOf(image);
  lines.splice(row - image.row, 1);
  const merges = image.merges.filter((merge) => !(merge.row === row && merge.rows === 1)).map((merge) => (isWithin(merge, row) ? { ...merge, rows: merge.rows - 1 } : shifted(merge, row + 1, -1)));
  return { ...withLines(image, lines), merges, hiddenRows: image.hiddenRows.filter((hidden) => hidden !== row).map((hidden) => (hidden > row ? hidden - 1 : hidden)) };
}

/** Row `from` as a whole, put where it lands once it is cut and the rows below have moved up. */
export function withRowMoved(image: SheetImage, from: number, to: number): SheetImage {
  const lines = linesOf(image);
  const [line] = lines.splice(from - image.row, 1);
  lines.splice(to - image.row, 0, line!);
  return withLines(image, lines);
}

/** A row of its own before row `before`, which says what row `from` of another sheet of the same columns says. */
export function withRowOf(image: SheetImage, before: number, other: SheetImage, from: number): SheetImage {
  const opened = withRowInserted(image, before);
  const lines = linesOf(opened);
  lines[before - image.row] = widened(lineAt(other, from - other.row), lines[0]!.values.length);
  return withLines(opened, lines);
}

/** The contents of row `from` over those of row `to`. */
export function withRowCopied(image: SheetImage, from: number, to: number): SheetImage {
  const lines = linesOf(image);
  while (lines.length <= to - image.row) lines.push(widened(undefined, lines[0]!.values.length));
  lines[to - image.row] = lines[from - image.row]!;
  return withLines(image, lines);
}

/** Sorts rows `first` to `last` by a column; `columns` leaves others where they are, as a selection that was too narrow. */
export function withRowsSorted(image: SheetImage, first: number, last: number, by: number, columns?: { readonly first: number; readonly last: number }): SheetImage {
  const lines = linesOf(image);
  const block = lines.slice(first - image.row, last - image.row + 1);
  const keyOf = (line: Line): string => String(line.values[by - image.column] ?? '');
  const order = block.map((line, index) => ({ line, index })).sort((a, b) => keyOf(a.line).localeCompare(keyOf(b.line)) || a.index - b.index);
  const isMoved = (column: number): boolean => columns === undefined || (column >= columns.first - image.column && column <= columns.last - image.column);
  const sorted = block.map((line, at) => {
    const from = order[at]!.line;
    const mixed = <Entry>(stays: readonly Entry[], moves: readonly Entry[]): Entry[] => stays.map((entry, column) => (isMoved(column) ? moves[column]! : entry));
    return { values: mixed(line.values, from.values), formulas: mixed(line.formulas, from.formulas), texts: mixed(line.texts, from.texts), formats: mixed(line.formats, from.formats) };
  });
  lines.splice(first - image.row, sorted.length, ...sorted);
  return withLines(image, lines);
}

export function withColumnInserted(image: SheetImage, before: number): SheetImage {
  const at = before - image.column;
  const opened = <Entry>(entries: readonly Entry[], blank: Entry): Entry[] => [...entries.slice(0, at), blank, ...entries.slice(at)];
  const lines = linesOf(image).map((line) => ({ values: opened(line.values, ''), formulas: opened(line.formulas, ''), texts: opened(line.texts, ''), formats: opened(line.formats, 'General') }));
  const merges = image.merges.map((merge) => {
    if (merge.column >= before) return { ...merge, column: merge.column + 1 };
    return merge.column + merge.columns > before ? { ...merge, columns: merge.columns + 1 } : merge;
  });
  return { ...withLines(image, lines), merges };
}

/** Column `from` as a whole, put where it lands once it is cut; what is merged stays where it is. */
export function withColumnMoved(image: SheetImage, from: number, to: number): SheetImage {
  const moved = <Entry>(entries: readonly Entry[]): Entry[] => {
    const left = entries.toSpliced(from - image.column, 1);
    return left.toSpliced(to - image.column, 0, entries[from - image.column]!);
  };
  return withLines(image, linesOf(image).map(({ values, formulas, texts, formats }) => ({ values: moved(values), formulas: moved(formulas), texts: moved(texts), formats: moved(formats) })));
}

export function withRowHidden(image: SheetImage, row: number): SheetImage {
  const isHidden = image.hiddenRows.includes(row);
  return { ...image, hiddenRows: isHidden ? image.hiddenRows.filter((hidden) => hidden !== row) : [...image.hiddenRows, row].sort((a, b) => a - b) };
}

function linesOf(image: SheetImage): Line[] {
  return image.values.map((_, at) => lineAt(image, at)!);
}

function lineAt(image: SheetImage, at: number): Line | undefined {
  if (!image.values[at]) return undefined;
  return { values: image.values[at], formulas: image.formulas[at]!, texts: image.texts[at]!, formats: image.formats[at]! };
}

function widened(line: Line | undefined, columns: number): Line {
  const wide = <Entry>(entries: readonly Entry[] | undefined, blank: Entry): Entry[] => Array.from({ length: columns }, (_, at) => entries?.[at] ?? blank);
  return { values: wide(line?.values, ''), formulas: wide(line?.formulas, ''), texts: wide(line?.texts, ''), formats: wide(line?.formats, 'General') };
}

function withLines(image: SheetImage, lines: readonly Line[]): SheetImage {
  return { ...image, values: lines.map(({ values }) => values), formulas: lines.map(({ formulas }) => formulas), texts: lines.map(({ texts }) => texts), formats: lines.map(({ formats }) => formats) };
}

function shifted(merge: Rect, from: number, by: number): Rect {
  if (merge.row >= from) return { ...merge, row: merge.row + by };
  return by > 0 && merge.row + merge.rows > from ? { ...merge, rows: merge.rows + by } : merge;
}

function isWithin(merge: Rect, row: number): boolean {
  return merge.row <= row && row < merge.row + merge.rows;
}
