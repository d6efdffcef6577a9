// A sheet plan while it is being drawn: cells, merges and styles of Keybook's own forms, in one look.

import type { CellValue, Rect } from '../image.ts';
import type { Field, Value } from '../../../domain/forms/definition.ts';
import type { CellStyle, Line, PlannedCell, SheetPlan } from '../plan.ts';
import { emptyFormat, optionsOf, writtenValue } from '../cells/written-value.ts';

export const lineHeight = 22;

const thin: Line = { weight: 'thin', color: '#000000' };
const framed: CellStyle['borders'] = { top: thin, bottom: thin, left: thin, right: thin };
const text: CellStyle = { fontName: '微软雅黑', fontSize: 10, vertical: 'middle', wrap: true };

export const looks = {
  title: { ...text, fontSize: 16, bold: true, horizontal: 'center' },
  section: { ...text, bold: true, fill: '#F2F2F2', borders: framed },
  label: { ...text, horizontal: 'center', fill: '#FAFAFA', borders: framed },
  corner: { ...text, horizontal: 'left', fill: '#FAFAFA', borders: { ...framed, diagonal: thin } },
  signed: { ...text, horizontal: 'center', borders: framed },
  value: { ...text, horizontal: 'left', indent: 1, borders: framed },
  figure: { ...text, horizontal: 'right', indent: 1, borders: framed },
  note: { ...text, horizontal: 'left' },
  line: { ...text, horizontal: 'left', indent: 1, borders: framed },
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
export function drawCell(drawing: SheetDrawing, range: Rect, value: CellValue, style: CellStyle, numberFormat?: string, formula?: string): void {
  if (value !== '' || formula) drawing.cells.push({ row: range.row, column: range.column, ...(formula ? { formula } : { value }) });
  drawing.styles.push({ range, style: numberFormat ? { ...style, numberFormat } : style });
  if (range.rows > 1 || range.columns > 1) drawing.merges.push(range);
}

/** Figures end at one edge, so that they can be compared; texts begin at one. */
export function lookOf(field: Field): CellStyle {
  return ['money', 'number', 'percent'].includes(field.type.kind) ? looks.figure : looks.value;
}

/** A field's value in a cell of its own, or the empty cell that waits for it. */
export function drawValue(drawing: SheetDrawing, field: Field, value: Value | undefined, range: Rect, separator = '、'): void {
  const written = value === undefined ? { value: '', format: emptyFormat(field) } : Array.isArray(value) ? { value: value.join(separator) } : writtenValue(field, value);
  drawCell(drawing, range, written.value, lookOf(field), written.format ?? '@');
  const list = optionsOf(field.type).map((option) => option.label);
  if (list.length > 0 && field.type.kind !== 'choices') drawing.validations.push({ range: { ...range, rows: 1, columns: 1 }, list });
}

export function planOf(drawing: SheetDrawing, sheet: Pick<SheetPlan, 'name' | 'key' | 'columnWidths' | 'tables' | 'frozenRows'>, page: { readonly orientation: 'portrait' | 'landscape'; readonly onePage?: boolean; readonly rows: number; readonly columns: number; readonly titleRows?: readonly [number, number]; readonly breaksAbove?: readonly number[] }): SheetPlan {
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
      fitToHeight: page.onePage ?? false,
      centerHorizontally: true,
      margins: { top: 42, bottom: 42, left: 36, right: 36 },
      ...(page.titleRows ? { titleRows: page.titleRows } : {}),
      ...(page.breaksAbove?.length ? { breaksAbove: page.breaksAbove } : {}),
    },
  };
}
