// A list as Keybook lays it out: title, the fields that stand above, one heading row as an Excel table, one row a record.

import type { Field, Fields, FormDefinition, Value } from '../../../domain/forms/definition.ts';
import { layoutOf } from '../../../domain/forms/layouts.ts';
import { drawCell, lineHeight, lookOf, looks, newDrawing, planOf } from './draw-sheet.ts';
import type { SheetPlan } from '../plan.ts';
import { emptyFormat, optionsOf, writtenValue } from '../cells/written-value.ts';

const blankRows = 12;
const headHeight = 30;

export function drawList(form: FormDefinition, records: readonly Fields[], sheet: { readonly name: string; readonly key: string }): SheetPlan {
  const drawing = newDrawing();
  const above = form.fields.filter((field) => layoutOf(form).above?.includes(field.key));
  const columns = form.fields.filter((field) => !above.includes(field) && !layoutOf(form).unprinted?.includes(field.key));
  drawCell(drawing, { row: 0, column: 0, rows: 1, columns: columns.length }, form.title, looks.title);
  drawing.rowHeights[0] = 32;
  above.forEach((field, index) => {
    const value = records[0]?.[field.key] as Value | undefined;
    drawCell(drawing, { row: 1 + index, column: 0, rows: 1, columns: columns.length }, `${field.label}：${value === undefined ? '' : String(value)}`, looks.note, '@');
  });
  const head = 1 + above.length;
  const rows = Math.max(records.length, blankRows);
  columns.forEach((field, column) => drawColumn(drawing, field, column, head, rows, records));
  drawing.rowHeights[head] = headHeight;
  // Rows with text grow by themselves; blank ones leave room to write.
  for (let row = head + 1 + records.length; row <= head + rows; row++) drawing.rowHeights[row] = lineHeight;
  const columnWidths = Object.fromEntries(layoutOf(form).columns.map((width, column) => [column, width]));
  const range = { row: head, column: 0, rows: rows + 1, columns: columns.length };
  const tables = [{ name: `keybook_${form.id.replaceAll('-', '_')}_${checksum(sheet.name)}`, range }];
  return planOf(drawing, { ...sheet, columnWidths, tables, frozenRows: head + 1 }, { orientation: layoutOf(form).orientation, rows: head + 1 + rows, columns: columns.length, titleRows: [0, head] });
}

function drawColumn(drawing: ReturnType<typeof newDrawing>, field: Field, column: number, head: number, rows: number, records: readonly Fields[]): void {
  drawCell(drawing, { row: head, column, rows: 1, columns: 1 }, field.label, { ...looks.label, bold: true });
  const body = { row: head + 1, column, rows, columns: 1 };
  drawing.styles.push({ range: body, style: { ...lookOf(field), numberFormat: emptyFormat(field) ?? '@', borders: { ...looks.value.borders, insideHorizontal: looks.value.borders.top } } });
  const list = optionsOf(field.type).map((option) => option.label);
  if (list.length > 0 && field.type.kind !== 'choices') drawing.validations.push({ range: body, list });
  records.forEach((record, index) => {
    const value = record[field.key] as Value | undefined;
    if (value !== undefined) drawing.cells.push({ row: head + 1 + index, column, value: writtenValue(field, value).value });
  });
}

/** Table names are unique in a workbook: the sheet's name tells two lists of a form apart. */
function checksum(name: string): string {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + character.codePointAt(0)!) % 1_679_616;
  return sum.toString(36);
}
