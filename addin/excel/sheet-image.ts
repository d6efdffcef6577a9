// What Excel answered of one sheet as its image. Asks for nothing.

import type { CellValue, Rect, SheetImage } from '../sheets/image.ts';
import { rectOf } from '../sheets/image.ts';
import { shownText } from '../sheets/cells/shown-text.ts';
import { unite } from './read-areas.ts';
import { remarkableCells } from './read-fonts.ts';
import type { FontAnswer } from './read-fonts.ts';

/** One band of rows as it was asked for. */
export interface BandReading {
  readonly area: Rect;
  readonly range: Excel.Range;
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]> | null;
  readonly merges: readonly Excel.RangeAreas[];
}

export interface SheetReading {
  readonly bands: readonly BandReading[];
  readonly fonts: readonly FontAnswer[];
}

export function imageOf(sheet: Excel.Worksheet, { bands, fonts }: SheetReading): SheetImage {
  const area = bands.map((band) => band.area).reduce<Rect | null>((all, band) => (all ? unite(all, band) : band), null) ?? { row: 0, column: 0, rows: 0, columns: 0 };
  const values = spread<CellValue>(area, bands, '', (band) => band.range.values as CellValue[][]);
  const content = { row: area.row, column: area.column, values };
  return {
    id: sheet.id,
    name: sheet.name,
    visibility: visibilityOf(sheet.visibility),
    isProtected: sheet.protection.protected,
    ...content,
    formulas: spread(area, bands, '', (band) => formulasOf(band.range)),
    texts: spread(area, bands, '', (band) => textsOf(band.range)),
    formats: spread(area, bands, 'General', (band) => band.range.numberFormat as string[][]),
    merges: mergesOf(bands),
    hiddenRows: bands.flatMap((band) => (band.rows?.value ?? []).flatMap((row, index) => (row.rowHidden === true ? [band.area.row + index] : []))),
    ...remarkableCells(content, fonts),
  };
}

/** Excel names formats that follow the regional settings as in the USA; in China they show so. */
const regional: Readonly<Record<string, string>> = { 'm/d/yyyy': 'yyyy/m/d', 'm/d/yyyy h:mm': 'yyyy/m/d h:mm', 'mm-dd-yy': 'yyyy/m/d', 'm/d/yy h:mm': 'yyyy/m/d h:mm' };

function textsOf(range: Excel.Range): string[][] {
  const formats = range.numberFormat as string[][];
  return (range.values as CellValue[][]).map((line, row) => line.map((value, column) => shownText(value, regional[formats[row]![column]!] ?? formats[row]![column]!)));
}

/** The bands' lines in the sheet's whole area; between bands far apart lie empty rows, all the same array. */
function spread<Content>(area: Rect, bands: readonly BandReading[], empty: Content, linesOf: (band: BandReading) => Content[][]): Content[][] {
  const emptyLine = new Array<Content>(area.columns).fill(empty);
  const lines = new Array<Content[]>(area.rows).fill(emptyLine);
  for (const band of bands) {
    const before = band.area.column - area.column;
    const after = area.columns - before - band.area.columns;
    const isWhole = before === 0 && after === 0;
    linesOf(band).forEach((line, index) => {
      lines[band.area.row - area.row + index] = isWhole ? line : [...emptyLine.slice(0, before), ...line, ...emptyLine.slice(0, after)];
    });
  }
  return lines;
}

/** Excel answers a constant's own value where there is no formula; a text that begins with `=` is one too. */
export function formulasOf(range: { readonly formulas: unknown[][]; readonly values: unknown[][] }): string[][] {
  return range.formulas.map((line, row) =>
    line.map((formula, column) => (typeof formula === 'string' && formula.startsWith('=') && formula !== range.values[row]![column] ? formula : '')),
  );
}

function mergesOf(bands: readonly BandReading[]): Rect[] {
  const merges = new Map<string, Rect>();
  for (const areas of bands.flatMap((band) => band.merges)) {
    if (areas.isNullObject) continue;
    for (const address of splitAddresses(areas.address)) merges.set(address, rectOf(address));
  }
  return [...merges.values()];
}

/** `Sheet1!A1:B2,'a,b'!C3:C4` -> `A1:B2`, `C3:C4`; a sheet's name may hold commas. */
export function splitAddresses(addresses: string): string[] {
  return [...addresses.replaceAll(/'(?:[^']|'')*'!/g, '').matchAll(/(?:[^,!]*!)?(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)/g)].map((match) => match[1]!.replaceAll('$', ''));
}

function visibilityOf(visibility: string): SheetImage['visibility'] {
  if (visibility === 'VeryHidden') return 'veryHidden';
  return visibility === 'Hidden' ? 'hidden' : 'visible';
}
