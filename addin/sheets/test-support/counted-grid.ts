// A grid that counts how many cells recognition looks at: the work, free of any clock.

import { gridOf } from '../cells/grid.ts';
import type { SheetImage } from '../image.ts';
import { recogniseSheet } from '../recognise.ts';

/** Cells looked at, and records found, on a sheet. */
export function cellsLookedAt(sheet: SheetImage): { readonly looks: number; readonly records: number } {
  let looks = 0;
  const counted: typeof gridOf = (image) => {
    const grid = gridOf(image);
    return {
      ...grid,
      rowCells: (row) => {
        const cells = grid.rowCells(row);
        looks += 1 + cells.length;
        return cells;
      },
      at: (row, column) => {
        looks += 1;
        return grid.at(row, column);
      },
    };
  };
  const { records } = recogniseSheet(sheet, { gridOf: counted });
  return { looks, records: records.length };
}
