import { expect, it } from 'vitest';
import { fixtures } from '../../domain/forms/sales.fixtures.ts';
import { formOf } from '../../domain/forms/registry.ts';
import { drawForm } from './write/draw-form.ts';
import { imageOfPlan } from './write/image-of-plan.ts';
import type { SheetImage } from './image.ts';
import { recogniserWithMemory } from './recognise-again.ts';
import { recogniseSheet } from './recognise.ts';

const image = (): SheetImage => imageOfPlan(drawForm(formOf('sales')!, [fixtures.maximal, fixtures.minimal], { name: '表', key: '表' }));

it('a sheet that reads as before is not recognised anew', () => {
  const recognise = recogniserWithMemory();
  expect(recognise(image(), {})).toBe(recognise(image(), {}));
});

it.each<[string, (sheet: SheetImage) => SheetImage]>([
  ['a value', (sheet) => ({ ...sheet, values: sheet.values.map((row) => row.map((value) => (value === fixtures.maximal['document_no'] ? 'JS-9' : value))) })],
  ['a format', (sheet) => ({ ...sheet, formats: sheet.formats.map((row) => row.map(() => '0.0')) })],
  ['a hidden row', (sheet) => ({ ...sheet, hiddenRows: [3] })],
  ['a row struck out', (sheet) => ({ ...sheet, struck: [{ row: 2, column: 0 }] })],
  ['a name', (sheet) => ({ ...sheet, name: '别的表' })],
])('%s that differs is seen', (_what, changed) => {
  const recognise = recogniserWithMemory();
  const before = recognise(image(), {});
  const after = recognise(changed(image()), {});
  expect(after).not.toBe(before);
  expect(after).toEqual(recogniseSheet(changed(image()), {}));
});

it('is read anew with other words, another year or another file name', () => {
  const recognise = recogniserWithMemory();
  const found = [{}, { year: 2025 }, { file: '2024年' }, { learned: [{ form: 'sales', label: '单据', path: 'document_no' }] }].map((options) => recognise(image(), options));
  expect(new Set(found).size).toBe(found.length);
});
