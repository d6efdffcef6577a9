// Which of a form's fields a record was found to have. Enough to say how much of a form is known on a sheet.

import type { Path } from '../../../domain/forms/definition.ts';
import type { RecognisedRecord } from '../recognised.ts';

/** `field` and `table/column`, however many rows a table has. */
export function knownFields(record: RecognisedRecord): Set<string> {
  return new Set(Object.keys(record.cells).map(columnOf));
}

function columnOf(path: Path): string {
  const [key, rowId, column] = path.split('/');
  return rowId === undefined ? key! : `${key}/${column}`;
}
