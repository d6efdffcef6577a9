// The labels before the rows of a table whose rows are printed (决策者, 把关者) that name none of them.

import { printedRows } from './card-surroundings.ts';
import type { CardTable } from '../cards/card-tables.ts';
import { textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { isSample, shownLabel } from '../reading/label-shape.ts';
import type { SeenCard } from '../cards/recognise-card.ts';
import type { UnmatchedLabel } from '../recognised.ts';
import { mayBeLabel, placeOf, sampleOf } from './unmatched-labels.ts';

export function unmatchedRows(grid: Grid, { card, vocabulary }: SeenCard): UnmatchedLabel[] {
  return card.events.flatMap(({ table }) =>
    (table ? printedRows(grid, card, table) : []).flatMap((row) => {
      const label = labelBefore(grid, row, table!);
      const sample = grid.rowCells(row).find((cell) => cell.row === row && cell !== label && cell.column >= table!.left && cell.column < table!.right && isSample(cell));
      if (!label || !sample || !mayBeLabel(textOf(label), vocabulary)) return [];
      return [{ label: shownLabel(textOf(label)), place: placeOf(label), sample: sampleOf(sample), kind: 'row' as const, table: table!.table.key }];
    }),
  );
}

/** In the column of the printed rows' labels: that of the table's own, else the last before the table. */
function labelBefore(grid: Grid, row: number, { table, columns, left, side }: CardTable): GridCell | undefined {
  const own = columns.find((column) => column.field.key === table.rowLabel);
  if (own) return grid.at(row, own.header.column);
  return grid.rowCells(row).findLast((cell) => cell.column < left && cell !== side);
}
