import { expect, it } from 'vitest';
import { spanOf } from './image.ts';

it('the area that holds all areas is found of more areas than a call takes arguments', () => {
  const areas = Array.from({ length: 300_000 }, (_none, turn) => ({ row: 7 + turn, column: 3 + (turn % 5), rows: 2, columns: 1 }));
  expect(spanOf(areas)).toEqual({ row: 7, column: 3, rows: 300_001, columns: 5 });
});
