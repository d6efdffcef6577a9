// Sheets for tests, drawn as rows of values; `span` merges cells to the right and down.

import type { CellValue, Rect, SheetImage } from '../image.ts';

export type Sketched = CellValue | { readonly value: CellValue; readonly columns?: number; readonly rows?: number; readonly format?: string; readonly formula?: string };

/** Each row lists its cells from its first column on; a wide cell takes as many columns as it spans. */
export function sketch(rows: readonly (readonly Sketched[])[], options: { readonly name?: string; readonly top?: number; readonly left?: number; readonly visibility?: SheetImage['visibility'] } = {}): SheetImage {
  const merges: Rect[] = [];
  const values: CellValue[][] = [];
  const formats: string[][] = [];
  const formulas: string[][] = [];
  const top = options.top ?? 0;
  const left = options.left ?? 0;
  const width = Math.max(1, ...rows.map((row) => row.reduce<number>((sum, cell) => sum + (typeof cell === 'object' ? (cell.columns ?? 1) : 1), 0)));
  rows.forEach((row, r) => {
    values.push(Array<CellValue>(width).fill(''));
    formats.push(Array<string>(width).fill('General'));
    formulas.push(Array<string>(width).fill(''));
    let column = 0;
    for (const entry of row) {
      const cell = typeof entry === 'object' ? entry : { value: entry };
      values[r]![column] = cell.value;
      formats[r]![column] = cell.format ?? 'General';
      formulas[r]![column] = cell.formula ?? '';
      const size = { rows: cell.rows ?? 1, columns: cell.columns ?? 1 };
      if (size.rows > 1 || size.columns > 1) merges.push({ row: top + r, column: left + column, ...size });
      column += size.columns;
    }
  });
  const texts = values.map((row) => row.map(String));
  return { id: `sheet-${options.name ?? '表'}`, name: options.name ?? '表', visibility: options.visibility ?? 'visible', isProtected: false, row: top, column: left, values, formulas, texts, formats, merges, hiddenRows: [] };
}
