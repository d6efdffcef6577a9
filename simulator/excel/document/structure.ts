// Inserting and deleting cells, rows and columns, with all that hangs on them: merges, sizes, tables, conditional
// formats, validations, names and the references inside formulas.
import type { Rect } from '../address.ts';
import { contains, intersect, maxColumns, maxRows } from '../address.ts';
import type { LineShift } from '../formula/shift.ts';
import { shiftFormula, shiftSpan } from '../formula/shift.ts';
import type { DataChangeType } from './change.ts';
import { guardMerges, guardSheet } from './protection.ts';
import type { SheetDocument, SheetState } from './sheet-document.ts';
import type { WorkbookDocument } from './workbook-document.ts';

export type ShiftDirection = 'Up' | 'Down' | 'Left' | 'Right';

export function shiftCells(document: WorkbookDocument, sheet: SheetDocument, rect: Rect, direction: ShiftDirection): void {
  const axis = direction === 'Up' || direction === 'Down' ? 'row' : 'column';
  const deleting = direction === 'Up' || direction === 'Left';
  const isWhole = axis === 'row' ? rect.columns === maxColumns : rect.rows === maxRows;
  const shift: LineShift = {
    axis,
    start: axis === 'row' ? rect.row : rect.column,
    count: axis === 'row' ? rect.rows : rect.columns,
    deleting,
  };
  guardSheet(sheet, rect, permissionFor(axis, deleting));
  const lane: Rect = axis === 'row' ? { ...rect, rows: maxRows - rect.row } : { ...rect, columns: maxColumns - rect.column };
  if (!isWhole) guardMerges(sheet, lane, axis);

  moveCells(sheet, lane, shift);
  moveAreas(sheet.state, lane, shift);
  if (isWhole) {
    moveLines(sheet.state, shift);
    rewriteFormulas(document, sheet, shift);
  }
  document.emit({
    kind: 'changed',
    sheet,
    rect,
    changeType: changeTypeFor(axis, deleting, isWhole),
    ...(isWhole ? {} : { shift: `ShiftCell${direction}` }),
  });
}

function permissionFor(axis: 'row' | 'column', deleting: boolean) {
  if (axis === 'row') return deleting ? 'allowDeleteRows' : 'allowInsertRows';
  return deleting ? 'allowDeleteColumns' : 'allowInsertColumns';
}

function changeTypeFor(axis: 'row' | 'column', deleting: boolean, isWhole: boolean): DataChangeType {
  if (!isWhole) return deleting ? 'CellDeleted' : 'CellInserted';
  if (axis === 'row') return deleting ? 'RowDeleted' : 'RowInserted';
  return deleting ? 'ColumnDeleted' : 'ColumnInserted';
}

function moveCells(sheet: SheetDocument, lane: Rect, shift: LineShift): void {
  sheet.state.grid = sheet.state.grid.moved((row, column) => {
    if (!contains(lane, { row, column, rows: 1, columns: 1 })) return { row, column };
    const line = shift.axis === 'row' ? row : column;
    const span = shiftSpan(line, line, shift);
    if (span === undefined) return undefined;
    return shift.axis === 'row' ? { row: span.first, column } : { row, column: span.first };
  });
}

function shiftRect(rect: Rect, lane: Rect, shift: LineShift): Rect | undefined {
  // what only partly lies across the lane stays where it is, as Excel keeps its columns (or rows)
  const acrossLane = shift.axis === 'row'
    ? rect.column >= lane.column && rect.column + rect.columns <= lane.column + lane.columns
    : rect.row >= lane.row && rect.row + rect.rows <= lane.row + lane.rows;
  if (!acrossLane) return rect;
  if (shift.axis === 'row') {
    const span = shiftSpan(rect.row, rect.row + rect.rows - 1, shift);
    return span && { ...rect, row: span.first, rows: span.last - span.first + 1 };
  }
  const span = shiftSpan(rect.column, rect.column + rect.columns - 1, shift);
  return span && { ...rect, column: span.first, columns: span.last - span.first + 1 };
}

function moveAreas(state: SheetState, lane: Rect, shift: LineShift): void {
  const move = (rect: Rect) => shiftRect(rect, lane, shift);
  state.merges = state.merges.map(move).filter((rect) => rect !== undefined).filter((rect) => rect.rows * rect.columns > 1);
  state.tables = moveEach(state.tables, move);
  state.validations = moveEach(state.validations, move);
  state.conditionalFormats = state.conditionalFormats
    .map((item) => ({ ...item, rects: item.rects.map(move).filter((rect) => rect !== undefined) }))
    .filter((item) => item.rects.length > 0);
}

function moveEach<Item extends { rect: Rect }>(items: Item[], move: (rect: Rect) => Rect | undefined): Item[] {
  // the objects stay the same: add-ins hold on to them
  return items.filter((item) => {
    const rect = move(item.rect);
    if (rect !== undefined) item.rect = rect;
    return rect !== undefined;
  });
}

function moveLines(state: SheetState, shift: LineShift): void {
  const moveKey = (line: number) => shiftSpan(line, line, shift)?.first;
  const moveMap = <Item>(map: Map<number, Item>) =>
    new Map([...map].flatMap(([line, item]) => (moveKey(line) === undefined ? [] : [[moveKey(line)!, item] as const])));
  const moveSet = (set: Set<number>) => new Set([...set].map(moveKey).filter((line) => line !== undefined));
  if (shift.axis === 'row') {
    state.rowHeights = moveMap(state.rowHeights);
    state.hiddenRows = moveSet(state.hiddenRows);
    state.pageBreaks = moveSet(state.pageBreaks);
  } else {
    state.columnWidths = moveMap(state.columnWidths);
    state.columnFormats = moveMap(state.columnFormats);
    state.hiddenColumns = moveSet(state.hiddenColumns);
  }
}

function rewriteFormulas(document: WorkbookDocument, shifted: SheetDocument, shift: LineShift): void {
  rewriteAllFormulas(document, (formula, owner) => shiftFormula(formula, owner, shifted.name, shift));
}

/** every formula of the workbook: cells, names, conditional formats, charts */
export function rewriteAllFormulas(document: WorkbookDocument, rewrite: (formula: string, ownSheet: string) => string): void {
  for (const sheet of document.sheets) {
    const { grid, charts } = sheet.state;
    for (const { row, column, cell } of [...grid.within({ row: 0, column: 0, rows: maxRows, columns: maxColumns })]) {
      if (cell.formula === undefined) continue;
      const formula = rewrite(cell.formula, sheet.name);
      if (formula !== cell.formula) grid.set(row, column, { ...cell, formula });
    }
    const reference = (text: string | undefined) => text && rewrite(`=${text}`, sheet.name).slice(1);
    for (const chart of charts) {
      chart.source = reference(chart.source);
      for (const series of chart.series) {
        series.values = reference(series.values);
        series.categories = reference(series.categories);
      }
    }
  }
  for (const name of document.names) name.formula = rewrite(name.formula, name.scope?.name ?? '');
}

export function mergeCells(document: WorkbookDocument, sheet: SheetDocument, rect: Rect): void {
  const { state } = sheet;
  state.merges = state.merges.filter((merge) => intersect(merge, rect) === undefined);
  if (rect.rows * rect.columns > 1) {
    state.merges.push({ ...rect });
    // only the top-left value survives
    for (const { row, column, cell } of [...state.grid.within(rect)]) {
      if (row === rect.row && column === rect.column) continue;
      const { numberFormat, style } = cell;
      state.grid.set(row, column, { value: '', numberFormat, style });
    }
  }
  document.emit({ kind: 'format', sheet, rect });
}
