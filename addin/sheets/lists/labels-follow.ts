// Whether what looks like a heading row is a card's: labels over their values, and under these the next labels.

import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import type { HeaderCell } from '../reading/header-cells.ts';
import { labelKeys } from '../reading/label-text.ts';

/** Under one row of values the next labels stand: a card whose labels are above their values. */
export function labelsFollow(grid: Grid, headers: readonly HeaderCell[], isLabel: (keys: readonly string[]) => boolean): boolean {
  const below = Math.max(...headers.map((header) => header.below));
  const cells = grid.rowCells(below + 1).filter((cell) => typeof cell.value === 'string');
  const labels = cells.filter((cell) => isLabel(labelKeys(textOf(cell))) && !headers.some((header) => header.column === cell.column && header.keys[0] === labelKeys(textOf(cell))[0]));
  // `填表人：　日期：` under headings without colons is where people sign.
  const isToSign = cells.every((cell) => endsOpen(textOf(cell))) && !headers.every((header) => endsOpen(header.text));
  // A label by itself, with its value under it, goes on with the card.
  const isAlone = cells.length === 1 && labels.length === 1 && isStandingOver(grid, cells[0]!);
  return (isAlone || (labels.length > 1 && labels.length * 2 > cells.length)) && !isToSign;
}

function isStandingOver(grid: Grid, label: GridCell): boolean {
  const under = grid.at(label.row + label.rows, label.column);
  return !isEmptyCell(under) && under.column === label.column && under.columns === label.columns && isEmptyCell(grid.at(label.row, label.column + label.columns));
}

function endsOpen(text: string): boolean {
  return /[:：]\s*$/.test(text);
}
