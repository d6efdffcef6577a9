// A field and its value as a person reads them, whatever cell they came from. Pure; knows the forms, no cells.

import type { FormDefinition, Path, Value } from '../../../domain/forms/definition.ts';
import { fieldAt, tableAt } from '../../../domain/forms/fields.ts';
import { monthText, quarterText } from '../../sheets/cells/written-value.ts';
import { money } from '../../words/numbers.ts';
import { sharedWords as text } from '../../words/shared-words.ts';
import { pathLabel } from '../layout-view.ts';

/** `预算金额`, `决策者：姓名`; the row of a free table by what it is called, where that is known. */
export function fieldInWords(form: FormDefinition | undefined, path: Path, row?: string): string {
  const [key, , column] = path.split('/');
  if (path === deleted) return text.wholeRecord;
  const table = form && tableAt(form, path);
  if (column === deleted) return text.wholeRow(row ?? table?.label ?? key!);
  if (column === 'order') return text.order(row ?? table?.label ?? key!);
  if (!form) return path;
  return row !== undefined && table ? `${row}：${table.columns.find((field) => field.key === column)?.label ?? column}` : pathLabel(form, path);
}

const deleted = '@deleted';

export function isDeletion(path: Path): boolean {
  return path === deleted || path.endsWith(`/${deleted}`);
}

export function valueInWords(form: FormDefinition | undefined, path: Path, value: Value | null | undefined): string {
  if (value === undefined) return text.hidden;
  if (isDeletion(path)) return value === true ? text.toDelete : text.toKeep;
  if (value === null || value === '') return text.empty;
  if (typeof value === 'object') return value.join('、');
  switch (form && fieldAt(form, path)?.type.kind) {
    case 'money':
      return money(Number(value));
    case 'percent':
      return `${String(value)}%`;
    case 'boolean':
      return value === true ? text.yes : text.no;
    case 'month':
      return monthText(String(value));
    case 'quarter':
      return quarterText(String(value));
    default:
      return String(value).replace(/^-(?=\d)/, typeof value === 'number' ? '−' : '-');
  }
}
