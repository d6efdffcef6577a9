// A record's values into the cells where it was recognised (protocol step 9), each in the style it is written in. A value
// that stands there already is left as it is. Formulas, titles, printed cells and texts formatted in parts are never
// written; what finds no place is handed back.

import { fieldAt, readPath, sameValue } from '../../../domain/forms/fields.ts';
import type { Field, FormDefinition, Path, Value } from '../../../domain/forms/definition.ts';
import type { CellValue } from '../image.ts';
import type { Place } from '../ledger-entry.ts';
import { changedCell } from './patch-cell.ts';
import type { CellText } from './patch-cell.ts';
import { daysWithoutYear, yearOfStanding } from './patch-years.ts';
import { nameCells } from './patch-names.ts';
import { newRows } from './patch-rows.ts';
import type { NewLine } from './patch-rows.ts';
import type { StyledValue } from './patch-text.ts';
import { boxedCells, chosenOf, dayCells, tickedCells } from './patch-ticks.ts';
import type { SetCell } from './patch-ticks.ts';
import type { HeldCell, RecognisedCell, RecognisedRecord } from '../recognised.ts';
import { rowSupply } from './row-supply.ts';
import type { RowSupply } from './row-supply.ts';
import { typedFor } from '../cells/symbol-fonts.ts';
import { optionsOf } from '../cells/written-value.ts';

export interface CellWrite extends Place {
  readonly sheet: string;
  /** A text is written as text, whatever it begins with. */
  readonly value: CellValue;
  readonly numberFormat?: string;
  /** What the cell held when it was read; a cell that holds something else by now is left alone. */
  readonly expected: CellValue;
}

export interface FieldChange {
  readonly path: Path;
  /** null empties the cell. */
  readonly value: Value | null;
}

export interface KeptPath {
  readonly path: Path;
  /** `no-style`: as the cell is written, the value could not be read from it again; `no-place`: the sheet does not show the field. */
  readonly reason: 'formula' | 'rich-text' | 'fixed' | 'no-style' | 'no-place' | 'no-room';
}

export interface PatchPlan {
  readonly writes: readonly CellWrite[];
  /** Which cells carry a path: a path goes with the first of its writes that did not get through. */
  readonly cellsByPath: Readonly<Record<Path, readonly Place[]>>;
  readonly rowPlaces: Readonly<Record<string, Place>>;
  /** Rows under the last one of a list, which take the look of the row they follow. */
  readonly newLines: readonly NewLine[];
  readonly kept: readonly KeptPath[];
}

/** `supply`: one for all the records of a pull, so that no blank row is given twice. */
export function patchRecord(form: FormDefinition, record: RecognisedRecord, changes: readonly FieldChange[], supply: RowSupply = rowSupply()): PatchPlan {
  const patch: PatchDraft = { record, writes: new Map(), cellsByPath: {}, kept: [], texts: new Map() };
  const rows = newRows({ form, record, changes, supply, keep: (path, reason) => patch.kept.push({ path, reason }) });
  const inFull = daysWithoutYear(form, record, changes);
  for (const change of [...changes, ...inFull]) {
    if (change.path.endsWith('/order')) continue;
    const field = fieldAt(form, change.path);
    const cell = field && (record.cells[change.path] ?? rows.cellFor(change));
    if (!field || !cell) continue;
    if (!inFull.includes(change) && sameValue(readPath(record.fields, change.path), change.value)) carries(patch, change.path, cell);
    else writeChange(patch, field, change, cell, inFull.length > 0);
  }
  for (const { path, value, cell } of rows.repeated) writeChange(patch, fieldAt(form, path)!, { path, value }, cell, true);
  return { writes: [...patch.writes.values()], cellsByPath: patch.cellsByPath, rowPlaces: { ...record.rowPlaces, ...rows.rowPlaces }, newLines: rows.newLines, kept: patch.kept };
}

interface PatchDraft {
  readonly record: Pick<RecognisedRecord, 'sheet' | 'cells' | 'fields'>;
  readonly writes: Map<string, CellWrite>;
  readonly cellsByPath: Record<Path, Place[]>;
  readonly kept: KeptPath[];
  /** Cells that hold several values, by cell. */
  readonly texts: Map<string, CellText>;
}

