// Headings and labels that are a table's row by themselves: `交通费(元)` is an expense, its cell the amount.

import type { FormDefinition, Table } from '../../domain/forms/definition.ts';
import { labelKey } from './label-text.ts';

export interface AcrossHeading {
  readonly table: Table;
  /** '' where the heading names no item (费用). */
  readonly name: string;
}

const longestHeading = 12;

export function acrossHeading(form: FormDefinition, text: string): AcrossHeading | null {
  const name = text.replace(/[(（][^)）]*[)）]/g, '').replace(/[:：\s]+$/g, '').trim();
  const key = labelKey(name);
  if (key.length > longestHeading) return null;
  const table = form.tables?.find(({ across }) => across && (key.endsWith(across.ending) || key === `${across.ending}用`));
  if (!table) return null;
  const { ending } = table.across!;
  return { table, name: key === ending || key === `${ending}用` ? '' : name };
}
