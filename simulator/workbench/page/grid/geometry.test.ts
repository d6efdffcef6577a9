import { expect, test } from 'vitest';
import { Axis, boxOf, geometryOf, linesWithin } from './geometry.ts';

test('positions, sizes and the line at a position agree for every line, hidden ones are never met', () => {
  const axis = new Axis(20, new Map([[0, 30], [3, 0], [4, 0], [7, 55]]));
  let position = 0;
  for (let index = 0; index < 40; index++) {
    expect(axis.startOf(index)).toBe(position);
    const size = axis.sizeOf(index);
    for (let within = 0; within < size; within++) expect(axis.at(position + within)).toBe(index);
    position += size;
  }
  expect(axis.sizeOf(3)).toBe(0);
});

test('points become pixels, and a rectangle over a hidden row is as high as what is seen of it', () => {
  const geometry = geometryOf({ rowHeights: new Map([[1, 30]]), columnWidths: new Map([[1, 75]]), hiddenRows: new Set([2]), hiddenColumns: new Set() });
  expect(boxOf(geometry, { row: 1, column: 1, rows: 3, columns: 1 })).toEqual({ left: 72, top: 19, width: 100, height: 59 });
  expect(linesWithin(geometry.rows, 19, 41)).toEqual({ first: 1, last: 3 });
});
