// The image that a plan will give once it is drawn: lets drawing and recognition be tried on each other without a host.

import type { CellValue, SheetImage } from '../image.ts';
import type { SheetPlan } from '../plan.ts';

export function imageOfPlan(plan: SheetPlan, id = `plan:${plan.key}`): SheetImage {
  const rows = Math.max(0, ...plan.cells.map((cell) => cell.row + 1), ...plan.styles.map(({ range }) => range.row + range.rows));
  const columns = Math.max(0, ...plan.cells.map((cell) => cell.column + 1), ...plan.styles.map(({ range }) => range.column + range.columns));
  const grid = <Entry>(entry: Entry): Entry[][] => Array.from({ length: rows }, () => Array.from({ length: columns }, () => entry));
  const values = grid<CellValue>('');
  const formulas = grid('');
  const formats = grid('General');
  for (const { range, style } of plan.styles) {
    if (!style.numberFormat) continue;
    for (let row = range.row; row < range.row + range.rows; row++) formats[row]!.fill(style.numberFormat, range.column, range.column + range.columns);
  }
  for (const cell of plan.cells) {
    values[cell.row]![cell.column] = cell.value ?? '';
    formulas[cell.row]![cell.column] = cell.formula ?? '';
  }
  const texts = values.map((row) => row.map(String));
  return { id, name: plan.name, visibility: 'visible', isProtected: false, row: 0, column: 0, values, formulas, texts, formats, merges: plan.merges, hiddenRows: [] };
}
