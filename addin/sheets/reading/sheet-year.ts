// The year of days that a sheet writes without one: what a title or a period says nearest above them, else the sheet's name,
// the file's name, else the one year of all the days on the sheet. A day in a cell is no title: what is typed into one cell
// says nothing of the others that a title speaks for.

import { isDayFormat } from '../../../domain/forms/reading/typed.ts';
import { dayOfSerial } from '../../../domain/values/day.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { labelKeys, splitLabelled, unspaced } from './label-text.ts';
import { isKnownWord, namesAnyForm } from './vocabulary.ts';

/** The year that holds at a row; none where a title names two of them. `file`: the workbook's name. */
export function yearsOn(grid: Grid, file = ''): (row: number) => number | 'several' | undefined {
  const lines = statedYears(grid);
  const elsewhere = yearOfName(grid.sheet.name) ?? yearOfName(file);
  let ofDays: number | undefined | null = null;
  return (row) => {
    const nearest = lines.findLast((line) => line.row <= row);
    if (nearest ?? elsewhere) return nearest?.year ?? elsewhere;
    if (ofDays === null) ofDays = yearOfDays(grid);
    return ofDays;
  };
}

/** More cells in a row are values. */
const cellsOfTitleLine = 3;

function statedYears(grid: Grid): { readonly row: number; readonly year: Stated }[] {
  const found: { row: number; year: Stated }[] = [];
  for (let row = grid.top; row < grid.bottom; row++) {
    const cells = grid.rowCells(row);
    const said = cells.map((cell) => yearSaid(grid, cell)).find((one) => one !== undefined);
    if (said !== undefined) found.push({ row, year: said });
    if (said !== undefined) continue;
    // A title merged over its form stands so also where another list begins beside it.
    const line = cells.length > cellsOfTitleLine ? cells.filter((cell) => cell.columns > 2 && namesAnyForm(textOf(cell))) : cells;
    const years = line.map((cell) => (isValueOfLabel(grid, cell) ? undefined : periodIn(textOf(cell))));
    const year = years.find((one) => one !== undefined);
    if (year !== undefined) found.push({ row, year });
  }
  return found;
}

/** `年份：2026`, `年份 | 2026`: in whatever line it stands. */
function yearSaid(grid: Grid, cell: GridCell): number | undefined {
  if (typeof cell.value !== 'string' || !/年[份度]/.test(cell.value)) return undefined;
  const isLabel = /^\s*年[份度]\s*[:：]?\s*$/.test(cell.value);
  const year = isLabel ? /^\s*(20\d\d)\s*$/.exec(textBeside(grid.at(cell.row, cell.column + cell.columns))) : /年[份度]\s*[:：]\s*(20\d\d)(?!\d)/.exec(cell.value.normalize('NFKC'));
  return year ? Number(year[1]) : undefined;
}

const periodLabel = /(?<!日)期|年度|年份|月份|季度/;

/** `成立时间 | 2008年` speaks of a customer, `统计月份 | 2026年9月` of all below. */
function isValueOfLabel(grid: Grid, cell: GridCell): boolean {
  const label = splitLabelled(textOf(cell))?.label ?? (cell.column > grid.left ? textBeside(grid.at(cell.row, cell.column - 1)) : '');
  return label !== '' && isKnownWord(labelKeys(label)) && !periodLabel.test(label);
}

function textBeside(cell: GridCell): string {
  return isEmptyCell(cell) ? '' : textOf(cell);
}

const yearWord = /(?<![\d-])(20\d\d)\s*(?:[年./-]|[QＱ]|度)/g;
const fullDay = /(?<![\d-])(20\d\d)\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}(?!\d)/g;

/** From December to January: which of the two a day is in, only a line nearer to it says. */
type Stated = number | 'several';

/** `2026年销售计划`, `2026年9月`, `2026Q3`, `2026.9.1-9.30`; never a day. */
function periodIn(text: string): Stated | undefined {
  if (!/[0〇零]/.test(text)) return undefined;
  const plain = yearInFigures(unspaced(text).normalize('NFKC'));
  const days = [...plain.matchAll(fullDay)].map((match) => ({ year: match[1], end: match.index + match[0].length }));
  const isRange = days.some(({ end }) => /^日?\s*[-~—–至到]/.test(plain.slice(end)));
  if (days.length > 0 && !isRange) return undefined;
  const [year] = plain.matchAll(yearWord);
  if (!year) return undefined;
  const end = spanEnd.exec(plain)?.[1];
  return end !== undefined && end !== year[1] ? 'several' : Number(year[1]);
}

/** `2025年12月-2026年1月`, `2025.12.1至2026.1.31` */
const spanEnd = /[-~—–至到]\s*(20\d\d)\s*[年./]/;

/** `二〇二六年五月` as `2026年五月`. */
function yearInFigures(text: string): string {
  return text.replace(/二[〇零○O0]([一二三四五六七八九〇零○])([一二三四五六七八九〇零○])(?=年)/gu, (_, tens: string, ones: string) => `20${figure(tens)}${figure(ones)}`);
}

function figure(character: string): number {
  return Math.max(0, '〇一二三四五六七八九'.indexOf(character));
}

function yearOfName(name: string): number | undefined {
  const match = /(?<!\d)(20\d\d)(?!\d)/.exec(name.normalize('NFKC'));
  return match ? Number(match[1]) : undefined;
}

/** `2026年9月15日`, `20260915` */
function daysIn(text: string): string[] {
  const plain = text.normalize('NFKC');
  const digits = /^\s*(20\d\d)(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\s*$/.exec(plain);
  return digits ? [digits[1]!] : [...plain.matchAll(fullDay)].map((day) => day[1]!);
}

function yearOfDays(grid: Grid): number | undefined {
  const years = new Set<string>();
  for (let row = grid.top; row < grid.bottom && years.size < 2; row++) {
    for (const cell of grid.rowCells(row)) {
      if (typeof cell.value === 'number' && isDayFormat(cell.format)) years.add((dayOfSerial(cell.value) ?? '').slice(0, 4));
      else if (typeof cell.value === 'number' ? /^20\d{6}$/.test(String(cell.value)) : typeof cell.value === 'string' && cell.value.includes('0')) for (const day of daysIn(String(cell.value))) years.add(day);
    }
  }
  return years.size === 1 ? Number([...years][0]) || undefined : undefined;
}
