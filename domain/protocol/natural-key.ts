// A record's natural key as one text, `contract:["ht-2026-001"]`: equal texts are the same thing of the world. A key that
// begins with another form's whole key (a receipt's with its contract's) is found by its beginning.

import type { Field, Fields, FormDefinition, Table, Value } from '../forms/definition.ts';
import { isRows } from '../forms/fields.ts';
import { foldName } from './names.ts';

const partLength = 80;

/** `refs`: the ids to which customer and member fields were resolved. Null where a required part of the key is empty. */
export function naturalKeyOf(form: FormDefinition, fields: Fields, refs: Readonly<Record<string, string>>): string | null {
  const keyed = form.naturalKey.map((key) => form.fields.find((field) => field.key === key) ?? form.tables?.find((table) => table.key === key));
  const parts = keyed.map((part, place) => {
    const key = form.naturalKey[place]!;
    return part && 'columns' in part ? rowsPart(part, fields[key], refs) : partOf(part, fields[key], refs[key]);
  });
  if (parts.every((part) => part === '') || parts.some((part, place) => part === '' && keyed[place]?.required)) return null;
  return `${form.id}:${JSON.stringify(parts)}`;
}

/** A table counts by the row keys of its rows, in whatever order they stand. */
function rowsPart(table: Table, content: Fields[string] | undefined, refs: Readonly<Record<string, string>>): string {
  if (!isRows(content)) return '';
  const fieldOf = (column: string): Field | undefined => table.columns.find((field) => field.key === column);
  const rows = Object.entries(content).map(([rowId, row]) => table.rowKey.map((column) => partOf(fieldOf(column), row[column], refs[`${table.key}/${rowId}/${column}`])));
  return shortened(rows.map((row) => row.join('|')).filter((row) => /[^|]/.test(row)).sort().join('\n'));
}

/** Of a record's content only what names it and says whose it is. */
export function namingFields(form: FormDefinition, fields: Fields): Fields {
  const keys = [...form.naturalKey, form.owner, form.customer, form.customerThrough?.field];
  return Object.fromEntries(Object.entries(fields).filter(([key]) => keys.includes(key)));
}

/** What the keys of all records that hang on this one begin with (`receipt:["ht-2026-001",`). */
export function dependentKeyPrefix(dependentForm: string, natural: string): string {
  return `${dependentForm}${natural.slice(natural.indexOf(':'), -1)},`;
}

function partOf(field: Field | undefined, content: Fields[string] | undefined, ref: string | undefined): string {
  if (content === undefined || isRows(content)) return '';
  if (ref !== undefined && (field?.type.kind === 'customer' || field?.type.kind === 'member')) return `@${ref}`;
  return shortened(foldName(String(content as Value)));
}

/** A long text counts by its beginning, its length and a checksum, so that a key stays a key. */
function shortened(text: string): string {
  if (text.length <= partLength) return text;
  let sum = 0n;
  for (const character of text) sum = (sum * 1_000_003n + BigInt(character.codePointAt(0)!)) % 18_446_744_073_709_551_557n;
  return `${text.slice(0, partLength)}~${text.length}~${sum.toString(36)}`;
}
