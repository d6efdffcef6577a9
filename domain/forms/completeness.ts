// How much of a record is filled: fields and tables that count, a blank or a space being empty.

import { isRows } from './fields.ts';
import type { Fields, FormDefinition, Row, Table, Value } from './definition.ts';

export interface Completeness {
  readonly filled: number;
  readonly countable: number;
}

/** A table counts as one item, filled by its first row with content. */
export function completenessOf(form: FormDefinition, fields: Fields): Completeness {
  const counting = form.fields.filter((field) => field.counts);
  const tables = (form.tables ?? []).filter((table) => table.counts);
  const filledFields = counting.filter((field) => isFilled(fields[field.key] as Value | undefined));
  const filledTables = tables.filter((table) => hasRow(table, fields[table.key]));
  return { filled: filledFields.length + filledTables.length, countable: counting.length + tables.length };
}

export function isFilled(value: Value | undefined): boolean {
  if (value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) ? value.some((entry) => isFilled(entry)) : true;
}

/** A row has content beside its order and a label that paper prints: a fixed row's own, an expense's name. */
export function hasContent(table: Table, row: Row): boolean {
  return table.columns.some((column) => column.key !== table.rowLabel && column.key !== table.across?.heading && isFilled(row[column.key]));
}

function hasRow(table: Table, content: Fields[string] | undefined): boolean {
  return isRows(content) && Object.values(content).some((row) => hasContent(table, row));
}
