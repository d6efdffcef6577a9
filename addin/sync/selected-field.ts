// Which record and field a cell holds, by the last look at the workbook. Pure.

import type { Path } from '../../domain/forms/definition.ts';
import type { CellLink } from '../panes/services.ts';
import type { SelectedField } from '../panes/shared-services.ts';
import { labelOf } from '../sheets/match/pending.ts';
import type { RecognisedCell, RecognisedRecord } from '../sheets/recognised.ts';
import type { KnownRecord } from './known-record.ts';

export interface SelectedPlace {
  readonly cell: CellLink;
  /** Excel's id of the sheet. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The field whose cell it is, before a record in whose range it lies. */
export function selectedField(known: readonly KnownRecord[], selected: SelectedPlace): SelectedField | null {
  const here = known.filter(({ found }) => found.sheet === selected.sheet);
  const found = here.flatMap((record) => {
    const path = pathIn(record.found, selected);
    return path === null ? [] : [{ record, path }];
  })[0];
  const record = found?.record ?? here.find(({ found: { range } }) => isWithin(range, selected));
  if (!record) return null;
  return { record: record.id, form: record.form.id, label: labelOf(record.form, record.found.fields), path: found?.path ?? null, cell: selected.cell };
}

function pathIn(record: RecognisedRecord, selected: SelectedPlace): Path | null {
  const entry = Object.entries(record.cells).find(([, cell]) => placesOf(cell).some((place) => place.row === selected.row && place.column === selected.column));
  return entry?.[0] ?? null;
}

function placesOf(cell: RecognisedCell): readonly { readonly row: number; readonly column: number }[] {
  const further = 'cells' in cell.writing ? cell.writing.cells : 'places' in cell.writing ? cell.writing.places : [];
  return [cell, ...further, ...(cell.entries ?? []), ...(cell.repeats ?? [])];
}

function isWithin(range: RecognisedRecord['range'], { row, column }: SelectedPlace): boolean {
  return row >= range.row && row < range.row + range.rows && column >= range.column && column < range.column + range.columns;
}
