// Values written back into layouts that nobody drew before: cards and lists of every form, by chance, each known by its
// seed. What is read afterwards is what was written, and no other cell has changed.

import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { forms } from '../../domain/forms/registry.ts';
import type { FormDefinition } from '../../domain/forms/definition.ts';
import type { SheetImage } from './image.ts';
import { imageOf } from './test-support/canvas.ts';
import { cardSheet } from './test-support/card-sheet.ts';
import { drawListLayout } from './test-support/list-layout.ts';
import { forEachSeed } from './test-support/random.ts';
import type { Random } from './test-support/random.ts';
import { changedAndRead, rewritten, sheetRead } from './test-support/write-and-read.ts';
import { recordAsRead } from './truth.ts';
import type { ReadFields } from './truth.ts';

const layouts = Number(process.env['LAYOUTS'] ?? 100);
const first = Number(process.env['SEED'] ?? 1001);

interface Drawn {
  readonly image: SheetImage;
  /** What was drawn, record by record. */
  readonly fields: readonly ReadFields[];
}

const plain = (content: unknown): unknown => JSON.parse(JSON.stringify(content));

/** A layout that is not read as it was drawn is the business of reading: what is wrong there says nothing of writing. */
function check(form: FormDefinition, make: (random: Random) => Drawn): void {
  let written = 0;
  forEachSeed(first, layouts, (random) => {
    const { image, fields } = make(random);
    const sheet = sheetRead(image);
    expect(rewritten(sheet)).toEqual([]);
    const trip = changedAndRead(sheet, random, { share: 0.6 });
    const isRead = isDeepStrictEqual(plain(sheet.records.map((record) => recordAsRead(form, record.fields))), plain(fields));
    if (isRead) expect(trip.faults).toEqual([]);
    if (trip.faults.length === 0) written += trip.written;
  });
  expect(written).toBeGreaterThan(layouts);
}

describe.each(forms.filter((form) => form.kind === 'card').map((form) => [form.id, form] as const))('%s as a card', (_id, form) => {
  it('takes other values in any layout', () =>
    check(form, (random) => {
      const { image, cards } = cardSheet(form, random);
      return { image, fields: cards.map((card) => card.fields) };
    }));
});

describe.each(forms.map((form) => [form.id, form] as const))('%s as a list', (_id, form) => {
  it('takes other values in any layout', () =>
    check(form, (random) => {
      const drawing = drawListLayout(form, random);
      return { image: imageOf(drawing), fields: drawing.stated.map((one) => one.fields) };
    }));
});
