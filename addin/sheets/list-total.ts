// Whether the total under a list is the sum of its rows. What cannot be known for certain (an unreadable amount, hidden rows,
// a total of more than these rows) is not judged.

import { readValue } from '../../domain/forms/reading/read-value.ts';
import { formatFen } from '../../domain/values/money.ts';
import { labelKey } from './label-text.ts';
import { textOf } from './grid.ts';
import type { Grid } from './grid.ts';
import type { ListHeader } from './list-header.ts';
import type { RecognisedRecord, SheetProblem } from './recognised.ts';

export function totalProblems(grid: Grid, row: number, header: ListHeader, records: readonly RecognisedRecord[], isPartly: boolean): SheetProblem[] {
  const first = grid.rowCells(row)[0];
  if (!first || isPartly || records.length === 0 || grid.sheet.hiddenRows.length > 0 || !/^(合计|总计|共计)/.test(labelKey(textOf(first)))) return [];
  return header.columns.flatMap((column): SheetProblem[] => {
    if (column.field.type.kind !== 'money') return [];
    const { key } = column.field;
    const cell = grid.at(row, column.header.column);
    const total = readValue(column.field.type, cell, column.unit ? { unit: column.unit } : {});
    const isKnown = records.every((record) => !record.problems.some((problem) => problem.path === key) && !record.uncertain.includes(key));
    if (total.kind !== 'value' || cell.columns > 1 || cell.formula.includes('SUBTOTAL') || !isKnown) return [];
    const cells = new Map(records.map((record) => [`${record.cells[key]?.row} ${record.cells[key]?.column}`, Number(record.fields[key] ?? 0)]));
    const sum = [...cells.values()].reduce((so, amount) => so + amount, 0);
    if (sum === total.value) return [];
    return [{ code: 'total-differs', form: header.form.id, sheet: grid.sheet.id, sheetName: grid.sheet.name, row, column: cell.column, text: cell.text.trim() || String(cell.value), facts: { sum: formatFen(sum) }, isAdvice: true }];
  });
}
