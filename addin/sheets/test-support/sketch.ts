// Sheets for tests, drawn as rows of values; `span` merges cells to the right and down.

import type { CellValue, Rect, SheetImage } from '../image.ts';

export interface SketchedCell {
  readonly value: CellValue;
  readonly columns?: number;
  readonly rows?: number;
  readonly format?: string;
  readonly formula?: string;
  /** As shown; without it the value. */
  readonly text?: string;
}

export type Sketched = CellValue | SketchedCell;

/** Each row lists its cells from its first column on; a wide cell takes as many columns as it spans. */
export function sketch(rows: readonly (readonly Sketched[])[], options: { readonly name?: string; readonly top?: number; readonly left?: number; readonly visibility?: SheetImage['visibility']; readonly hiddenRows?: readonly number[] } = {}): SheetImage {
  const merges: Rect[] = [];
  const values: CellValue[][] = [];
  const formats: string[][] = [];
  const formulas: string[][] = [];
  const texts: string[][] = [];
  const top = options.top ?? 0;
  const left = options.left ?? 0;
  const width = Math.max(1, ...rows.map((row) => row.reduce<number>((sum, cell) => sum + (typeof cell === 'object' ? (cell.columns ?? 1) : 1), 0)));
  rows.forEach((row, r) => {
    values.push(Array<CellValue>(width).fill(''));
    formats.push(Array<string>(width).fill('General'));
    formulas.push(Array<string>(width).fill(''));
    texts.push(Array<string>(width).fill(''));
    let column = 0;
    for (const entry of row) {
      const cell = typeof entry === 'object' ? entry : { value: entry };
      values[r]![column] = cell.value;
      formats[r]![column] = cell.format ?? 'General';
      formulas[r]![column] = cell.formula ?? '';
      texts[r]![column] = cell.text ?? String(cell.value);
      const size = { rows: cell.rows ?? 1, columns: cell.columns ?? 1 };
      if (size.rows > 1 || size.columns > 1) merges.push({ row: top + r, column: left + column, ...size });
      column += size.columns;
    }
  });
  return { id: `sheet-${options.name ?? '表'}`, name: options.name ?? '表', visibility: options.visibility ?? 'visible', isProtected: false, row: top, column: left, values, formulas, texts, formats, merges, hiddenRows: options.hiddenRows ?? [] };
}
