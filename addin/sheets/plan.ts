// A sheet to be written, as plain data: what rendering makes and `addin/excel` or `addin/xlsx` applies. Places are
// absolute, from 0.

import type { CellValue, Rect } from './image.ts';

export interface CellStyle {
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly numberFormat?: string;
  /** Lines by edge; `inside…` between the cells of the range, `diagonal` from each one's top left corner down. */
  readonly borders?: Readonly<Partial<Record<'top' | 'bottom' | 'left' | 'right' | 'insideHorizontal' | 'insideVertical' | 'diagonal', Line>>>;
}

export interface Line {
  readonly weight: 'hairline' | 'thin' | 'medium' | 'thick';
  readonly color: string;
}

export interface PlannedChart {
  readonly name: string;
  readonly title: string;
  readonly kind: 'barStacked' | 'columnClustered';
  /** Data with its header row and label column, on the same sheet. */
  readonly source: Rect;
  readonly seriesBy: 'columns' | 'rows';
  readonly place: Rect;
  readonly colors: readonly string[];
  readonly maximum?: number;
  readonly dataLabels?: boolean;
  readonly altText: string;
}

export interface PlannedDataBar {
  readonly range: Rect;
  readonly minimum: number;
  readonly maximum: number;
  readonly color: string;
}

export interface PlannedTable {
  readonly name: string;
  /** Header row included. */
  readonly range: Rect;
}

export interface PageSetup {
  readonly orientation: 'portrait' | 'landscape';
  readonly printArea: Rect;
  readonly fitToHeight: boolean;
  /** First and last row that repeat on each page. */
  readonly titleRows?: readonly [number, number];
  /** Rows that begin a page of their own. */
  readonly breaksAbove?: readonly number[];
  readonly centerHorizontally?: boolean;
  /** Points. */
  readonly margins?: Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>>;
  readonly footerLeft?: string;
  readonly footerRight?: string;
}

export interface PlannedCell {
  readonly row: number;
  readonly column: number;
  /** A text is written as text, whatever it begins with; `formula` begins with `=`. */
  readonly value?: CellValue;
  readonly formula?: string;
}

export interface SheetPlan {
  readonly name: string;
  /** What the sheet is, so that it is found and written again in place: `kpi-department/2026Q3`. */
  readonly key: string;
  readonly cells: readonly PlannedCell[];
  readonly styles: readonly { readonly range: Rect; readonly style: CellStyle }[];
  readonly merges: readonly Rect[];
  /** Width in characters by column number, height in points by row number. */
  readonly columnWidths: Readonly<Record<number, number>>;
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly dataBars: readonly PlannedDataBar[];
  readonly validations: readonly { readonly range: Rect; readonly list: readonly string[] }[];
  readonly tables: readonly PlannedTable[];
  readonly charts: readonly PlannedChart[];
  readonly names: readonly { readonly name: string; readonly range: Rect }[];
  readonly pageSetup: PageSetup;
  readonly showGridlines: boolean;
  readonly frozenRows?: number;
  readonly tabColor?: string;
}
