// What stands above a row and holds for it: the nearest row that says something. Every card and every row of a long sheet
// asks for the rows above it, so what was looked at is remembered and no row is looked at twice.

import type { Grid } from '../cells/grid.ts';

interface Looked<Found> {
  /** Looked upwards as far as this row. */
  readonly from: number;
  readonly found?: Found;
}

const lookedAt = new WeakMap<Grid, Map<unknown, Map<number, Looked<unknown>>>>();

/** `subject` says what is looked for: the same `find` for the same subject. */
export function nearestAbove<Found>(grid: Grid, subject: unknown, row: number, from: number, find: (row: number) => Found | undefined): Found | undefined {
  const looked = memoryOf<Found>(grid, subject);
  let last: Looked<Found> = { from: row };
  while (last.found === undefined && last.from > from) {
    const above = last.from - 1;
    const known = looked.get(above);
    last = known ?? look(above, find);
    if (!known) looked.set(above, last);
  }
  if (last.from < row) looked.set(row - 1, last);
  return last.from < from ? undefined : last.found;
}

function look<Found>(row: number, find: (row: number) => Found | undefined): Looked<Found> {
  const found = find(row);
  return found === undefined ? { from: row } : { from: row, found };
}

function memoryOf<Found>(grid: Grid, subject: unknown): Map<number, Looked<Found>> {
  const subjects = lookedAt.get(grid) ?? new Map<unknown, Map<number, Looked<unknown>>>();
  lookedAt.set(grid, subjects);
  const looked = subjects.get(subject) ?? new Map<number, Looked<unknown>>();
  subjects.set(subject, looked);
  return looked as Map<number, Looked<Found>>;
}
