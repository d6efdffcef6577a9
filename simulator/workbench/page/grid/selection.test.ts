import { expect, test } from 'vitest';
import { extendTo, move, selectCell, type SheetShape } from './selection.ts';

const filled = new Set(['0,0', '0,1', '0,2', '0,6']);
const shape: SheetShape = {
  merges: [{ row: 2, column: 1, rows: 2, columns: 3 }],
  isHiddenRow: (row) => row === 5,
  isHiddenColumn: () => false,
  isFilled: (row, column) => filled.has(`${row},${column}`),
};

test('a merged area is one cell: it is entered as a whole and left at its far side', () => {
  const inside = move(shape, selectCell(shape, 1, 2), 'down');
  expect(inside.rect).toEqual({ row: 2, column: 1, rows: 2, columns: 3 });
  expect(move(shape, inside, 'right').active).toEqual({ row: 2, column: 4 });
  expect(move(shape, inside, 'down').active).toEqual({ row: 4, column: 1 });
});

test('hidden rows are stepped over and the edge of the sheet holds', () => {
  expect(move(shape, selectCell(shape, 4, 0), 'down').active.row).toBe(6);
  expect(move(shape, selectCell(shape, 0, 0), 'up').active).toEqual({ row: 0, column: 0 });
});

test('a held selection grows over merged areas and Ctrl jumps along what is filled', () => {
  expect(extendTo(shape, selectCell(shape, 1, 0), 2, 1).rect).toEqual({ row: 1, column: 0, rows: 3, columns: 4 });
  const edge = move(shape, selectCell(shape, 0, 0), 'right', { jump: true });
  expect(edge.active.column).toBe(2);
  expect(move(shape, edge, 'right', { jump: true }).active.column).toBe(6);
});
