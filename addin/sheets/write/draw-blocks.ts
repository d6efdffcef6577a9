// The blocks of a card that are neither rows nor plain tables: boxes one under another, signing boxes side by side, tall
// cells beside a table.

import { fieldAt, readPath, rowsOf } from '../../../domain/forms/fields.ts';
import type { Field, Fields, FormDefinition, Row, Table, Value } from '../../../domain/forms/definition.ts';
import type { PaperBeside, PaperOptions, PaperSigning } from '../../../domain/forms/layout.ts';
import { drawCell, drawValue, lineHeight, looks } from './draw-sheet.ts';
import type { SheetDrawing } from './draw-sheet.ts';
import { drawTable } from './draw-table.ts';
import { boxedOption, optionsOf, sentenceText } from '../cells/written-value.ts';

export function drawOptions(drawing: SheetDrawing, field: Field, fields: Fields, paper: PaperOptions, top: number): number {
  const options = optionsOf(field.type);
  const value = readPath(fields, field.key);
  drawCell(drawing, { row: top, column: 0, rows: options.length, columns: paper.labelWidth }, field.label, looks.label);
  options.forEach((option, index) => {
    drawing.rowHeights[top + index] = paper.height ?? lineHeight;
    drawCell(drawing, { row: top + index, column: paper.labelWidth, rows: 1, columns: paper.width }, boxedOption(option, value), looks.value, '@');
  });
  return top + options.length;
}

export function drawSigning(drawing: SheetDrawing, table: Table, fields: Fields, paper: PaperSigning, top: number): number {
  const rows = new Map(rowsOf(fields, table.key));
  drawing.rowHeights[top] = lineHeight;
  paper.lines.forEach((line, index) => (drawing.rowHeights[top + 1 + index] = line.height));
  let column = 0;
  (table.fixedRows ?? []).forEach((fixed, turn) => {
    const range = { row: top, column, rows: 1, columns: paper.widths[turn]! };
    drawCell(drawing, range, `${fixed.label}${paper.ending ?? ''}`, looks.label);
    paper.lines.forEach((line, index) => drawCell(drawing, { ...range, row: top + 1 + index }, signedText(table, rows.get(fixed.key) ?? {}, line), line.worded ? looks.value : looks.signed, '@'));
    column += range.columns;
  });
  return top + 1 + paper.lines.length;
}

function signedText(table: Table, row: Row, line: PaperSigning['lines'][number]): string {
  const parts = line.columns.flatMap((key) => {
    const field = table.columns.find((candidate) => candidate.key === key)!;
    const value = row[key] as Value | undefined;
    const text = value === undefined ? '' : sentenceText(field, value);
    if (line.worded) return [`${field.label}：${text}`];
    return text === '' ? [] : [text];
  });
  return parts.join('\n');
}

export function drawBeside(drawing: SheetDrawing, form: FormDefinition, table: Table, fields: Fields, paper: PaperBeside, top: number): number {
  const width = paper.fields.reduce((sum, [, columns]) => sum + columns, 0);
  const tableWidth = paper.beside.columns.reduce((sum, [, columns]) => sum + columns, 0);
  drawing.rowHeights[top] = lineHeight;
  drawCell(drawing, { row: top, column: width, rows: 1, columns: tableWidth }, table.label, looks.label);
  const end = drawTable(drawing, table, fields, paper.beside, { row: top + 1, column: width });
  let column = 0;
  for (const [key, columns] of paper.fields) {
    const field = fieldAt(form, key)!;
    drawCell(drawing, { row: top, column, rows: 1, columns }, field.label, looks.label);
    drawValue(drawing, field, readPath(fields, key), { row: top + 1, column, rows: end - top - 1, columns }, '\n');
    column += columns;
  }
  return end;
}
