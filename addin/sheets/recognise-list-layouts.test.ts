// Lists of every form in thousands of layouts, each known by its seed: the records come back field by field with their
// cells, none too many. To replay a failure, run its seed alone.

import { describe, expect, it } from 'vitest';
import { forms, formOf } from '../../domain/forms/registry.ts';
import { recogniseSheet } from './recognise.ts';
import { addressesOf, imageOf } from './test-support/canvas.ts';
import type { Drawing } from './test-support/canvas.ts';
import { drawListLayout } from './test-support/list-layout.ts';
import { forEachSeed } from './test-support/random.ts';
import { cellsAsRead, recordAsRead } from './truth.ts';

const layouts = Number(process.env['LAYOUTS'] ?? 2000);
const first = Number(process.env['SEED'] ?? 1);

function check(drawing: Drawing): void {
  const found = recogniseSheet(imageOf(drawing)).records.map((record) => {
    const form = formOf(record.form)!;
    return { form: record.form, fields: recordAsRead(form, record.fields), cells: cellsAsRead(form, record), problems: record.problems };
  });
  const stated = drawing.stated.map((one) => ({ form: one.form, fields: one.fields, cells: addressesOf(one), problems: [] }));
  expect(found).toEqual(stated);
}

describe.each(forms.map((form) => [form.id, form] as const))('%s', (_id, form) => {
  it('is read as it was drawn, in any layout', () => {
    forEachSeed(first, layouts, (random) => check(drawListLayout(form, random)));
  });
});
