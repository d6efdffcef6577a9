// Paths into a record's content: reading, writing, walking, comparing. One place for what `table/rowId/column` means.

import type { Field, Fields, FormDefinition, Path, Row, Table, Value } from './definition.ts';

export function isRows(content: Fields[string] | undefined): content is Readonly<Record<string, Row>> {
  return typeof content === 'object' && content !== null && !Array.isArray(content);
}

export function readPath(fields: Fields, path: Path): Value | undefined {
  const [key, rowId, column] = path.split('/');
  const content = fields[key!];
  if (rowId === undefined) return isRows(content) ? undefined : content;
  return isRows(content) ? content[rowId]?.[column!] : undefined;
}

/** The fields with one path set, or taken out by `null`; an emptied row goes with its last value. */
export function writePath(fields: Fields, path: Path, value: Value | null): Fields {
  const [key, rowId, column] = path.split('/');
  if (rowId === undefined) return withKey(fields, key!, value);
  const content = fields[key!];
  const rows = isRows(content) ? content : {};
  const row = withKey(rows[rowId] ?? {}, column!, value);
  const hasContent = Object.keys(row).some((name) => name !== 'order');
  const next = withKey(rows, rowId, hasContent ? row : null);
  return withKey(fields, key!, Object.keys(next).length > 0 ? next : null);
}

/** Every path with its value, in a stable order (fields as they stand, rows by `order`). */
export function pathsOf(fields: Fields): [Path, Value][] {
  const paths: [Path, Value][] = [];
  for (const [key, content] of Object.entries(fields)) {
    if (!isRows(content)) {
      paths.push([key, content]);
      continue;
    }
    for (const [rowId, row] of rowsInOrder(content)) {
      for (const [column, value] of Object.entries(row)) {
        if (value !== undefined) paths.push([`${key}/${rowId}/${column}`, value]);
      }
    }
  }
  return paths;
}

export function rowsInOrder(rows: Readonly<Record<string, Row>>): [string, Row][] {
  return Object.entries(rows).sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0));
}

/** A table's rows in their order, none where the record has no such table. */
export function rowsOf(fields: Fields, table: string): [string, Row][] {
  const rows = fields[table];
  return isRows(rows) ? rowsInOrder(rows) : [];
}

export function sameValue(a: Value | undefined | null, b: Value | undefined | null): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((entry, index) => entry === b[index]);
  return (a ?? null) === (b ?? null);
}

/** The definition of the field or column a path names; undefined where the form has none (or for `order`). */
export function fieldAt(form: FormDefinition, path: Path): Field | undefined {
  const [key, rowId, column] = path.split('/');
  if (rowId === undefined) return form.fields.find((field) => field.key === key);
  return tableAt(form, path)?.columns.find((field) => field.key === column);
}

export function tableAt(form: FormDefinition, path: Path): Table | undefined {
  const key = path.split('/')[0];
  return form.tables?.find((table) => table.key === key);
}

function withKey<Content extends object>(content: Content, key: string, value: unknown): Content {
  const { [key as keyof Content]: _gone, ...rest } = content;
  return (value === null ? rest : { ...content, [key]: value }) as Content;
}
