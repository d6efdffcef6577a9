// The sum that a card prints under a table, against the rows above it.

import { rowsOf } from '../../domain/forms/fields.ts';
import { readValue } from '../../domain/forms/reading/read-value.ts';
import { formatFen } from '../../domain/values/money.ts';
import type { CardTable } from './card-tables.ts';
import { placeIn } from './draft.ts';
import type { Draft } from './draft.ts';

/** An amount that could not be read, or a row that is struck out, says enough: then nothing is compared. */
export function checkTotal(draft: Draft, card: CardTable, row: number): void {
  const { table } = card;
  const column = card.columns.find((candidate) => candidate.field.key === table.total);
  const isOpen = (path: string): boolean => path.startsWith(`${table.key}/`) && (path.endsWith(`/${table.total}`) || path.split('/').length < 3);
  if (!column || draft.problems.some(({ path }) => isOpen(path))) return;
  const cell = draft.grid.at(row, column.header.column);
  const stated = readValue(column.field.type, cell, { ...draft.context, unit: column.unit });
  const sum = rowsOf(draft.fields, table.key).reduce((all, [, line]) => all + Number(line[column.field.key] ?? 0), 0);
  if (stated.kind !== 'value' || stated.value === sum) return;
  draft.cells[table.key] = { sheet: draft.grid.sheet.id, ...placeIn(draft, cell), format: cell.format, writing: { kind: 'fixed' }, value: cell.value, formula: cell.formula !== '' };
  draft.advice.push({ code: 'total-differs', path: table.key, text: cell.text.trim() || String(cell.value), facts: { sum: formatFen(sum) } });
}
