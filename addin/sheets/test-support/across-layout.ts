// A list laid across: labels down the first column, one record a column, a title above. The seed decides which words, in
// which order, and how the values are typed.

import type { FormDefinition } from '../../../domain/forms/definition.ts';
import { titlesOf } from '../../../domain/forms/layouts.ts';
import type { Drawing, PlacedCell, Stated } from './canvas.ts';
import { labelled, styledLabel } from './label-style.ts';
import { listModel } from './list-model.ts';
import type { Random } from './random.ts';
import { typedValue } from './value-style.ts';

export function drawAcrossLayout(form: FormDefinition, random: Random): Drawing {
  const model = listModel(form, random, { year: random.whole(2023, 2027), records: random.whole(3, 6), leaveOut: [] });
  const order = random.shuffled(model.columns.map((_, index) => index));
  const words = new Map<string, number>();
  for (const { label, synonyms } of form.fields.map(labelled)) for (const word of new Set([label, ...synonyms])) words.set(word, (words.get(word) ?? 0) + 1);
  const style = { taken: new Set([...words].filter(([, uses]) => uses > 1).map(([word]) => word)), english: random.chance(0.15), traditional: random.chance(0.12) };
  const first = random.whole(1, 3);
  const hasNumbers = random.chance(0.4);
  const cells: PlacedCell[] = [{ row: 0, column: 0, value: random.pick(titlesOf(form)), ...(random.chance(0.6) ? { columns: model.fields.length + 1 } : {}) }];
  if (hasNumbers) cells.push({ row: first, column: 0, value: random.pick(['项目', '序号']) }, ...model.fields.map((_, index): PlacedCell => ({ row: first, column: index + 1, value: index + 1 })));
  const top = first + (hasNumbers ? 1 : 0);
  const stated = model.fields.map((fields): Stated & { cells: Record<string, { row: number; column: number }>; uncertain: string[] } => ({ form: form.id, fields, cells: {}, uncertain: [] }));
  order.forEach((index, place) => {
    const { names, field } = model.columns[index]!;
    cells.push({ row: top + place, column: 0, value: styledLabel(names, random, style) });
    model.lines.forEach((line, column) => {
      const cell = line.cells[index];
      if (!cell) return;
      const { isUncertain: _asked, ...shown } = typedValue(field, cell.value, random, { isPlain: true });
      cells.push({ row: top + place, column: column + 1, ...shown });
      for (const path of cell.paths) stated[line.record]!.cells[path] = { row: top + place, column: column + 1 };
    });
  });
  return { cells, stated, rows: top + order.length + 1, columns: model.fields.length + 2 };
}
