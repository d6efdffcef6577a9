// What happened to the workbook, told to whoever listens (events towards the add-in, the workbench's redraw).
import type { Rect } from '../address.ts';
import type { CellValue } from '../workbook-data.ts';
import type { SheetDocument } from './sheet-document.ts';

export type DataChangeType =
  | 'RangeEdited'
  | 'RowInserted'
  | 'RowDeleted'
  | 'ColumnInserted'
  | 'ColumnDeleted'
  | 'CellInserted'
  | 'CellDeleted';

export type Change =
  | {
      kind: 'changed';
      sheet: SheetDocument;
      rect: Rect;
      changeType: DataChangeType;
      shift?: string;
      /** only for a single cell, as in Excel */
      details?: { before: CellValue; after: CellValue };
    }
  | { kind: 'format' | 'selection' | 'rowSorted' | 'columnSorted'; sheet: SheetDocument; rect: Rect }
  | { kind: 'rowHidden'; sheet: SheetDocument; rect: Rect; hidden: boolean }
  | { kind: 'added' | 'deleted' | 'activated' | 'deactivated' | 'calculated' | 'layout'; sheet: SheetDocument }
  | { kind: 'name' | 'visibility'; sheet: SheetDocument; before: string; after: string }
  | { kind: 'moved'; sheet: SheetDocument; before: number; after: number }
  | { kind: 'protection'; sheet: SheetDocument; isProtected: boolean }
  | { kind: 'table'; what: 'added' | 'deleted'; sheet: SheetDocument; id: string; name: string }
  | { kind: 'workbook' }
  | { kind: 'undoLost' };

/** who acts now: decides what an event says about its trigger */
export type Actor = 'user' | 'addin' | 'coauthor';
