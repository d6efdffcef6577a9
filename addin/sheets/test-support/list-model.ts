// What a list says, before it is laid out: its columns, and lines with the value and the paths of each cell. Of a list form
// a line is a record; of a card form it is a row of its table, or a whole record.

import type { Field, Fields, FormDefinition, Row, Table, Value } from '../../../domain/forms/definition.ts';
import { isRows, rowsInOrder } from '../../../domain/forms/fields.ts';
import { layoutOf } from '../../../domain/forms/layouts.ts';
import { recordAsRead } from '../truth.ts';
import type { ReadFields } from '../truth.ts';
import { labelled } from './label-style.ts';
import type { Labelled } from './label-style.ts';
import { randomRecord } from './random-record.ts';
import type { Random } from './random.ts';

export interface ModelCell {
  readonly value: Value;
  /** As a record's cells name it (`visits[0].customer`, `companions[1]`). */
  readonly paths: readonly string[];
  /** The heading is a value too. */
  readonly headingPath?: string;
}

export interface ModelColumn {
  readonly names: Labelled;
  readonly field: Field;
  readonly isKey: boolean;
  /** Its cells may be merged down, or say 同上. */
  readonly mayRepeat: boolean;
  readonly hasOneWord?: true;
}

export interface ModelLine {
  readonly record: number;
  readonly cells: readonly (ModelCell | undefined)[];
}

export interface ListModel {
  readonly form: FormDefinition;
  readonly columns: readonly ModelColumn[];
  readonly lines: readonly ModelLine[];
  readonly fields: readonly ReadFields[];
}

const repeatable = new Set(['text', 'customer', 'member', 'choice', 'day', 'month', 'quarter']);

export function listModel(form: FormDefinition, random: Random, options: { readonly year: number; readonly records: number; readonly leaveOut: readonly string[] }): ListModel {
  const optional = (field: Field): boolean => !field.required && !form.naturalKey.includes(field.key);
  const isShown = new Map(form.fields.map((field) => [field.key, !options.leaveOut.includes(field.key) && !layoutOf(form).above?.includes(field.key) && !(optional(field) && random.chance(0.25))]));
  const scalars = form.fields.filter((field) => isShown.get(field.key) && !field.reckoned && !field.key.includes('.'));
  const table = rowTable(form);
  const across = acrossOf(form, random);
  const columns = [
    ...scalars.map((field): ModelColumn => ({ names: namesOf(form, field), field, isKey: form.naturalKey.includes(field.key), mayRepeat: repeatable.has(field.type.kind) })),
    ...(table?.columns ?? []).map((field): ModelColumn => ({ names: labelled(field), field, isKey: false, mayRepeat: false })),
    ...across.map(({ label, field }): ModelColumn => ({ names: { label, synonyms: [] }, field, isKey: false, mayRepeat: false, hasOneWord: true })),
  ];
  const lines: ModelLine[] = [];
  const fields: ReadFields[] = [];
  for (let index = 0; index < options.records; index++) {
    const record = randomRecord(form, random, index, { year: options.year });
    const kept = keptOf(record, scalars, table, across, random);
    fields.push(recordAsRead(form, kept));
    lines.push(...linesOf(index, kept, scalars, table, across));
  }
  return { form, columns, lines, fields };
}

/** A label that two fields bear is neither's: both go by their next word. */
function namesOf(form: FormDefinition, field: Field): Labelled {
  const isShared = form.fields.some((other) => other !== field && other.label === field.label);
  const { label, synonyms } = labelled(field);
  return isShared ? { label: synonyms[0]!, synonyms: synonyms.slice(1) } : { label, synonyms };
}

/** The table of which a list may have one row a line. */
function rowTable(form: FormDefinition): Table | undefined {
  return form.id === 'reception-report' ? undefined : form.tables?.find((table) => table.required);
}

interface Across {
  readonly table: Table;
  readonly label: string;
  readonly field: Field;
  /** A row that paper prints, else the item is the heading. */
  readonly rowId?: string;
}

const expenses = ['交通费', '餐费', '住宿费', '停车费'];

function acrossOf(form: FormDefinition, random: Random): Across[] {
  const money = (table: Table): Field | undefined => table.columns.find((column) => column.type.kind === 'money');
  return (form.tables ?? []).flatMap((table): Across[] => {
    const field = money(table);
    if (!field || table === rowTable(form) || form.id === 'customer-archive') return [];
    if (table.fixedRows) return table.fixedRows.filter(() => random.chance(0.7)).map((row) => ({ table, label: row.label, field, rowId: row.key }));
    return random.shuffled(expenses).slice(0, table.required ? random.whole(1, 3) : random.whole(0, 2)).map((label) => ({ table, label, field }));
  });
}

/** Of a random record what the list has a column for, in its shape. */
function keptOf(record: Fields, scalars: readonly Field[], table: Table | undefined, across: readonly Across[], random: Random): Fields {
  const kept: Record<string, Fields[string]> = Object.fromEntries(scalars.flatMap((field) => (record[field.key] === undefined ? [] : [[field.key, record[field.key]!]])));
  const rows = table ? record[table.key] : undefined;
  if (table && isRows(rows)) kept[table.key] = rows;
  for (const { table: of, label, field, rowId } of across) {
    if (random.chance(0.3)) continue;
    const known = (kept[of.key] ?? {}) as Record<string, Row>;
    const order = Object.keys(known).length;
    const item = of.across?.heading ?? of.rowLabel!;
    kept[of.key] = { ...known, [rowId ?? `row-${order}`]: { [item]: label, [field.key]: random.whole(1, 500) * 100, order } as Row };
  }
  return kept;
}

function linesOf(record: number, kept: Fields, scalars: readonly Field[], table: Table | undefined, across: readonly Across[]): ModelLine[] {
  const rows: readonly Row[] = table ? rowsInOrder((kept[table.key] ?? {}) as Record<string, Row>).map(([rowId, row]) => labelledRow(table, rowId, row)) : [{}];
  return rows.map((row, index): ModelLine => ({
    record,
    cells: [
      ...scalars.map((field) => scalarCell(field, kept[field.key] as Value | undefined)),
      ...(table?.columns ?? []).map((column) => (row[column.key] === undefined ? undefined : { value: row[column.key] as Value, paths: [`${table!.key}[${index}].${column.key}`] })),
      ...across.map((column) => (index === 0 ? acrossCell(column, kept) : undefined)),
    ],
  }));
}

function labelledRow(table: Table, rowId: string, row: Row): Row {
  const printed = table.fixedRows?.find((fixed) => fixed.key === rowId);
  return printed && table.rowLabel ? { ...row, [table.rowLabel]: printed.label } : row;
}

function scalarCell(field: Field, value: Value | undefined): ModelCell | undefined {
  if (value === undefined) return undefined;
  return { value, paths: Array.isArray(value) ? value.map((_, index) => `${field.key}[${index}]`) : [field.key] };
}

function acrossCell({ table, label, field }: Across, kept: Fields): ModelCell | undefined {
  const item = table.across?.heading ?? table.rowLabel!;
  const rows = rowsInOrder((kept[table.key] ?? {}) as Record<string, Row>);
  const index = rows.findIndex(([, row]) => (row as Record<string, Value>)[item] === label);
  if (index < 0) return undefined;
  return { value: rows[index]![1][field.key] as Value, paths: [`${table.key}[${index}].${field.key}`], headingPath: `${table.key}[${index}].${item}` };
}
