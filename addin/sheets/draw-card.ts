// A card on its paper: the rows of the form's layout from top to bottom, blank or filled in.

import { isRows, readPath, rowsInOrder } from '../../domain/forms/fields.ts';
import { layoutOf } from '../../domain/forms/layouts.ts';
import { hasContent } from '../../domain/forms/completeness.ts';
import type { Field, Fields, FormDefinition, Row, Table, Value } from '../../domain/forms/definition.ts';
import { fieldAt } from '../../domain/forms/fields.ts';
import type { PaperBlock, PaperCell, PaperRow, PaperTable } from '../../domain/forms/layout.ts';
import { drawCell, looks, newDrawing, planOf } from './draw-sheet.ts';
import type { SheetDrawing } from './draw-sheet.ts';
import type { SheetPlan } from './plan.ts';
import { boxedText, emptyFormat, optionsOf, writtenValue } from './written-value.ts';

const lineHeight = 22;
const spareLines = 2;
/** Where a value goes behind its label in the same cell. */
const blankLine = '____________';

export function drawCard(form: FormDefinition, fields: Fields, sheet: { readonly name: string; readonly key: string }): SheetPlan {
  const drawing = newDrawing();
  let row = 0;
  for (const block of layoutOf(form).blocks ?? []) row = drawBlock(drawing, form, fields, block, row);
  const columnWidths = Object.fromEntries(layoutOf(form).columns.map((width, column) => [column, width]));
  return planOf(drawing, { ...sheet, columnWidths, tables: [] }, { orientation: layoutOf(form).orientation, rows: row, columns: layoutOf(form).columns.length });
}

function drawBlock(drawing: SheetDrawing, form: FormDefinition, fields: Fields, block: PaperBlock, row: number): number {
  if ('table' in block) return drawTable(drawing, form.tables!.find((table) => table.key === block.table)!, fields, block, row);
  drawing.rowHeights[row] = block.height ?? lineHeight;
  drawRow(drawing, form, fields, block, row);
  return row + 1;
}

function drawRow(drawing: SheetDrawing, form: FormDefinition, fields: Fields, block: PaperRow, row: number): void {
  let column = 0;
  for (const cell of block.cells) {
    const range = { row, column, rows: 1, columns: cell.width };
    if (cell.kind === 'joined') {
      drawCell(drawing, { ...range, columns: cell.labelWidth }, cell.label, looks.label);
      drawCell(drawing, { ...range, column: column + cell.labelWidth }, joinedText(form, fields, cell), looks.value, '@');
      column += cell.labelWidth + cell.width;
      continue;
    }
    drawPart(drawing, form, fields, cell, range);
    column += cell.width;
  }
}

function drawPart(drawing: SheetDrawing, form: FormDefinition, fields: Fields, cell: Exclude<PaperCell, { kind: 'joined' }>, range: { row: number; column: number; rows: number; columns: number }): void {
  if (cell.kind === 'text') return drawCell(drawing, range, cell.text, cell.style ? looks[cell.style] : looks.label);
  const field = fieldAt(form, cell.field)!;
  if (cell.kind === 'label') return drawCell(drawing, range, cell.text ?? field.label, looks.label);
  const value = readPath(fields, cell.field);
  if (cell.kind === 'inline') return drawCell(drawing, range, `${field.label}：${value === undefined ? blankLine : inlineText(field, value)}`, looks.note, '@');
  if (cell.boxes) return drawCell(drawing, range, boxedText(field.type, value), looks.value, '@');
  drawValue(drawing, field, value, range);
}

function drawValue(drawing: SheetDrawing, field: Field, value: Value | undefined, range: { row: number; column: number; rows: number; columns: number }): void {
  const written = value === undefined ? { value: '', format: emptyFormat(field) } : writtenValue(field, value);
  drawCell(drawing, range, written.value, looks.value, written.format ?? '@');
  const list = optionsOf(field.type).map((option) => option.label);
  if (list.length > 0 && field.type.kind !== 'choices') drawing.validations.push({ range: { ...range, rows: 1, columns: 1 }, list });
}

