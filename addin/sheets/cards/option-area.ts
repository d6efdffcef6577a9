// Printed options over several cells, beside a label or below it: boxes in each cell, or a cell to mark beside each option
// (a tick, TRUE and FALSE of a linked check box). One answer, or several where the field takes several.

import type { Field, Option, Path, Value } from '../../../domain/forms/definition.ts';
import { optionOf, tickedOptions, withBoxes } from '../../../domain/forms/reading/choices.ts';
import { empty, read, unreadable } from '../../../domain/forms/reading/typed.ts';
import type { Reading } from '../../../domain/forms/reading/typed.ts';
import type { LabelEvent } from './card-labels.ts';
import { heldCell, placeIn, settle } from '../reading/draft.ts';
import type { Draft } from '../reading/draft.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import type { OptionPlace, Writing } from '../recognised.ts';
import { isTick } from '../reading/row-reading.ts';
import { optionsOf } from '../cells/written-value.ts';

interface Choice {
  readonly option: Option;
  /** The cell that is marked, or whose text holds the box. */
  readonly cell: GridCell;
  readonly isTicked: boolean;
}

interface Area {
  readonly boxed: readonly GridCell[];
  readonly choices: readonly Choice[];
  /** Marks that stand beside no option. */
  readonly stray: readonly GridCell[];
  readonly kind: 'boxes' | 'marks' | 'words';
}

/** True where the label's options lie over several cells. */
export function readOptionArea(draft: Draft, path: Path, event: LabelEvent, field: Field): boolean {
  const options = optionsOf(field.type);
  if (options.length === 0 || event.head !== undefined) return false;
  const area = areaOf(draft.grid, event, options);
  if (!area) return false;
  const chosen = area.choices.filter((choice) => choice.isTicked);
  const anchor = chosen[0]?.cell ?? area.stray[0] ?? area.choices[0]!.cell;
  settle(draft, path, readingOf(field, chosen, area, anchor), anchor, writingOf(draft, area, options));
  if (field.type.kind === 'choices' && chosen.length > 0) {
    draft.cells[path] = { ...draft.cells[path]!, entries: chosen.map((choice) => placeIn(draft, choice.cell)) };
  }
  return true;
}

function readingOf(field: Field, chosen: readonly Choice[], area: Area, anchor: GridCell): Reading {
  if (area.stray.length > 0) return unreadable('unknown-choice', anchor);
  if (chosen.length === 0) return empty;
  const labels = chosen.map((choice) => choice.option.label);
  if (field.type.kind === 'choices') return read(labels);
  if (chosen.length > 1) return unreadable('several-choices', anchor);
  const value: Value = field.type.kind === 'boolean' ? labels[0] === '是' : labels[0]!;
  return read(value);
}

function writingOf(draft: Draft, area: Area, options: readonly Option[]): Writing {
  if (area.kind === 'boxes') return { kind: 'box-cells', cells: area.boxed.map((cell) => heldCell(draft, cell)) };
  if (area.kind === 'words') return { kind: 'fixed' };
  const places = area.choices.map(({ option, cell }): OptionPlace => ({ label: option.label, code: option.code ?? '', ...heldCell(draft, cell) }));
  const isFlag = area.choices.some(({ cell }) => typeof cell.value === 'boolean');
  const mark = area.choices.find((choice) => choice.isTicked && !isFlag);
  return { kind: 'ticks', places: options.flatMap((option) => places.filter((place) => place.label === option.label)), mark: mark ? textOf(mark.cell).trim() : '', ringed: false, ...(isFlag ? { flags: true } : {}) };
}

/** The rows of cells that hold options or marks, from the value's cell on. */
function areaOf(grid: Grid, event: LabelEvent, options: readonly Option[]): Area | null {
  const { cell: label, value } = event;
  const isBelow = value.row >= label.row + label.rows;
  const left = value.column;
  const right = isBelow ? label.column + label.columns : (event.right ?? grid.right);
  const rows: GridCell[][] = [];
  for (let row = value.row; row < grid.bottom; row++) {
    const isInside = !isBelow && row < label.row + label.rows;
    if (!isInside && !isBelow && grid.rowCells(row).some((cell) => cell.column < left && cell.column + cell.columns > label.column)) break;
    const cells = cellsUpTo(grid, row, left, right, options);
    if (!cells.some((cell) => isOption(cell, options))) {
      if (isInside) continue;
      break;
    }
    rows.push(cells);
  }
  const all = rows.flat();
  const boxed = all.filter((cell) => tickedOptions(textOf(cell), options) !== null && !isMark(cell));
  if (boxed.length > 1) return { kind: 'boxes', boxed, choices: boxedChoices(boxed, options), stray: [] };
  if (boxed.length === 1) return null;
  const words = all.filter((cell) => isOption(cell, options));
  const distinct = new Set(words.map((cell) => optionOf(textOf(cell), options)));
  if (distinct.size < 2) return null;
  return markedBelow(grid, event, words, options) ?? markedArea(grid, rows, words, options);
}