function writeChange(patch: PatchDraft, field: Field, change: FieldChange, cell: RecognisedCell, isInFull: boolean): void {
  const { writing } = cell;
  const reason = reasonToKeep(cell);
  if (reason) {
    patch.kept.push({ path: change.path, reason });
    return;
  }
  const cells = cellsOf(patch, field, change, cell);
  if (cells === null || cells?.some((each) => each.cell.marks?.isRich && each.value !== each.cell.value)) {
    patch.kept.push({ path: change.path, reason: cells === null ? 'no-style' : 'rich-text' });
    return;
  }
  if (cells) {
    for (const each of cells) put(patch, change.path, { ...each.cell, sheet: cell.sheet }, { value: each.value });
    return;
  }
  const year = isInFull ? undefined : yearOfStanding(field, readPath(patch.record.fields, change.path), cell);
  const key = keyOf(cell.sheet, cell);
  const found = changedCell({ ...change, field, ...(year ? { year } : {}) }, cell, patch.texts.get(key) ?? { stretches: [] });
  if (!found) {
    patch.kept.push({ path: change.path, reason: 'no-style' });
    return;
  }
  if (writing.kind === 'inline' || writing.kind === 'span' || writing.kind === 'joined') patch.texts.set(key, found.text);
  put(patch, change.path, cell, cell.isBare ? inFormatOf(cell, found.styled) : found.styled);
  for (const again of cell.repeats ?? []) writeChange(patch, field, change, again, isInFull);
}

/** Under the last row of a list a cell has no format yet: it takes that of its column. */
function inFormatOf({ format }: RecognisedCell, styled: StyledValue): StyledValue {
  return typeof styled.value === 'string' || format === 'General' ? styled : { format, ...styled };
}

function reasonToKeep(cell: RecognisedCell): KeptPath['reason'] | undefined {
  if (cell.formula) return 'formula';
  if (cell.writing.kind === 'fixed') return 'fixed';
  const isOverCells = cell.writing.kind === 'ticks' || cell.writing.kind === 'box-cells' || cell.writing.kind === 'name-cells' || cell.writing.kind === 'day-cells';
  return cell.marks?.isRich && !isOverCells ? 'rich-text' : undefined;
}

/** Of a value that lies over several cells: each of them. Null where they have no place for it, undefined where it is one cell. */
function cellsOf(patch: PatchDraft, field: Field, { value }: FieldChange, cell: RecognisedCell): SetCell[] | null | undefined {
  switch (cell.writing.kind) {
    case 'ticks':
      return tickedCells(value, cell, cell.writing, markInUse(patch.record.cells));
    case 'box-cells':
      return boxedCells(value, optionsOf(field.type), cell.writing.cells);
    case 'name-cells':
      return nameCells(chosenOf(value), cell.writing.cells, cell.writing.isOneEach);
    case 'day-cells':
      return dayCells(value, cell.writing.cells);
    default:
      return undefined;
  }
}

function markInUse(cells: Readonly<Record<Path, RecognisedCell>>): string | undefined {
  for (const cell of Object.values(cells)) if (cell.writing.kind === 'ticks' && cell.writing.mark) return cell.writing.mark;
  return undefined;
}

function put(patch: PatchDraft, path: Path, at: HeldCell & { readonly sheet: string }, styled: StyledValue): void {
  carries(patch, path, at);
  const key = keyOf(at.sheet, at);
  if (styled.value === at.value && !patch.writes.has(key)) return;
  const { symbols } = at.marks ?? {};
  const value = symbols && typeof styled.value === 'string' ? typedFor(symbols.font, styled.value, String(symbols.stored)) : styled.value;
  patch.writes.set(key, { sheet: at.sheet, row: at.row, column: at.column, value, expected: symbols?.stored ?? at.value, ...(styled.format ? { numberFormat: styled.format } : {}) });
}

function carries(patch: PatchDraft, path: Path, { row, column }: Place): void {
  (patch.cellsByPath[path] ??= []).push({ row, column });
}

function keyOf(sheet: string, place: Place): string {
  return `${sheet} ${place.row} ${place.column}`;
}
