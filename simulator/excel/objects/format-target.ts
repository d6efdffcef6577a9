// The cells a format object speaks of: reading what they share, changing them all. Range and RangeAreas use it.
import type { Rect } from '../address.ts';
import type { Cell } from '../document/cell.ts';
import { emptyCell } from '../document/cell.ts';
import { writeFormat } from '../document/write.ts';
import type { CellStyle } from '../workbook-data.ts';
import type { Place } from './sheet-object.ts';

/** larger ranges are read from their stored cells only */
export const inspectedCells = 200_000;

export class FormatTarget {
  readonly place: Place;
  readonly rects: Rect[];

  constructor(place: Place, rects: Rect[]) {
    this.place = place;
    this.rects = rects;
  }

  uniform<Item>(read: (cell: Cell) => Item): Item | null {
    const seen = new Set<Item>();
    for (const rect of this.rects) {
      for (const cell of this.cellsOf(rect)) {
        seen.add(read(cell));
        if (seen.size > 1) return null;
      }
    }
    return [...seen][0] ?? null;
  }

  private *cellsOf(rect: Rect): Generator<Cell> {
    const { sheet } = this.place;
    if (rect.rows * rect.columns > inspectedCells) {
      yield sheet.state.columnFormats.get(rect.column) ?? emptyCell;
      for (const { cell } of sheet.state.grid.within(rect)) yield cell;
      return;
    }
    for (let row = rect.row; row < rect.row + rect.rows; row++)
      for (let column = rect.column; column < rect.column + rect.columns; column++) yield sheet.cell(row, column);
  }

  change(style: (before: CellStyle | undefined) => CellStyle): void {
    for (const rect of this.rects)
      writeFormat(this.place.document, this.place.sheet, rect, (cell) => ({ ...cell, style: style(cell.style) }));
  }
}
