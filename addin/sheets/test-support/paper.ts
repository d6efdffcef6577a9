// A sheet for tests on which cells are put at places of their own, merged or not, and handed over as an image.

import type { CellValue, Rect, SheetImage } from '../image.ts';
import type { Place } from '../ledger-entry.ts';
import type { SketchedCell } from './sketch.ts';

export interface Paper {
  /** Puts a cell, merged over its size; an empty one may lie there merged too. */
  put(place: Place, cell: Omit<SketchedCell, 'rows' | 'columns'> | string, rows?: number, columns?: number): void;
  image(name?: string): SheetImage;
}

export function emptyPaper(): Paper {
  const cells = new Map<string, { readonly place: Place; readonly cell: SketchedCell }>();
  const merges: Rect[] = [];
  let bottom = 1;
  let right = 1;
  return {
    put(place, cell, rows = 1, columns = 1) {
      cells.set(`${place.row} ${place.column}`, { place, cell: typeof cell === 'string' ? { value: cell, format: '@' } : cell });
      if (rows > 1 || columns > 1) merges.push({ ...place, rows, columns });
      bottom = Math.max(bottom, place.row + rows);
      right = Math.max(right, place.column + columns);
    },
    image(name = '表') {
      const filled = <Entry>(blank: Entry, entryOf: (cell: SketchedCell) => Entry): Entry[][] => {
        const rows = Array.from({ length: bottom }, () => Array<Entry>(right).fill(blank));
        for (const { place, cell } of cells.values()) rows[place.row]![place.column] = entryOf(cell);
        return rows;
      };
      return {
        id: `sheet-${name}`,
        name,
        visibility: 'visible',
        isProtected: false,
        row: 0,
        column: 0,
        values: filled<CellValue>('', (cell) => cell.value),
        texts: filled('', (cell) => cell.text ?? String(cell.value)),
        formats: filled('General', (cell) => cell.format ?? 'General'),
        formulas: filled('', (cell) => cell.formula ?? ''),
        merges,
        hiddenRows: [],
      };
    },
  };
}

/** Widths of so many neighbours that fill a line together. */
export function partsOf(width: number, parts: number, random: { whole(low: number, high: number): number }): number[] {
  const widths = Array<number>(parts).fill(1);
  for (let left = width - parts; left > 0; left--) widths[random.whole(0, parts - 1)]!++;
  return widths;
}
