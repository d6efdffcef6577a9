// Names that stand one a cell, under their label or in the rows beside it.

import type { Field } from '../../domain/forms/definition.ts';
import { splitNames } from '../../domain/forms/reading/names.ts';
import { read } from '../../domain/forms/reading/typed.ts';
import type { LabelEvent } from './card-labels.ts';
import { heldCell, placeIn, settle } from './draft.ts';
import type { Draft } from './draft.ts';
import { isEmptyCell, textOf } from './grid.ts';
import type { GridCell } from './grid.ts';

function endOf(draft: Draft, first: GridCell): number {
  let row = first.row;
  while (row < draft.grid.bottom && !isEmptyCell(draft.grid.at(row, first.column)) && !/[:：]/.test(textOf(draft.grid.at(row, first.column)))) row++;
  return row;
}

/** True where at least two cells hold the field's names. */
export function readNameCells(draft: Draft, event: LabelEvent, field: Field): boolean {
  if (field.type.kind !== 'names' || event.head !== undefined) return false;
  const { cell: label } = event;
  const isBelow = event.value.row >= label.row + label.rows;
  // A heading row of a table beside it may lie between.
  const first = isBelow && isEmptyCell(event.value) ? draft.grid.at(event.value.row + event.value.rows, event.value.column) : event.value;
  if (isEmptyCell(first)) return false;
  const end = isBelow ? Math.max(event.below ?? draft.grid.bottom, first === event.value ? 0 : endOf(draft, first)) : label.row + label.rows;
  const cells: GridCell[] = [];
  for (let row = first.row; row < end; ) {
    const cell = draft.grid.at(row, first.column);
    if (cell.column !== first.column || isEmptyCell(cell)) break;
    cells.push(cell);
    row = cell.row + cell.rows;
  }
  if (cells.length < 2) return false;
  const named = cells.flatMap((cell) => {
    // A cell each: blanks part a post from its name here, not two people.
    const names = textOf(cell).split(/[、,，;；\n]/).flatMap((part) => (/\s/.test(part.trim()) ? [part.trim()] : splitNames(part)));
    return names.filter((name) => name !== '').map((name) => ({ name, cell }));
  });
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
