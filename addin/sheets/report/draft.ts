// Collects a sheet while it is drawn, then hands it over as a plan. Knows neither scores nor slips.

import { addressOf } from '../image.ts';
import type { CellValue, Rect } from '../image.ts';
import type { CellStyle, PageSetup, PlannedCell, PlannedChart, PlannedDataBar, SheetPlan } from '../plan.ts';
import { style as look } from './look.ts';

/** A formula with the value it has when the sheet is made. */
export interface Live {
  readonly formula: string;
  readonly value: CellValue;
}

export type Content = CellValue | Live | null;

export interface Draft {
  /** One cell. */
  put(row: number, column: number, content: Content, ...styles: readonly CellStyle[]): void;
  /** One content over several cells of a row (and `rows` rows), merged. */
  across(row: number, column: number, columns: number, content: Content, styles?: readonly CellStyle[], rows?: number): void;
  paint(range: Rect, ...styles: readonly CellStyle[]): void;
  height(row: number, points: number): void;
  chart(chart: PlannedChart): void;
  dataBar(bar: PlannedDataBar): void;
  finish(sheet: { readonly name: string; readonly key: string; readonly rows: number; readonly orientation: PageSetup['orientation']; readonly frozenRows: number; readonly footerLeft: string; readonly tabColor?: string }): SheetPlan;
}

const MARGINS = { top: 36, bottom: 47, left: 32, right: 32 } as const;

export function draftSheet(widths: readonly number[]): Draft {
  // A cell that is written again keeps only its last content.
  const cells = new Map<string, PlannedCell>();
  const styles: { range: Rect; style: CellStyle }[] = [];
  const merges: Rect[] = [];
  const charts: PlannedChart[] = [];
  const dataBars: PlannedDataBar[] = [];
  const rowHeights: Record<number, number> = {};

  const paint: Draft['paint'] = (range, ...layers) => {
    if (layers.length > 0) styles.push({ range, style: Object.assign({}, ...layers) as CellStyle });
  };
  const write = (row: number, column: number, content: Content): void => {
    if (content === null || content === '') return;
    cells.set(at(row, column), typeof content === 'object' ? { row, column, ...content } : { row, column, value: content });
  };

  return {
    paint,
    put(row, column, content, ...layers) {
      write(row, column, content);
      paint({ row, column, rows: 1, columns: 1 }, ...layers);
    },
    across(row, column, columns, content, layers = [], rows = 1) {
      const range = { row, column, rows, columns };
      write(row, column, content);
      paint(range, ...layers);
      if (rows * columns > 1) merges.push(range);
    },
    height(row, points) {
      rowHeights[row] = points;
    },
    chart: (chart) => void charts.push(chart),
    dataBar: (bar) => void dataBars.push(bar),
    finish({ name, key, rows, orientation, frozenRows, footerLeft, tabColor }) {
      const printArea = { row: 0, column: 0, rows, columns: widths.length };
      return {
        name,
        key,
        cells: [...cells.values()],
        styles: [{ range: printArea, style: look.page }, ...styles],
        merges,
        columnWidths: Object.fromEntries(widths.map((width, column) => [column, width])),
        rowHeights,
        dataBars,
        validations: [],
        tables: [],
        charts,
        names: [],
        pageSetup: { orientation, printArea, fitToHeight: true, centerHorizontally: true, margins: MARGINS, footerLeft: footerText(footerLeft), footerRight: '第 &P 页，共 &N 页' },
        showGridlines: false,
        frozenRows,
        tabColor,
      };
    },
  };
}

/** A footer's `&` begins a code; the text's own is doubled. Excel takes at most 255 characters with all codes. */
function footerText(text: string): string {
  return text.slice(0, 180).replaceAll('&', '&&');
}

export function at(row: number, column: number): string {
  return addressOf(row, column);
}

/** `$G$10:$G$15` */
export function fixedRange(column: number, first: number, last: number): string {
  const fixed = (row: number): string => at(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
  return `${fixed(first)}:${fixed(last)}`;
}

/** A text inside a formula. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
