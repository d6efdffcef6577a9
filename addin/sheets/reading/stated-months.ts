// The month of days that are written without one (`5日`): what a line between a list's rows, a title above them, or the
// sheet's name says; and the year of such a line, which holds for the rows under it.

import { withFigures } from '../../../domain/forms/reading/chinese-numerals.ts';
import { compact } from '../../../domain/forms/reading/typed.ts';
import type { ReadingContext } from '../../../domain/forms/reading/read-value.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { namesAnyForm } from './vocabulary.ts';

/** What holds for the rows of a list, each by itself: years and months change down a sheet. */
export interface TimesOfRows {
  readonly contextAt: (row: number) => ReadingContext;
  /** Of the record's own day alone: a next visit on the 5th may be next month's. */
  readonly monthAt: (row: number) => number | undefined;
}

interface StatedMonth {
  readonly row: number;
  readonly month: number;
  readonly year?: number;
}

/** `context`: what holds at the heading in row `heading`. */
export function timesOfRows(grid: Grid, heading: number, context: ReadingContext): TimesOfRows {
  const stated = statedMonths(grid);
  const ofSheet = monthIn(grid.sheet.name);
  return {
    contextAt: (row) => {
      const line = nearest(stated, row);
      return line?.year !== undefined && line.row > heading ? { ...context, year: line.year } : context;
    },
    monthAt: (row) => nearest(stated, row)?.month ?? ofSheet,
  };
}

/** Of records that stand as columns one time holds for all. */
export function timesOfBlock(grid: Grid, top: number, context: ReadingContext): TimesOfRows {
  const { monthAt } = timesOfRows(grid, top, context);
  return { contextAt: () => context, monthAt: () => monthAt(top) };
}

/** The last one at or above a row: of thousands of lines none is asked twice for nothing. */
function nearest(stated: readonly StatedMonth[], row: number): StatedMonth | undefined {
  let [from, to] = [0, stated.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (stated[middle]!.row <= row) from = middle + 1;
    else to = middle;
  }
  return stated[from - 1];
}

/** A line between rows that says whose month comes next: the list goes on, whatever its next row says. */
export function isMonthLine(grid: Grid, row: number): boolean {
  const [cell, other] = grid.rowCells(row).filter((one) => !isEmptyCell(one));
  return cell !== undefined && other === undefined && lineOf(cell) !== undefined;
}

const known = new WeakMap<Grid, readonly StatedMonth[]>();

function statedMonths(grid: Grid): readonly StatedMonth[] {
  const before = known.get(grid);
  if (before) return before;
  const found: StatedMonth[] = [];
  for (let row = grid.top; row < grid.bottom; row++) {
    const cells = grid.rowCells(row).filter((cell) => !isEmptyCell(cell));
    const stated = cells.length > cellsOfTitleLine ? undefined : (cells.length === 1 ? lineOf(cells[0]!) : undefined) ?? titleOf(cells);
    if (stated) found.push({ row, ...stated });
  }
  known.set(grid, found);
  return found;
}

/** More cells in a row are values. */
const cellsOfTitleLine = 3;

const monthLine = /^[[(《「★■●◆▶※*#—-]*(?:[一二三四五六七八九十]{1,3}[、.])?(?:(20\d\d)年)?(\d{1,2})月份?(?:\([^()]*\)|[^\d,。;:]{0,10})[\])》」:—-]*$/;

/** `【一月】`, `2026年1月（春节）`, `3月拜访记录`, alone in its line. */
function lineOf(cell: GridCell): Omit<StatedMonth, 'row'> | undefined {
  if (typeof cell.value !== 'string') return undefined;
  const match = monthLine.exec(withFigures(compact(cell.value).replaceAll('【', '[').replaceAll('】', ']')));
  return match && isMonth(match[2]!) ? { month: Number(match[2]), ...(match[1] ? { year: Number(match[1]) } : {}) } : undefined;
}

function titleOf(cells: readonly GridCell[]): Omit<StatedMonth, 'row'> | undefined {
  const titles = cells.filter((cell) => typeof cell.value === 'string' && namesAnyForm(textOf(cell))).flatMap((cell) => monthIn(textOf(cell)) ?? []);
  return titles.length === 1 ? { month: titles[0]! } : undefined;
}

/** The one month in a text; no day, no span of months. */
function monthIn(text: string): number | undefined {
  const found = [...withFigures(compact(text)).matchAll(/(?<![\d~—–至到和及与、-])(\d{1,2})月(?!\d|[~—–至到和及与、-]+\d)/g)].map((match) => match[1]!);
  const all = withFigures(compact(text)).match(/\d月/g) ?? [];
  return found.length === 1 && all.length === 1 && isMonth(found[0]!) ? Number(found[0]) : undefined;
}

function isMonth(figures: string): boolean {
  return Number(figures) >= 1 && Number(figures) <= 12;
}
