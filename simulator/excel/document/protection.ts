// Who may change what on a protected sheet or in a workbook with protected structure.
import { HostError } from '../../wire/errors.ts';
import type { Rect } from '../address.ts';
import { intersect } from '../address.ts';
import type { SheetDocument } from './sheet-document.ts';
import type { WorkbookDocument } from './workbook-document.ts';

/** a permission of Excel.WorksheetProtectionOptions, or 'contents' for the cells themselves */
export type Permission = 'contents' | 'allowFormatCells' | 'allowFormatColumns' | 'allowFormatRows' | 'allowInsertRows'
  | 'allowInsertColumns' | 'allowDeleteRows' | 'allowDeleteColumns' | 'allowSort' | 'allowEditObjects' | 'allowInsertHyperlinks';

export function guardSheet(sheet: SheetDocument, rect: Rect, permission: Permission): void {
  const protection = sheet.state.protection;
  if (protection === undefined) return;
  if (permission !== 'contents' && protection.options?.[permission] === true) return;
  if (permission === 'contents' && isUnlocked(sheet, rect)) return;
  throw new HostError('AccessDenied', undefined, 403);
}

function isUnlocked(sheet: SheetDocument, rect: Rect): boolean {
  if (rect.rows * rect.columns > 100_000) return false;
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    for (let column = rect.column; column < rect.column + rect.columns; column++) {
      if (sheet.cell(row, column).style?.locked !== false) return false;
    }
  }
  return true;
}

export function guardStructure(document: WorkbookDocument): void {
  if (document.structureProtection !== undefined) throw new HostError('AccessDenied', undefined, 403);
}

/** Excel does not let a merged area be torn by shifting a part of it. */
export function guardMerges(sheet: SheetDocument, lane: Rect, axis: 'row' | 'column'): void {
  const torn = sheet.state.merges.some((merge) => {
    const part = intersect(merge, lane);
    if (part === undefined) return false;
    return axis === 'row' ? part.columns !== merge.columns : part.rows !== merge.rows;
  });
  if (torn) throw new HostError('InvalidOperation', "We can't do that to a merged cell.");
}
