// Writing back in place: on every sample workbook and on generated layouts a record written is the record read again, and
// no other cell changes. A failure names its seed.

import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../../domain/forms/layouts.ts';
import { formOf, forms } from '../../../domain/forms/registry.ts';
import type { Field, FormDefinition, Row, Value } from '../../../domain/forms/definition.ts';
import { readWorkbookImage } from '../../xlsx/read.ts';
import { drawForm } from './draw-form.ts';
import { imageOfPlan } from './image-of-plan.ts';
import type { SheetImage } from '../image.ts';
import { forEachSeed } from '../test-support/random.ts';
import type { Random } from '../test-support/random.ts';
import { randomRecord } from '../test-support/random-record.ts';
import { sketch } from '../test-support/sketch.ts';
import { typedValue } from '../test-support/value-style.ts';
import { changedAndRead, rewritten, sheetRead } from '../test-support/write-and-read.ts';

const folder = new URL('../../../fixtures/workbooks/', import.meta.url);
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

describe.each(forms.map((form) => [form.id, form] as const))('%s as paper', (_id, form) => {
  it('takes other values wherever it shows the field, and leaves all else', () => {
    checkSeeds(12, (random) => imageOfPlan(drawForm(form, [randomRecord(form, random, 0, { year: 2026 })], { name: '表', key: 'form/1' })));
  });
});

describe.each(forms.filter((form) => form.kind === 'list').map((form) => [form.id, form] as const))('%s as a list typed by hand', (_id, form) => {
  it('takes other values in the style of each cell, and leaves all else', () => {
    checkSeeds(60, (random) => typedList(form, random));
  });
});

describe('visit reports kept as a list, one line a visit', () => {
  it('take other values in every line that says them', () => {
    checkSeeds(120, typedVisits);
  });
});

function typedVisits(random: Random): SheetImage {
  const form = formOf('visit-report')!;
  const scalars = form.fields.filter((field) => ['reporter', 'report_date', 'companions'].includes(field.key));
  const columns = form.tables!.find((table) => table.key === 'visits')!.columns;
  const cell = (field: Field, value: Value | undefined) => (value === undefined ? '' : typedValue(field, value, random, { year: 2026, isPlain: true }));
  const lines = Array.from({ length: random.whole(1, 3) }, (_, index) => {
    const record = randomRecord(form, random, index, { year: 2026, filled: 1 });
    const visits = Object.values(record['visits'] as Record<string, Row>);
    return visits.map((visit) => [...scalars.map((field) => cell(field, record[field.key] as Value | undefined)), ...columns.map((column) => cell(column, visit[column.key]))]);
  });
  return sketch([['2026年客户拜访日报表'], [...scalars, ...columns].map((field) => field.label), ...lines.flat()]);
}

function checkSeeds(seeds: number, make: (random: Random) => SheetImage): void {
  let written = 0;
  forEachSeed(1, seeds, (random) => {
    const sheet = sheetRead(make(random));
    expect(rewritten(sheet)).toEqual([]);
    const trip = changedAndRead(sheet, random, { share: 0.7 });
    expect(trip.faults).toEqual([]);
    written += trip.written;
  });
  expect(written).toBeGreaterThan(seeds);
}

function typedList(form: FormDefinition, random: Random): SheetImage {
  const hidden = [...(layoutOf(form).above ?? []), ...(layoutOf(form).unprinted ?? [])];
  const fields = random.shuffled(form.fields.filter((field) => !hidden.includes(field.key)));
  const rows = Array.from({ length: random.whole(1, 5) }, (_, index) => {
    const record = randomRecord(form, random, index, { year: 2026 });
    return fields.map((field) => (record[field.key] === undefined ? '' : typedValue(field, record[field.key] as Value, random, { year: 2026, isPlain: true })));
  });
  return sketch([[`2026年${form.title}`], fields.map((field) => field.label), ...rows], { top: random.whole(0, 2), left: random.whole(0, 2) });
}
