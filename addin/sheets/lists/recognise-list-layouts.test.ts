// Lists of every form in thousands of layouts, each known by its seed: the records come back field by field with their
// cells, none too many. To replay a failure, run its seed alone.

import { describe, expect, it } from 'vitest';
import { forms, formOf } from '../../../domain/forms/registry.ts';
import { recogniseSheet } from '../recognise.ts';
import { addressesOf, imageOf, moved, together } from '../test-support/canvas.ts';
import type { Drawing } from '../test-support/canvas.ts';
import { drawListLayout } from '../test-support/list-layout.ts';
import { forEachSeed, hiddenIn } from '../test-support/random.ts';
import type { Random } from '../test-support/random.ts';
import { cellsAsRead, recordAsRead } from '../truth.ts';

const layouts = Number(process.env['LAYOUTS'] ?? 2000);
const first = Number(process.env['SEED'] ?? 1);

/** Some of the rows are hidden, as a filter leaves them: what is in them is read all the same. */
function check(drawing: Drawing, random: Random): void {
  const recognition = recogniseSheet(imageOf(drawing, { hiddenRows: hiddenIn(drawing, random) }));
  const found = recognition.records.map((record) => {
    const form = formOf(record.form)!;
    return { form: record.form, fields: recordAsRead(form, record.fields), cells: cellsAsRead(form, record), problems: record.problems };
  });
  const stated = drawing.stated.map((one) => ({ form: one.form, fields: one.fields, cells: addressesOf(one), problems: [] }));
  expect([...found].sort(byPlace)).toEqual([...stated].sort(byPlace));
  expect(recognition.problems).toEqual([]);
}

/** Lists beside one another share their rows: a record is told by its cells. */
function byPlace(a: { readonly cells: Record<string, string> }, b: { readonly cells: Record<string, string> }): number {
  const [one, other] = [a, b].map(({ cells }) => Object.values(cells).sort().join(' '));
  return one! < other! ? -1 : 1;
}

describe.each(forms.map((form) => [form.id, form] as const))('%s', (_id, form) => {
  it('is read as it was drawn, in any layout', () => {
    forEachSeed(first, layouts, (random) => check(drawListLayout(form, random), random));
  });
});

describe('two lists on one sheet', () => {
  it.each<[string, (first: Drawing, second: Drawing, gap: number) => Drawing]>([
    ['under one another', (first, second, gap) => together(first, moved(second, first.rows + gap, 0))],
    ['beside one another', (first, second) => together(first, moved(second, 0, first.columns + 1))],
  ])('are read as they were drawn, %s', (_how, place) => {
    forEachSeed(first, layouts, (random) => {
      const [one, other] = [random.pick(forms), random.pick(forms)].map((form) => drawListLayout(form, random, { isOneOfSeveral: true }));
      check(place(one!, other!, random.whole(0, 2)), random);
    });
  });
});
