// Cards in layouts that nobody drew before, by chance: what is read, field by field and cell by cell, is what was drawn.

import { describe, expect, it } from 'vitest';
import { forms } from '../../domain/forms/registry.ts';
import { recogniseSheet } from './recognise.ts';
import { cardSheet } from './test-support/card-sheet.ts';
import { forEachSeed } from './test-support/random.ts';
import { cellsAsRead, recordAsRead } from './truth.ts';

const cardForms = forms.filter((form) => form.kind === 'card');
const layouts = Number(process.env['CARD_LAYOUTS'] ?? 200);
const first = Number(process.env['CARD_SEED'] ?? 1);

describe.each(cardForms.map((form) => [form.id, form] as const))('%s', (_id, form) => {
  it('is read in any layout as it was drawn', () => {
    forEachSeed(first, layouts, (random) => {
      const { image, cards } = cardSheet(form, random);
      const { records } = recogniseSheet(image);
      expect(records.map((record) => record.form)).toEqual(cards.map(() => form.id));
      const found = records.map((record) => ({ fields: recordAsRead(form, record.fields), cells: cellsAsRead(form, record), uncertain: [...record.uncertain].sort() }));
      expect(found).toEqual(cards);
      expect(records.flatMap((record) => record.problems)).toEqual([]);
    });
  });
});
