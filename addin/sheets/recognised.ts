// What recognition hands on: records with their values, and where and how each value is written.

import type { FieldProblem, Fields, Path } from '../../domain/forms/definition.ts';
import type { CellMarks } from './cells/grid.ts';
import type { CellValue, Rect } from './image.ts';
import type { Place } from './ledger-entry.ts';
import type { StatedUnit } from '../../domain/forms/reading/read-value.ts';

/** How a value is written in its cell, so that a patch writes it the same way. */
export type Writing =
  | { readonly kind: 'plain' }
  /** After its label in the same cell; `head` is kept, and `tail`, where other labels follow. */
  | { readonly kind: 'inline'; readonly head: string; readonly tail?: string }
  /** Boxes or ticks beside the printed options of one cell. */
  | { readonly kind: 'boxes' }
  /** The same over neighbouring cells, each with some of the options. */
  | { readonly kind: 'box-cells'; readonly cells: readonly HeldCell[] }
  /** A mark under the option's heading; every option's own cell. */
  | { readonly kind: 'ticks'; readonly places: readonly OptionPlace[]; readonly mark: string; /** Letters are printed in the row, the chosen one is ringed. */ readonly ringed: boolean; /** TRUE and FALSE instead of marks. */ readonly flags?: boolean }
  /** One part of a cell that holds several fields, after its word. */
  | { readonly kind: 'joined'; readonly word: string; readonly parts: readonly { readonly field: string; readonly word: string }[] }
  /** A stretch of a cell that holds several values, by its first and next-to-last character; `before` leads what is put where nothing stood, no value may hold one of `parts`. */
  | { readonly kind: 'span'; readonly start: number; readonly end: number; readonly before?: string; readonly parts?: string }
  /** Names over several cells: one in each as far as they go, or, in the lines of a list, as many as stand there. */
  | { readonly kind: 'name-cells'; readonly cells: readonly HeldCell[]; readonly isOneEach: boolean }
  /** Year, month and date in cells of their own. */
  | { readonly kind: 'day-cells'; readonly cells: readonly HeldCell[] }
  /** Stands in a title, is printed, or repeats the row above: read, never written. */
  | { readonly kind: 'fixed' };

/** One of the cells over which a value lies, with what it shows now. */
export interface HeldCell extends Place {
  readonly value: CellValue;
  readonly marks?: CellMarks;
}

export interface OptionPlace extends Place {
  readonly label: string;
  readonly code: string;
  /** What stands in it now, where that is known. */
  readonly value?: CellValue;
  readonly marks?: CellMarks;
}

export interface RecognisedCell extends Place {
  /** Excel's id of the sheet. */
  readonly sheet: string;
  readonly format: string;
  readonly writing: Writing;
  /** What the cell shows now, which is what stands in it but for symbol fonts (`marks.symbols.stored`). */
  readonly value: CellValue;
  readonly marks?: CellMarks;
  readonly formula: boolean;
  /** Of names or ticks gathered from several cells: the cell of each. */
  readonly entries?: readonly Place[];
  /** Of a ditto mark: the cell above that says it. */
  readonly says?: Place;
  /** In the further lines of a list that say the same of the record. */
  readonly repeats?: readonly RecognisedCell[];
  /** Unit of the label, where it changes what a bare number means. */
  readonly unit?: StatedUnit;
  /** Lies under the last row of its list: the format is the column's, not yet the cell's. */
  readonly isBare?: boolean;
}

/** Where a table (of a card), or a list, lies: enough to add a row. */
export interface TableRegion {
  readonly columns: readonly RegionColumn[];
  readonly headerRow: number;
  /** Rows without content inside the table, top down. */
  readonly spareRows: readonly number[];
  /** Last row of the table, content or ruled. */
  readonly lastRow: number;
  /** Nothing stands below: rows may be added under the last. */
  readonly isOpenEnded: boolean;
  /** What is in the spare rows already, where it is more than nothing in the column's format. */
  readonly spareCells?: readonly SpareCell[];
  /** Of a list of cards: which columns are the card's own fields; each line repeats the natural key. */
  readonly line?: readonly string[];
}

export interface SpareCell extends HeldCell {
  readonly format: string;
  readonly formula: boolean;
}

export interface RegionColumn {
  /** Key of the field, or of the table's column. */
  readonly key: string;
  readonly column: number;
  /** Number format of the column's first row. */
  readonly format: string;
  readonly options?: readonly { readonly label: string; readonly code: string; readonly column: number }[];
  /** The heading that no word knows, which what stands below has told: it is asked about. */
  readonly inferred?: { readonly row: number; readonly text: string };
  /** The options' letters are printed in every row, and the chosen one is ringed. */
  readonly printed?: boolean;
  readonly unit?: StatedUnit;
}

