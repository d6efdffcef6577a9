// What is read on a sheet, once: images are never changed, so what was read of one stays true, for the pane and for the
// person who types.

import { recogniseSheet } from '../../addin/sheets/recognise.ts';
import type { SheetRecognition } from '../../addin/sheets/recognise.ts';
import type { SheetImage } from '../../addin/sheets/image.ts';
import type { SheetRecogniser } from '../../addin/sheets/recognise-again.ts';

const seen = new WeakMap<SheetImage, Map<string, SheetRecognition>>();

export const recognised: SheetRecogniser = (sheet, options) => {
  const readings = seen.get(sheet) ?? new Map<string, SheetRecognition>();
  seen.set(sheet, readings);
  const how = JSON.stringify([options.year, options.file, options.learned ?? []]);
  const found = readings.get(how) ?? recogniseSheet(sheet, options);
  readings.set(how, found);
  return found;
};
