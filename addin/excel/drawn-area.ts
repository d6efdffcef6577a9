// How far a plan's drawing reaches on its sheet, so that drawing it again leaves alone what lies beyond. Knows no Excel.

import type { SheetPlan } from '../sheets/plan.ts';
import type { DrawnArea } from './workbook-writes.ts';

export function areaOf(plan: SheetPlan): DrawnArea {
  const parts = [...plan.merges, ...plan.styles.map(({ range }) => range), ...plan.tables.map(({ range }) => range), ...plan.charts.map(({ place }) => place), plan.pageSetup.printArea];
  const ends = [...plan.cells.map(({ row, column }) => [row + 1, column + 1] as const), ...parts.map((part) => [part.row + part.rows, part.column + part.columns] as const)];
  return {
    rows: ends.reduce((most, [row]) => Math.max(most, row), 1),
    columns: ends.reduce((most, [, column]) => Math.max(most, column), 1),
    objects: [...plan.charts.map(({ name }) => name), ...plan.tables.map(({ name }) => name)],
  };
}

export function together(one: DrawnArea, other: DrawnArea): DrawnArea {
  return { rows: Math.max(one.rows, other.rows), columns: Math.max(one.columns, other.columns), objects: [...one.objects, ...other.objects] };
}
