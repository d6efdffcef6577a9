// A card's tables, drawn as tables or written as labels and values.

import type { Field, Table } from '../../../domain/forms/definition.ts';
import { isRows } from '../../../domain/forms/fields.ts';
import { unreadable } from '../../../domain/forms/reading/typed.ts';
import { inlineWriting } from './card-fields.ts';
import type { LabelEvent } from './card-labels.ts';
import { checkTotal } from './card-total.ts';
import type { TableRow } from './card-table-rows.ts';
import type { CardTable } from './card-tables.ts';
import { dropEmptyTable, dropRow, keepTaken, newDraft, placeIn, readAcrossCell, readField, setOrder, settle } from '../reading/draft.ts';
import type { Draft } from '../reading/draft.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import { isSumLabel } from '../reading/label-text.ts';
import type { Card } from './recognise-card.ts';
import { readOptionArea } from './option-area.ts';
import { readRow } from '../reading/row-reading.ts';
import { tableRegion } from '../reading/table-region.ts';
import { unstruck, voidRow } from '../reading/void-rows.ts';
import type { VoidRow } from '../reading/void-rows.ts';

/** Tables written as labels and values: `沟通跟进时间2 | … | 处理方式 | …`. */
export function readLabelledRows(draft: Draft, events: readonly LabelEvent[], card: Card): void {
  const drawn = new Set(card.events.flatMap((event) => (event.table && card.rows.has(event.table) ? [event.table.table.key] : [])));
  const current = new Map<string, number>();
  const labelled = new Set<Table>();
  for (const event of events) {
    const column = event.columns.find((candidate) => !drawn.has(candidate.table.key) && !candidate.table.isSigned);
    if (!column) continue;
    const { table, field } = column;
    // `价值合计` under `价值` is what the rows come to, and no row.
    if (isSumLabel(labelOf(event)) && labelled.has(table) && isSaid(draft, table, field)) continue;
    const before = current.get(table.key) ?? 1;
    const isTaken = draft.cells[`${table.key}/${rowIdOf(table.fixedRows, before)}/${field.key}`] !== undefined;
    const number = event.number ?? (isTaken ? before + 1 : before);
    current.set(table.key, number);
    labelled.add(table);
    const rowId = rowIdOf(table.fixedRows, number);
    const path = `${table.key}/${rowId}/${field.key}`;
    if (draft.cells[path]) continue;
    if (event.head !== undefined) readField(draft, path, field, event.cell, inlineWriting(event), event.rest, event.unit);
    else if (!readOptionArea(draft, path, event, field)) readField(draft, path, field, event.value, undefined, undefined, event.unit);
    draft.rowPlaces[`${table.key}/${rowId}`] ??= placeIn(draft, event.cell);
    setOrder(draft, `${table.key}/${rowId}`, number - 1);
  }
  for (const table of labelled) dropRemarks(draft, table);
}

function labelOf({ head, cell }: LabelEvent): string {
  return head ?? textOf(cell);
}

function isSaid(draft: Draft, table: Table, field: Field): boolean {
  return Object.keys(draft.cells).some((path) => path.startsWith(`${table.key}/`) && path.endsWith(`/${field.key}`));
}

/** `馈赠对象：长河物流` over a table without that column holds for each of its rows, and no row by itself may change it. */
export function readSharedColumns(draft: Draft, events: readonly LabelEvent[], card: Card): void {
  const drawn = card.events.flatMap((event) => (event.table && card.rows.has(event.table) ? [event.table] : []));
  for (const event of events) {
    const column = event.columns.find(({ table, field }) => field.required && drawn.some((other) => other.table === table && other.headerRow > event.cell.row && !other.columns.some((own) => own.field === field)));
    const rows = column ? draft.fields[column.table.key] : undefined;
    if (!column || !isRows(rows)) continue;
    for (const rowId of Object.keys(rows)) {
      const path = `${column.table.key}/${rowId}/${column.field.key}`;
      if (draft.cells[path]) continue;
      readField(draft, path, column.field, event.head === undefined ? event.value : event.cell, { kind: 'fixed' }, event.rest, event.unit);
    }
  }
}

/** `备注：以上属实` under a form is no expense: a row of labels says something that the table requires. */
function dropRemarks(draft: Draft, table: Table): void {
  const rows = draft.fields[table.key];
  const required = table.columns.filter((column) => column.required);
  if (!isRows(rows) || required.length === 0) return;
  const isNamed = (rowId: string): boolean => required.some((column) => draft.cells[`${table.key}/${rowId}/${column.key}`] !== undefined);
  for (const rowId of Object.keys(rows)) if (!isNamed(rowId)) dropRow(draft, table, rowId);
  dropEmptyTable(draft, table);
}

