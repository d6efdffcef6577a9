// Whether what looks like a heading row is a card's: labels over their values, or with blank ones behind them, and under
// these the next labels.

import { columnsOf, isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { filledColumnsOf } from '../cells/list-bands.ts';
import type { HeaderCell } from '../reading/header-cells.ts';
import { labelKeys, splitLabelled } from '../reading/label-text.ts';

type IsLabel = (keys: readonly string[]) => boolean;

/** `isOther`: of a field that no heading names. */
export function isOnCard(grid: Grid, headers: readonly HeaderCell[], isLabel: IsLabel, isOther: (cell: GridCell) => boolean): boolean {
  return labelsWithValues(headers, isLabel) || labelsBetween(grid, headers, isLabel) || labelsRepeat(grid, headers) || labelsFollow(grid, headers, isLabel) || partsOf(grid, headers).some((own) => labelsPrecede(withoutOthers(grid, own), own, isLabel, isOther));
}

/** Under one row of values the next labels stand: a card whose labels are above their values. A list beside it says nothing of that. */
export function labelsFollow(grid: Grid, headers: readonly HeaderCell[], isLabel: IsLabel): boolean {
  return partsOf(grid, headers).some((own) => {
    const part = withoutOthers(grid, own);
    return followBelow(part, own, isLabel) || followBlank(part, own, isLabel);
  });
}

/** Headings with no wholly blank column between them. */
function partsOf(grid: Grid, headers: readonly HeaderCell[]): HeaderCell[][] {
  const parts: HeaderCell[][] = [];
  let end = grid.left;
  for (const header of headers) {
    if (parts.length === 0 || firstBlank(grid, end) < header.column) parts.push([header]);
    else parts[parts.length - 1]!.push(header);
    end = header.column + header.columns;
  }
  return parts;
}

/** The columns around headings up to a wholly blank one. */
function withoutOthers(grid: Grid, headers: readonly HeaderCell[]): Grid {
  const filled = filledColumnsOf(grid);
  const last = headers[headers.length - 1]!;
  let left = headers[0]!.column;
  while (left > grid.left && filled.has(left - 1)) left--;
  return columnsOf(grid, left, firstBlank(grid, last.column + last.columns));
}

function firstBlank(grid: Grid, from: number): number {
  const filled = filledColumnsOf(grid);
  let column = from;
  while (column < grid.right && filled.has(column)) column++;
  return column;
}

function followBelow(grid: Grid, headers: readonly HeaderCell[], isLabel: IsLabel): boolean {
  const below = belowAll(headers);
  const values = headers.map((header) => grid.at(below, header.column)).filter((cell) => cell.row === below);
  const cells = grid.rowCells(below + Math.min(...values.map((cell) => cell.rows), rowsOfValue)).filter((cell) => typeof cell.value === 'string');
  const labels = cells.filter((cell) => isLabel(labelKeys(textOf(cell))) && !headers.some((header) => header.column === cell.column && header.keys[0] === labelKeys(textOf(cell))[0]));
  // `填表人：　日期：` under headings without colons is where people sign: nothing stands under these.
  const isToSign = cells.every((cell) => endsOpen(textOf(cell))) && !headers.every((header) => endsOpen(header.text)) && !cells.some((cell) => isOver(grid, cell));
  // A label by itself, with its value under it, goes on with the card.
  const isAlone = cells.length === 1 && labels.length === 1 && isOver(grid, cells[0]!) && isEmptyCell(grid.at(cells[0]!.row, cells[0]!.column + cells[0]!.columns));
  return (isAlone || (labels.length > 1 && labels.length * 2 > cells.length)) && !isToSign;
}

/** A value is written over so many rows at most. */
const rowsOfValue = 4;

/**
 * `数量：　预算：` over `备注：　计划期：`: a card that nobody filled in. Where people sign under a list its headings end otherwise,
 * and a label with its value, right under a heading, may begin a group of rows.
 */
function followBlank(grid: Grid, headers: readonly HeaderCell[], isLabel: IsLabel): boolean {
  const cells = grid.rowCells(belowAll(headers));
  const isToSign = cells.every((cell) => endsOpen(textOf(cell))) && !headers.every((header) => endsOpen(header.text));
  return cells.length > 0 && !isToSign && cells.every((cell) => isWord(cell, isLabel) && !headers.some((header) => header.keys[0] === labelKeys(textOf(cell))[0]));
}

const blankRows = 2;

/**
 * Over a heading with one row under it stand other labels over their values: the last line of a card. Of a list such a label
 * would say nothing, and with it what must be said of each record.
 */
function labelsPrecede(grid: Grid, headers: readonly HeaderCell[], isLabel: IsLabel, isOther: (cell: GridCell) => boolean): boolean {
  const next = belowAll(headers) + 1;
  if (headers.filter(({ column }) => grid.at(next, column).row === next && grid.at(next, column).column === column && !isEmptyCell(grid.at(next, column))).length > 1) return false;
  let row = Math.min(...headers.map((header) => header.cell.row)) - 1;
  for (let blank = 0; blank < blankRows && row > grid.top && filledIn(grid, row).length === 0; blank++) row--;
  const values = filledIn(grid, row);
  if (values.length > 0 && filledIn(grid, next - 1).length === 0 && values.every((label) => isOther(label) && hasRoomUnder(grid, label))) return true;
  const over = values.map((value) => grid.at(value.row - 1, value.column));
  return values.length > 0 && values.every((value, index) => {
    const label = over[index]!;
    const isLabelled = label.column === value.column && label.columns === value.columns && isOther(label) && !hasValueBeside(grid, label, isLabel);
    return value.row > grid.top && isLabelled && !isWord(value, isLabel) && splitLabelled(textOf(value)) === null;
  });
}

/** Blank cells merged as wide as the label, as on the card that nobody filled in. */
function hasRoomUnder(grid: Grid, label: GridCell): boolean {
  const under = grid.at(label.row + label.rows, label.column);
  return label.columns > 1 && under.column === label.column && under.columns === label.columns && isEmptyCell(under);
}

function hasValueBeside(grid: Grid, label: GridCell, isLabel: IsLabel): boolean {
  const beside = grid.at(label.row, label.column + label.columns);
  return beside.row === label.row && beside.column < grid.right && !isEmptyCell(beside) && !isWord(beside, isLabel);
}

function isWord(cell: GridCell, isLabel: IsLabel): boolean {
  return typeof cell.value === 'string' && isLabel(labelKeys(cell.value));
}

function filledIn(grid: Grid, row: number): readonly GridCell[] {
  return grid.rowCells(row).filter((cell) => !isEmptyCell(cell));
}

const rowsOfCard = 20;

/** `当事人：　日期：`, and further up or down `当事人：杨婷 | 日期：11月3日`: cards under one another, one not filled in. One such cell is a group's. */
function labelsRepeat(grid: Grid, headers: readonly HeaderCell[]): boolean {
  const open = headers.filter((header) => endsOpen(header.text));
  if (open.length < 2) return false;
  const [first, last] = [Math.max(grid.top, belowAll(headers) - rowsOfCard), Math.min(belowAll(headers) + rowsOfCard, grid.bottom)];
  return Array.from({ length: last - first }, (_, down) => first + down).some((row) => open.filter(({ column, keys }) => saysAgain(grid.at(row, column), keys)).length > 1);
}

function saysAgain(cell: GridCell, keys: readonly string[]): boolean {
  const split = typeof cell.value === 'string' ? splitLabelled(cell.value) : null;
  return split !== null && split.rest !== '' && labelKeys(split.label).some((key) => keys.includes(key));
}

/** `负责人：林小满` in one cell, beside labels with nothing behind them: a card beside one that nobody filled in. */
function labelsWithValues(headers: readonly HeaderCell[], isLabel: IsLabel): boolean {
  return headers.some(({ text }) => {
    const split = splitLabelled(text);
    return split !== null && /^[^(（]/.test(split.rest) && isLabel(labelKeys(split.label));
  });
}

/** Labels stand in the heading's rows that are no part of the heading: another line of a card, whatever it is merged over. */
function labelsBetween(grid: Grid, headers: readonly HeaderCell[], isLabel: IsLabel): boolean {
  const taken = new Set(headers.map(({ cell: { row, column } }) => `${row} ${column}`));
  const top = Math.min(...headers.map((header) => header.cell.row));
  const left = Math.min(...headers.map((header) => header.column));
  const right = Math.max(...headers.map((header) => header.column + header.columns));
  const isOthers = (cell: GridCell): boolean => cell.column >= left && cell.column < right && typeof cell.value === 'string' && !taken.has(`${cell.row} ${cell.column}`) && isLabel(labelKeys(cell.value));
  for (let row = top + 1; row < belowAll(headers); row++) if (grid.rowCells(row).some((cell) => cell.row === row && isOthers(cell))) return true;
  return false;
}

function belowAll(headers: readonly HeaderCell[]): number {
  return Math.max(...headers.map((header) => header.below));
}

/** A value stands under the label, or room for one, merged as wide as the label. */
function isOver(grid: Grid, label: GridCell): boolean {
  const under = grid.at(label.row + label.rows, label.column);
  return under.column === label.column && under.columns === label.columns && (!isEmptyCell(under) || label.columns > 1);
}

function endsOpen(text: string): boolean {
  return /[:：]\s*$/.test(text);
}
