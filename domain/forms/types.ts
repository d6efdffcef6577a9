// The field types that need no options, so that definitions read as a table: key, label, type.

import type { Field, FieldType, Option } from './definition.ts';

type Extra = Omit<Field, 'key' | 'label' | 'type'>;
type Plain = Exclude<FieldType, { readonly options: readonly Option[] }>['kind'];

export function field(key: string, label: string, kind: Plain, extra: Extra = {}): Field {
  return { key, label, type: { kind }, ...extra };
}

export function choice(key: string, label: string, options: readonly Option[], extra: Extra = {}): Field {
  return { key, label, type: { kind: 'choice', options }, ...extra };
}

/** Options that print their labels alone. */
export function labels(...names: readonly string[]): Option[] {
  return names.map((label) => ({ label }));
}
