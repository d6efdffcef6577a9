// A card on its paper: the blocks of the form's layout from top to bottom, blank or filled in.

import { fieldAt, readPath } from '../../../domain/forms/fields.ts';
import { layoutOf } from '../../../domain/forms/layouts.ts';
import type { Field, Fields, FormDefinition, Table, Value } from '../../../domain/forms/definition.ts';
import type { PaperBlock, PaperCell, PaperRow } from '../../../domain/forms/layout.ts';
import { drawBeside, drawOptions, drawSigning } from './draw-blocks.ts';
import { drawCell, drawValue, lineHeight, looks, newDrawing, planOf } from './draw-sheet.ts';
import type { SheetDrawing } from './draw-sheet.ts';
import { drawTable } from './draw-table.ts';
import type { Rect } from '../image.ts';
import type { SheetPlan } from '../plan.ts';
import { boxedText, sentenceText } from '../cells/written-value.ts';

/** Where a value goes behind its label in the same cell. */
const blankLine = '____________';

export function drawCard(form: FormDefinition, fields: Fields, sheet: { readonly name: string; readonly key: string }): SheetPlan {
  const drawing = newDrawing();
  const layout = layoutOf(form);
  let row = 0;
  const breaksAbove: number[] = [];
  for (const block of layout.blocks ?? []) {
    if ('cells' in block && block.newPage) breaksAbove.push(row);
    row = drawBlock(drawing, form, fields, block, row);
  }
  const columnWidths = Object.fromEntries(layout.columns.map((width, column) => [column, width]));
  return planOf(drawing, { ...sheet, columnWidths, tables: [] }, { orientation: layout.orientation, onePage: layout.onePage, breaksAbove, rows: row, columns: layout.columns.length });
}

/** Draws a block from a row on; the first row below it. */
function drawBlock(drawing: SheetDrawing, form: FormDefinition, fields: Fields, block: PaperBlock, row: number): number {
  const table = (key: string): Table => form.tables!.find((candidate) => candidate.key === key)!;
  if ('table' in block) return drawTable(drawing, table(block.table), fields, block, { row, column: 0 });
  if ('options' in block) return drawOptions(drawing, fieldAt(form, block.options)!, fields, block, row);
  if ('signing' in block) return drawSigning(drawing, table(block.signing), fields, block, row);
  if ('beside' in block) return drawBeside(drawing, form, table(block.beside.table), fields, block, row);
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

function drawPart(drawing: SheetDrawing, form: FormDefinition, fields: Fields, cell: Exclude<PaperCell, { kind: 'joined' }>, range: Rect): void {
  if (cell.kind === 'text') return drawCell(drawing, range, cell.text, cell.style ? looks[cell.style] : looks.label);
  const field = fieldAt(form, cell.field)!;
  if (cell.kind === 'label') return drawCell(drawing, range, cell.text ?? field.label, looks.label);
  const value = readPath(fields, cell.field);
  if (cell.kind === 'inline') return drawCell(drawing, range, inlineText(field, value), looks.note, '@');
  if (cell.boxes) return drawCell(drawing, range, boxedText(field.type, value, cell.boxes), looks.value, '@');
  drawValue(drawing, field, value, range);
}

function inlineText(field: Field, value: Value | undefined): string {
  return `${field.label}：${value === undefined ? blankLine : sentenceText(field, value)}`;
}

function joinedText(form: FormDefinition, fields: Fields, cell: Extract<PaperCell, { kind: 'joined' }>): string {
  return cell.parts
    .flatMap(({ field: key, word }) => {
      const value = readPath(fields, key);
      return value === undefined ? [] : [`${word}：${sentenceText(fieldAt(form, key)!, value)}`];
    })
    .join('；');
}
