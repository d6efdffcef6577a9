// A record in the shape in which `read` prints it and truth files state it (requirements, decision 4): groups as objects,
// tables as lists in sheet order, fixed rows with their label, nothing empty.

import { hasContent } from '../../domain/forms/completeness.ts';
import { isRows, rowsInOrder } from '../../domain/forms/fields.ts';
import type { Fields, FormDefinition, Path, Row, Table, Value } from '../../domain/forms/definition.ts';
import { addressOf } from './image.ts';
import type { RecognisedRecord } from './recognised.ts';

export interface ReadFields {
  [key: string]: Value | ReadFields | ReadFields[];
}

export function recordAsRead(form: FormDefinition, fields: Fields): ReadFields {
  const shown: ReadFields = {};
  for (const field of form.fields) {
    const content = fields[field.key];
    if (content !== undefined && !isRows(content)) setIn(shown, field.key, content);
  }
  for (const table of form.tables ?? []) {
    const rows = shownRows(table, fields);
    if (rows.length > 0) setIn(shown, table.key, rows.map(([, row]) => rowAsRead(table, row)));
  }
  return shown;
}

/** Each value's cell by the path of `recordAsRead` (`visits[0].result`), where the record has a value. */
export function cellsAsRead(form: FormDefinition, record: RecognisedRecord): Record<string, string> {
  const cells: Record<string, string> = {};
  const put = (shown: string, path: Path, entry = 0): void => {
    const cell = record.cells[path]?.entries?.[entry] ?? record.cells[path];
    if (cell) cells[shown] = addressOf(cell.row, cell.column);
  };
  for (const field of form.fields) {
    const content = record.fields[field.key];
    if (Array.isArray(content)) content.forEach((_, index) => put(`${field.key}[${index}]`, field.key, index));
    else if (content !== undefined) put(field.key, field.key);
  }
  for (const table of form.tables ?? []) {
    shownRows(table, record.fields).forEach(([rowId, row], index) => {
      for (const column of table.columns) {
        if (row[column.key] !== undefined || column.key === table.rowLabel) put(`${table.key}[${index}].${column.key}`, `${table.key}/${rowId}/${column.key}`);
      }
    });
  }
  return cells;
}

function shownRows(table: Table, fields: Fields): [string, Row][] {
  const rows = fields[table.key];
  if (!isRows(rows)) return [];
  return rowsInOrder(rows)
    .filter(([, row]) => hasContent(table, row))
    .map(([rowId, row]) => [rowId, labelled(table, rowId, row)]);
}

function labelled(table: Table, rowId: string, row: Row): Row {
  const fixed = table.fixedRows?.find((candidate) => candidate.key === rowId);
  return fixed && table.rowLabel ? { [table.rowLabel]: fixed.label, ...row } : row;
}

function rowAsRead(table: Table, row: Row): ReadFields {
  const shown: ReadFields = {};
  for (const column of table.columns) {
    const value = row[column.key];
    if (value !== undefined) shown[column.key] = value as Value;
  }
  return shown;
}

function setIn(shown: ReadFields, key: string, value: ReadFields[string]): void {
  const [group, member] = key.split('.');
  if (member === undefined) shown[key] = value;
  else shown[group!] = { ...(shown[group!] as ReadFields | undefined), [member]: value };
}
