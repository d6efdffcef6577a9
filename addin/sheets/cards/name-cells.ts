// Names that stand one a cell, under their label or in the rows beside it.

import type { Field } from '../../../domain/forms/definition.ts';
import { splitNames } from '../../../domain/forms/reading/names.ts';
import { read } from '../../../domain/forms/reading/typed.ts';
import type { LabelEvent } from './card-labels.ts';
import { heldCell, placeIn, settle } from '../reading/draft.ts';
import type { Draft } from '../reading/draft.ts';
import { isAside } from '../reading/row-reading.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import { labelKey, labelKeys, splitLabelled } from '../reading/label-text.ts';
import { isKnownWord, isTableWord } from '../reading/vocabulary.ts';

/** `姓名 | 职务 | 单位` under the label: the names are those of its column. */
function nameColumn(grid: Grid, label: GridCell, right: number): GridCell | undefined {
  const row = label.row + label.rows;
  const end = label.columns > 1 ? label.column + label.columns : right;
  const headings = grid.rowCells(row).filter((cell) => cell.column >= label.column && cell.column < end && typeof cell.value === 'string');
  const heading = headings.length > 1 ? headings.find((cell) => /^(姓名|名字)$/.test(labelKey(textOf(cell)))) : undefined;
  return heading && grid.at(heading.row + heading.rows, heading.column);
}

/** The first of the names under a label; the heading row of a table beside them may lie between. */
function firstBelow(grid: Grid, value: GridCell): GridCell {
  if (!isEmptyCell(value)) return value;
  const headings = grid.rowCells(value.row).filter((cell) => typeof cell.value === 'string' && isKnownWord(labelKeys(cell.value)));
  return headings.length > 1 ? grid.at(value.row + value.rows, value.column) : value;
}

/** Where the names under a label end: at an empty cell, a label, or the name of a table; of a table of them at a row that begins with a label. */
function endBelow(grid: Grid, first: GridCell, isOfTable: boolean): number {
  let row = first.row;
  for (; row < grid.bottom; row++) {
    const cell = grid.at(row, first.column);
    if (isEmptyCell(cell) || cell.column !== first.column || endsNames(cell) || (isOfTable && endsNames(grid.rowCells(row)[0]!))) break;
  }
  return row;
}

function endsNames(cell: GridCell): boolean {
  const keys = labelKeys(splitLabelled(textOf(cell))?.label ?? textOf(cell));
  return isKnownWord(keys) || keys.some(isTableWord) || isAside(textOf(cell));
}

/** True where at least two cells hold the field's names. */
export function readNameCells(draft: Draft, event: LabelEvent, field: Field): boolean {
  if (field.type.kind !== 'names' || event.head !== undefined) return false;
  const { cell: label } = event;
  const isOpen = isEmptyCell(event.value) || event.value.row >= label.row + label.rows;
  const ofTable = isOpen ? nameColumn(draft.grid, label, event.right ?? draft.grid.right) : undefined;
  const isBelow = ofTable !== undefined || event.value.row >= label.row + label.rows;
  const first = ofTable ?? (isBelow ? firstBelow(draft.grid, event.value) : event.value);
  if (isEmptyCell(first)) return false;
  const end = isBelow ? ((first === event.value && !ofTable ? event.below : undefined) ?? endBelow(draft.grid, first, ofTable !== undefined)) : label.row + label.rows;
  const cells: GridCell[] = [];
  for (let row = first.row; row < end; ) {
    const cell = draft.grid.at(row, first.column);
    if (cell.column !== first.column || isEmptyCell(cell)) break;
    cells.push(cell);
    row = cell.row + cell.rows;
  }
  if (cells.length < (ofTable ? 1 : 2)) return false;
  const named = cells.flatMap((cell) => {
    // A cell each: blanks part a post from its name here, not two people.
    const names = textOf(cell).split(/[、,，;；\n]/).flatMap((part) => (/\s/.test(part.trim()) ? [part.trim()] : splitNames(part)));
    return names.filter((name) => name !== '').map((name) => ({ name, cell }));
  }).filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index);
  settle(draft, field.key, read(named.map(({ name }) => name)), first, { kind: 'name-cells', cells: [...cells, ...freeUnder(draft, cells[cells.length - 1]!, isBelow ? 0 : label.row + label.rows)].map((cell) => heldCell(draft, cell)), isOneEach: true });
  draft.cells[field.key] = { ...draft.cells[field.key]!, entries: named.map(({ cell }) => placeIn(draft, cell)) };
  return true;
}

/** Cells beside the same label that wait for further names. */
function freeUnder(draft: Draft, last: GridCell, end: number): GridCell[] {
  const free: GridCell[] = [];
  for (let row = last.row + last.rows; row < end; ) {
    const cell = draft.grid.at(row, last.column);
    if (cell.column !== last.column || cell.columns !== last.columns || !isEmptyCell(cell) || cell.formula !== '') break;
    free.push(cell);
    row = cell.row + cell.rows;
  }
  return free;
}
