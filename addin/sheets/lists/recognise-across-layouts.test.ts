// Lists laid across, of every form whose records are one line each, in hundreds of layouts known by their seeds.

import { describe, expect, it } from 'vitest';
import { forms, formOf } from '../../../domain/forms/registry.ts';
import { recogniseSheet } from '../recognise.ts';
import { addressesOf, imageOf } from '../test-support/canvas.ts';
import { drawAcrossLayout } from '../test-support/across-layout.ts';
import { forEachSeed } from '../test-support/random.ts';
import { cellsAsRead, recordAsRead } from '../truth.ts';

const layouts = Number(process.env['LAYOUTS'] ?? 2000) / 4;
const first = Number(process.env['SEED'] ?? 1);
/** So few labels down a column are anybody's. */
const tooFew = 4;

const fit = forms.filter((form) => (form.kind === 'list' && form.fields.length > tooFew) || form.id === 'customer-archive');

describe.each(fit.map((form) => [form.id, form] as const))('%s laid across', (_id, form) => {
  it('is read as it was drawn', () => {
    forEachSeed(first, layouts, (random) => {
      const drawing = drawAcrossLayout(form, random);
      if (drawing.cells.filter((cell) => cell.column === 0).length < tooFew + 2) return;
      const found = recogniseSheet(imageOf(drawing)).records.map((record) => ({ form: record.form, fields: recordAsRead(formOf(record.form)!, record.fields), cells: cellsAsRead(formOf(record.form)!, record), problems: record.problems }));
      expect(found).toEqual(drawing.stated.map((one) => ({ form: one.form, fields: one.fields, cells: addressesOf(one), problems: [] })));
    });
  });
});
