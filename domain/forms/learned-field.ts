// What a learned path names: `field`, `table/column`, `table/rowId/column`, or `table/rowId` for a printed row's own label.

import type { Field, FormDefinition } from './definition.ts';
import { fieldAt } from './fields.ts';

/** The field of a learned path, of a printed row that of its label; undefined where the form has none. */
export function learnedField(definition: FormDefinition, path: string): Field | undefined {
  const [key, second, column, ...rest] = path.split('/');
  if (second === undefined) return fieldAt(definition, path);
  const table = definition.tables?.find((candidate) => candidate.key === key);
  if (!table || rest.length > 0) return undefined;
  const isPrinted = table.fixedRows?.some((row) => row.key === second) ?? false;
  const wanted = column ?? (isPrinted ? table.rowLabel : second);
  if (column !== undefined && (!isPrinted || column === table.rowLabel)) return undefined;
  return table.columns.find((field) => field.key === wanted);
}
