// Copies of a person's own sheet with a new record in the place of the old one. A sheet that bears comments is no pattern:
// they would come along and be about somebody else.

import type { ExcelBatch } from './batch.ts';
import { checkCells, queueCells, queueReread } from './write-cells.ts';
import type { RereadCells } from './write-cells.ts';
import { freeName } from './write-sheet.ts';
import type { Room } from './room.ts';
import type { PlannedSheet, SheetCopy } from './workbook-writes.ts';

export interface SourceLookup {
  readonly copy: SheetCopy;
  readonly reread: readonly RereadCells[];
  readonly comments: Excel.CommentCollection;
}

export interface SheetToCopy {
  readonly copy: SheetCopy;
  readonly planned: PlannedSheet;
}

export function lookForSources(batch: ExcelBatch, copies: readonly SheetCopy[]): SourceLookup[] {
  return copies.map((copy) => {
    const sheet = batch.context.workbook.worksheets.getItemOrNullObject(copy.source);
    sheet.comments.load('items/id');
    return { copy, reread: queueReread(batch, [...copy.writes, ...copy.standing]), comments: sheet.comments };
  });
}

/** Those whose pattern still stands as it was read. */
export function copiesToMake(lookups: readonly SourceLookup[]): SheetCopy[] {
  return lookups.filter(({ reread, comments }) => comments.items.length === 0 && checkCells(reread).kept.length === 0).map(({ copy }) => copy);
}

export function nameCopies(copies: readonly SheetCopy[], taken: Set<string>): SheetToCopy[] {
  return copies.map((copy) => {
    const name = freeName(copy.otherwise.name, taken);
    taken.add(name.toLowerCase());
    return { copy, planned: { key: copy.key, name, sheet: `name:${name}`, created: true } };
  });
}

export async function queueCopy(batch: ExcelBatch, { copy, planned }: SheetToCopy, room: Room): Promise<void> {
  const { worksheets } = batch.context.workbook;
  const sheet = worksheets.getItem(copy.source).copy('End');
  sheet.name = planned.name;
  await queueCells(batch, copy.writes, room, sheet);
}
