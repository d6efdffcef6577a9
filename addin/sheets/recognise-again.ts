// Recognition that remembers: a sheet that reads as it did before is not recognised anew. A pane looks again after every
// keystroke, and of twenty sheets nineteen are as they were.

import { recogniseSheet } from './recognise.ts';
import type { RecogniseOptions, SheetRecognition } from './recognise.ts';
import type { CellValue, SheetImage } from './image.ts';

export type SheetRecogniser = (sheet: SheetImage, options: RecogniseOptions) => SheetRecognition;

interface Before {
  readonly sheet: SheetImage;
  readonly reading: string;
  readonly found: SheetRecognition;
}

/** Keeps the last recognition of each sheet, by Excel's id of it. */
export function recogniserWithMemory(): SheetRecogniser {
  const known = new Map<string, Before>();
  return (sheet, options) => {
    const reading = JSON.stringify([options.year, options.file, options.learned]);
    const before = known.get(sheet.id);
    if (before && before.reading === reading && isSameSheet(before.sheet, sheet)) return before.found;
    const found = recogniseSheet(sheet, options);
    known.set(sheet.id, { sheet, reading, found });
    return found;
  };
}

function isSameSheet(a: SheetImage, b: SheetImage): boolean {
  if (a === b) return true;
  const { values: valuesOfA, formulas: formulasOfA, texts: textsOfA, formats: formatsOfA, ...restOfA } = a;
  const { values, formulas, texts, formats, ...rest } = b;
  const isSameGrid = isSame(valuesOfA, values) && isSame(formulasOfA, formulas) && isSame(textsOfA, texts) && isSame(formatsOfA, formats);
  return isSameGrid && JSON.stringify(restOfA) === JSON.stringify(rest);
}

function isSame(a: readonly (readonly CellValue[])[], b: readonly (readonly CellValue[])[]): boolean {
  if (a === b) return true;
  return a.length === b.length && a.every((row, at) => row === b[at] || (row.length === b[at]!.length && row.every((value, column) => value === b[at]![column])));
}
