// Excel knows no write that depends on what a cell holds: between looking again and writing somebody may type. The event of
// that typing tells what the cell held before it. Where that is what we had seen, and not what we wrote, our write came
// after the typing and went over it. Only events of single cells tell so much.

import { addressOf } from '../sheets/image.ts';
import type { CellValue } from '../sheets/image.ts';
import type { CellPatch, WrittenCell } from './workbook-writes.ts';

type Listener = (cells: readonly CellPatch[]) => void;

const listeners = new Set<Listener>();
let latest = new Map<string, WrittenCell>();
let toPutBack = new Map<string, CellPatch>();

export function rememberWritten(cells: readonly WrittenCell[]): void {
  latest = new Map(cells.map((cell) => [`${cell.sheet} ${addressOf(cell.row, cell.column)}`, cell]));
}

/** Calls back with what puts the typing back; returns the way to stop. */
export function onWrittenOver(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function heardTyping({ worksheetId, address, details }: Pick<Excel.WorksheetChangedEventArgs, 'worksheetId' | 'address' | 'details'>): void {
  const key = `${worksheetId} ${address}`;
  const cell = latest.get(key);
  if (!cell || !details) return;
  const [before, typed] = [details.valueBefore as CellValue | undefined, details.valueAfter as CellValue | undefined];
  if ((before ?? '') !== cell.expected || (typed ?? '') === cell.value) return;
  // Somebody may type twice in one cell, and in several: the last of each counts.
  latest.set(key, { ...cell, expected: typed ?? '' });
  if (toPutBack.size === 0) setTimeout(tell, 0);
  toPutBack.set(key, typingBack(cell, typed ?? ''));
}

function tell(): void {
  const cells = [...toPutBack.values()];
  toPutBack = new Map();
  for (const listener of listeners) listener(cells);
}

/** A text stays a text; anything else gets the format that it was typed into. */
function typingBack({ sheet, row, column, value: expected, formatBefore }: WrittenCell, typed: CellValue): CellPatch {
  return { sheet, row, column, value: typed, expected, ...(typeof typed === 'string' && typed !== '' ? {} : { numberFormat: formatBefore }) };
}
