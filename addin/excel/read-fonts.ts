// What of the fonts changes how a cell is read: struck out, a symbol font, several fonts in one text. Asked of stretches
// first, which costs next to nothing, and cell by cell only where a stretch has several answers.

import type { Place, Rect, SheetImage, SymbolText } from '../sheets/image.ts';
import { isSymbolFont, mixedFontOf, printedBy, printedByMixedFonts } from '../sheets/cells/symbol-fonts.ts';

/** What is to be asked cell by cell. */
export interface FontQuestion {
  readonly name: boolean;
  readonly strikethrough: boolean;
}

export interface FontAnswer {
  readonly area: Rect;
  readonly cells: OfficeExtension.ClientResult<Excel.CellProperties[][]>;
}

/** Null where the cells of a stretch all have one plain font and none is struck out. */
export function questionOf(font: Excel.RangeFont): FontQuestion | null {
  // Excel answers null where the cells differ.
  const question = { name: (font.name as string | null) === null || isSymbolFont(font.name), strikethrough: font.strikethrough !== false };
  return question.name || question.strikethrough ? question : null;
}

/** How much longer the answer is than that for the contents. */
export function weightOf(question: FontQuestion): number {
  return (question.name ? 1.1 : 0) + (question.strikethrough ? 0.8 : 0);
}

export function queueFonts(sheet: Excel.Worksheet, area: Rect, question: FontQuestion): FontAnswer {
  const range = sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
  return { area, cells: range.getCellProperties({ format: { font: question } }) };
}

/** The cells that have what few have. */
export function remarkableCells(image: Pick<SheetImage, 'row' | 'column' | 'values'>, answers: readonly FontAnswer[]): Pick<SheetImage, 'struck' | 'symbols' | 'richText'> {
  const struck: Place[] = [];
  const symbols: SymbolText[] = [];
  const mixed: { place: Place; text: string }[] = [];
  const richText: Place[] = [];
  for (const { place, text, font } of fontsOf(image, answers)) {
    // Undefined where it was not asked, null where the parts of one text differ.
    if (font.strikethrough === true || font.strikethrough === null) struck.push(place);
    if (font.name === null || font.strikethrough === null) richText.push(place);
    if (font.name === null) mixed.push({ place, text });
    else if (font.name && printedBy(font.name, text) !== text) symbols.push({ ...place, font: font.name, text: printedBy(font.name, text) });
  }
  const guessed = mixedFontOf(mixed.map(({ text }) => text));
  for (const { place, text } of mixed) {
    const seen = printedByMixedFonts(guessed, text);
    if (seen !== text) symbols.push({ ...place, font: guessed, text: seen });
  }
  return { ...(struck.length > 0 ? { struck } : {}), ...(symbols.length > 0 ? { symbols } : {}), ...(richText.length > 0 ? { richText } : {}) };
}

interface CellFont {
  readonly name?: string | null;
  readonly strikethrough?: boolean | null;
}

function* fontsOf(image: Pick<SheetImage, 'row' | 'column' | 'values'>, answers: readonly FontAnswer[]): Generator<{ place: Place; text: string; font: CellFont }> {
  for (const { area, cells } of answers) {
    for (const [r, line] of cells.value.entries()) {
      for (const [c, { format }] of line.entries()) {
        const place = { row: area.row + r, column: area.column + c };
        const value = image.values[place.row - image.row]?.[place.column - image.column] ?? '';
        if (value !== '') yield { place, text: String(value), font: (format?.font ?? {}) as CellFont };
      }
    }
  }
}
