// Where the paper of 客户档案 goes over to its second page: between its parts.

import { expect, it } from 'vitest';
import { formOf } from '../../../domain/forms/registry.ts';
import { drawForm } from './draw-form.ts';

const heightOfA4 = 842;

it('the archive prints its first part on one page and its other parts on the next', () => {
  const plan = drawForm(formOf('customer-archive')!, [{}], { name: '表', key: 'form/1' });
  const { margins, printArea, fitToHeight, breaksAbove } = plan.pageSetup;
  const second = plan.cells.find((cell) => String(cell.value).startsWith('第二部分'))!.row;
  const heightOf = (from: number, to: number): number => Object.entries(plan.rowHeights).reduce((sum, [row, height]) => (Number(row) >= from && Number(row) < to ? sum + height : sum), 0);
  const page = heightOfA4 - margins!.top - margins!.bottom;
  expect(fitToHeight).toBe(false);
  expect(breaksAbove).toEqual([second]);
  expect(heightOf(0, second)).toBeLessThanOrEqual(page);
  expect(heightOf(second, printArea.rows)).toBeLessThanOrEqual(page);
});
