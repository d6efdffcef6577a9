// A sheet's cells with merged areas as one cell each, found by place or row by row. Knows nothing of forms.

import type { CellValue, DrawnBox, Place, Rect, SheetImage } from '../image.ts';

/** A cell or a merged area; row and column are those of its top left corner, absolute, from 0. */
export interface GridCell extends Rect {
  /** As a person sees it: letters of a symbol font are the boxes they print. */
  readonly value: CellValue;
  readonly text: string;
  readonly format: string;
  readonly formula: string;
  readonly marks?: CellMarks;
}

/** What few cells have. */
export interface CellMarks {
  readonly isStruck?: true;
  /** Formatted in parts: a write would lose that. */
  readonly isRich?: true;
  /** A check box is drawn over the cell, which no add-in can tick. */
  readonly isDrawnOver?: true;
  /** What stands in a cell whose letters a symbol font prints as boxes. */
  readonly symbols?: { readonly font: string; readonly stored: CellValue };
}

export interface Grid {
  readonly sheet: SheetImage;
  readonly top: number;
  readonly left: number;
  /** First row and column after the used range. */
  readonly bottom: number;
  readonly right: number;
  /** Cells with content that begin in this row, left to right. */
  rowCells(row: number): readonly GridCell[];
  /** The cell or merged area at a place; an empty single cell where nothing stands. */
  at(row: number, column: number): GridCell;
}

const nothing: readonly GridCell[] = [];

export function gridOf(sheet: SheetImage): Grid {
  const width = sheet.values.reduce((most, row) => Math.max(most, row.length), 0);
  const bottom = sheet.row + sheet.values.length;
  const right = sheet.column + width;
  const place = (row: number, column: number): number => row * 16_384 + column;
  const areas = new Map<number, Rect>();
  for (const merge of sheet.merges) {
    for (let row = merge.row; row < Math.min(merge.row + merge.rows, bottom); row++) {
      for (let column = merge.column; column < Math.min(merge.column + merge.columns, right); column++) areas.set(place(row, column), merge);
    }
  }
  const seen = seenTexts(sheet, place);
  const marks = marksOf(sheet, place);
  const cells = new Map<number, GridCell>();
  const cellAt = (row: number, column: number): GridCell => {
    const rect = areas.get(place(row, column)) ?? { row, column, rows: 1, columns: 1 };
    const key = place(rect.row, rect.column);
    const known = cells.get(key);
    if (known) return known;
    const r = rect.row - sheet.row;
    const c = rect.column - sheet.column;
    const mark = marks.get(key);
    const cell: GridCell = {
      row: rect.row,
      column: rect.column,
      rows: rect.rows,
      columns: rect.columns,
      value: seen.get(key) ?? sheet.values[r]?.[c] ?? '',
      text: seen.get(key) ?? sheet.texts[r]?.[c] ?? '',
      format: sheet.formats[r]?.[c] ?? 'General',
      formula: sheet.formulas[r]?.[c] ?? '',
      ...(mark ? { marks: mark } : {}),
    };
    cells.set(key, cell);
    return cell;
  };
  // Rows without content may be one and the same array, a million times over.
  const blank = new Set<readonly CellValue[]>();
  const rows = sheet.values.map((values, r) => {
    if (seen.size === 0 && blank.has(values)) return nothing;
    const filled: GridCell[] = [];
    values.forEach((stored, c) => {
      const value = seen.size === 0 ? stored : (seen.get(place(sheet.row + r, sheet.column + c)) ?? stored);
      if (value === '' || (typeof value === 'string' && value.trim() === '')) return;
      const cell = cellAt(sheet.row + r, sheet.column + c);
      if (cell.row === sheet.row + r && cell.column === sheet.column + c) filled.push(cell);
    });
    if (values.every((value) => value === '')) blank.add(values);
    return filled;
  });
  return { sheet, top: sheet.row, left: sheet.column, bottom, right, rowCells: (row) => rows[row - sheet.row] ?? nothing, at: cellAt };
}

/** Boxes that no cell answers for: one that is linked to its own cell is TRUE or FALSE there. */
export function drawnOver(sheet: SheetImage): readonly DrawnBox[] {
  return (sheet.boxes ?? []).filter(({ row, column, linked }) => linked?.row !== row || linked.column !== column);
}

/** What cells show beyond their values: letters of symbol fonts, and boxes drawn over them. */
function seenTexts(sheet: SheetImage, keyOf: (row: number, column: number) => number): Map<number, string> {
  const seen = new Map(sheet.symbols?.map((cell) => [keyOf(cell.row, cell.column), cell.text]));
  const drawn = Map.groupBy(drawnOver(sheet), (box) => keyOf(box.row, box.column));
  for (const [key, boxes] of drawn) {
    const under = sheet.values[boxes[0]!.row - sheet.row]?.[boxes[0]!.column - sheet.column] ?? '';
    // Of several boxes without words nobody can say which is which.
    if (typeof under !== 'string' || (boxes.length > 1 && boxes.some((box) => box.label === ''))) continue;
    seen.set(key, boxes.map((box) => `${box.isTicked ? '☑' : '□'}${box.label || under}`).join(' '));
  }
  return seen;
}

function marksOf(sheet: SheetImage, keyOf: (row: number, column: number) => number): ReadonlyMap<number, CellMarks> {
  const marks = new Map<number, CellMarks>();
  const add = (place: Place, mark: CellMarks): void => {
    const key = keyOf(place.row, place.column);
    marks.set(key, { ...marks.get(key), ...mark });
  };
  for (const place of sheet.struck ?? []) add(place, { isStruck: true });
  for (const place of sheet.richText ?? []) add(place, { isRich: true });
  for (const box of drawnOver(sheet)) add(box, { isDrawnOver: true });
  for (const cell of sheet.symbols ?? []) add(cell, { symbols: { font: cell.font, stored: sheet.values[cell.row - sheet.row]?.[cell.column - sheet.column] ?? '' } });
  return marks;
}

/** The same cells with rows as columns, for lists that run across; `GridCell` places are turned too. */
export function turned(grid: Grid): Grid {
  const turn = (cell: GridCell): GridCell => ({ ...cell, row: cell.column, column: cell.row, rows: cell.columns, columns: cell.rows });
  const rows = new Map<number, GridCell[]>();
  for (let row = grid.top; row < grid.bottom; row++) {
    for (const cell of grid.rowCells(row)) {
      const list = rows.get(cell.column);
      if (list) list.push(turn(cell));
      else rows.set(cell.column, [turn(cell)]);
    }
  }
  return {
    sheet: grid.sheet,
    top: grid.left,
    left: grid.top,
    bottom: grid.right,
    right: grid.bottom,
    rowCells: (row) => rows.get(row) ?? nothing,
    at: (row, column) => turn(grid.at(column, row)),
  };
}

/** A part of the grid's columns: what stands beside it is not seen. */
export function columnsOf(grid: Grid, left: number, right: number): Grid {
  return { ...grid, left, right, rowCells: (row) => grid.rowCells(row).filter((cell) => cell.column >= left && cell.column < right) };
}

export function isEmptyCell(cell: GridCell): boolean {
  return cell.value === '' || (typeof cell.value === 'string' && cell.value.trim() === '');
}

export function textOf(cell: GridCell): string {
  return typeof cell.value === 'string' ? cell.value : cell.text || String(cell.value);
}
