// How a form lies on paper: rows of cells from top to bottom, as data, so that drawing a form needs no code of its own.
// Recognition works from labels, not from this.

/** One cell of a paper row; `width` counts grid columns. `field` is a field key or a path (`followups/followup-1/time`). */
export type PaperCell =
  | { readonly kind: 'text'; readonly text: string; readonly width: number; readonly style?: 'title' | 'section' | 'note' }
  | { readonly kind: 'label'; readonly field: string; readonly width: number; readonly text?: string }
  /** `boxes`: the options are printed, each with a box (`国企□  民营☑`). */
  | { readonly kind: 'value'; readonly field: string; readonly width: number; readonly boxes?: boolean }
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
}

/** A table of the form: a header row, then one row a row. */
export interface PaperTable {
  readonly table: string;
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

export type PaperBlock = PaperRow | PaperTable;

export interface PaperLayout {
  readonly orientation: 'portrait' | 'landscape';
  /** Widths of the grid's columns in characters; of a list, its columns in the order of the fields. */
  readonly columns: readonly number[];
  /** A card's rows; a list has none and is drawn from its fields. */
  readonly blocks?: readonly PaperBlock[];
  /** A list's fields that stand above its header row instead of in a column. */
  readonly above?: readonly string[];
  /** Fields that the paper does not print: read where a sheet has them, never drawn. */
  readonly unprinted?: readonly string[];
}

/** The layout's cells that hold several fields: the one thing in which recognition asks the paper too. */
export function joinedCellsOf(layout: PaperLayout): JoinedCell[] {
  return (layout.blocks ?? []).flatMap((block) => ('cells' in block ? block.cells.filter((cell) => cell.kind === 'joined') : []));
}
