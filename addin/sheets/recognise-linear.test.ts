import { describe, expect, it } from 'vitest';
import { cellsLookedAt } from './test-support/counted-grid.ts';
import { largeSheets } from './test-support/large-sheets.ts';
import { sketch } from './test-support/sketch.ts';
import { recogniseSheet } from './recognise.ts';

describe.each(Object.entries(largeSheets))('%s', (_name, sheetOf) => {
  it('ten times as large is looked at no more than ten times as often, and a little', () => {
    const [small, large] = [cellsLookedAt(sheetOf(900)), cellsLookedAt(sheetOf(9_000))];
    expect(large.looks / small.looks).toBeLessThan(11);
  });
});

it('rows without content between two values cost nothing each', () => {
  const sheet = sketch([['甲']]);
  const blank = Array<string>(16_384).fill('');
  const far = { ...sheet, values: [['甲', ...blank.slice(1)], ...Array<string[]>(1_048_574).fill(blank), ['乙', ...blank.slice(1)]], texts: [], formats: [], formulas: [] };
  expect(recogniseSheet(far).records).toEqual([]);
});
