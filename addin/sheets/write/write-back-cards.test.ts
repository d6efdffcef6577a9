// Values written back into cards that nobody drew before, by chance, each known by its seed: LAYOUTS=1 SEED=n replays one.

import { describe, it } from 'vitest';
import { forms } from '../../../domain/forms/registry.ts';
import { cardSheet, isDrawnAsCard } from '../test-support/card-sheet.ts';
import { checkWriteBack } from '../test-support/write-back-layouts.ts';

const layouts = Number(process.env['LAYOUTS'] ?? 2000);
/** A card is read twice for every check, and people test on busy machines. */
const minutes = 60_000;

/** Lists drawn as cards have no tables: fewer layouts show all ways to write into them. */
const fewer = 4;

describe.each(forms.filter(isDrawnAsCard).map((form) => [form.id, form] as const))('%s as a card', (_id, form) => {
  it('takes other values in any layout', { timeout: 30 * minutes }, () =>
    checkWriteBack(form, form.kind === 'card' ? layouts : Math.ceil(layouts / fewer), (random) => {
      const { image, cards } = cardSheet(form, random);
      return { image, fields: cards.map((card) => card.fields) };
    }));
});
