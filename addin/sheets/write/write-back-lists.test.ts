// Values written back into lists that nobody drew before, by chance, each known by its seed: LAYOUTS=1 SEED=n replays one.

import { describe, it } from 'vitest';
import { forms } from '../../../domain/forms/registry.ts';
import { imageOf } from '../test-support/canvas.ts';
import { drawListLayout } from '../test-support/list-layout.ts';
import { hiddenIn } from '../test-support/random.ts';
import { checkWriteBack } from '../test-support/write-back-layouts.ts';

const layouts = Number(process.env['LAYOUTS'] ?? 2000);
/** A list is read twice for every check, and people test on busy machines. */
const minutes = 60_000;

describe.each(forms.map((form) => [form.id, form] as const))('%s as a list', (_id, form) => {
  it('takes other values in any layout', { timeout: 30 * minutes }, () =>
    checkWriteBack(form, layouts, (random) => {
      const drawing = drawListLayout(form, random);
      return { image: imageOf(drawing, { hiddenRows: hiddenIn(drawing, random) }), fields: drawing.stated.map((one) => one.fields) };
    }));
});
