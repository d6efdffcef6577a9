// The mouse in the grid: selecting, dragging, heads and their sizes, the menu of a cell.

import { wholeSheet, type Rect } from '../../../excel/address.ts';
import { openMenu } from '../menu.ts';
import type { GridController } from './controller.ts';
import { pixelsPerPoint } from './geometry.ts';
import type { Hit } from './grid-view.ts';
import { extendTo, selectCell, selectRect } from './selection.ts';

const edgePixels = 5;

export function listenToPointer(grid: GridController): void {
  const { stage } = grid.view;
  stage.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || event.target instanceof HTMLTextAreaElement && grid.isEditing) return;
    event.preventDefault();
    grid.finishEditing();
    grid.focus();
    if (!startResize(grid, event)) startSelecting(grid, event);
  });
  stage.addEventListener('dblclick', (event) => {
    if (!grid.isEditing && grid.view.hit(event.clientX, event.clientY).kind === 'cell') grid.startEditing();
  });
  stage.addEventListener('contextmenu', (event) => openCellMenu(grid, event));
}

function startSelecting(grid: GridController, event: PointerEvent): void {
  const shape = grid.shape();
  const hit = grid.view.hit(event.clientX, event.clientY);
  if (hit.kind === 'corner') return grid.select(selectRect(shape, grid.sheet.used(false, wholeSheet) ?? grid.selection.rect));
  if (hit.kind !== 'cell') return grid.select(selectRect(shape, lineOf(hit)));
  grid.select(event.shiftKey ? extendTo(shape, grid.selection, hit.row, hit.column) : selectCell(shape, hit.row, hit.column));
  follow((at) => {
    const over = grid.view.hit(at.clientX, at.clientY);
    if (over.row !== grid.selection.end.row || over.column !== grid.selection.end.column) grid.select(extendTo(shape, grid.selection, over.row, over.column));
  });
}

/** The last pixels of a head drag its size. */
function startResize(grid: GridController, event: PointerEvent): boolean {
  const head = (event.target as HTMLElement).closest<HTMLElement>('.ch, .rh');
  if (head === null) return false;
  const isColumn = head.classList.contains('ch');
  const box = head.getBoundingClientRect();
  if ((isColumn ? box.right - event.clientX : box.bottom - event.clientY) > edgePixels) return false;
  const line = Number(isColumn ? head.dataset['column'] : head.dataset['row']);
  const from = isColumn ? event.clientX : event.clientY;
  let size = isColumn ? box.width : box.height;
  const dragged = (at: PointerEvent) => { size = Math.max(4, (isColumn ? box.width : box.height) + (isColumn ? at.clientX : at.clientY) - from); };
  follow(dragged, () => grid.resize(isColumn ? 'column' : 'row', line, size / pixelsPerPoint));
  return true;
}

function follow(moved: (event: PointerEvent) => void, ended: () => void = () => {}): void {
  document.body.classList.add('dragging');
  addEventListener('pointermove', moved);
  addEventListener('pointerup', () => {
    removeEventListener('pointermove', moved);
    document.body.classList.remove('dragging');
    ended();
  }, { once: true });
}

function openCellMenu(grid: GridController, event: MouseEvent): void {
  event.preventDefault();
  const hit = grid.view.hit(event.clientX, event.clientY);
  if (!isWithin(grid.selection.rect, hit)) grid.select(hit.kind === 'cell' ? selectCell(grid.shape(), hit.row, hit.column) : selectRect(grid.shape(), lineOf(hit)));
  const { rect } = grid.selection;
  const isAllRows = rect.rows === wholeSheet.rows;
  const isAllColumns = rect.columns === wholeSheet.columns;
  openMenu({ x: event.clientX, y: event.clientY }, [
    { label: '在上方插入行', act: () => grid.shift('row', 'insert'), disabled: isAllRows },
    { label: '在左侧插入列', act: () => grid.shift('column', 'insert'), disabled: isAllColumns },
    { label: '删除行', act: () => grid.shift('row', 'delete'), disabled: isAllRows },
    { label: '删除列', act: () => grid.shift('column', 'delete'), disabled: isAllColumns },
    'line',
    { label: '清除内容', act: () => grid.clear() },
    { label: '撤销', act: () => grid.undo(), disabled: !grid.canUndo },
  ]);
}

function lineOf(hit: Hit): Rect {
  return hit.kind === 'row' ? { row: hit.row, rows: 1, column: 0, columns: wholeSheet.columns } : { row: 0, rows: wholeSheet.rows, column: hit.column, columns: 1 };
}

function isWithin(rect: Rect, { kind, row, column }: Hit): boolean {
  const inRows = row >= rect.row && row < rect.row + rect.rows;
  const inColumns = column >= rect.column && column < rect.column + rect.columns;
  if (kind === 'row') return inRows && rect.columns === wholeSheet.columns;
  return kind === 'column' ? inColumns && rect.rows === wholeSheet.rows : inRows && inColumns;
}
