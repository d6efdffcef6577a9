// A workbook file as plain data, in the file format's own words: what plans and the workbench's data are turned into
// before they are written. Rows and columns count from 0, ranges are A1 without a sheet.

import type { CellValue, DrawnBox } from '../../sheets/image.ts';

export interface FileFont {
  readonly name?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly underline?: 'single' | 'double' | 'singleAccounting' | 'doubleAccounting';
  readonly color?: string;
}

export interface FileLine {
  /** thin, hair, medium, thick, dashed, dotted, double … */
  readonly style: string;
  readonly color?: string;
}

export interface FileStyle {
  readonly font?: FileFont;
  /** Colours are `#RRGGBB`. */
  readonly fill?: string;
  readonly borders?: Readonly<Partial<Record<'left' | 'right' | 'top' | 'bottom' | 'diagonal', FileLine>>>;
  readonly numberFormat?: string;
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrap?: boolean;
  readonly shrink?: boolean;
  readonly indent?: number;
  readonly rotation?: number;
  readonly locked?: boolean;
}

export interface FileCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** With its `=`; `value` is then the result kept in the file. */
  readonly formula?: string;
  readonly style?: FileStyle;
  /** A text formatted in parts. */
  readonly runs?: readonly { readonly text: string; readonly font?: FileFont }[];
}

export interface FileTable {
  readonly name: string;
  readonly range: string;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
  readonly hasFilter: boolean;
  readonly style?: string;
  readonly bandedRows: boolean;
  readonly bandedColumns: boolean;
}

export interface FileBarLimit {
  /** num, percent, percentile, formula, min, max, autoMin, autoMax */
  readonly type: string;
  readonly value?: string;
}

export type FileRule =
  | { readonly kind: 'dataBar'; readonly lower: FileBarLimit; readonly upper: FileBarLimit; readonly color: string; readonly gradient: boolean; readonly barOnly: boolean }
  | { readonly kind: 'expression'; readonly formula: string }
  | { readonly kind: 'cellIs'; readonly operator: string; readonly formulas: readonly string[] }
  /** containsText, notContainsText, beginsWith, endsWith */
  | { readonly kind: 'text'; readonly operator: string; readonly text: string; readonly formula: string };

export interface FileConditional {
  readonly range: string;
  readonly priority: number;
  readonly stopIfTrue?: boolean;
  readonly rule: FileRule;
  readonly format?: FileStyle;
}

export interface FileValidation {
  readonly range: string;
  /** list, whole, decimal, date, time, textLength, custom */
  readonly type: string;
  readonly operator?: string;
  /** Without `=`; a list of words is `"甲,乙"` with its quotes. */
  readonly formulas: readonly string[];
  readonly allowBlank?: boolean;
  readonly error?: { readonly style?: string; readonly title?: string; readonly message?: string; readonly show: boolean };
  readonly prompt?: { readonly title?: string; readonly message?: string; readonly show: boolean };
}

export interface FileSeries {
  readonly name?: string;
  readonly nameRef?: string;
  /** With the sheet: `'考核 2026Q3'!$D$10:$D$15`. */
  readonly values: string;
  readonly categories?: string;
  readonly color?: string;
  readonly labels?: boolean;
}

export interface FileChart {
  readonly name: string;
  readonly kind: 'bar' | 'column' | 'line' | 'pie' | 'doughnut' | 'area';
  readonly grouping: 'clustered' | 'stacked' | 'percentStacked';
  readonly title?: string;
  readonly altText?: string;
  readonly series: readonly FileSeries[];
  /** Bars from top to bottom in the order of their rows. */
  readonly reversed?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly legend?: 't' | 'b' | 'l' | 'r';
  /** Points from the sheet's top left corner. */
  readonly place: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

export interface FileLink {
  readonly range: string;
  readonly address?: string;
  readonly location?: string;
  readonly tooltip?: string;
}

export interface FilePage {
  readonly orientation?: 'portrait' | 'landscape';
  /** Number of the paper in the file format: 9 is A4. */
  readonly paper?: number;
  readonly scale?: number;
  /** 0: as many as it takes. */
  readonly fit?: { readonly width: number; readonly height: number };
  /** Inches. */
  readonly margins?: Readonly<Record<'left' | 'right' | 'top' | 'bottom' | 'header' | 'footer', number>>;
  readonly centerHorizontally?: boolean;
  readonly centerVertically?: boolean;
  readonly gridlines?: boolean;
  readonly printArea?: string;
  /** First and last row (column), from 0. */
  readonly titleRows?: readonly [number, number];
  readonly titleColumns?: readonly [number, number];
  /** Rows, from 0, that begin a page. */
  readonly breaks?: readonly number[];
  /** In the file's own codes: `&L…&C…&R…`. */
  readonly header?: string;
  readonly footer?: string;
}

export interface FileSheet {
  readonly name: string;
  readonly id?: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly cells: readonly FileCell[];
  readonly merges: readonly string[];
  /** Points by row. */
  readonly rowHeights: ReadonlyMap<number, number>;
  /** The file's own unit (characters with their padding) by column. */
  readonly columnWidths: ReadonlyMap<number, number>;
  readonly hiddenRows?: ReadonlySet<number>;
  readonly hiddenColumns?: ReadonlySet<number>;
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly showGridlines: boolean;
  readonly showHeadings?: boolean;
  readonly tabColor?: string;
  readonly tables: readonly FileTable[];
  readonly conditionals: readonly FileConditional[];
  readonly validations: readonly FileValidation[];
  readonly charts: readonly FileChart[];
  readonly links?: readonly FileLink[];
  readonly comments?: readonly { readonly cell: string; readonly text: string; readonly author?: string }[];
  readonly boxes?: readonly DrawnBox[];
  readonly page?: FilePage;
  /** Attributes of the sheet's protection. */
  readonly protection?: Readonly<Record<string, string>>;
  readonly selection?: string;
}

export interface FileName {
  readonly name: string;
  /** Without `=`. */
  readonly formula: string;
  readonly sheet?: number;
  readonly hidden?: boolean;
}

export interface FileWorkbook {
  readonly sheets: readonly FileSheet[];
  readonly names: readonly FileName[];
  readonly active: number;
  readonly structureProtected?: boolean;
}

export const DEFAULT_WIDTH = 8.7109375;
export const DEFAULT_HEIGHT = 15;
const PIXELS_A_DIGIT = 7;

/** The file's width of a column that shows so many digits, and its points on paper (96 pixels are 72 points). */
export function widthOfCharacters(characters: number): number {
  return Math.trunc(((characters * PIXELS_A_DIGIT + 5) / PIXELS_A_DIGIT) * 256) / 256;
}

export function widthOfPoints(points: number): number {
  return Math.round((points / 0.75 / PIXELS_A_DIGIT) * 1e7) / 1e7;
}

export function pointsOfWidth(width: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / PIXELS_A_DIGIT)) / 256) * PIXELS_A_DIGIT) * 0.75;
}

export function quotedSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d*$/.test(name) && !/^[Rr]\d*[Cc]?\d*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
