// A card's tables with printed rows, laid across: persons as columns, or what each row costs below its name.

import { rowsOf } from '../../../domain/forms/fields.ts';
import type { Field, Row, Table, Value } from '../../../domain/forms/definition.ts';
import { putValue } from './drawn-card.ts';
import type { Pen } from './drawn-card.ts';
import { partsOf } from './paper.ts';

export function canBeTurned(table: Table): boolean {
  return table.fixedRows !== undefined && table.rowLabel !== undefined && table.isSigned !== true;
}

/** Draws a table with its rows as columns from a row on and gives the first row after it. */
export function drawTurned(pen: Pen, table: Table, top: number): number {
  const fields = table.columns.filter((column) => column.key !== table.rowLabel);
  const fixed = table.fixedRows!;
  const rows = rowsOf(pen.record, table.key);
  const hasLabels = fields.length > 1;
  const widths = partsOf(pen.width, fixed.length + (hasLabels ? 1 : 0), pen.layout);
  const columns = widths.map((_, index) => pen.left + widths.slice(0, index).reduce((sum, width) => sum + width, 0));
  if (hasLabels) {
    pen.paper.put({ row: top, column: pen.left }, pen.layout.pick(['', pen.labelOf(table)]), 1, widths[0]);
    fields.forEach((field, line) => pen.paper.put({ row: top + 1 + line, column: pen.left }, pen.labelOf(field), 1, widths[0]));
  }
  fixed.forEach(({ key, label }, index) => {
    const at = index + (hasLabels ? 1 : 0);
    const place = { row: top, column: columns[at]! };
    pen.paper.put(place, pen.labelOf(label).replace(/^[*＊]/, ''), 1, widths[at]);
    pen.places[`${table.key}/${key}/${table.rowLabel!}`] = { place };
    const row = rows.find(([rowId]) => rowId === key)?.[1];
    fields.forEach((field, line) => putValue(pen, `${table.key}/${key}/${field.key}`, field, valueIn(row, field), { row: top + 1 + line, column: columns[at]! }, 1, widths[at]!));
  });
  return top + 1 + fields.length;
}

function valueIn(row: Row | undefined, field: Field): Value | undefined {
  return row?.[field.key] as Value | undefined;
}
