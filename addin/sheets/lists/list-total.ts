// Whether a total that a list prints is the sum of what stands in its column, or in its line. What cannot be known for certain
// (an amount that nobody can read, or that is said to be about so much) is not judged.

import { fieldAt, readPath } from '../../../domain/forms/fields.ts';
import { readValue } from '../../../domain/forms/reading/read-value.ts';
import type { ReadingContext } from '../../../domain/forms/reading/read-value.ts';
import { formatFen } from '../../../domain/values/money.ts';
import type { FormDefinition } from '../../../domain/forms/definition.ts';
import { labelKey } from '../reading/label-text.ts';
import { textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import type { RecognisedRecord, SheetProblem } from '../recognised.ts';
import { sumIfDiffers } from '../reading/sums.ts';
import type { Amount } from '../reading/sums.ts';

type Unit = ReadingContext['unit'];

/** What the list read: its records, and those that somebody took back. */
export interface Summed {
  readonly form: FormDefinition;
  readonly records: readonly RecognisedRecord[];
  readonly taken: readonly RecognisedRecord[];
}

/** `columns`: where amounts stand, each with its unit. */
export function totalProblems(grid: Grid, row: number, { form, records, taken }: Summed, columns: readonly { readonly column: number; readonly unit?: Unit }[]): SheetProblem[] {
  const first = grid.rowCells(row)[0];
  if (!first || records.length === 0 || !/^(合计|总计|共计)/.test(labelKey(textOf(first)))) return [];
  return columns.flatMap(({ column, unit }): SheetProblem[] => {
    const cell = grid.at(row, column);
    const amounts = [...amountsIn(grid, column, form, records, false), ...amountsIn(grid, column, form, taken, true)];
    return cell.columns > 1 || cell.formula.includes('SUBTOTAL') ? [] : differing(grid, form, cell, unit, amounts);
  });
}

/** `合计` at the end of a line, over the amounts that stand in the line. */
export function lineProblems(grid: Grid, cell: GridCell, { form, records }: Summed, columns: ReadonlySet<number>, unit: Unit): SheetProblem[] {
  const amounts = [...columns].flatMap((column) => amountsIn(grid, column, form, records, false).filter((amount) => amount.row === cell.row));
  return amounts.length === 0 ? [] : differing(grid, form, cell, unit, amounts);
}

function differing(grid: Grid, form: FormDefinition, cell: GridCell, unit: Unit, amounts: readonly Amount[]): SheetProblem[] {
  const stated = readValue({ kind: 'money' }, cell, unit ? { unit } : {});
  const sum = stated.kind === 'value' && !stated.uncertain ? sumIfDiffers(Number(stated.value), amounts) : undefined;
  if (sum === undefined) return [];
  return [{ code: 'total-differs', form: form.id, sheet: grid.sheet.id, sheetName: grid.sheet.name, row: cell.row, column: cell.column, text: cell.text.trim() || String(cell.value), facts: { sum: formatFen(sum) }, isAdvice: true }];
}

type AmountInLine = Amount & { readonly row: number };

/** Each cell of the column once, whatever records it speaks for. */
function amountsIn(grid: Grid, column: number, form: FormDefinition, records: readonly RecognisedRecord[], isTaken: boolean): AmountInLine[] {
  const hidden = new Set(grid.sheet.hiddenRows);
  const found = new Map<number, AmountInLine>();
  for (const record of records) {
    for (const [path, cell] of Object.entries(record.cells)) {
      if (cell.column !== column || fieldAt(form, path)?.type.kind !== 'money' || found.has(cell.row)) continue;
      const value = readPath(record.fields, path);
      const isUnread = record.problems.some((problem) => problem.path === path) && saysAmount(String(cell.value));
      const isDoubtful = isUnread || record.uncertain.includes(path);
      found.set(cell.row, { row: cell.row, value: isDoubtful ? undefined : Number(value ?? 0), isAside: isTaken ? 'taken' : hidden.has(cell.row) ? 'hidden' : undefined });
    }
  }
  return [...found.values()];
}

/** 待定 is nothing that a sum could hold. */
function saysAmount(text: string): boolean {
  return /[\d０-９一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾]/.test(text);
}
