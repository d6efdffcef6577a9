// Rows that a table does not have yet: each takes the next blank row, and in a list of cards says the natural key again.

import { readPath } from '../../../domain/forms/fields.ts';
import type { FormDefinition, Path, Table, Value } from '../../../domain/forms/definition.ts';
import type { Rect } from '../image.ts';
import type { Place } from '../ledger-entry.ts';
import type { FieldChange, KeptPath } from './patch.ts';
import type { RecognisedCell, RecognisedRecord, RegionColumn, TableRegion, Writing } from '../recognised.ts';
import type { RowSupply } from './row-supply.ts';

/** A row under a list's last one, and the row whose look it takes. */
export interface NewLine extends Rect {
  readonly sheet: string;
  readonly like: number;
}

export interface NewRows {
  readonly rowPlaces: Record<string, Place>;
  readonly newLines: NewLine[];
  /** What the new lines of a list of cards say of their card. */
  readonly repeated: { readonly path: Path; readonly value: Value; readonly cell: RecognisedCell }[];
  /** The cell for a column of a row that has none yet. */
  cellFor(change: FieldChange): RecognisedCell | null;
}

export interface RowRequest {
  readonly form: FormDefinition;
  readonly record: RecognisedRecord;
  readonly changes: readonly FieldChange[];
  readonly supply: RowSupply;
  readonly keep: (path: Path, reason: KeptPath['reason']) => void;
}

export function newRows({ form, record, changes, supply, keep }: RowRequest): NewRows {
  const rowPlaces: Record<string, Place> = {};
  const newLines: NewLine[] = [];
  const repeated: { path: Path; value: Value; cell: RecognisedCell }[] = [];
  const below = new Set<number>();

  const rowFor = (name: string, region: TableRegion): number | undefined => {
    const known = rowPlaces[name] ?? record.rowPlaces[name];
    if (known) return known.row;
    const taken = supply.take(record.sheet, region);
    if (!taken) return undefined;
    rowPlaces[name] = { row: taken.row, column: region.columns.find((column) => !region.line?.includes(column.key))!.column };
    if (taken.isBelow) {
      below.add(taken.row);
      newLines.push(lineLike(record, region, taken.row));
    }
    for (const column of region.columns.filter(({ key }) => region.line?.includes(key) && form.naturalKey.includes(key))) {
      const value = changes.find((change) => change.path === column.key)?.value ?? readPath(record.fields, column.key);
      if (value !== undefined && value !== null) repeated.push({ path: column.key, value, cell: emptyCell(record.sheet, taken.row, column, region, taken.isBelow) });
    }
    return taken.row;
  };

  const cellFor = ({ path, value }: FieldChange): RecognisedCell | null => {
    if (value === null) return null;
    const [key, rowId, columnKey] = path.split('/');
    const table = form.tables?.find((candidate) => candidate.key === key);
    const region = record.tables[key!];
    const column = region?.columns.find((candidate) => candidate.key === columnKey && !region.line?.includes(candidate.key));
    const row = table && region && column && !isFixed(table, rowId!) ? rowFor(`${key}/${rowId}`, region) : null;
    if (row === null || row === undefined || !region || !column) {
      keep(path, row === undefined && column ? 'no-room' : 'no-place');
      return null;
    }
    return emptyCell(record.sheet, row, column, region, below.has(row));
  };

  return { rowPlaces, newLines, repeated, cellFor };
}

export function lineLike(record: Pick<RecognisedRecord, 'sheet' | 'place'>, region: TableRegion, row: number): NewLine {
  const columns = region.columns.flatMap(({ column, options }) => [column, ...(options?.map((option) => option.column) ?? [])]);
  const left = Math.min(record.place.column, ...columns);
  return { sheet: record.sheet, row, column: left, rows: 1, columns: Math.max(...columns) - left + 1, like: region.lastRow };
}

function isFixed(table: Table, rowId: string): boolean {
  return table.fixedRows?.some((row) => row.key === rowId) ?? false;
}

/** A cell of a blank row: empty, or with what is printed in it. */
export function emptyCell(sheet: string, row: number, column: RegionColumn, region: TableRegion, isBelow = false): RecognisedCell {
  const thereAt = (place: number) => region.spareCells?.find((cell) => cell.row === row && cell.column === place);
  const there = thereAt(column.column);
  const places = column.options?.map((option) => {
    const held = thereAt(option.column);
    return { label: option.label, code: option.code, row, column: option.column, value: held?.value ?? '', ...(held?.marks ? { marks: held.marks } : {}) };
  });
  const writing: Writing = places ? { kind: 'ticks', places, mark: '', ringed: column.printed === true && places.some((place) => place.value !== '') } : { kind: 'plain' };
  return {
    sheet,
    row,
    column: column.column,
    format: there?.format ?? column.format,
    writing,
    value: there?.value ?? '',
    formula: there?.formula ?? false,
    ...(there?.marks ? { marks: there.marks } : {}),
    ...(column.unit ? { unit: column.unit } : {}),
    ...(isBelow ? { isBare: true } : {}),
  };
}
