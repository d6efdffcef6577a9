// Other values written into generated layouts and read again: either all of it is read as it was written and no other cell
// has changed, or the check that goes before every write of a sync withholds it. Withheld writes are counted.

import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { formOf } from '../../../domain/forms/registry.ts';
import type { FormDefinition } from '../../../domain/forms/definition.ts';
import { isReadAs } from '../../sync/reread.ts';
import type { SheetImage } from '../image.ts';
import { recogniseSheet } from '../recognise.ts';
import { recordAsRead } from '../truth.ts';
import type { ReadFields } from '../truth.ts';
import { forEachSeed } from './random.ts';
import type { Random } from './random.ts';
import { changedAndRead, emptiedAndRead, rewritten, sheetRead } from './write-and-read.ts';
import type { RoundTrip, SheetRead } from './write-and-read.ts';

export interface DrawnSheet {
  readonly image: SheetImage;
  /** What was drawn, record by record. */
  readonly fields: readonly ReadFields[];
}

const first = Number(process.env['SEED'] ?? 1);

/** In one of so many layouts a record is taken away as well. */
const emptiedEach = 10;

/** In a hundred layouts. */
const mostWithheld = 1;

const plain = (content: unknown): unknown => JSON.parse(JSON.stringify(content));

/** A layout that is not read as it was drawn is the business of reading: what is wrong there says nothing of writing. */
export function checkWriteBack(form: FormDefinition, layouts: number, make: (random: Random) => DrawnSheet): void {
  const withheld: string[] = [];
  let written = 0;
  forEachSeed(first, layouts, (random, seed) => {
    const { image, fields } = make(random);
    const sheet = sheetRead(image);
    expect(rewritten(sheet)).toEqual([]);
    const trip = changedAndRead(sheet, random, { share: 0.6 });
    expect(trip.strangers).toEqual([]);
    const emptied = seed % emptiedEach === 0 ? emptiedAndRead(sheet, random) : [];
    if (emptied.length > 0) withheld.push(`seed ${seed}, emptied: ${emptied[0]}`);
    if (trip.faults.length === 0) {
      written += trip.written;
      return;
    }
    expect([isWritten(sheet, trip), trip.faults]).toEqual([false, trip.faults]);
    if (isDeepStrictEqual(plain(sheet.records.map((record) => recordAsRead(form, record.fields))), plain(fields))) withheld.push(`seed ${seed}: ${trip.faults[0]}`);
  });
  expect(written).toBeGreaterThan(layouts);
  expect((withheld.length * 100) / layouts, withheld.join('\n')).toBeLessThan(mostWithheld);
  process.stdout.write(`${form.id}: ${written} cells written, ${withheld.length} of ${layouts} layouts withheld\n`);
}

/** What the sync itself says before it writes. */
function isWritten({ image, records }: SheetRead, { writes, wanted }: RoundTrip): boolean {
  const look = { recognise: (sheet: SheetImage) => recogniseSheet(sheet).records, recognition: { records } };
  return isReadAs(look, image, writes, records.map((record, index) => ({ id: `${index}`, form: formOf(record.form)!, place: record.place, fields: wanted[index]! })));
}
