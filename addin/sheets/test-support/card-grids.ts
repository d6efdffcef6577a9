// A card's tables as people draw them: a heading row over rows, with a label beside or above, printed rows or free ones,
// running numbers, columns to tick, blank rows and a total.

import { rowsOf } from '../../../domain/forms/fields.ts';
import type { Field, Row, Table, Value } from '../../../domain/forms/definition.ts';
import { optionsOf } from '../cells/written-value.ts';
import { putValue } from './drawn-card.ts';
import type { Pen } from './drawn-card.ts';
import { partsOf } from './paper.ts';

interface Column {
  readonly field: Field;
  readonly at: number;
  readonly width: number;
  /** One column a letter, to be ticked. */
  readonly ticks: boolean;
}

interface Line {
  readonly rowId: string;
  readonly row: Row | undefined;
  /** As printed. */
  readonly label?: string;
}

/** Columns that a table needs on the grid, with everything that may stand beside it. */
export function gridWidth(table: Table): number {
  return table.columns.reduce((sum, field) => sum + (isTickable(field) ? optionsOf(field.type).length : 1), 3);
}

/** How a table is drawn; the same for every card of a sheet. */
export interface GridStyle {
  readonly side: 'beside' | 'above' | 'none';
  readonly numbered: boolean;
  readonly ticks: boolean;
  readonly spare: number;
  readonly total: boolean;
  readonly columns: readonly Field[];
  readonly numberedLabels: boolean;
}

export function gridStyle(pen: Pen, table: Table): GridStyle {
  const { layout } = pen;
  const printsLabels = table.fixedRows !== undefined;
  const columns = table.columns.filter((field) => !(printsLabels && field.key === table.rowLabel));
  const isTold = (table.required === true && table.columns.filter((field) => field.required).length > 2) || printsLabels;
  return {
    side: layout.pick(isTold ? ['beside', 'above', 'none', 'none'] : ['beside', 'beside', 'above']),
    numbered: !printsLabels && layout.chance(0.4),
    ticks: layout.chance(0.5),
    spare: layout.whole(0, 2),
    total: table.total !== undefined && layout.chance(0.6),
    columns: layout.chance(0.5) ? layout.shuffled(columns) : columns,
    numberedLabels: layout.chance(0.3),
  };
}

/** Draws a table from a row on and gives the first row after it. */
export function drawGrid(pen: Pen, table: Table, style: GridStyle, top: number): number {
  const lines = linesOf(pen, table, style);
  const isTicked = style.columns.some((field) => style.ticks && isTickable(field));
  const head = isTicked ? 2 : 1;
  let left = pen.left;
  let row = top;
  if (style.side === 'above') pen.paper.put({ row: row++, column: left }, pen.labelOf(table), 1, pen.width);
  const total = style.total ? 1 : 0;
  if (style.side === 'beside') pen.paper.put({ row, column: left++ }, runningDown(pen, table), head + lines.length + total, 1);
  if (style.numbered) pen.paper.put({ row, column: left++ }, '序号', head);
  const labelled = table.fixedRows ? left++ : -1;
  const columns = placed(pen, style, left);
  if (labelled >= 0) {
    const label = table.columns.find((field) => field.key === table.rowLabel);
    pen.paper.put({ row, column: labelled }, label && pen.layout.chance(0.6) ? pen.labelOf(label) : '', head);
  }
  for (const column of columns) drawHeading(pen, column, row, head);
  row += head;
  lines.forEach((line, index) => {
    if (style.numbered) pen.paper.put({ row, column: left - 1 }, { value: index + 1 });
    if (line.label !== undefined) {
      pen.paper.put({ row, column: labelled }, line.label);
      if (table.rowLabel) pen.places[`${table.key}/${line.rowId}/${table.rowLabel}`] = { place: { row, column: labelled } };
    }
    for (const column of columns) drawCell(pen, table, column, line, row);
    row++;
  });
  if (style.total) drawTotal(pen, table, columns, labelled >= 0 ? labelled : left - (style.numbered ? 1 : 0), row++, lines.length);
  return row;
}

function linesOf(pen: Pen, table: Table, style: GridStyle): Line[] {
  const rows = rowsOf(pen.record, table.key);
  if (!table.fixedRows) return [...rows.map(([rowId, row]): Line => ({ rowId, row })), ...Array.from({ length: style.spare + (rows.length === 0 ? 1 : 0) }, (): Line => ({ rowId: '', row: undefined }))];
  return table.fixedRows.map((fixed, index) => ({
    rowId: fixed.key,
    row: rows.find(([rowId]) => rowId === fixed.key)?.[1],
    label: (style.numberedLabels ? `${index + 1}.` : '') + (table.rowLabel ? pen.labelOf(fixed.label).replace(/^[*＊]/, '') : fixed.label),
  }));
}

function runningDown(pen: Pen, table: Table): string {
  const label = pen.labelOf(table.label);
  return pen.layout.chance(0.4) ? [...label.replace(/[\sA-Za-z()（）/]/g, '')].join('\n') : label;
}

function isTickable(field: Field): boolean {
  return field.type.kind === 'choice' && optionsOf(field.type).every((option) => option.code);
}

function placed(pen: Pen, style: GridStyle, left: number): Column[] {
  const needed = style.columns.map((field) => (style.ticks && isTickable(field) ? optionsOf(field.type).length : 1));
  const spare = pen.left + pen.width - left - needed.reduce((sum, width) => sum + width, 0);
  const plain = style.columns.filter((field) => !(style.ticks && isTickable(field)));
  const more = partsOf(spare + plain.length, plain.length, pen.layout);
  let at = left;
  let turn = 0;
  return style.columns.map((field, index) => {
    const ticks = style.ticks && isTickable(field);
    const width = ticks ? needed[index]! : more[turn++]!;
    at += width;
    return { field, at: at - width, width, ticks };
  });
}

function drawHeading(pen: Pen, { field, at, width, ticks }: Column, row: number, head: number): void {
  pen.paper.put({ row, column: at }, pen.labelOf(field), ticks ? 1 : head, width);
  if (ticks) optionsOf(field.type).forEach((option, index) => pen.paper.put({ row: row + 1, column: at + index }, option.code!));
}

function drawCell(pen: Pen, table: Table, column: Column, line: Line, row: number): void {
  const path = `${table.key}/${line.rowId}/${column.field.key}`;
  const value = line.row?.[column.field.key] as Value | undefined;
  const place = { row, column: column.at };
  if (!column.ticks) {
    if (value === undefined) pen.paper.put(place, '', 1, column.width);
    else putValue(pen, path, column.field, value, place, 1, column.width);
    return;
  }
  const chosen = optionsOf(column.field.type).findIndex((option) => option.label === value);
  if (chosen < 0) return;
  pen.paper.put({ row, column: column.at + chosen }, pen.layout.pick(['√', '✓', '●', '■']));
  pen.places[path] = { place: { row, column: column.at + chosen } };
}

function drawTotal(pen: Pen, table: Table, columns: readonly Column[], from: number, row: number, lines: number): void {
  const amount = columns.find(({ field }) => field.key === table.total);
  if (!amount || amount.at <= from) return;
  pen.paper.put({ row, column: from }, pen.layout.pick(['合计', '合　计', '总计', '合计（元）']), 1, Math.min(amount.at - from, pen.layout.whole(1, 3)));
  const sum = rowsOf(pen.record, table.key).reduce((fen, [, values]) => fen + Number(values[table.total!] ?? 0), 0) / 100;
  pen.paper.put({ row, column: amount.at }, { value: sum, formula: `=SUM(A${row - lines + 1}:A${row})` }, 1, amount.width);
}
