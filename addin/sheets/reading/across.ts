// Headings and labels that are a table's row by themselves: `交通费(元)` is an expense, its cell the amount.

import type { Field, FormDefinition, Table } from '../../../domain/forms/definition.ts';
import { withoutLatinHalf } from '../../../domain/forms/reading/typed.ts';
import { labelKey } from './label-text.ts';

export interface AcrossHeading {
  readonly table: Table;
  /** '' where the heading names no item (费用). */
  readonly name: string;
}

const longestHeading = 12;
/** Words for costs that name no item. */
const bareCosts = /^(花费|花销|开销)$/;

export function acrossHeading(form: FormDefinition, text: string): AcrossHeading | null {
  const name = itemName(text);
  const key = labelKey(name);
  if (key.length > longestHeading) return null;
  const table = form.tables?.find(({ across }) => across && (bareCosts.test(key) || key.endsWith(across.ending) || key.endsWith(`${across.ending}用`)));
  if (!table) return null;
  const { ending } = table.across!;
  return { table, name: key === ending || key === `${ending}用` || bareCosts.test(key) ? '' : name };
}

/** A heading without its unit. */
export function itemName(text: string): string {
  return withoutLatinHalf(text.replace(/[(（][^)）]*[)）]/g, '').replace(/[:：\s]+$/g, '').trim()).trim();
}

/** The columns of a table to which a heading and the cell under it belong: an item and its amount, a post and its name. */
export function acrossColumns(table: Table): { readonly heading: Field; readonly cell: Field } | undefined {
  const label = table.columns.find((column) => column.key === (table.across?.heading ?? table.rowLabel));
  const cell = table.across ? table.columns.find((column) => column.key === table.across!.cell) : (table.columns.find((column) => column.type.kind === 'money') ?? table.columns.find((column) => column.key === 'name'));
  return label && cell ? { heading: label, cell } : undefined;
}
