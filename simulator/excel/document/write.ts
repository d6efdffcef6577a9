// Writes contents and formats into cells; every write ends in one change that listeners are told of.
import { HostError } from '../../wire/errors.ts';
import type { Rect } from '../address.ts';
import { intersect, isSingleCell, maxColumns, maxRows } from '../address.ts';
import type { CellValue } from '../workbook-data.ts';
import type { Cell } from './cell.ts';
import { guardSheet } from './protection.ts';
import type { SheetDocument } from './sheet-document.ts';
import type { Typist } from './typing.ts';
import { typed } from './typing.ts';
import type { WorkbookDocument } from './workbook-document.ts';

const writableCells = 5_000_000;
const maxTextLength = 32_767;

/** null and undefined leave a cell as it is */
export type Input = CellValue | null | undefined;

export function writeInputs(
  document: WorkbookDocument,
  sheet: SheetDocument,
  rect: Rect,
  inputAt: (row: number, column: number) => Input,
  typist: Typist,
): void {
  guardSheet(sheet, rect, 'contents');
  if (rect.rows * rect.columns > writableCells) throw new HostError('RangeExceedsLimit');
  const before = isSingleCell(rect) ? document.valueOf(sheet, rect.row, rect.column) : undefined;
  eachCell(rect, (row, column) => {
    const input = inputAt(row - rect.row, column - rect.column);
    if (input === null || input === undefined || sheet.isCovered(row, column)) return;
    if (typeof input === 'string' && input.length > maxTextLength)
      throw new HostError('InvalidArgument', 'The text is longer than a cell can hold (32,767 characters).');
    if (typeof input === 'object') throw new HostError('InvalidArgument');
    sheet.state.grid.set(row, column, typed(input, sheet.cell(row, column), typist));
  });
  document.touch();
  const details = before === undefined ? {} : { details: { before, after: document.valueOf(sheet, rect.row, rect.column) } };
  document.emit({ kind: 'changed', sheet, rect, changeType: 'RangeEdited', ...details });
}

/** Changes formats; whole columns remember the format for cells that are not stored yet. */
export function writeFormat(
  document: WorkbookDocument,
  sheet: SheetDocument,
  rect: Rect,
  change: (cell: Cell, row: number, column: number) => Cell,
): void {
  guardSheet(sheet, rect, 'allowFormatCells');
  const { grid, columnFormats } = sheet.state;
  if (rect.rows === maxRows) {
    for (let column = rect.column; column < rect.column + rect.columns; column++)
      columnFormats.set(column, { ...change(columnFormats.get(column) ?? { value: '' }, 0, column), value: '' });
    for (const { row, column, cell } of [...grid.within(rect)]) grid.set(row, column, change(cell, row, column));
  } else {
    eachCell(bounded(sheet, rect), (row, column) => grid.set(row, column, change(sheet.cell(row, column), row, column)));
  }
  document.emit({ kind: 'format', sheet, rect });
}

/** whole rows: up to the used columns (assumption "Formats of whole rows") */
function bounded(sheet: SheetDocument, rect: Rect): Rect {
  if (rect.columns < maxColumns) return rect;
  const used = sheet.used(false, { row: 0, column: 0, rows: maxRows, columns: maxColumns });
  return { ...rect, columns: Math.max(used === undefined ? 0 : used.column + used.columns, 26) };
}

export function clearCells(document: WorkbookDocument, sheet: SheetDocument, rect: Rect, applyTo: string): void {
  guardSheet(sheet, rect, applyTo === 'Formats' ? 'allowFormatCells' : 'contents');
  const { grid } = sheet.state;
  const clearsContents = applyTo === 'All' || applyTo === 'Contents';
  const clearsFormats = applyTo === 'All' || applyTo === 'Formats';
  for (const { row, column, cell } of [...grid.within(rect)]) {
    const { value, formula, cached, numberFormat, style, hyperlink } = cell;
    grid.set(row, column, {
      ...(clearsContents ? { value: '' } : { value, formula, cached }),
      ...(clearsFormats ? {} : { numberFormat, style }),
      ...(applyTo === 'All' || applyTo.includes('Hyperlinks') ? {} : { hyperlink }),
    });
  }
  if (clearsFormats) {
    sheet.state.merges = sheet.state.merges.filter((merge) => intersect(merge, rect) === undefined);
    if (rect.rows === maxRows)
      for (let column = rect.column; column < rect.column + rect.columns; column++) sheet.state.columnFormats.delete(column);
  }
  if (applyTo === 'All') {
    const { validations, conditionalFormats } = sheet.state;
    sheet.state.validations = validations.filter((item) => intersect(item.rect, rect) === undefined);
    sheet.state.conditionalFormats = conditionalFormats.filter((item) => !item.rects.every((one) => intersect(one, rect)));
  }
  if (clearsContents) document.emit({ kind: 'changed', sheet, rect, changeType: 'RangeEdited' });
  else document.emit({ kind: 'format', sheet, rect });
}

export function eachCell(rect: Rect, visit: (row: number, column: number) => void): void {
  for (let row = rect.row; row < rect.row + rect.rows; row++)
    for (let column = rect.column; column < rect.column + rect.columns; column++) visit(row, column);
}
