// A list sorted without all its columns: each row keeps some values and takes others', and nothing of it may be sent before
// somebody has said what it is. Tried on lists that are at rest, where every value is agreed: one that the Worker has never
// seen, and that moves to another row, cannot be told from typing (decision 0015).

import { formOf } from '../../domain/forms/registry.ts';
import type { SheetImage } from '../../addin/sheets/image.ts';
import type { KnownRecord } from '../../addin/sync/known-record.ts';
import type { Desk } from './desk.ts';
import type { Random } from './random.ts';
import { withRowsSorted } from './sheet-edits.ts';

interface Sorted {
  /** As a line of the story. */
  readonly told: string;
  /** False where something was written into the sheet meanwhile. */
  undo(): boolean;
}

/** A sync over such a list asks, and moves nothing; null where none is at rest. `changes`: what may not move. */
export async function sortPartAtRest(desk: Desk, random: Random, changes: () => string): Promise<{ readonly told: string; readonly fault?: string } | null> {
  const sorted = await sortPart(desk, random);
  if (!sorted) return null;
  const before = changes();
  await desk.engine.synchronise(() => {}, { audience: desk.audience });
  if (changes() !== before) return { told: sorted.told, fault: `${sorted.told}, and it was sent` };
  return sorted.undo() ? { told: sorted.told } : { told: sorted.told, fault: `${sorted.told}, and something was written into it` };
}

async function sortPart(desk: Desk, random: Random): Promise<Sorted | null> {
  const { known, questions, mutations, deletions } = await desk.look();
  if (questions.length + mutations.length + deletions.length > 0) return null;
  const lists = [...Map.groupBy(known.filter(({ form }) => formOf(form.id)!.kind === 'list'), ({ found }) => found.sheet).values()].filter(isAtRest);
  if (lists.length === 0) return null;
  const list = random.pick(lists);
  const rows = list.map(({ found }) => found.place.row).sort((a, b) => a - b);
  const [{ found }] = list as [KnownRecord];
  const columns = Object.values(found.cells).filter((cell) => cell.row === found.place.row).map(({ column }) => column).sort((a, b) => a - b);
  const first = random(columns.length);
  const last = first + random(columns.length - first - (first === 0 ? 1 : 0));
  const by = columns[first + random(last - first + 1)]!;
  const before = desk.workbook.sheets;
  const sorted = before.map((sheet) => (sheet.id === found.sheet ? withRowsSorted(sheet, rows[0]!, rows.at(-1)!, by, { first: columns[first]!, last: columns[last]! }) : sheet));
  if (!isTelling(before.find(({ id }) => id === found.sheet)!, sorted.find(({ id }) => id === found.sheet)!)) return null;
  desk.workbook.sheets = sorted;
  return {
    told: `${desk.name} sort part of ${found.sheetName}: columns ${columns[first]! + 1} to ${columns[last]! + 1} by ${by + 1}`,
    undo: () => {
      const isUntouched = desk.workbook.sheets.length === sorted.length && desk.workbook.sheets.every((sheet, at) => sheet === sorted[at]);
      if (isUntouched) desk.workbook.sheets = before;
      return isUntouched;
    },
  };
}

/** Two values at least went round in a column; where one alone went from a row to another, somebody may as well have typed it. */
function isTelling(before: SheetImage, after: SheetImage): boolean {
  return before.values[0]!.some((_, column) => {
    const moved = before.values.flatMap((row, at) => (row[column] === after.values[at]![column] || row[column] === '' ? [] : [row[column]]));
    return new Set(moved).size > 1;
  });
}

/** All its rows are records that are agreed, with nothing between them; one without its key is found by likeness alone. */
function isAtRest(list: readonly KnownRecord[]): boolean {
  const rows = list.map(({ found }) => found.place.row);
  const isAgreed = ({ entry }: KnownRecord): boolean => entry !== null && entry.keyHash !== '' && !entry.unsent && !entry.gone && !entry.held && !entry.baseRevs;
  return list.length > 1 && Math.max(...rows) - Math.min(...rows) + 1 === list.length && list.every(isAgreed);
}
