// Copy, cut and paste of cells as lines of text with tabs between, the way every spreadsheet understands.

import { cellName, wholeSheet } from '../../../excel/address.ts';
import { textOfValue } from '../../../excel/document/number-text.ts';
import type { CellEditor } from './cell-editor.ts';
import type { GridController } from './controller.ts';
import { range } from './drawing.ts';
import { selectRect } from './selection.ts';

export function listenToClipboard(editor: CellEditor, grid: GridController): void {
  const { field } = editor;
  const copied = (event: ClipboardEvent): boolean => {
    if (editor.isOn) return false;
    event.clipboardData?.setData('text/plain', selectedText(grid));
    event.preventDefault();
    return true;
  };
  field.addEventListener('copy', copied);
  field.addEventListener('cut', (event) => copied(event) && grid.clear());
  field.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (editor.isOn || text === '') return;
    event.preventDefault();
    paste(grid, text.replace(/\r?\n$/, '').split(/\r?\n/).map((line) => line.split('\t')));
  });
}

function paste(grid: GridController, table: string[][]): void {
  const { row, column } = grid.selection.active;
  grid.act(() => grid.host.user.type(grid.sheet.name, cellName(row, column), table));
  grid.select(selectRect(grid.shape(), { row, column, rows: table.length, columns: Math.max(...table.map((line) => line.length)) }));
}

function selectedText({ host, sheet, selection: { rect } }: GridController): string {
  const used = sheet.used(false, wholeSheet) ?? rect;
  const rows = Math.min(rect.rows, Math.max(1, used.row + used.rows - rect.row));
  const columns = Math.min(rect.columns, Math.max(1, used.column + used.columns - rect.column));
  const textAt = (row: number, column: number) =>
    sheet.isCovered(row, column) ? '' : textOfValue(host.document.valueOf(sheet, row, column), sheet.cell(row, column).numberFormat);
  return range(rect.row, rows).map((row) => range(rect.column, columns).map((column) => textAt(row, column)).join('\t')).join('\n');
}
