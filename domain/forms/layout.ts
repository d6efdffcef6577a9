// How a form lies on paper: rows of cells from top to bottom, as data, so that drawing a form needs no code of its own.
// Recognition works from labels, not from this.

/** One cell of a paper row; `width` counts grid columns. `field` is a field key or a path (`followups/followup-1/time`). */
export type PaperCell =
  | { readonly kind: 'text'; readonly text: string; readonly width: number; readonly style?: 'title' | 'section' | 'note' | 'line' }
  | { readonly kind: 'label'; readonly field: string; readonly width: number; readonly text?: string }
  /** `boxes`: the options are printed, each with a box after its words (`国企□  民营☑`) or before them (`☑全部执行`). */
  | { readonly kind: 'value'; readonly field: string; readonly width: number; readonly boxes?: 'after' | 'before' }
  /** Label and value in one cell (`档案编号：KA-…`). */
  | { readonly kind: 'inline'; readonly field: string; readonly width: number }
  | JoinedCell;

/** One label, and beside it one cell with several fields, each after its own word (`目标：…；时间：…`). */
export interface JoinedCell {
  readonly kind: 'joined';
  readonly label: string;
  readonly labelWidth: number;
  readonly parts: readonly { readonly field: string; readonly word: string }[];
  readonly width: number;
}

export interface PaperRow {
  readonly cells: readonly PaperCell[];
  /** Points; without it one line's height. */
  readonly height?: number;
  /** Begins a page of its own, so that no table is cut in two. */
  readonly newPage?: boolean;
}

/** A choice of which every option has a box and a row of its own, beside the label. */
export interface PaperOptions {
  readonly options: string;
  readonly labelWidth: number;
  readonly width: number;
  /** Of each option's row. */
  readonly height?: number;
}

/** A table of fixed rows as signing boxes side by side: the rows' labels as headings, below them lines of what each says. */
export interface PaperSigning {
  readonly signing: string;
  /** Widths of the boxes, one a fixed row. */
  readonly widths: readonly number[];
  /** Behind each row's label (`审核`). */
  readonly ending?: string;
  readonly lines: readonly { readonly columns: readonly string[]; readonly height: number; /** Each column's label before its value (`签字：…`). */ readonly worded?: boolean }[];
}

/** Fields as columns, each a heading over one tall cell, and a table with its own label beside them. */
export interface PaperBeside {
  readonly fields: readonly (readonly [field: string, width: number])[];
  readonly beside: PaperTable;
}

/** A table of the form: a header row, then one row a row. */
export interface PaperTable {
  readonly table: string;
  /** A heading cell with two labels parted by a diagonal: what the columns are, and what the rows are. */
  readonly corner?: readonly [columns: string, rows: string];
  /** No header row: each cell says its column's label before its value (`签字：…`). */
  readonly isWorded?: boolean;
  /** What paper prints in the label column of free rows; a person may write something else. */
  readonly printed?: readonly string[];
  /** Word of a last row with the sum of the table's total column. */
  readonly total?: string;
  /** A label beside the whole table, running down. */
  readonly side?: { readonly text: string; readonly width: number };
  /** Width of a running number's column before the first. */
  readonly numbered?: number;
  /** Column key and width; '' is the place of a fixed row's printed label where the form has no column for it. */
  readonly columns: readonly (readonly [column: string, width: number, head?: string])[];
  /** Choices printed as one column a letter, with the chosen one ticked. */
  readonly ticked?: readonly string[];
  readonly rows: number;
  readonly height?: number;
}

export type PaperBlock = PaperRow | PaperTable | PaperOptions | PaperSigning | PaperBeside;

export interface PaperLayout {
  /** What the form is called on other paper. */
  readonly titles?: readonly string[];
  readonly orientation: 'portrait' | 'landscape';
  /** Made smaller, where many rows ask for it, to stay on one page. */
  readonly onePage?: boolean;
  /** Widths of the grid's columns in characters; of a list, its columns in the order of the fields. */
  readonly columns: readonly number[];
  /** A card's rows; a list has none and is drawn from its fields. */
  readonly blocks?: readonly PaperBlock[];
  /** Fields that stand above a list's header row, perhaps only in its title, instead of in a column. */
  readonly above?: readonly string[];
  /** Fields of a card that its title may say where no label does. */
  readonly titled?: readonly string[];
  /** Fields that the paper does not print: read where a sheet has them, never drawn. */
  readonly unprinted?: readonly string[];
}

/** The layout's cells that hold several fields: the one thing in which recognition asks the paper too. */
export function joinedCellsOf(layout: PaperLayout): JoinedCell[] {
  return (layout.blocks ?? []).flatMap((block) => ('cells' in block ? block.cells.filter((cell) => cell.kind === 'joined') : []));
}
