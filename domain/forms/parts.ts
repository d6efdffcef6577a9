// What of a form bears a label, each part by its path: `visits`, `visits/plan`, `visits/plan/初次拜访`, `decision_chain/decider`.

import type { Field, FixedRow, FormDefinition, Option, Table } from './definition.ts';

export type Part = Field | Table | FixedRow | Option;

/** `field`, `table`, `table/column`, `table/rowId` of a printed row; of an option its choice's path and its label. */
export type PartPath = string;

/** What people call parts of a form besides their labels. */
export type Synonyms = Readonly<Record<PartPath, readonly string[]>>;

export function partsOf({ fields, tables = [] }: FormDefinition): [PartPath, Part][] {
  return [...fields.flatMap((field) => fieldParts(field.key, field)), ...tables.flatMap(tableParts)];
}

function tableParts(table: Table): [PartPath, Part][] {
  const columns = table.columns.flatMap((column) => fieldParts(`${table.key}/${column.key}`, column));
  return [[table.key, table], ...columns, ...(table.fixedRows ?? []).map((row): [PartPath, Part] => [`${table.key}/${row.key}`, row])];
}

function fieldParts(path: PartPath, field: Field): [PartPath, Part][] {
  const options = 'options' in field.type ? field.type.options : [];
  return [[path, field], ...options.map((option): [PartPath, Part] => [`${path}/${option.label}`, option])];
}

/** Synonyms of what stands under a path: of a table's columns, of a choice's options. */
export function under(path: PartPath, synonyms: Synonyms): Synonyms {
  return Object.fromEntries(Object.entries(synonyms).map(([part, words]) => [`${path}/${part}`, words]));
}