/** `全部执行 | 部分执行 | 自费` in one line, and in the next the place to tick under each (`（打√）`). */
function markedBelow(grid: Grid, { cell: label }: LabelEvent, words: readonly GridCell[], options: readonly Option[]): Area | null {
  const [first] = words as [GridCell];
  const line = first.row + first.rows;
  const beside = grid.at(line, label.column);
  if (words.some((word) => word.row !== first.row) || first.row !== label.row || line >= grid.bottom || !(isEmptyCell(beside) || beside === label || /[√✓勾]|选择/.test(textOf(beside)))) return null;
  const under = words.map((word) => grid.at(line, word.column));
  const isPlace = (cell: GridCell, index: number): boolean => cell.row === line && cell.column === words[index]!.column && cell.columns === words[index]!.columns && (isEmptyCell(cell) || isMark(cell));
  if (!under.every(isPlace) || !under.some((cell) => isMark(cell))) return null;
  return { kind: 'marks', boxed: [], choices: words.map((word, index) => ({ option: optionOf(textOf(word), options)!, cell: under[index]!, isTicked: isTicked(under[index]!) })), stray: [] };
}

function cellsUpTo(grid: Grid, row: number, left: number, right: number, options: readonly Option[]): GridCell[] {
  const cells: GridCell[] = [];
  for (const cell of grid.rowCells(row)) {
    if (cell.column < left || cell.column >= right) continue;
    if (!isOption(cell, options) && !isMark(cell)) break;
    cells.push(cell);
  }
  return cells;
}

function isMark(cell: GridCell): boolean {
  return typeof cell.value === 'boolean' || isTick(cell) || /^[□☐◻○◯]$/.test(textOf(cell).trim());
}

function isOption(cell: GridCell, options: readonly Option[]): boolean {
  if (typeof cell.value !== 'string' || isMark(cell)) return false;
  const ticked = tickedOptions(cell.value, options);
  if (ticked === null) return optionOf(cell.value, options) !== undefined;
  const boxed = withBoxes(cell.value);
  return ticked.length > 0 || optionOf(boxed.replace(/[□☐◻○◯]/g, ''), options) !== undefined || /[□☐◻]/.test(boxed);
}

function boxedChoices(boxed: readonly GridCell[], options: readonly Option[]): Choice[] {
  return boxed.flatMap((cell): Choice[] => {
    const ticked = tickedOptions(textOf(cell), options) ?? [];
    return ticked.length > 0 ? ticked.map((option) => ({ option, cell, isTicked: true })) : [{ option: options[0]!, cell, isTicked: false }];
  });
}

function markedArea(grid: Grid, rows: readonly (readonly GridCell[])[], words: readonly GridCell[], options: readonly Option[]): Area | null {
  const marks = rows.flat().filter(isMark);
  const option = (cell: GridCell): Option => optionOf(textOf(cell), options)!;
  if (marks.length === 0) {
    // All of them are paper; a few are an answer over several cells.
    const isPaper = new Set(words.map(option)).size * 2 > options.length;
    return { kind: 'words', boxed: [], choices: words.map((cell) => ({ option: option(cell), cell, isTicked: !isPaper })), stray: [] };
  }
  const before = words.filter((word) => marks.some((mark) => mark.row === word.row && mark.column + mark.columns === word.column)).length;
  const after = words.filter((word) => marks.some((mark) => mark.row === word.row && mark.column === word.column + word.columns)).length;
  const markOf = (word: GridCell): GridCell => (before > after ? grid.at(word.row, word.column - 1) : grid.at(word.row, word.column + word.columns));
  const used = new Set(words.map(markOf));
  return {
    kind: 'marks',
    boxed: [],
    choices: words.map((word) => ({ option: option(word), cell: markOf(word), isTicked: isTicked(markOf(word)) })),
    stray: marks.filter((mark) => !used.has(mark) && isTicked(mark)),
  };
}

function isTicked(cell: GridCell): boolean {
  return cell.value === true || (typeof cell.value !== 'boolean' && isTick(cell));
}
