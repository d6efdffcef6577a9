// The year of days that a sheet writes without one.

import { isDayFormat } from '../../domain/forms/reading/typed.ts';
import { dayOfSerial } from '../../domain/values/day.ts';
import { textOf } from './grid.ts';
import type { Grid } from './grid.ts';
import { unspaced } from './label-text.ts';

const titleRows = 6;

/** The first year in the lines on top, in the sheet's name, in any text; else the one year of all its days. */
export function yearOn(grid: Grid): number | undefined {
  return firstYear(grid, grid.top, Math.min(grid.top + titleRows, grid.bottom)) ?? yearIn(grid.sheet.name, /(?<!\d)(20\d\d)(?!\d)/) ?? firstYear(grid, grid.top + titleRows, grid.bottom) ?? yearOfDays(grid);
}

function firstYear(grid: Grid, from: number, to: number): number | undefined {
  for (let row = from; row < to; row++) {
    for (const cell of grid.rowCells(row)) {
      if (typeof cell.value !== 'string' || !cell.value.includes('0')) continue;
      const year = yearIn(unspaced(textOf(cell)), /(?:^|[^\d-])(20\d\d)\s*(?:[年./-]|[QＱ]|度)/);
      if (year !== undefined) return year;
    }
  }
  return undefined;
}

function yearIn(text: string, pattern: RegExp): number | undefined {
  const match = pattern.exec(text.normalize('NFKC'));
  return match ? Number(match[1]) : undefined;
}

function yearOfDays(grid: Grid): number | undefined {
  const years = new Set<string>();
  for (let row = grid.top; row < grid.bottom && years.size < 2; row++) {
    for (const cell of grid.rowCells(row)) {
      if (typeof cell.value === 'number' && isDayFormat(cell.format)) years.add((dayOfSerial(cell.value) ?? '').slice(0, 4));
    }
  }
  return years.size === 1 ? Number([...years][0]) || undefined : undefined;
}
