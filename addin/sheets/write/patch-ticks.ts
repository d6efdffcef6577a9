// Options that lie over several cells: the mark moves to the chosen option's cell, where letters are printed the ring does,
// and boxes are set in each cell that has some. Knows no record.

import type { Option, Value } from '../../../domain/forms/definition.ts';
import type { CellValue } from '../image.ts';
import { reboxed, ringed } from './patch-boxes.ts';
import type { HeldCell, OptionPlace, RecognisedCell, Writing } from '../recognised.ts';

/** A cell with what it is to show, and what it shows now. */
export interface SetCell {
  readonly cell: HeldCell;
  readonly value: CellValue;
}

export function chosenOf(value: Value | null): readonly string[] {
  if (value === null) return [];
  if (typeof value === 'boolean') return [value ? '是' : '否'];
  return typeof value === 'object' ? value : [String(value)];
}

/** `mark`: the one in use elsewhere on the card. Null where an option has no place. */
export function tickedCells(value: Value | null, cell: RecognisedCell, writing: Extract<Writing, { kind: 'ticks' }>, mark: string | undefined): SetCell[] | null {
  const chosen = chosenOf(value);
  if (chosen.some((label) => !writing.places.some((place) => place.label === label))) return null;
  const open = writing.places.map((place) => place.value).find((held) => typeof held === 'string' && /^[□☐◻○◯]$/.test(held.trim()));
  const sign = writing.mark || mark || (open === undefined ? '√' : '☑');
  return writing.places.map((place) => {
    const isChosen = chosen.includes(place.label);
    const was = standing(place, cell, writing);
    const isTicked = was.value !== '' && was.value !== open;
    if (writing.ringed) return { cell: was, value: isChosen ? ringed(place.code) : place.code };
    if (writing.flags) return { cell: was, value: isChosen };
    return { cell: was, value: isChosen ? (isTicked ? was.value : sign) : (open ?? '') };
  });
}

/** Of printed letters only the ringed one differs from its letter. */
function standing(place: OptionPlace, cell: RecognisedCell, { ringed: isRinged }: { readonly ringed: boolean }): HeldCell {
  const isHolder = cell.row === place.row && cell.column === place.column;
  const value = place.value ?? (isHolder ? cell.value : isRinged ? place.code : '');
  const marks = place.marks ?? (isHolder ? cell.marks : undefined);
  return { row: place.row, column: place.column, value, ...(marks ? { marks } : {}) };
}

/** Each cell's own boxes set anew; null where an option has none. */
export function boxedCells(value: Value | null, options: readonly Option[], cells: readonly HeldCell[]): SetCell[] | null {
  const chosen = chosenOf(value);
  const hasBox = (cell: HeldCell, label: string): boolean => reboxed(String(cell.value), options, [label]) !== null;
  if (chosen.some((label) => !cells.some((cell) => hasBox(cell, label)))) return null;
  return cells.map((cell) => ({ cell, value: reboxed(String(cell.value), options, chosen.filter((label) => hasBox(cell, label)))! }));
}

/** Year, month and date each as its cell holds them, numbers or text. */
export function dayCells(value: Value | null, cells: readonly HeldCell[]): SetCell[] {
  const parts = value === null ? ['', '', ''] : String(value).split('-');
  return cells.map((cell, index) => {
    const was = String(cell.value).trim();
    const part = index === 0 ? parts[0]!.slice(-was.length) : /^0\d/.test(was) ? parts[index]! : String(Number(parts[index]));
    if (value === null) return { cell, value: '' };
    return { cell, value: typeof cell.value === 'number' ? Number(part) : part };
  });
}
