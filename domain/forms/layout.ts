// How a form lies on paper. Drawing follows it; recognition works from labels and uses it only as a hint.

/** A row of cells: labels and value places by width in grid columns; `table` lets a table of the form lie here. */
export interface PaperLayout {
  readonly orientation: 'portrait' | 'landscape';
  /** Widths of the grid's columns in characters. */
  readonly columns: readonly number[];
}
