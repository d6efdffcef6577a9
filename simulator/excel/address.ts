// A1 addresses and the rectangles they name. Zero-based inside, as Office.js counts.
import { HostError } from '../wire/errors.ts';

export const maxRows = 1048576;
export const maxColumns = 16384;

export interface Rect {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export function columnName(column: number): string {
  const rest = column >= 26 ? columnName(Math.floor(column / 26) - 1) : '';
  return rest + String.fromCharCode(65 + (column % 26));
}

export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

export function cellName(row: number, column: number): string {
  return columnName(column) + (row + 1);
}

const cellPattern = /^([A-Za-z]{1,3})(\d{1,7})(?::([A-Za-z]{1,3})(\d{1,7}))?$/;
const columnsPattern = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/;
const rowsPattern = /^(\d{1,7}):(\d{1,7})$/;

/** The sheet's name (unquoted) and the rest of "'My sheet'!A1". */
export function splitSheetName(address: string): { sheetName?: string; rest: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/.exec(address.trim());
  if (match === null) return { rest: address.trim() };
  return { sheetName: match[1]?.replaceAll("''", "'") ?? match[2]!, rest: match[3]! };
}

/** undefined when the text is no A1 address (without a sheet name) */
export function tryParseRect(address: string): Rect | undefined {
  const text = address.replaceAll('$', '');
  const cells = cellPattern.exec(text);
  if (cells !== null) {
    const [, left, top, right = left, bottom = top] = cells;
    return spanning(Number(top) - 1, columnIndex(left!), Number(bottom) - 1, columnIndex(right!));
  }
  const columns = columnsPattern.exec(text);
  if (columns !== null) return spanning(0, columnIndex(columns[1]!), maxRows - 1, columnIndex(columns[2]!));
  const rows = rowsPattern.exec(text);
  if (rows !== null) return spanning(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, maxColumns - 1);
  return undefined;
}

export function parseRect(address: string): Rect {
  const rect = tryParseRect(address);
  if (rect === undefined) throw new HostError('InvalidArgument');
  return rect;
}

function spanning(row: number, column: number, lastRow: number, lastColumn: number): Rect | undefined {
  const top = Math.min(row, lastRow);
  const left = Math.min(column, lastColumn);
  const rect = {
    row: top,
    column: left,
    rows: Math.abs(lastRow - row) + 1,
    columns: Math.abs(lastColumn - column) + 1,
  };
  return isOnSheet(rect) ? rect : undefined;
}

export function isOnSheet(rect: Rect): boolean {
  return (
    rect.row >= 0 &&
    rect.column >= 0 &&
    rect.rows >= 1 &&
    rect.columns >= 1 &&
    rect.row + rect.rows <= maxRows &&
    rect.column + rect.columns <= maxColumns
  );
}

export function formatRect(rect: Rect): string {
  const lastColumn = rect.column + rect.columns - 1;
  const lastRow = rect.row + rect.rows - 1;
  if (rect.rows === maxRows) return `${columnName(rect.column)}:${columnName(lastColumn)}`;
  if (rect.columns === maxColumns) return `${rect.row + 1}:${lastRow + 1}`;
  const first = cellName(rect.row, rect.column);
  return rect.rows === 1 && rect.columns === 1 ? first : `${first}:${cellName(lastRow, lastColumn)}`;
}

export function formatAbsolute(rect: Rect): string {
  return formatRect(rect)
    .split(':')
    .map((part) => part.replace(/^([A-Z]*)(\d*)$/, (_all, letters: string, digits: string) =>
      (letters ? `$${letters}` : '') + (digits ? `$${digits}` : '')))
    .join(':');
}

/** Excel leaves names of letters (of any script), digits, '_' and '.' unquoted unless they read as a cell. */
export function quoteSheetName(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && tryParseRect(name) === undefined && !/^[rc]\d*$/i.test(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

export function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

export function isSameRect(one: Rect, other: Rect): boolean {
  return contains(one, other) && contains(other, one);
}

export function intersect(one: Rect, other: Rect): Rect | undefined {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.min(one.column + one.columns, other.column + other.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

export function unite(one: Rect, other: Rect): Rect {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  return {
    row,
    column,
    rows: Math.max(one.row + one.rows, other.row + other.rows) - row,
    columns: Math.max(one.column + one.columns, other.column + other.columns) - column,
  };
}

export const cellRect = (row: number, column: number): Rect => ({ row, column, rows: 1, columns: 1 });
export const wholeSheet: Rect = { row: 0, column: 0, rows: maxRows, columns: maxColumns };

export function isSingleCell(rect: Rect): boolean {
  return rect.rows === 1 && rect.columns === 1;
}
