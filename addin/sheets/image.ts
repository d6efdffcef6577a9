// A sheet as plain data: what `addin/excel` and `addin/xlsx` read and what recognition works on. Rows and columns count
// from 0; `values[r][c]` is the cell (row + r, column + c) of the sheet.

export type CellValue = string | number | boolean;

export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Absolute, from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A text in which a symbol font (Wingdings) prints letters as boxes and ticks. */
export interface SymbolText extends Place {
  readonly font: string;
  /** As a person sees it: `R` is ☑, `£` is □. */
  readonly text: string;
}

/** A check box of the form controls, drawn over a cell. */
export interface DrawnBox extends Place {
  readonly isTicked: boolean;
  /** What stands beside the box, where the control says it itself. */
  readonly label: string;
  /** The cell that holds TRUE or FALSE for it. */
  readonly linked?: Place;
}

export interface SheetImage {
  /** Excel's own id of the sheet, which survives a renaming. */
  readonly id: string;
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly isProtected: boolean;
  /** Place of the used range's top left cell. */
  readonly row: number;
  readonly column: number;
  /** '' is an empty cell; a formula's value stands here. */
  readonly values: readonly (readonly CellValue[])[];
  /** The formula where a cell has one (`=SUM(A1:A3)`), '' elsewhere. */
  readonly formulas: readonly (readonly string[])[];
  /** As Excel shows the cell. */
  readonly texts: readonly (readonly string[])[];
  readonly formats: readonly (readonly string[])[];
  readonly merges: readonly Rect[];
  /** Absolute row numbers. */
  readonly hiddenRows: readonly number[];
  /** Cells struck out, as a whole or in part. These lists name what few cells have; absent is none. */
  readonly struck?: readonly Place[];
  readonly symbols?: readonly SymbolText[];
  /** Texts formatted in parts: writing the cell would lose that. */
  readonly richText?: readonly Place[];
  /** Only a file tells: Excel hides its form controls from add-ins. */
  readonly boxes?: readonly DrawnBox[];
}

export interface WorkbookImage {
  /** Of the file. */
  readonly name?: string;
  readonly sheets: readonly SheetImage[];
  readonly isStructureProtected: boolean;
}

/** `A1` of an absolute place. */
export function addressOf(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** The smallest area that holds all of them, of which there is at least one; there may be more than a call takes arguments. */
export function spanOf(areas: readonly Rect[]): Rect {
  const [first] = areas;
  let { row, column } = first!;
  let below = row;
  let beside = column;
  for (const area of areas) {
    row = Math.min(row, area.row);
    column = Math.min(column, area.column);
    below = Math.max(below, area.row + area.rows);
    beside = Math.max(beside, area.column + area.columns);
  }
  return { row, column, rows: below - row, columns: beside - column };
}

export function rangeAddress(rect: Rect): string {
  const first = addressOf(rect.row, rect.column);
  if (rect.rows === 1 && rect.columns === 1) return first;
  return `${first}:${addressOf(rect.row + rect.rows - 1, rect.column + rect.columns - 1)}`;
}

export function columnName(column: number): string {
  const before = column >= 26 ? columnName(Math.floor(column / 26) - 1) : '';
  return before + String.fromCharCode(65 + (column % 26));
}

/** Absolute place of `B7` or of a range's first cell (`B7:C9`, `$B$7`). */
export function placeOf(address: string): { row: number; column: number } {
  const match = /^\$?([A-Z]+)\$?(\d+)/.exec(address.slice(address.lastIndexOf('!') + 1));
  if (!match) throw new RangeError(`no cell address: ${address}`);
  const column = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}

export function rectOf(address: string): Rect {
  const [first, last] = address.slice(address.lastIndexOf('!') + 1).split(':');
  const from = placeOf(first!);
  const to = placeOf(last ?? first!);
  return { row: from.row, column: from.column, rows: to.row - from.row + 1, columns: to.column - from.column + 1 };
}