/** A day inside a sentence is written out: 2026年9月2日. */
function inlineText(field: Field, value: Value): string {
  const text = String(writtenValue(field, value).value);
  if (field.type.kind === 'percent') return `${String(value)}%`;
  if (field.type.kind !== 'day') return text;
  const [year, month, date] = String(value).split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

function joinedText(form: FormDefinition, fields: Fields, cell: Extract<PaperCell, { kind: 'joined' }>): string {
  return cell.parts
    .flatMap(({ field: key, word }) => {
      const value = readPath(fields, key);
      return value === undefined ? [] : [`${word}：${inlineText(fieldAt(form, key)!, value)}`];
    })
    .join('；');
}

function drawTable(drawing: SheetDrawing, table: Table, fields: Fields, paper: PaperTable, top: number): number {
  const content = fields[table.key];
  const rows = isRows(content) ? rowsInOrder(content).filter(([, row]) => hasContent(table, row)) : [];
  const printed = (table.fixedRows ?? []).map((fixed): [string, Row] => [fixed.key, rows.find(([rowId]) => rowId === fixed.key)?.[1] ?? {}]);
  const free = rows.filter(([rowId]) => !table.fixedRows?.some((fixed) => fixed.key === rowId));
  const lines = [...printed, ...free];
  // A filled-in table keeps spare lines, so that a colleague's row still finds its place.
  const wanted = free.length > 0 ? Math.max(paper.rows, lines.length + spareLines) : paper.rows;
  while (lines.length < wanted) lines.push(['', {}]);
  const headRows = paper.ticked ? 2 : 1;
  const first = paper.side?.width ?? 0;
  if (paper.side) drawCell(drawing, { row: top, column: 0, rows: headRows + lines.length, columns: paper.side.width }, paper.side.text, looks.label);
  drawHead(drawing, table, paper, top, first, headRows);
  lines.forEach(([rowId, row], index) => {
    drawing.rowHeights[top + headRows + index] = paper.height ?? lineHeight;
    drawLine(drawing, table, paper, { rowId, row, number: index + 1 }, top + headRows + index, first);
  });
  return top + headRows + lines.length;
}

function drawHead(drawing: SheetDrawing, table: Table, paper: PaperTable, top: number, first: number, rows: number): void {
  let column = first;
  for (let row = top; row < top + rows; row++) drawing.rowHeights[row] = lineHeight;
  if (paper.numbered) {
    drawCell(drawing, { row: top, column, rows, columns: paper.numbered }, '序号', looks.label);
    column += paper.numbered;
  }
  for (const [key, width, head] of paper.columns) {
    const field = table.columns.find((candidate) => candidate.key === key);
    const ticked = paper.ticked?.includes(key) ?? false;
    drawCell(drawing, { row: top, column, rows: ticked ? 1 : rows, columns: width }, head ?? field?.label ?? '', looks.label);
    if (ticked) optionsOf(field!.type).forEach((option, index) => drawCell(drawing, { row: top + 1, column: column + index, rows: 1, columns: 1 }, option.code ?? option.label, looks.label));
    column += width;
  }
}

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
    if (printed !== undefined && (key === '' || key === table.rowLabel)) drawCell(drawing, range, printed, looks.label);
    else if (field && paper.ticked?.includes(key)) drawTicks(drawing, field, line.row[key] as Value | undefined, row, column);
    else if (field) drawValue(drawing, field, line.row[key] as Value | undefined, range);
    else drawCell(drawing, range, '', looks.label);
    column += width;
  }
}

function drawTicks(drawing: SheetDrawing, field: Field, value: Value | undefined, row: number, column: number): void {
  optionsOf(field.type).forEach((option, index) => drawCell(drawing, { row, column: column + index, rows: 1, columns: 1 }, option.label === value ? '√' : '', { ...looks.value, horizontal: 'center' }));
}
