// A sheet plan while it is being drawn: cells, merges and styles of Keybook's own forms, in one look.

import type { CellValue, Rect } from './image.ts';
import type { CellStyle, Line, PlannedCell, SheetPlan } from './plan.ts';

const thin: Line = { weight: 'thin', color: '#000000' };
const framed: CellStyle['borders'] = { top: thin, bottom: thin, left: thin, right: thin };
const text: CellStyle = { fontName: '微软雅黑', fontSize: 10, vertical: 'middle', wrap: true };

export const looks = {
  title: { ...text, fontSize: 16, bold: true, horizontal: 'center' },
  section: { ...text, bold: true, fill: '#F2F2F2', borders: framed },
  label: { ...text, horizontal: 'center', fill: '#FAFAFA', borders: framed },
  value: { ...text, horizontal: 'left', borders: framed },
  note: { ...text, horizontal: 'left' },
} as const satisfies Record<string, CellStyle>;

export interface SheetDrawing {
  readonly cells: PlannedCell[];
  readonly styles: { range: Rect; style: CellStyle }[];
  readonly merges: Rect[];
  readonly rowHeights: Record<number, number>;
  readonly validations: { range: Rect; list: readonly string[] }[];
}

export function newDrawing(): SheetDrawing {
  return { cells: [], styles: [], merges: [], rowHeights: {}, validations: [] };
}

/** One cell or merged area with its look; an empty value leaves the area to be filled in. */
export function drawCell(drawing: SheetDrawing, range: Rect, value: CellValue, style: CellStyle, numberFormat?: string): void {
  if (value !== '') drawing.cells.push({ row: range.row, column: range.column, value });
  drawing.styles.push({ range, style: numberFormat ? { ...style, numberFormat } : style });
  if (range.rows > 1 || range.columns > 1) drawing.merges.push(range);
}

export function planOf(drawing: SheetDrawing, sheet: Pick<SheetPlan, 'name' | 'key' | 'columnWidths' | 'tables' | 'frozenRows'>, page: { readonly orientation: 'portrait' | 'landscape'; readonly rows: number; readonly columns: number; readonly titleRows?: readonly [number, number] }): SheetPlan {
  return {
    ...sheet,
    cells: drawing.cells,
    styles: drawing.styles,
    merges: drawing.merges,
    rowHeights: drawing.rowHeights,
    validations: drawing.validations,
    dataBars: [],
    charts: [],
    names: [],
    showGridlines: false,
    pageSetup: {
      orientation: page.orientation,
      printArea: { row: 0, column: 0, rows: page.rows, columns: page.columns },
      fitToHeight: false,
      centerHorizontally: true,
      margins: { top: 42, bottom: 42, left: 36, right: 36 },
      ...(page.titleRows ? { titleRows: page.titleRows } : {}),
    },
  };
}
