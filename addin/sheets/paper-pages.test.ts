// Where the paper of 客户档案 goes over to its second page: between its parts, at the width of A4 or a little less.

import { expect, it } from 'vitest';
import { formOf } from '../../domain/forms/registry.ts';
import { drawForm } from './draw-form.ts';

const heightOfA4 = 842;
const widthOfA4 = 595;
/** Points of a column so many characters wide, and what an Excel of another font makes of it at most. */
const pointsOf = (width: number): number => ((width * 7 + 5) * 3) / 4;

it('the archive prints its first part on one page and its other parts on the next', () => {
  const plan = drawForm(formOf('customer-archive')!, [{}], { name: '表', key: 'form/1' });
  const { margins, printArea, fitToHeight } = plan.pageSetup;
  const second = plan.cells.find((cell) => String(cell.value).startsWith('第二部分'))!.row;
  const heightOf = (from: number, to: number): number => Object.entries(plan.rowHeights).reduce((sum, [row, height]) => (Number(row) >= from && Number(row) < to ? sum + height : sum), 0);
  const page = heightOfA4 - margins!.top - margins!.bottom;
  const width = Object.values(plan.columnWidths).reduce((sum, column) => sum + pointsOf(column), 0);
  const scale = Math.min(1, (widthOfA4 - margins!.left - margins!.right) / width);
  expect(fitToHeight).toBe(false);
  expect(heightOf(0, second)).toBeLessThanOrEqual(page);
  expect(heightOf(0, second + 1)).toBeGreaterThan(page / scale);
  expect(heightOf(second, printArea.rows)).toBeLessThanOrEqual(page);
});
