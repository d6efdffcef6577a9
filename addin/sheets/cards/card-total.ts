// The sum that a card prints under a table, against the rows above it.

import { rowsOf } from '../../../domain/forms/fields.ts';
import { readValue } from '../../../domain/forms/reading/read-value.ts';
import { formatFen } from '../../../domain/values/money.ts';
import type { CardTable } from './card-tables.ts';
import { placeIn } from '../reading/draft.ts';
import type { Draft } from '../reading/draft.ts';
import { sumIfDiffers } from '../reading/sums.ts';
import type { Amount } from '../reading/sums.ts';

/** An amount that could not be read says enough: then nothing is compared. */
export function checkTotal(draft: Draft, card: CardTable, row: number): void {
  const { table } = card;
  const column = card.columns.find((candidate) => candidate.field.key === table.total);
  if (!column) return;
  const cell = draft.grid.at(row, column.header.column);
  const stated = readValue(column.field.type, cell, { ...draft.context, unit: column.unit });
  const unread = draft.problems.filter(({ path }) => path.startsWith(`${table.key}/`) && path.endsWith(`/${column.field.key}`)).map((): Amount => ({ value: undefined }));
  const amounts = [
    ...rowsOf(draft.fields, table.key).map(([, line]): Amount => ({ value: Number(line[column.field.key] ?? 0) })),
    ...rowsOf(draft.takenRows, table.key).map(([, line]): Amount => ({ value: Number(line[column.field.key] ?? 0), isAside: 'taken' })),
    ...unread,
  ];
  const sum = stated.kind === 'value' ? sumIfDiffers(Number(stated.value), amounts) : undefined;
  if (sum === undefined) return;
  draft.cells[table.key] = { sheet: draft.grid.sheet.id, ...placeIn(draft, cell), format: cell.format, writing: { kind: 'fixed' }, value: cell.value, formula: cell.formula !== '' };
  draft.advice.push({ code: 'total-differs', path: table.key, text: cell.text.trim() || String(cell.value), facts: { sum: formatFen(sum) } });
}