/** `交通费(元) | 32` beside the other labels, where the card draws no table for it. */
export function readAcrossLabels(draft: Draft, card: Card): void {
  const drawn = new Set(card.events.flatMap((event) => (event.table ? [event.table.table.key] : [])));
  let number = 0;
  for (const event of card.events) {
    if (!event.across || drawn.has(event.across.table.key)) continue;
    if (readAcrossCell(draft, event.across, { heading: event.cell, cell: event.value, rowId: `row-${number}`, order: number, unit: event.unit })) number++;
  }
}

/** `李善邻/总经理/19900001600/一般`: as many parts as the label names, or the cell is a problem. */
export function readLines(draft: Draft, card: Card): void {
  const turns = new Map<string, number>();
  for (const event of card.events) {
    if (!event.line || isEmptyCell(event.value)) continue;
    const { table, fields } = event.line;
    const turn = turns.get(table.key) ?? 0;
    turns.set(table.key, turn + 1);
    const row = `${table.key}/${rowIdOf(table.fixedRows, turn + 1)}`;
    const text = textOf(event.value);
    const signs = ['/／', '、,，'].find((one) => text.split(new RegExp(`[${one}]`)).length === fields.length) ?? '/／';
    const parts = text.split(new RegExp(`[${signs}]`));
    if (parts.length !== fields.length) {
      settle(draft, `${row}/${fields[0]!.key}`, unreadable('parts-not-named', event.value), event.value, { kind: 'fixed' });
      continue;
    }
    let start = 0;
    fields.forEach((field, index) => {
      const part = parts[index]!;
      const blanks = part.trim() === '' ? 0 : part.length - part.trimStart().length;
      readField(draft, `${row}/${field.key}`, field, event.value, { kind: 'span', start: start + blanks, end: start + Math.max(blanks, part.trimEnd().length), parts: signs }, part.trim());
      start += part.length + 1;
    });
    draft.rowPlaces[row] = placeIn(draft, event.value);
    setOrder(draft, row, turn);
  }
}

function rowIdOf(fixedRows: readonly { readonly key: string }[] | undefined, number: number): string {
  return fixedRows?.[number - 1]?.key ?? `row-${number - 1}`;
}

export function readTable(whole: Draft, card: CardTable, all: readonly TableRow[]): void {
  const draft = card.turned ? { ...whole, grid: card.turned, isTurned: true } : whole;
  const rows = all.filter((row) => !row.isTotal);
  const { table } = card;
  const spareRows: number[] = [];
  let turn = 0;
  rows.forEach((row, index) => {
    const gone = voidRow(draft.grid, row.row, card.left, card.right);
    if (gone) return reportVoid(draft, card, `${table.key}/${row.rowId ?? `void-${row.row}`}`, gone, { row: row.row, order: index });
    const implied = !row.rowId && table.fixedRows && !table.rowLabel ? table.fixedRows[index]?.key : undefined;
    const rowId = row.rowId ?? implied ?? `row-${turn}`;
    const isFree = !row.rowId && !implied;
    const columns = card.columns.filter((column) => !(row.rowId && column.field.key === table.rowLabel));
    const hasOwn = readRow(draft, row.row, columns, (column) => `${table.key}/${rowId}/${column.field.key}`);
    if (row.rowId && table.rowLabel && row.label) {
      draft.cells[`${table.key}/${rowId}/${table.rowLabel}`] = { sheet: draft.grid.sheet.id, ...placeIn(draft, row.label), format: row.label.format, writing: { kind: 'fixed' }, value: row.label.value, formula: false };
    }
    if (!hasOwn && isFree) {
      dropRow(draft, table, rowId);
      spareRows.push(row.row);
      return;
    }
    if (isFree) turn++;
    draft.rowPlaces[`${table.key}/${rowId}`] = placeIn(draft, { row: row.row, column: card.left });
    setOrder(draft, `${table.key}/${rowId}`, index);
  });
  dropEmptyTable(draft, table);
  const lastRow = rows[rows.length - 1]?.row ?? card.headerRow;
  // Rows that stand as columns take no new one.
  if (!card.turned) draft.tables[table.key] = tableRegion(draft.grid, card.columns, { headerRow: card.headerRow, spareRows, lastRow, isOpenEnded: false });
  const total = all.find((row) => row.isTotal);
  if (total) checkTotal(draft, card, total.row);
}

function reportVoid(draft: Draft, { table, columns }: CardTable, path: string, { code, cell }: VoidRow, at: { readonly row: number; readonly order: number }): void {
  draft.rowPlaces[path] = placeIn(draft, cell);
  draft.problems.push({ code, path, text: textOf(cell).trim() });
  const aside = newDraft(unstruck(draft.grid), draft.context, draft.isTurned);
  readRow(aside, at.row, columns, (column) => `${path}/${column.field.key}`);
  setOrder(aside, path, at.order);
  const rows = aside.fields[table.key];
  if (isRows(rows)) for (const content of Object.values(rows)) keepTaken(draft, path, content);
}
