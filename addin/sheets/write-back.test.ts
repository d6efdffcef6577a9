// Writing back in place: on every sample workbook and on generated layouts a record written is the record read again, and
// no other cell changes. A failure names its seed.

import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWorkbookImage } from '../xlsx/read.ts';
import { forEachSeed } from './test-support/random.ts';
import { changedAndRead, rewritten, sheetRead } from './test-support/write-and-read.ts';

const folder = new URL('../../fixtures/workbooks/', import.meta.url);
const samples = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));

describe.each(samples)('sample %s', (name) => {
  const sheets = readWorkbookImage(new Uint8Array(readFileSync(new URL(encodeURIComponent(name), folder)))).then((image) => image.sheets.filter((sheet) => sheet.visibility === 'visible').map(sheetRead));

  it('stays as it is where the same values are written again', async () => {
    for (const sheet of await sheets) expect(rewritten(sheet)).toEqual([]);
  });

  it('gives again what was written, and nothing else changes', async () => {
    for (const sheet of await sheets) forEachSeed(1, 4, (random) => expect(changedAndRead(sheet, random).faults).toEqual([]));
  });
});
