// A table of a card on its paper: headings, one row a row, spare rows, perhaps a row with the sum.

import { hasContent } from '../../../domain/forms/completeness.ts';
import { rowsOf } from '../../../domain/forms/fields.ts';
import type { Field, Fields, Row, Table, Value } from '../../../domain/forms/definition.ts';
import type { PaperTable } from '../../../domain/forms/layout.ts';
import { drawCell, drawValue, lineHeight, looks } from './draw-sheet.ts';
import type { SheetDrawing } from './draw-sheet.ts';
import { addressOf } from '../image.ts';
import type { Place } from '../ledger-entry.ts';
import { optionsOf, sentenceText } from '../cells/written-value.ts';

const spareLines = 2;

type Line = readonly [rowId: string, row: Row];

/** Draws the table with its top left corner at a place; the first row below it. */
export function drawTable(drawing: SheetDrawing, table: Table, fields: Fields, paper: PaperTable, at: Place): number {
  const lines = linesOf(table, fields, paper);
  const headRows = paper.isWorded ? 0 : paper.ticked ? 2 : 1;
  const top = at.row + headRows;
  const first = at.column + (paper.side?.width ?? 0);
  const rows = lines.length + (paper.total ? 1 : 0);
  if (paper.side) drawCell(drawing, { row: at.row, column: at.column, rows: headRows + rows, columns: paper.side.width }, paper.side.text, looks.label);
  if (headRows > 0) drawHead(drawing, table, paper, at.row, first, headRows);
  for (let row = top; row < top + rows; row++) drawing.rowHeights[row] = paper.height ?? lineHeight;
  lines.forEach(([rowId, row], index) => drawLine(drawing, table, paper, { rowId, row, number: index + 1 }, top + index, first));
  if (paper.total) drawTotal(drawing, table, paper, { top, rows: lines.length, first });
  return top + rows;
}

/** Printed rows first, each in its place, then what is filled in, then spare rows. */
function linesOf(table: Table, fields: Fields, paper: PaperTable): Line[] {
  const filled = rowsOf(fields, table.key).filter(([, row]) => hasContent(table, row));
  const fixed = (table.fixedRows ?? []).map(({ key }): Line => [key, filled.find(([rowId]) => rowId === key)?.[1] ?? {}]);
  const free = filled.filter(([rowId]) => !table.fixedRows?.some(({ key }) => key === rowId));
  const named = (paper.printed ?? []).map((label): Line => ['', { [table.rowLabel!]: label }]);
  const lines: Line[] = [...fixed, ...named];
  for (const line of free) {
    const place = lines.findIndex(([rowId, row]) => rowId === '' && row[table.rowLabel!] === line[1][table.rowLabel!]);
    if (place < 0) lines.push(line);
    else lines[place] = line;
  }
  // A filled-in table keeps spare lines, so that a colleague's row still finds its place.
  const wanted = free.length > 0 ? Math.max(paper.rows, lines.length + (paper.printed ? 1 : spareLines)) : paper.rows;
  while (lines.length < wanted) lines.push(['', {}]);
  return lines;
}

function drawHead(drawing: SheetDrawing, table: Table, paper: PaperTable, top: number, first: number, rows: number): void {
  let column = first;
  for (let row = top; row < top + rows; row++) drawing.rowHeights[row] = lineHeight;
  drawing.rowHeights[top] = lineHeight * (paper.corner ? 2.5 : paper.ticked ? 1.5 : 1);
  if (paper.numbered) {
    drawCell(drawing, { row: top, column, rows, columns: paper.numbered }, '序号', looks.label);
    column += paper.numbered;
  }
  for (const [key, width, head] of paper.columns) {
    const field = table.columns.find((candidate) => candidate.key === key);
    const ticked = paper.ticked?.includes(key) ?? false;
    const range = { row: top, column, rows: ticked ? 1 : rows, columns: width };
    if (paper.corner && key === table.rowLabel) drawCell(drawing, range, `${'\u3000'.repeat(cornerIndent)}${paper.corner[0]}\n\n${paper.corner[1]}`, looks.corner);
    else drawCell(drawing, range, head ?? field?.label ?? '', looks.label);
    if (ticked) optionsOf(field!.type).forEach((option, index) => drawCell(drawing, { row: top + 1, column: column + index, rows: 1, columns: 1 }, option.code ?? option.label, looks.label));
    column += width;
  }
}

/** Moves the upper label of a corner to the right of the diagonal. */
const cornerIndent = 6;

function drawLine(drawing: SheetDrawing, table: Table, paper: PaperTable, line: { readonly rowId: string; readonly row: Row; readonly number: number }, row: number, first: number): void {
  let column = first;
  if (paper.numbered) {
    drawCell(drawing, { row, column, rows: 1, columns: paper.numbered }, line.number, looks.label);
    column += paper.numbered;
  }
  const printed = table.fixedRows?.find((fixed) => fixed.key === line.rowId)?.label;
  for (const [key, width] of paper.columns) {
    const field = table.columns.find((candidate) => candidate.key === key);
    const range = { row, column, rows: 1, columns: width };
    const value = line.row[key] as Value | undefined;
    if (printed !== undefined && (key === '' || key === table.rowLabel)) drawCell(drawing, range, printed, looks.label);
    else if (field && paper.ticked?.includes(key)) drawTicks(drawing, field, value, row, column);
    else if (field && paper.isWorded) drawCell(drawing, range, `${field.label}：${value === undefined ? '' : sentenceText(field, value)}`, looks.value, '@');
    else if (field) drawValue(drawing, field, value, range);
    else drawCell(drawing, range, '', looks.label);
    column += width;
  }
}

function drawTicks(drawing: SheetDrawing, field: Field, value: Value | undefined, row: number, column: number): void {
  optionsOf(field.type).forEach((option, index) => drawCell(drawing, { row, column: column + index, rows: 1, columns: 1 }, option.label === value ? '√' : '', { ...looks.value, horizontal: 'center', indent: 0 }));
}

/** A sum of nothing shows nothing. */
const sumFormat = '#,##0.00;-#,##0.00;';

function drawTotal(drawing: SheetDrawing, table: Table, paper: PaperTable, rows: { readonly top: number; readonly rows: number; readonly first: number }): void {
  const row = rows.top + rows.rows;
  let column = rows.first;
  paper.columns.forEach(([key, width], index) => {
    const range = { row, column, rows: 1, columns: width };
    if (key === table.total) drawCell(drawing, range, '', { ...looks.figure, bold: true }, sumFormat, `=SUM(${addressOf(rows.top, column)}:${addressOf(row - 1, column)})`);
    else drawCell(drawing, range, index === 0 ? paper.total! : '', looks.label);
    column += width;
  });
}
