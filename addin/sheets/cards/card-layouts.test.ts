// Cards of every form, and of lists drawn as cards, in thousands of layouts, each known by its seed: what is read, field by
// field and cell by cell, is what was drawn. To replay a failure, run its seed alone: CARD_SEED=404 CARD_LAYOUTS=1.

import { describe, expect, it } from 'vitest';
import type { FormDefinition } from '../../../domain/forms/definition.ts';
import { forms } from '../../../domain/forms/registry.ts';
import { recogniseSheet } from '../recognise.ts';
import { cardSheet, isDrawnAsCard } from '../test-support/card-sheet.ts';
import { forEachSeed } from '../test-support/random.ts';
import { cellsAsRead, recordAsRead } from '../truth.ts';

const layouts = Number(process.env['CARD_LAYOUTS'] ?? 2000);
const first = Number(process.env['CARD_SEED'] ?? 1);
/** So that no single test takes long. */
const atOnce = 250;
/** Lists of few fields have few layouts as cards. */
const fewer = 4;

function startsOf(form: FormDefinition): number[] {
  return Array.from({ length: Math.ceil(layouts / (isDrawnAsCard(form) ? 1 : fewer) / atOnce) }, (_, turn) => first + turn * atOnce);
}

describe.each(forms.map((form) => [form.id, form] as const))('%s', (_id, form) => {
  it.each(startsOf(form))('is read as it was drawn, in any layout from seed %i', (start) => {
    forEachSeed(start, Math.min(atOnce, first + layouts - start), (random) => {
      const { image, cards } = cardSheet(form, random);
      const { records } = recogniseSheet(image);
      expect(records.map((record) => record.form)).toEqual(cards.map(() => form.id));
      const found = records.map((record) => ({ fields: recordAsRead(form, record.fields), cells: cellsAsRead(form, record), uncertain: [...record.uncertain].sort() }));
      expect(found).toEqual(cards);
      expect(records.flatMap((record) => record.problems)).toEqual([]);
    });
  });
});
