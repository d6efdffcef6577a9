// What the rest of the add-in may ask Excel to write, and what became of it. Plain data; knows no Excel.

import type { CellValue } from '../sheets/image.ts';
import type { NewLine } from '../sheets/write/patch-rows.ts';
import type { SheetPlan } from '../sheets/plan.ts';

export interface CellPatch {
  /** Excel's id of the sheet. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** Set with the value; a text always gets `@`, without it the cell keeps its format. */
  readonly numberFormat?: string;
  /** What the cell held when the workbook was read; a cell that holds something else now is left alone. */
  readonly expected: CellValue;
  /** Written together with all others of this name, or not at all. */
  readonly whole?: string;
  /** Nothing is written here: what goes together is written only while the cell holds what is expected. */
  readonly isOnlyChecked?: true;
}

/** `refused`: Excel would not write the cell, for whatever reason of its own. */
export type KeptReason = 'changed-meanwhile' | 'formula' | 'rich-text' | 'problem' | 'protected' | 'refused';

export interface WrittenCell extends CellPatch {
  /** Number format before, for taking the write back. */
  readonly formatBefore: string;
}

/** What a drawing took up: from A1 so many rows and columns, and its charts and tables by name. */
export interface DrawnArea {
  readonly rows: number;
  readonly columns: number;
  readonly objects: readonly string[];
}

export interface PlacedPlan {
  readonly plan: SheetPlan;
  /** Id (or `name:` and name) of the sheet this plan was drawn on before; null draws a new one. */
  readonly sheet: string | null;
  /** Holds figures only: where the ledger is lost, a sheet of its name and title is drawn anew. Never for forms. */
  readonly mayReplace: boolean;
  /** What the drawing before took up: all beyond it is somebody's own and stays. Unknown: the whole sheet is drawn anew. */
  readonly drawn?: DrawnArea;
}

/** A copy of a person's own sheet with other values, in their places on the sheet that is copied. */
export interface SheetCopy {
  readonly key: string;
  /** Excel's id of the sheet that is copied. */
  readonly source: string;
  readonly writes: readonly CellPatch[];
  /** The pattern's other cells: the copy takes them along, so what is typed into one of them meanwhile would be said of the new record. */
  readonly standing: readonly CellPatch[];
  /** Drawn where the sheet cannot be copied after all. */
  readonly otherwise: SheetPlan;
}

/** A cell that waits for a decision, or cells that are read-only, under a name of their own. */
export interface CellMark {
  readonly name: string;
  /** Excel's id of the sheet. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** One where nothing is said. */
  readonly rows?: number;
  readonly columns?: number;
  readonly isReadOnly?: boolean;
}

/** All marks that are to stand: every other one that Keybook set goes. */
export interface MarkJob {
  readonly marks: readonly CellMark[];
  /** Those that stood before. */
  readonly before: readonly CellMark[];
  /** Ids of the workbook's sheets: a copied sheet brings its marks along. */
  readonly sheets: readonly string[];
}

export interface PlannedSheet {
  readonly key: string;
  readonly name: string;
  /** Excel's id; of a sheet that is made just now `name:` and its name, until the next reading. */
  readonly sheet: string;
  readonly created: boolean;
}

export interface WriteOutcome {
  readonly written: readonly WrittenCell[];
  readonly kept: readonly { readonly patch: CellPatch; readonly reason: KeptReason }[];
  readonly sheets: readonly PlannedSheet[];
  /** The marks that stand now, where the job was about them. */
  readonly marks?: readonly CellMark[];
}

export interface WriteJob {
  readonly patches: readonly CellPatch[];
  /** Rows under a list that take the formats of the row before them. */
  readonly newLines?: readonly NewLine[];
  readonly plans: readonly PlacedPlan[];
  readonly copies?: readonly SheetCopy[];
  readonly marks?: MarkJob;
  /** The `_keybook` cells before (null: there is no such sheet), and those that go with the outcome. */
  readonly ledger: { readonly before: readonly string[] | null; readonly after: (outcome: WriteOutcome) => readonly string[] } | null;
}
