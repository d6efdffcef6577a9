// What an edit of the simulation has at hand: the records that a person sees, a sheet to change, and the tag by which what
// belongs together is told.

import type { Path } from '../../domain/forms/definition.ts';
import type { SheetImage } from '../../addin/sheets/image.ts';
import type { RecognisedRecord } from '../../addin/sheets/recognised.ts';
import type { Making } from './company.ts';
import type { Desk } from './desk.ts';
import { recognised } from './recognised.ts';
import { tagPattern } from './tokens.ts';

export interface Editing extends Making {
  readonly days: () => string;
}

/** Says what was done; null where there was nothing to do. */
export type Edit = (desk: Desk, editing: Editing) => string | null;

export function recordsOf(desk: Desk, isWanted: (record: RecognisedRecord) => boolean = () => true): readonly RecognisedRecord[] {
  return desk.workbook.sheets.filter((sheet) => sheet.visibility === 'visible').flatMap((sheet) => recognised(sheet, { year: 2026, learned: [] }).records).filter(isWanted);
}

export function change(desk: Desk, sheet: string, changed: (image: SheetImage) => SheetImage): void {
  desk.workbook.sheets = desk.workbook.sheets.map((image) => (image.id === sheet ? changed(image) : image));
}

/** The tag of a path: its row's, else the record's. */
export function tagAt(record: RecognisedRecord, path: Path): string | null {
  const [table, row] = path.split('/');
  const content = row === undefined ? Object.values(record.fields).filter((value) => typeof value === 'string') : Object.values((record.fields[table!] as never)?.[row] ?? {});
  for (const value of content) {
    const tag = tagPattern.exec(String(value))?.[1];
    if (tag !== undefined) return tag;
  }
  return null;
}