export interface RecognisedRecord {
  readonly form: string;
  readonly sheet: string;
  readonly sheetName: string;
  /** First cell of the record: what the ledger remembers as its place. */
  readonly place: Place;
  readonly range: Rect;
  /** Rows of free tables have provisional ids (`row-0`). */
  readonly fields: Fields;
  /** Every value's cell, and the cells of fields that are empty. */
  readonly cells: Readonly<Record<Path, RecognisedCell>>;
  /** Place of each table row by `table/rowId`. */
  readonly rowPlaces: Readonly<Record<string, Place>>;
  /** Rows that are struck out or marked 作废, as they were: by `rowPlaces` they still stand there. */
  readonly takenRows?: Fields;
  readonly uncertain: readonly Path[];
  /** Cells that could not be read. */
  readonly problems: readonly FieldProblem[];
  /** What was read and yet wants a look: a printed sum that differs. */
  readonly advice?: readonly FieldProblem[];
  readonly tables: Readonly<Record<string, TableRegion>>;
}

/** A list on a sheet, with or without records. */
export interface RecognisedList {
  readonly form: string;
  readonly sheet: string;
  readonly sheetName: string;
  /** Of its heading row; a record in it has the same column. */
  readonly place: Place;
  readonly region: TableRegion;
  /** What stands above the heading and holds for every row. */
  readonly above: Readonly<Record<string, string>>;
  /** Of a list of cards: the card's table whose rows are the lines. */
  readonly table?: string;
}

/** What a sheet shows beside the values of records: rows struck out, boxes that cannot be seen. `code` as of a field's problem. */
export interface SheetProblem extends Place {
  readonly code: string;
  readonly form: string;
  readonly sheet: string;
  readonly sheetName: string;
  readonly text: string;
  /** The field that it is about, where it is about one; of a table's column any row's. */
  readonly path?: Path;
  readonly facts?: Readonly<Record<string, string | number>>;
  /** Worth a look, and nothing waits for it. */
  readonly isAdvice?: true;
  /** What a row taken back would be: nothing is sent for it, its deletion neither. */
  readonly taken?: RecognisedRecord;
}

/** An unfilled card: its cells are known, so that a record can be written into them. */
export interface BlankCard {
  readonly form: string;
  readonly sheet: string;
  readonly sheetName: string;
  readonly place: Place;
  /** The card without values: its cells and tables. */
  readonly record: RecognisedRecord;
}

/** A label beside or over a value that the form does not know, as far as a sheet can tell. */
export interface UnmatchedLabel {
  /** As printed, without blanks and its colon. */
  readonly label: string;
  readonly place: Place;
  /** The first value it stands for. */
  readonly sample: Place & { readonly value: CellValue; readonly text: string; readonly format: string };
  /** Beside, above or before one value; over a column; or before a row of a table whose rows are printed. */
  readonly kind: 'value' | 'heading' | 'row';
  /** Key of the table whose column or row it names, '' of a list. */
  readonly table: string;
}

/** A form on a sheet some of whose labels are not known. */
export interface UnknownLayout {
  readonly form: string;
  readonly sheet: string;
  readonly sheetName: string;
  /** False: it only looks like the form, and nothing of it is read. */
  readonly isRead: boolean;
  /** How many of the form's fields were found. */
  readonly known: number;
  readonly labels: readonly UnmatchedLabel[];
  /** What the form has and the sheet was not seen to hold. */
  readonly free: readonly FreePath[];
}

/** `field`, `table/rowId/column`, `table/column` or `table/rowId`, and the kind of label that can stand for it. */
export interface FreePath {
  readonly path: Path;
  readonly kind: UnmatchedLabel['kind'];
}

export interface Recognition {
  readonly records: readonly RecognisedRecord[];
  readonly lists: readonly RecognisedList[];
  /** Cards that nobody has filled in. */
  readonly blanks: readonly BlankCard[];
  /** Forms, read or not, with labels that nobody has explained yet. */
  readonly layouts: readonly UnknownLayout[];
  readonly problems: readonly SheetProblem[];
  /** Names of visible sheets on which nothing was recognised. */
  readonly unrecognised: readonly string[];
  /** Names of hidden and very hidden sheets, which are left alone. */
  readonly hidden: readonly string[];
}
