// Cards of one person under one another, each under its day in a line of its own (`周一　3月9日`), while whose they are stands
// once above them all.

import { readValue } from '../../../domain/forms/reading/read-value.ts';
import type { LabelEvent } from './card-labels.ts';
import type { CardTable } from './card-tables.ts';
import { isEmptyCell, textOf } from '../cells/grid.ts';
import type { Grid, GridCell } from '../cells/grid.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

const fewestDays = 2;
/** Only whether it is a day is asked. */
const anyYear = { year: 2000 };

/** The days right over the headings of the table that the form is about, as labels with their values; none where labels say days. */
export function dayBanners(grid: Grid, { form }: Vocabulary, events: readonly LabelEvent[], tables: readonly CardTable[]): LabelEvent[] {
  const index = form.fields.findIndex((field) => field.key === form.day && field.type.kind === 'day' && form.naturalKey.includes(field.key));
  const field = form.fields[index];
  if (!field || events.some((event) => event.scalars.some((word) => word.field === field))) return [];
  const banners = tables.filter(({ table }) => table.required).flatMap(({ headerRow }) => bannerOver(grid, headerRow) ?? []);
  const days = banners.filter((cell) => readValue(field.type, cell, anyYear).kind === 'value');
  if (days.length < fewestDays || days.length < banners.length) return [];
  return days.map((cell) => ({ kind: 'scalar', cell, value: cell, scalars: [{ field, index, canonical: true, key: '' }], columns: [], isBanner: true }));
}

function bannerOver(grid: Grid, headerRow: number): GridCell | undefined {
  const [cell, other] = headerRow > grid.top ? grid.rowCells(headerRow - 1).filter((one) => !isEmptyCell(one)) : [];
  return cell && !other && /\d/.test(textOf(cell)) ? cell : undefined;
}
