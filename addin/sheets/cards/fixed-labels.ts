// A table's printed rows as labels: `招待费(元) | 2,300.00`, or side by side with their values below. Only of tables whose
// rows hold one value each.

import type { Field, FixedRow, Table } from '../../../domain/forms/definition.ts';
import type { LabelEvent } from './card-labels.ts';
import { fixedKeys } from './card-table-rows.ts';
import { placeIn, readField, setOrder } from '../reading/draft.ts';
import type { Draft } from '../reading/draft.ts';
import { wordsOf } from '../reading/vocabulary.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

export interface FixedLabel {
  readonly table: Table;
  readonly row: FixedRow;
  readonly column: Field;
}

export function fixedLabel(text: string, vocabulary: Vocabulary): FixedLabel | null {
  for (const { table, row } of wordsOf(vocabulary.fixedRows, fixedKeys(text))) {
    const others = table.columns.filter((column) => column.key !== table.rowLabel);
    if (others.length === 1 && !table.isSigned) return { table, row, column: others[0]! };
  }
  return null;
}

/** Where the card draws no table for them. */
export function readFixedLabels(draft: Draft, events: readonly LabelEvent[]): void {
  const drawn = new Set(events.flatMap((event) => (event.table ? [event.table.table.key] : [])));
  events.forEach((event, index) => {
    if (!event.fixed || drawn.has(event.fixed.table.key)) return;
    const { table, row, column } = event.fixed;
    const name = `${table.key}/${row.key}`;
    if (draft.rowPlaces[name]) return;
    draft.rowPlaces[name] = placeIn(draft, event.cell);
    draft.cells[`${name}/${table.rowLabel}`] = { sheet: draft.grid.sheet.id, ...placeIn(draft, event.cell), format: event.cell.format, writing: { kind: 'fixed' }, value: event.cell.value, formula: false };
    if (event.head === undefined) readField(draft, `${name}/${column.key}`, column, event.value, undefined, undefined, event.unit);
    else readField(draft, `${name}/${column.key}`, column, event.cell, { kind: 'inline', head: event.head, ...(event.tail === undefined ? {} : { tail: event.tail }) }, event.rest, event.unit);
    setOrder(draft, name, index);
  });
}
